import { isExempt, type AgendaItem } from '../meetings/agenda.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { listed, resolutionsOf, sentence, type DecisionLine } from './decision-sentences.ts'

/** What is on record of a meeting, for its minutes. */
export interface MinuteMatter {
  committee: string
  agenda: readonly AgendaItem[]
  attendance: readonly {
    name: string
    state: 'present' | 'apologies' | 'absent'
    for: string | null
    arrived: string | null
    departed: string | null
  }[]
  /** Apologies as a document has them, where no attendance was recorded. */
  apologies: readonly string[]
  declarations: readonly {
    name: string
    agendaItemId: string | null
    /** Of an exempt item, also of one that was withdrawn or dropped since. */
    exempt: boolean
    kind: 'pecuniary' | 'other'
    interest: string
    leaves: boolean
  }[]
  /** In the order of the agenda and of the recommendations; each under the item in whose minute it is told. */
  decisions: readonly (DecisionLine & { agendaItemId: string; minuteReference: string })[]
  recordsMovers: boolean
  /** Minutes of earlier meetings that this meeting confirmed. */
  confirmed: readonly { heldOn: CalendarDate; corrections: string }[]
  before: CalendarDate | null
  /** Requests that were outstanding, and what the work programme has: of public items only. */
  outstanding: readonly string[]
  programme: readonly string[]
  reviewTitles: ReadonlyMap<string, string>
  /** Reviews that an exempt item is about, also one that was withdrawn. */
  withheld: ReadonlySet<string>
}

export interface Drafted {
  text: string
  resolution: string
}

/** The minute of one item, of nothing but what is on record: who sent apologies, who declared what, what was decided. What was said in the room is added by hand. */
export function draftMinute(matter: MinuteMatter, item: AgendaItem): Drafted {
  const opening = OPENINGS[item.kind](matter, item)
  const declared = item.kind === 'declarations' ? [] : ownDeclarations(matter, item)
  const decided = resolutionsOf(
    matter.decisions.filter(({ agendaItemId }) => agendaItemId === item.id),
    matter.recordsMovers,
  )
  return {
    text: [...opening.text, ...declared].join('\n'),
    resolution: [opening.resolution, decided].filter(Boolean).join('\n'),
  }
}

type Opening = { text: string[]; resolution?: string }

const OPENINGS: Record<AgendaItem['kind'], (matter: MinuteMatter, item: AgendaItem) => Opening> = {
  apologies: (matter) => ({ text: apologiesWords(matter) }),
  declarations: (matter) => ({ text: declarationsWords(matter) }),
  minutes: minutesWords,
  round: (matter, item) => ({ text: [`The Committee considered ${aboutOf(matter, item, 'progress')}.`] }),
  response: (matter, item) => ({ text: [`The Committee received ${aboutOf(matter, item, 'the response')}.`] }),
  requests: ({ outstanding }) => ({
    text: outstanding.length > 0 ? ['The Committee noted the requests that are outstanding:', ...bullets(outstanding)] : [],
  }),
  'work-programme': ({ programme }) => ({
    text: programme.length > 0 ? ['The work programme was before the Committee:', ...bullets(programme)] : [],
  }),
  other: () => ({ text: [] }),
}

/** What an item is about; a public item does not name a review that an exempt one is about. */
function aboutOf({ reviewTitles, withheld }: MinuteMatter, item: AgendaItem, what: string): string {
  const { reviewId, title } = item
  const review = reviewId && (isExempt(item) || !withheld.has(reviewId)) && reviewTitles.get(reviewId)
  return review ? `${what} on the recommendations of ${review}` : title
}

function apologiesWords({ attendance, apologies }: MinuteMatter): string[] {
  const away = attendance.length > 0 ? attendance.filter(({ state }) => state === 'apologies').map(({ name }) => name) : apologies
  const first =
    away.length > 0
      ? `Apologies for absence were received from ${listed(away)}.`
      : attendance.length > 0
        ? 'There were no apologies for absence.'
        : ''
  const moves = attendance.flatMap(({ name, state, for: other, arrived, departed }) => {
    if (state !== 'present') return []
    const said = [arrived && `arrived at ${clockWords(arrived)}`, departed && `left at ${clockWords(departed)}`].filter(Boolean)
    return [...(other ? [`${name} sat as substitute for ${other}.`] : []), ...(said.length > 0 ? [`${name} ${said.join(' and ')}.`] : [])]
  })
  return [first, ...moves].filter(Boolean)
}

const KINDS = { pecuniary: 'a disclosable pecuniary interest', other: 'an interest' }

/** Of an exempt item, that there was a declaration and not a word of the interest: that stands in the item's own minute. */
function declarationsWords({ declarations, agenda, attendance }: MinuteMatter): string[] {
  if (declarations.length === 0) return attendance.length > 0 ? ['There were none.'] : []
  return declarations.map(({ name, agendaItemId, exempt, kind, interest, leaves }) => {
    const item = agenda.find(({ id }) => id === agendaItemId)
    const about = item ? ` in item ${item.number}${exempt ? ', an exempt item' : ` (${item.title})`}` : exempt ? ' in an exempt item' : ''
    const left = leaves ? `${exempt ? ',' : ''} and left the meeting while it was considered` : ''
    const why = exempt ? '' : `: ${sentence(interest)}`
    return `${name} declared ${KINDS[kind]}${about}${left}${why || '.'}`
  })
}

function ownDeclarations({ declarations }: MinuteMatter, item: AgendaItem): string[] {
  return declarations.flatMap(({ name, agendaItemId, kind, interest, leaves }) => {
    if (agendaItemId !== item.id) return []
    if (isExempt(item)) return [`${name} declared ${KINDS[kind]}${leaves ? ' and left the meeting' : ''}: ${sentence(interest)}`]
    return leaves ? [`${name}, having declared an interest, left the meeting for this item.`] : []
  })
}

function minutesWords({ committee, confirmed, before }: MinuteMatter): Opening {
  if (confirmed.length === 0)
    return { text: before ? [`The minutes of the meeting held on ${inWords(before)} were before the Committee.`] : [] }
  const said = confirmed.map(({ heldOn, corrections }) => {
    const minutes = `That the minutes of the meeting of the ${committee} held on ${inWords(heldOn)} be confirmed and signed by the Chair`
    return corrections === '' ? `${minutes}.` : `${minutes}, with these corrections: ${sentence(corrections.replaceAll('\n', '; '))}`
  })
  return { text: [], resolution: said.join('\n') }
}

/** `18:45` → 6.45pm */
function clockWords(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return `${hour % 12 || 12}${minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`
}

const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`)
