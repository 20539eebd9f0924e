import type { Ending } from '../decisions/decision.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { daysBetween, today } from '../platform/core/calendar-date.ts'
import { isSettledGrade } from '../scales/scale.ts'
import type { DecidedSince } from './decided.queries.ts'
import { dueOn, type ExtensionAsked, type RecommendationRecord, type TimescaleLine, type UpdateRecord } from './recommendation.ts'

/**
 * What became of a promise by a day. The first promise is the measure: what was done after it was done late, however often it was moved. What the
 * committee settled without its being done in full is neither kept nor broken: it has ended.
 */
export const STANDINGS = ['kept', 'kept_late', 'ended', 'ahead', 'moved', 'broken', 'no_date'] as const
export type Standing = (typeof STANDINGS)[number]

export const STANDING_WORDS: Record<Standing, string> = {
  kept: 'Done as first promised',
  kept_late: 'Done later than first promised',
  ended: 'Ended by the committee, not done in full',
  ahead: 'Not due yet',
  moved: 'Moved to a later date, not due yet',
  broken: 'Date passed, not done',
  no_date: 'No date promised',
}

/** What can hold a promise: a recommendation, a part of one or an action, with what rounds said of it. */
export interface PromiseHolder {
  id: string
  of: 'recommendation' | 'part' | 'action'
  /** The part's reference, the action's reference or place; empty for the recommendation itself. */
  name: string
  timescale: TimescaleLine[]
  /** What rounds said of it: its own lines, or where it has none those of the whole. */
  updates: UpdateRecord[]
  /** The lines whose new dates are its own: the whole's new date is not that of each of several actions. */
  revisions: UpdateRecord[]
  /** As the committee left it: its own, or of what was settled as a whole. */
  left: DecidedSince | null
}

/** One thing said of a date: in the plan (`on` is null: from the beginning), as a change on record, or in a round as a new date. */
export interface PromiseMoment {
  on: CalendarDate | null
  /** The dated line; null where a round gave a date for the whole. */
  line: number | null
  words: string
  dueOn: CalendarDate | null
  reason: string | null
  grantedBy: string | null
  savedBy: string | null
  roundId: string | null
  /** It is a date that was asked for and that nobody has granted: it moves nothing. */
  extension?: ExtensionAsked
}

/** A round as a promise sees it: when it went before the committee. Oldest first. */
export interface DatedRound {
  id: string
  presentedOn: CalendarDate
}

/** Everything in a recommendation that was given a date; where nothing was, the recommendation itself, so that the gap is counted too. */
export function promiseHolders(recommendation: RecommendationRecord): PromiseHolder[] {
  const { parts, actions } = recommendation
  const whole = leftOf(recommendation)
  const settled = whole?.decided === 'settled' ? whole : null
  const ownLines = recommendation.updates.filter((update) => update.actionId === null)
  const own = ownLines.length > 0 ? ownLines : [...recommendation.updates, ...parts.flatMap((part) => part.updates)]
  const holder = (
    id: string,
    of: PromiseHolder['of'],
    name: string,
    timescale: TimescaleLine[],
    lines: UpdateRecord[],
    left: DecidedSince | null,
  ): PromiseHolder => ({
    id,
    of,
    name,
    timescale,
    updates: lines.length > 0 ? lines : own,
    revisions: lines,
    left,
  })
  const holders = [
    holder(recommendation.id, 'recommendation', '', recommendation.timescale, own, whole),
    ...parts.map((part) => holder(part.id, 'part', part.ref, part.timescale, part.updates, settled ?? leftOf(part))),
    ...actions.map(({ id, ref, timescale }, index) => {
      const lines = recommendation.updates.filter((update) => update.actionId === id)
      return holder(id, 'action', ref ?? String(index + 1), timescale, lines, settled)
    }),
  ]
  const dated = holders.filter(({ timescale }) => timescale.length > 0)
  if (dated.length === 1) return dated.map((only) => ({ ...only, revisions: only.updates }))
  return dated.length > 0 ? dated : holders.slice(0, 1)
}

