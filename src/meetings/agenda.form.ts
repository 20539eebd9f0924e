import { z } from 'zod'
import { choice, choices, optionalLongText, optionalText, several, text, ticked } from '../platform/web/fields.ts'
import { ITEM_KIND_WORDS, ITEM_KINDS, type ItemSaid } from './agenda.ts'
import type { ItemMatters } from './agenda.queries.ts'
import { PARAGRAPHS } from './schedule-12a.ts'

const PARAGRAPH_WORDS = ['1', '2', '3', '4', '5', '6', '7'] as const

export const itemForm = z
  .object({
    kind: choice(ITEM_KINDS, 'Choose what kind of item it is'),
    title: text('Enter the title of the item', 500),
    text: optionalLongText(20_000),
    about: optionalText(100),
    appended: ticked(),
    exempt: choices(PARAGRAPH_WORDS),
    publicInterest: optionalLongText(5000),
    lateReason: optionalLongText(2000),
  })
  .refine(({ exempt, publicInterest }) => exempt.length === 0 || publicInterest !== '', {
    path: ['publicInterest'],
    message: 'Say why the public interest in keeping this item back outweighs that in disclosing it',
  })
  .refine(({ kind, about }) => kind !== 'round' || about.startsWith('round:'), {
    path: ['about'],
    message: 'Choose the round whose progress the item takes',
  })

export const itemCorrection = itemForm.and(z.object({ version: z.coerce.number().int() }))

/** The item that a form says. What it is about must be among the matters of the meeting; anything else is nothing. */
export function saidByForm(
  { kind, title, text: words, about, appended, exempt, publicInterest, lateReason }: z.output<typeof itemForm>,
  matters: ItemMatters,
): ItemSaid {
  const [roundId, reviewId] = aboutChoices(matters).some(({ value }) => value === about) ? partsOf(about) : [null, null]
  return {
    kind,
    title,
    text: words,
    roundId,
    reviewId,
    appended,
    exemptParagraphs: exempt.map(Number).toSorted((a, b) => a - b),
    publicInterest,
    lateReason,
  }
}

function partsOf(about: string): [string | null, string | null] {
  const [what, first = '', second = ''] = about.split(':')
  return what === 'round' ? [first, second || null] : [null, first]
}

/** The item as its form opens. */
export function formOfItem(item: ItemSaid): Record<string, unknown> {
  const { kind, title, text: words, roundId, reviewId, appended, exemptParagraphs, publicInterest, lateReason } = item
  const about = roundId ? ['round', roundId, reviewId].filter(Boolean).join(':') : reviewId ? `review:${reviewId}` : ''
  return {
    kind,
    title,
    text: words,
    about,
    appended: appended ? 'yes' : '',
    exempt: exemptParagraphs.map(String),
    publicInterest,
    lateReason,
  }
}

export function aboutChoices({ rounds, reviews }: ItemMatters): { value: string; text: string }[] {
  return [
    ...rounds.flatMap(({ id, name, reviews: of }) => [
      ...(of.length > 1 ? [{ value: `round:${id}`, text: `The round ${name}, all ${of.length} reviews` }] : []),
      ...of.map((review) => ({ value: `round:${id}:${review.id}`, text: `The round ${name}: ${review.title}` })),
    ]),
    ...reviews.map(({ id, title }) => ({ value: `review:${id}`, text: `The review ${title}` })),
  ]
}

export const kindChoices = ITEM_KINDS.map((kind) => ({ value: kind, text: ITEM_KIND_WORDS[kind] }))
export const paragraphChoices = (words: Record<number, string>) =>
  PARAGRAPHS.map((paragraph) => ({ value: String(paragraph), text: `Paragraph ${paragraph}`, hint: words[paragraph] }))

export const buildingForm = z.object({ take: several(z.string().max(120)), lateReason: optionalLongText(2000) })

export const orderForm = z.object({
  /** `id up`, `id down`; blank where numbers were typed. */
  move: optionalText(60),
  items: z.array(z.object({ id: text('An item is missing', 36), number: optionalText(5) })).max(300),
})

/** The ids in the order that the form asks for: by a move of one, else by the numbers typed, an equal number standing after what had it. */
export function orderAsked({ move, items }: z.output<typeof orderForm>): string[] {
  const ids = items.map(({ id }) => id)
  const [id = '', way] = move.split(' ')
  const at = ids.indexOf(id)
  if (at !== -1) {
    const to = way === 'up' ? Math.max(0, at - 1) : Math.min(ids.length - 1, at + 1)
    return ids.toSpliced(at, 1).toSpliced(to, 0, id)
  }
  const wanted = items.map(({ id: one, number }, index) => {
    const typed = Number(number)
    const from = index + 1
    // An item sent further down stands after the one whose number it takes; one sent up, before it.
    return { id: one, rank: !Number.isFinite(typed) || number === '' || typed === from ? from : typed + (typed > from ? 0.5 : -0.5) }
  })
  return wanted.toSorted((a, b) => a.rank - b.rank).map((one) => one.id)
}
