import { writerOf, type Asked } from '../asking/asked.ts'
import { canonicalJson } from '../platform/core/canonical-json.ts'
import { refuse, refuseUnless } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { isWanted, standingsOf } from '../rounds/standing.ts'
import { makeForm } from '../travelling-forms/make-form.ts'
import { keepForm } from '../travelling-forms/record-forms.ts'
import { linesOfForm, type FormMade } from '../travelling-forms/travelling-form.ts'
import { boxesOfTyped } from './draft-boxes.ts'
import { draftsOf } from './drafts.queries.ts'
import { linesOfLink } from './line-of-link.ts'

/**
 * The form in Word of what somebody is asked, its boxes filled with what they have written on the page so far: the last one that was made for them, while
 * it asks the same and nothing was written since. Asks about the lines that are still wanted, or about all that can be changed where none is.
 * Refuses (conflict) where the round takes no more answers, or all of them were accepted. Records `form.made` where it makes one.
 */
export async function formForAsked(trx: Trx, asked: Asked): Promise<FormMade> {
  const lines = await linesOfLink(trx, asked)
  const round = lines[0]?.round ?? refuse('conflict', 'Nothing is asked of you any more.')
  refuseUnless(round.state === 'open', 'conflict', `${round.name} is ${round.state}, so it takes no more answers, in Word or otherwise.`)
  const standings = await standingsOf(trx, round.id)
  const stateOf = (itemId: string) => standings.get(itemId)?.state ?? 'unanswered'
  const changeable = lines.map(({ line }) => line).filter(({ itemId }) => stateOf(itemId) !== 'accepted')
  const wanted = changeable.filter(({ itemId }) => isWanted(stateOf(itemId)))
  const about = wanted.length > 0 ? wanted : changeable
  refuseUnless(about.length > 0, 'conflict', 'All your updates have been accepted, so there is nothing to fill in.')
  const returnTo = ['the page that your link opens', round.contact].filter(Boolean).join(', or ')
  const made = makeForm(round, about, { forWhom: asked.name, dueOn: round.dueOn, returnTo })
  const form = await filledByDrafts(trx, asked, made, about)
  return (await sameAsBefore(trx, form)) ?? keepForm(trx, writerOf(asked), form)
}

type Lines = Awaited<ReturnType<typeof linesOfLink>>[number]['line'][]

async function filledByDrafts(trx: Trx, asked: Asked, form: FormMade, lines: Lines): Promise<FormMade> {
  const drafts = await draftsOf(trx, asked.askingId)
  const fill = (one: FormMade['reviews'][number]['lines'][number]) => {
    const draft = drafts.find(({ itemId }) => itemId === one.itemId)
    const line = lines.find(({ itemId }) => itemId === one.itemId)
    return draft && line ? { ...one, filled: boxesOfTyped(draft.typed, line) } : one
  }
  return { ...form, reviews: form.reviews.map((review) => ({ ...review, lines: review.lines.map(fill) })) }
}

/** The last form made for them in the round, where it is the same but for its codes. */
async function sameAsBefore(trx: Trx, form: FormMade): Promise<FormMade | null> {
  const last = await trx
    .selectFrom('travelling_form')
    .select('content')
    .where('round_id', '=', form.round.id)
    .where('for_whom', '=', form.forWhom)
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
  const before = last ? (JSON.parse(last.content) as FormMade) : null
  const saysOf = (one: FormMade) => {
    const lines = linesOfForm(one).map(({ itemId, version, filled, promised }) => ({ itemId, version, filled, promised }))
    return canonicalJson({ returnTo: one.returnTo, dueOn: one.dueOn, lines })
  }
  return before && saysOf(before) === saysOf(form) ? before : null
}
