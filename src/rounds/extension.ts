import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Owned } from '../recommendations/ownership.ts'
import { dueOn, type PromiseRecord, type TimescaleLine } from '../recommendations/recommendation.ts'
import type { RoundState } from '../reviews/review.ts'

/** A later date that an update asks for, with what was promised before and what was decided. */
export interface Extension {
  itemId: string
  /** Of the update that asks. */
  version: number
  round: { slug: string; name: string; state: RoundState; presentedOn: CalendarDate; meetingId: string }
  committee: string
  review: { slug: string; title: string }
  /** `Recommendation 10, part c, action 2` */
  name: string
  /** Of its recommendation or part. */
  address: string
  text: string
  owners: string[]
  words: string
  iso: string | null
  reason: string | null
  /** What a granted date is a promise of, and which of its dated lines it moves. */
  owned: Owned
  line: number
  /** The first promise and every change of it; of the whole, where a part or an action has none of its own. */
  promises: PromiseRecord[]
  decision: { granted: boolean; decidedBy: string; reason: string; recordedAt: Date; recordedBy: string | null } | null
}

/** Who grants later dates: somebody decides on each, or all that were given stand when their round is frozen. */
export interface ExtensionRule {
  version: number
  grantedBy: 'decision' | 'freeze'
  /** In words: the committee. */
  who: string
}

/** Until the council says otherwise. */
export const FIRST_RULE: ExtensionRule = { version: 0, grantedBy: 'decision', who: '' }

/** In whose name a date stands that needed nobody's leave. */
export const BY_THE_RULE = 'The council’s rule: dates given stand with their round'

/** The dated line that a later date moves: the one that falls due last. */
export function lineToMove(timescale: readonly TimescaleLine[]): TimescaleLine | undefined {
  const lastDay = (line: TimescaleLine) => line.promises.at(-1)?.dueOn ?? ''
  return timescale.reduce<TimescaleLine | undefined>(
    (last, line) => (last === undefined || lastDay(line) > lastDay(last) ? line : last),
    undefined,
  )
}

/** Whether the date asked for is the one that is promised already: then nothing is asked. */
export function isPromised({ words, iso }: Pick<Extension, 'words' | 'iso'>, standing: PromiseRecord | undefined): boolean {
  if (!standing) return false
  const day = dueOn(iso)
  return day === null ? standing.words === words : standing.dueOn === day
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** `third date`: how many dates there are with the one asked for. */
export function whichDate({ promises }: Pick<Extension, 'promises'>): string {
  const count = promises.length + 1
  return `${ORDINALS[count] ?? `${count}th`} date`
}
