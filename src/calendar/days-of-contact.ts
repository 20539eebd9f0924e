import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { promiseStories, type PromiseStory } from '../recommendations/promise-standing.ts'
import type { RecommendationRecord } from '../recommendations/recommendation.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { lastOf, type CalendarEntry } from './calendar-entry.ts'
import type { AskedDays } from './contact-days.queries.ts'

/** The day by which an asking is to be answered. It holds no link: whoever reads the calendar may be somebody else. */
export function entryOfAsking(asked: AskedDays): CalendarEntry {
  const { id, due, roundName, lines, wanted, committee, presentedOn } = asked
  const meeting = `for the meeting of ${committee}, ${inWords(presentedOn)}`
  const open = wanted === 0 ? 'Everything is answered' : `${wanted} of ${lines} still to answer`
  return {
    uid: `${id}-asking`,
    on: due,
    title: `${wanted === 0 ? 'Answered' : 'Progress due'}: ${roundName}`,
    words: `${open}, ${meeting}. The link in the council’s last message opens what was asked.`,
    href: null,
    state: asked.dueStands && lines > 0 ? 'certain' : 'cancelled',
    sequence: asked.said,
    changedAt: asked.changedAt,
  }
}

/**
 * The days promised for what these owners answer for, from a day on; what is settled is cancelled. Named by review and reference only: wording may be for
 * few eyes, and a calendar is read by machines of others.
 */
export function entriesOfPromises(
  owners: ReadonlySet<string>,
  reviews: readonly ReviewRecord[],
  today: CalendarDate,
  since: CalendarDate,
): CalendarEntry[] {
  return reviews.flatMap((review) =>
    review.recommendations.flatMap((recommendation) =>
      promiseStories(recommendation, review.rounds, today)
        .filter((story) => ownersOf(recommendation, story).some((owner) => owners.has(owner)))
        .filter(({ due }) => due !== null && due >= since)
        .map((story) => entryOfPromise(review, recommendation, story)),
    ),
  )
}

function entryOfPromise(review: ReviewRecord, recommendation: RecommendationRecord, story: PromiseStory): CalendarEntry {
  const said = story.timescale.flatMap(({ promises }) => promises)
  const updates = story.updates.filter(({ version }) => version > 0)
  return {
    uid: `${story.id}-promise`,
    on: story.due!,
    title: `Promised: ${nameOf(recommendation, story)}, ${review.title}`,
    words: changeOf(story),
    href: null,
    state: story.settledOn === null ? 'certain' : 'cancelled',
    sequence: said.length - 1 + updates.reduce((sum, { version }) => sum + version, 0),
    changedAt: lastOf([...said.map(({ savedAt }) => savedAt), ...updates.map(({ savedAt }) => savedAt)]),
  }
}

/** In days alone: the words of a timescale may say more than a day. */
function changeOf({ first, due, changes }: PromiseStory): string {
  if (changes === 0 || first === due) return ''
  return first === null ? 'No day was promised at first.' : `First promised for ${inWords(first)}.`
}

function nameOf({ ref, position }: RecommendationRecord, { of, name }: PromiseStory): string {
  const whole = `recommendation ${ref || `item ${position}`}`
  if (of === 'recommendation') return whole
  return of === 'part' ? `${whole}, part ${name}` : `${whole}, action ${name}`
}

/** Its own owners; where none are named, those of the whole, and where it has none either, whoever answers for anything of it. */
function ownersOf(recommendation: RecommendationRecord, { id }: PromiseStory): string[] {
  const all = [recommendation, ...recommendation.parts, ...recommendation.actions]
  const own = all.find((one) => one.id === id)?.owners ?? []
  if (own.length > 0) return own
  return recommendation.owners.length > 0 ? recommendation.owners : all.flatMap(({ owners }) => owners)
}
