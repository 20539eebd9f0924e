import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { likeness } from '../platform/core/word-likeness.ts'
import type { ReadAgendaItem } from '../reading/reading.ts'
import { isExempt, type ItemKind, type ItemSaid, type StoredItem } from './agenda.ts'
import type { Exemption } from './agenda.queries.ts'
import { paragraphsNamed } from './schedule-12a.ts'

/** An item that Heed offers for an agenda, for the officer to tick. */
export interface Proposal extends ItemSaid {
  key: string
  /** Why it is offered. */
  why: string
}

/** What the record holds that an agenda could take. */
export interface AgendaMatter {
  committee: string
  heldOn: CalendarDate
  /** The agenda as a document has it. */
  onRecord: readonly ReadAgendaItem[]
  /** The meeting before, with how many minutes of it are on record, and whether they were confirmed. */
  before: { heldOn: CalendarDate; minutes: number; confirmed: boolean } | null
  /** What stood on the agendas of meetings that were cancelled, with their days. */
  left: readonly (ItemSaid & { id: string; heldOn: CalendarDate })[]
  rounds: readonly { id: string; name: string; reviews: readonly { id: string; title: string }[] }[]
  reviews: readonly { id: string; title: string }[]
  /** Reviews whose response has fallen due, with the day. */
  responses: readonly { reviewId: string; title: string; dueOn: CalendarDate }[]
  /** Requests with no answer yet, none of them made in an exempt item. */
  requests: readonly { words: string; owner: string; dueWords: string }[]
  /** What the work programme has for this very meeting, and for later ones. */
  planned: readonly { id: string; title: string; text: string; reviewId: string | null }[]
  later: readonly { title: string; when: string }[]
  /** Why reviews were before a committee in an exempt item, by their ids. */
  exemptions: ReadonlyMap<string, Exemption>
}

/**
 * What could go on an agenda and is not on it yet, in the order in which agendas have it: an agenda on record as it is, or the standing items; what was on
 * the agenda of a meeting that was cancelled; rounds,
 * responses that are due, requests outstanding, what the work programme has for this meeting, and the work programme itself. What an exempt item of any
 * meeting was about is offered as exempt.
 */
export function proposeItems(matter: AgendaMatter, agenda: readonly StoredItem[]): Proposal[] {
  const recorded = matter.onRecord.map((item, at) => recordedItem(item, at, matter))
  const all = [
    ...recorded,
    ...opening(matter),
    ...matter.left.map(leftItem),
    ...matter.rounds.flatMap((round) => roundItems(round)).map(stillExempt),
    ...matter.responses.map(responseItem).map(stillExempt),
    ...requestsItem(matter),
    ...matter.planned.map(plannedItem).map(stillExempt),
    workProgramme(matter),
  ]
  const offered: Proposal[] = []
  for (const item of all) if (![...agenda, ...offered].some((other) => isSame(item, other))) offered.push(item)
  // The work programme closes a meeting, whatever stands before it.
  return offered.some(({ key }) => key.startsWith('record-'))
    ? offered
    : offered.toSorted((a, b) => Number(a.kind === 'work-programme') - Number(b.kind === 'work-programme'))

  /** What Heed offers about a review that was exempt is exempt until an officer says otherwise. */
  function stillExempt(item: Proposal): Proposal {
    const exemption = isExempt(item) ? undefined : matter.exemptions.get(item.reviewId ?? '')
    return exemption ? { ...item, ...exemption, why: `${item.why}; exempt, since an exempt item was about the same review` } : item
  }
}

/** What an agenda has once, and every meeting of its own. */
export const ONCE: readonly ItemKind[] = ['apologies', 'declarations', 'minutes', 'requests', 'work-programme']

function isSame(item: ItemSaid, other: ItemSaid): boolean {
  if (item.kind === other.kind && ONCE.includes(item.kind)) return true
  if (item.roundId !== null && item.roundId === other.roundId && (item.reviewId === other.reviewId || other.reviewId === null)) return true
  if (item.kind === 'response' && other.kind === 'response' && item.reviewId === other.reviewId) return true
  return item.title.toLowerCase() === other.title.toLowerCase()
}

const BLANK: Omit<ItemSaid, 'kind' | 'title'> = {
  text: '',
  roundId: null,
  reviewId: null,
  appended: false,
  exemptParagraphs: [],
  publicInterest: '',
  lateReason: '',
}

function opening({ committee, before }: AgendaMatter): Proposal[] {
  const minutes: Proposal[] =
    before && !before.confirmed
      ? [
          {
            ...BLANK,
            key: 'minutes',
            kind: 'minutes',
            title: 'Minutes',
            text: `To confirm the minutes of the meeting of the ${committee} held on ${inWords(before.heldOn)}.`,
            appended: true,
            why: before.minutes > 0 ? 'A standing item; the minutes are on record' : 'A standing item; the minutes are not on record yet',
          },
        ]
      : []
  return [
    { ...BLANK, key: 'apologies', kind: 'apologies', title: 'Apologies for absence', why: 'A standing item' },
    {
      ...BLANK,
      key: 'declarations',
      kind: 'declarations',
      title: 'Declarations of interest',
      text: 'To receive any declarations of interest.',
      why: 'A standing item',
    },
    ...minutes,
  ]
}