function leftOf({ decided, decidedOn, ending }: RecommendationRecord): DecidedSince | null {
  return decided && decidedOn ? { decided, decidedOn, ending } : null
}

/** A recommendation before any committee decided on it, so that only its rounds speak of it. */
export function undecided(recommendation: RecommendationRecord): RecommendationRecord {
  return { ...recommendation, decided: null, decidedOn: null, ending: null, parts: recommendation.parts.map(undecided) }
}

/** Every word said of a holder's date, oldest first. A new date that a round gave and the record then took over is told once. */
export function promiseMoments(holder: PromiseHolder, rounds: readonly DatedRound[]): PromiseMoment[] {
  const inRounds = holder.revisions
    .filter((update) => update.revisedWords)
    .flatMap((update): PromiseMoment[] => {
      const round = rounds.find((one) => one.id === update.roundId)
      if (!round) return []
      const { revisedWords, revisedIso, revisedReason, explanation, savedBy, extension } = update
      const said = { words: revisedWords!, dueOn: dueOn(revisedIso), reason: revisedReason ?? explanation, grantedBy: null, savedBy }
      const open = extension && extension.state !== 'granted' ? { extension } : {}
      return [{ on: round.presentedOn, line: null, ...said, roundId: round.id, ...open }]
    })
  const onRecord = holder.timescale.flatMap((line) =>
    line.promises.map((promise, index): PromiseMoment => {
      const { words, reason, grantedBy, savedBy, meetingOn, savedAt } = promise
      const alike = inRounds.filter((moment) => index > 0 && moment.words === words)
      const said = alike.find((moment) => moment.on === meetingOn) ?? alike.find(stands) ?? alike[0]
      const on = index === 0 ? null : (meetingOn ?? said?.on ?? today(savedAt))
      return { on, line: line.line, words, dueOn: promise.dueOn, reason, grantedBy, savedBy, roundId: said?.roundId ?? null }
    }),
  )
  const untold = inRounds.filter((moment) => !onRecord.some((known) => known.on === moment.on && known.words === moment.words))
  return [...onRecord, ...once(untold)].sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
}

/** Several statements of one round often give the same new date. */
function once(moments: PromiseMoment[]): PromiseMoment[] {
  return moments.filter((moment, index) => moments.findIndex((one) => one.on === moment.on && one.words === moment.words) === index)
}

/** Whether a moment is a promise or a change of one, and no request that waits for leave or was refused it. */
export function stands(moment: PromiseMoment): boolean {
  return moment.extension === undefined
}

/** The day promised as things stood on a day (or, without one, as they stand now): the last of its lines. Null: no date. */
export function dueAsOf(moments: readonly PromiseMoment[], day?: CalendarDate): CalendarDate | null {
  const lines = new Map<number, CalendarDate | null>()
  for (const moment of moments) {
    if (!stands(moment) || (day !== undefined && moment.on !== null && moment.on > day)) continue
    if (moment.line === null) lines.clear()
    lines.set(moment.line ?? 0, moment.dueOn)
  }
  return latest([...lines.values()])
}

export function firstDue(moments: readonly PromiseMoment[]): CalendarDate | null {
  const plan = moments.filter((moment) => moment.on === null)
  return latest((plan.length > 0 ? plan : moments.filter(stands).slice(0, 1)).map((moment) => moment.dueOn))
}

