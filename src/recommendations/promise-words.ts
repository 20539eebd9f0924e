import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { capitalised, howLong, numberInWords } from '../referee/plain-words.ts'
import type { PromiseMoment, PromiseStory } from './promise-standing.ts'

/** What a reader should know of a promise beside its words: `Four months late`, `Moved twice; first promised March 2026`. */
export function promiseNotes(story: PromiseStory, today: CalendarDate): string[] {
  const { standing, first, due, changes, moments, settledOn, putForward } = story
  const notes: string[] = []
  if (standing === 'broken') notes.push(`${capitalised(howLong((due ?? first)!, today))} late`)
  if (standing === 'kept' && settledOn) notes.push(`Done in time (meeting of ${inWords(settledOn)})`)
  if (standing === 'kept_late' && settledOn) notes.push(`Done late (meeting of ${inWords(settledOn)})`)
  if (standing === 'ended' && settledOn) notes.push(`Ended by the committee (meeting of ${inWords(settledOn)})`)
  if (standing === 'no_date') notes.push(story.words === '' ? 'No date promised' : 'Not a date: it can never be late')
  if (changes > 0) notes.push(`Moved ${times(changes)}; first promised ${firstWords(moments)}`)
  if (putForward) {
    const meeting = `the meeting of ${inWords(putForward.on!)}`
    const isHeard = putForward.extension !== undefined && putForward.on! < today
    notes.push(
      isHeard ? `${putForward.words} asked for at ${meeting}; nobody has decided yet` : `${putForward.words} put forward to ${meeting}`,
    )
  }
  return notes
}

export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${numberInWords(count)} times`
}

function firstWords(moments: readonly PromiseMoment[]): string {
  return moments[0]?.words ?? 'without a date'
}

/** The day that words were taken to mean, where the words do not say it themselves: `(31 July 2026)`. */
export function meaningOf(moment: Pick<PromiseMoment, 'words' | 'dueOn'>): string {
  if (moment.dueOn === null) return ''
  const day = inWords(moment.dueOn)
  return moment.words.includes(day) ? '' : day
}