function leftItem({ id, heldOn, ...said }: AgendaMatter['left'][number]): Proposal {
  return {
    ...said,
    key: `left-${id}`,
    lateReason: '',
    why: `It was on the agenda of the meeting of ${inWords(heldOn)}, which is cancelled`,
  }
}

function roundItems({ id, name, reviews }: AgendaMatter['rounds'][number]): Proposal[] {
  return reviews.map((review) => ({
    ...BLANK,
    key: `round-${id}-${review.id}`,
    kind: 'round',
    title: `${review.title}: progress on agreed recommendations`,
    text: 'To consider the evidence and to say whether the assessment of progress is agreed.',
    roundId: id,
    reviewId: review.id,
    appended: true,
    why: `The round ${name} is for this meeting`,
  }))
}

function responseItem({ reviewId, title, dueOn }: AgendaMatter['responses'][number]): Proposal {
  return {
    ...BLANK,
    key: `response-${reviewId}`,
    kind: 'response',
    title: `${title}: response to the recommendations`,
    text: 'To receive the response.',
    reviewId,
    appended: true,
    why: `The response is due by ${inWords(dueOn)}`,
  }
}

function requestsItem({ requests }: AgendaMatter): Proposal[] {
  if (requests.length === 0) return []
  const lines = requests.map(
    ({ words, owner, dueWords }) => `- ${[words, [owner, dueWords].filter(Boolean).join(', ')].filter(Boolean).join(' – ')}`,
  )
  return [
    {
      ...BLANK,
      key: 'requests',
      kind: 'requests',
      title: 'Requests outstanding',
      text: ['To note what the committee asked for and has not had yet:', ...lines].join('\n'),
      why: requests.length === 1 ? 'One request has no answer yet' : `${requests.length} requests have no answer yet`,
    },
  ]
}

function plannedItem({ id, title, text, reviewId }: AgendaMatter['planned'][number]): Proposal {
  return { ...BLANK, key: `programme-${id}`, kind: 'other', title, text, reviewId, why: 'The work programme has it for this meeting' }
}

function workProgramme({ later }: AgendaMatter): Proposal {
  const lines = later.map(({ title, when }) => `- ${[title, when].filter(Boolean).join(' – ')}`)
  const text = ['To agree items for the next meeting.', ...lines].join('\n')
  return { ...BLANK, key: 'work-programme', kind: 'work-programme', title: 'Work programme', text, why: 'A standing item' }
}

/** The kind that an item's title tells of itself; none where it tells nothing. */
export function kindByTitle(title: string): ItemKind | undefined {
  return KINDS.find(([pattern]) => pattern.test(title))?.[1]
}

const KINDS: [RegExp, ItemKind][] = [
  [/^apolog/i, 'apologies'],
  [/^(?:to receive )?(?:\w+ )?declarations?\b/i, 'declarations'],
  [/^(?:to (?:confirm|approve) (?:the )?)?minutes\b/i, 'minutes'],
  [/\bwork(?:ing)? programme\b|\bforward plan\b/i, 'work-programme'],
]

/** An item that is exempt by no paragraph that Heed knows: not a word of it goes on an agenda that the public may see. */
function keptBack(at: number): Proposal {
  return {
    ...BLANK,
    key: `record-${at}`,
    kind: 'other',
    title: 'Exempt item',
    why: 'The agenda on record has it as exempt and names no paragraph of Schedule 12A: say its paragraph, and then its title',
  }
}

function recordedItem(item: ReadAgendaItem, at: number, matter: AgendaMatter): Proposal {
  const { title, text = '', appendix, exempt } = item
  const exemptParagraphs = exempt ? paragraphsNamed(exempt) : []
  if (exempt !== undefined && exemptParagraphs.length === 0) return keptBack(at)
  const kind = kindByTitle(title)
  const round = kind
    ? undefined
    : matter.rounds
        .flatMap(({ id, reviews }) => reviews.map((review) => ({ roundId: id, ...review })))
        .find((one) => isNamed(one.title, title))
  const review = kind ? undefined : (round ?? matter.reviews.find((one) => isNamed(one.title, title)))
  return {
    ...BLANK,
    key: `record-${at}`,
    kind: kind ?? (round ? 'round' : 'other'),
    title,
    text,
    roundId: round?.roundId ?? null,
    reviewId: review?.id ?? null,
    appended: Boolean(appendix),
    exemptParagraphs,
    publicInterest: exempt ? `The agenda on record has it as exempt: ${exempt}.` : '',
    why: [
      'The agenda on record has it',
      round && 'its progress is in a round for this meeting',
      review && !round && `it is about ${review.title}`,
    ]
      .filter(Boolean)
      .join('; '),
  }
}

/** Whether an agenda's words are of a review: one holds the other, or they say almost the same. */
function isNamed(review: string, item: string): boolean {
  const [a, b] = [plain(review), plain(item)]
  return b.includes(a) || a.includes(b) || likeness(a, b) >= 0.75
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
