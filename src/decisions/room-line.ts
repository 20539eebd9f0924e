import type { AgendaItem } from '../meetings/agenda.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { RecommendationRecord, UpdateRecord } from '../recommendations/recommendation.ts'
import { promiseStories, type PromiseStory, undecided } from '../recommendations/promise-standing.ts'
import { gradeOf, type LineGrade } from '../reviews/recommendation-line.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import type { RoundFinding, RoundRecord } from '../rounds/round.ts'
import { isSettledGrade } from '../scales/scale.ts'
import type { Ending } from './decision.ts'

/** What is decided on in one go: a recommendation, a part of one, or an action, with all that the round's lines say of it. */
export interface RoomLine {
  /** In addresses: of the recommendation, part or action. */
  id: string
  agendaItem: Pick<AgendaItem, 'id' | 'number' | 'title' | 'exemptParagraphs'>
  review: ReviewRecord
  /** The whole, also where the line is about a part or an action of it. */
  whole: RecommendationRecord
  /** What is decided on; of an action, the recommendation (or part) that it serves. */
  recommendation: RecommendationRecord
  actionId: string | null
  /** `Recommendation 10, part c` */
  name: string
  text: string
  owners: string[]
  /** None where the round asked only about its parts or actions, or there is no round. */
  statements: Statement[]
  findings: RoundFinding[]
  promises: PromiseStory[]
}

/** What the round's paper says of a line; several where it has several statements. */
export interface Statement {
  itemId: string
  update: UpdateRecord
  grade: LineGrade
  last: UpdateRecord | null
  lastGrade: LineGrade | null
}

type ItemOfRoom = RoomLine['agendaItem']

/** The lines of a round before the meeting: of a recommendation that the round asks about by parts or actions, those and then the whole. */
export function linesOfRound(item: ItemOfRoom, round: RoundRecord, lines: readonly RoundLine[], reviewId: string | null): RoomLine[] {
  const taken = lines.filter(({ review }) => reviewId === null || review.id === reviewId)
  const byWhole = Map.groupBy(taken, ({ recommendation }) => recommendation.id)
  return [...byWhole.values()].flatMap((ofWhole) => {
    const { review, recommendation } = ofWhole[0]!
    const of = (line: RoundLine) => line.action?.id ?? line.part?.id ?? line.recommendation.id
    const made = [...Map.groupBy(ofWhole, of)].map(([id, statements]) => lineOf(id, item, round.presentedOn, statements))
    if (made.some(({ id }) => id === recommendation.id)) return made
    return [...made, wholeLine(item, review, recommendation, round.presentedOn)]
  })
}

/** The recommendations of a review that goes before the meeting without a round, parts before their whole. */
export function linesOfReview(item: ItemOfRoom, review: ReviewRecord, day: CalendarDate): RoomLine[] {
  return review.recommendations.flatMap((whole) => [
    ...whole.parts.map((part) => ({ ...wholeLine(item, review, whole, day), ...aboutPart(review, whole, part, day) })),
    wholeLine(item, review, whole, day),
  ])
}

function lineOf(id: string, agendaItem: ItemOfRoom, day: CalendarDate, lines: readonly RoundLine[]): RoomLine {
  const { review, recommendation: whole, part, action, owners } = lines[0]!
  const recommendation = part ?? whole
  const stories = promisesHeard(whole, review, day)
  const own = stories.filter((story) => story.id === id)
  return {
    id,
    agendaItem,
    review,
    whole,
    recommendation,
    actionId: action?.id ?? null,
    name: nameOf(whole, part, action?.id ?? null),
    text: action?.text || recommendation.text || whole.text,
    owners,
    statements: lines.map(({ itemId, update, last }) => ({
      itemId,
      update,
      grade: gradeOf(update, '', review),
      last: last && last.version > 0 ? last : null,
      lastGrade: last && last.version > 0 ? gradeOf(last, '', review) : null,
    })),
    findings: [...new Set(lines.flatMap(({ findings }) => findings))],
    promises: own.length > 0 ? own : stories.filter(({ of }) => of === 'recommendation'),
  }
}