function latest(days: (CalendarDate | null)[]): CalendarDate | null {
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

/** The round since which everything said of the holder has been settled; undefined while it is open. What a meeting wants further counts for nothing said before. */
function doneSince({ updates, left }: PromiseHolder, rounds: readonly DatedRound[]): DatedRound | undefined {
  const said = rounds
    .map((round) => ({ round, lines: updates.filter((update) => update.roundId === round.id && update.version > 0) }))
    .filter(({ lines }) => lines.length > 0)
  const wantedOn = left?.decided === 'open' ? left.decidedOn : ''
  const lastOpen = said.findLastIndex(
    ({ round, lines }) => round.presentedOn <= wantedOn || !lines.every((line) => isSettledGrade(line.meaning)),
  )
  return said[lastOpen + 1]?.round
}

/** What had become of a holder's promise by a day, by what the committee decided or else by what the rounds up to that day said. */
export function standingOn(holder: PromiseHolder, rounds: readonly DatedRound[], day: CalendarDate): Standing {
  const heard = heardBy(holder, rounds, day)
  const moments = promiseMoments(holder, rounds)
  const first = firstDue(moments)
  const due = dueAsOf(moments, day)
  if (first === null && due === null) return 'no_date'
  if (heard.settled) return STANDING_OF_ENDING[heard.settled.ending ?? 'achieved-in-time'] ?? 'ended'
  if (heard.done) return doneInTime(heard.done, heard.past, first ?? due!) ? 'kept' : 'kept_late'
  if (due !== null && due < day) return 'broken'
  if (due === null) return first! < day ? 'broken' : 'no_date'
  return first !== null && due > first ? 'moved' : 'ahead'
}

const STANDING_OF_ENDING: Partial<Record<Ending, Standing>> = { 'achieved-in-time': 'kept', 'achieved-late': 'kept_late' }

/** What meetings up to a day made of a holder: the decision that settled it, else the round since which it was said to be done. */
function heardBy(holder: PromiseHolder, rounds: readonly DatedRound[], day: CalendarDate) {
  const past = rounds.filter((round) => round.presentedOn <= day)
  const left = holder.left && holder.left.decidedOn <= day ? holder.left : null
  const settled = left?.decided === 'settled' ? left : null
  return { past, settled, done: doneSince({ ...holder, left }, past) }
}

/** Rounds tell only by when a thing was done: it was in time if the first round on or after its date said so, or an earlier one. */
function doneInTime(done: DatedRound, rounds: readonly DatedRound[], due: CalendarDate): boolean {
  const asked = rounds.find((round) => round.presentedOn >= due)
  return asked === undefined || done.presentedOn <= asked.presentedOn
}

/** A holder's promise told in full, for a list and for its own page. */
export interface PromiseStory extends PromiseHolder {
  moments: PromiseMoment[]
  first: CalendarDate | null
  due: CalendarDate | null
  /** The words that stand now. */
  words: string
  /** How often the date was changed after the first promise. */
  changes: number
  /** A new date that a meeting still to come is to hear of, or that nobody has decided on: until then the old one stands. */
  putForward: PromiseMoment | null
  standing: Standing
  settledOn: CalendarDate | null
  /** Days since the date passed, while it is open; 0 otherwise. */
  lateBy: number
  /** Days from the first promise to what is promised now. */
  slippedBy: number
}

export function promiseStory(holder: PromiseHolder, rounds: readonly DatedRound[], today: CalendarDate): PromiseStory {
  const moments = promiseMoments(holder, rounds)
  const heard = moments.filter((moment) => stands(moment) && (moment.on === null || moment.on <= today))
  const [first, due] = [firstDue(moments), dueAsOf(moments, today)]
  const standing = standingOn(holder, rounds, today)
  const { settled, done } = heardBy(holder, rounds, today)
  return {
    ...holder,
    moments,
    first,
    due,
    words: wordsNow(heard),
    changes: heard.filter((moment) => moment.on !== null).length,
    putForward: moments.findLast((moment) => isPutForward(moment, today)) ?? null,
    standing,
    settledOn: settled?.decidedOn ?? done?.presentedOn ?? null,
    lateBy: standing === 'broken' ? daysBetween((due ?? first)!, today) : 0,
    slippedBy: first && due && due > first ? daysBetween(first, due) : 0,
  }
}

function isPutForward({ on, extension }: PromiseMoment, today: CalendarDate): boolean {
  return extension?.state !== 'refused' && on !== null && (extension !== undefined || on > today)
}

function wordsNow(moments: readonly PromiseMoment[]): string {
  const lines = new Map<number, string>()
  for (const { line, words } of moments) {
    if (line === null) lines.clear()
    lines.set(line ?? 0, words)
  }
  return [...lines.values()].join('; ')
}

export function promiseStories(recommendation: RecommendationRecord, rounds: readonly DatedRound[], today: CalendarDate): PromiseStory[] {
  return promiseHolders(recommendation).map((holder) => promiseStory(holder, rounds, today))
}