function wholeLine(agendaItem: ItemOfRoom, review: ReviewRecord, whole: RecommendationRecord, day: CalendarDate): RoomLine {
  const hasMore = whole.parts.length + whole.actions.length > 0
  return {
    id: whole.id,
    agendaItem,
    review,
    whole,
    recommendation: whole,
    actionId: null,
    name: hasMore ? `${nameOf(whole, null, null)} as a whole` : nameOf(whole, null, null),
    text: whole.text,
    owners: whole.owners,
    statements: [],
    findings: [],
    promises: promisesHeard(whole, review, day),
  }
}

/** As the rounds told them: a decision that is corrected in the room is not judged by itself. */
function promisesHeard(whole: RecommendationRecord, review: ReviewRecord, day: CalendarDate) {
  return promiseStories(undecided(whole), review.rounds, day)
}

function aboutPart(review: ReviewRecord, whole: RecommendationRecord, part: RecommendationRecord, day: CalendarDate) {
  const promises = promisesHeard(whole, review, day).filter(({ id }) => id === part.id)
  return { id: part.id, recommendation: part, name: nameOf(whole, part, null), text: part.text, owners: part.owners, promises }
}

function nameOf(whole: RecommendationRecord, part: RecommendationRecord | null, actionId: string | null): string {
  const place = whole.actions.findIndex(({ id }) => id === actionId)
  return [
    `Recommendation ${whole.ref || whole.position}`,
    part && `part ${part.ref || part.position}`,
    place >= 0 && `action ${whole.actions[place]!.ref ?? place + 1}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Whether a line is about a recommendation as a whole, and not a part or an action of it. */
export function isWholeLine({ actionId, recommendation, whole }: Pick<RoomLine, 'actionId' | 'recommendation' | 'whole'>): boolean {
  return actionId === null && recommendation.id === whole.id
}

/** The grade that the owner claims: of several statements the one that is furthest from being settled. */
export function gradeClaimed({ statements }: Pick<RoomLine, 'statements'>): LineGrade | null {
  const said = statements.filter(({ update }) => update.version > 0)
  return (said.find(({ update }) => !isSettledGrade(update.meaning)) ?? said[0])?.grade ?? null
}

/** Whether the owner claims that nothing is left to do. */
export function isClaimedDone(line: Pick<RoomLine, 'statements'>): boolean {
  return isSettledGrade(gradeClaimed(line)?.meaning ?? null)
}

/** The later date that the updates of a line ask for; undefined where they ask for none. */
export function dateAskedFor({ statements }: Pick<RoomLine, 'statements'>): UpdateRecord | undefined {
  return statements.map(({ update }) => update).find(({ version, revisedWords }) => version > 0 && Boolean(revisedWords))
}

/** The parts that keep a whole from being signed off: neither graded as done in their last update nor settled by the committee. */
export function openParts(
  line: Pick<RoomLine, 'recommendation' | 'actionId' | 'review'>,
  settled: ReadonlySet<string>,
): RecommendationRecord[] {
  if (line.actionId !== null) return []
  return line.recommendation.parts.filter((part) => !settled.has(part.id) && !isDone(part, line.review))
}

function isDone(part: RecommendationRecord, review: ReviewRecord): boolean {
  const said = part.updates.filter(({ version }) => version > 0)
  const round = review.rounds.findLast(({ id }) => said.some(({ roundId }) => roundId === id))
  const last = said.filter(({ roundId }) => roundId === round?.id)
  return last.length > 0 && last.every(({ meaning }) => isSettledGrade(meaning))
}

/**
 * How a recommendation that is signed off on a day ended, by what is on record: in time where it was done by the round that followed its first promise, or
 * where no date was promised.
 */
export function endingOf(line: Pick<RoomLine, 'promises' | 'statements'>, day: CalendarDate): Ending {
  if (line.statements.length > 0 && line.statements.every(({ update }) => update.meaning === 'superseded')) return 'superseded'
  const isLate = line.promises.some(
    ({ standing, first }) => standing === 'kept_late' || (standing !== 'kept' && first !== null && first < day),
  )
  return isLate ? 'achieved-late' : 'achieved-in-time'
}
