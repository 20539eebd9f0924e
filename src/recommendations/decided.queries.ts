import { decisionWords, type DecisionKind, type Ending } from '../decisions/decision.ts'
import { decisionsAbout } from '../decisions/decision.queries.ts'
import { isDisconnect } from '../decisions/disconnect.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Meaning } from '../scales/scale.ts'
import type { UpdateRecord } from './recommendation.ts'

/** What stands decided about a recommendation, or an action of it, at one meeting. */
export interface CommitteeDecision {
  recommendationId: string
  actionId: string | null
  /** The line of the round that was before the meeting; null where none was. */
  itemId: string | null
  kind: DecisionKind
  committee: string
  heldOn: CalendarDate
  /** `Challenged the assessment: Slipped` */
  decided: string
  /** The committee's own grade, where it gave one. */
  grade: { code: string; label: string; meaning: Meaning | null } | null
  words: string
  minuteReference: string
  /** The committee gave another grade than the owner. */
  disconnect: boolean
  isPublic: boolean
}

/** The decision with its meeting and minute: `Challenged the assessment: Slipped (Children’s Panel, 9 December 2026, minute 34/26)`. */
export function decidedWords({ decided, committee, heldOn, minuteReference }: CommitteeDecision): string {
  return `${decided} (${[committee, inWords(heldOn), minuteReference && `minute ${minuteReference}`].filter(Boolean).join(', ')})`
}

/** What stands decided about each of these recommendations, at one meeting after another. */
export async function decisionsOfRecord(
  trx: Trx,
  ids: readonly string[],
  updates: readonly UpdateRecord[],
): Promise<Map<string, CommitteeDecision[]>> {
  // At each meeting the last about a line stands.
  const standing = new Map((await decisionsAbout(trx, ids)).map((one) => [[one.meetingId, one.recommendationId, one.actionId].join(), one]))
  const made = [...standing.values()].map((one): CommitteeDecision => {
    const claimed = updates.find(({ itemId, version }) => itemId === one.itemId && version > 0)
    return {
      recommendationId: one.recommendationId,
      actionId: one.actionId,
      itemId: one.itemId,
      kind: one.kind,
      committee: one.meeting.committee,
      heldOn: one.meeting.heldOn,
      decided: decisionWords(one),
      grade: one.gradeCode === null ? null : { code: one.gradeCode, label: one.gradeLabel ?? one.gradeCode, meaning: one.meaning },
      words: one.words,
      minuteReference: one.minuteReference,
      disconnect: isDisconnect(claimed ? { code: claimed.gradeCode, meaning: claimed.meaning } : null, one),
      isPublic: one.isPublic,
    }
  })
  return Map.groupBy(
    made.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn)),
    ({ recommendationId }) => recommendationId,
  )
}

/** As the committee left it: settled (signed off or closed), or wanted further whatever its owner says. */
export type Decided = 'settled' | 'open'

/** What the newest decision leaves of a recommendation, since which meeting, and how one that is settled ended. */
export interface DecidedSince {
  decided: Decided
  decidedOn: CalendarDate
  ending: Ending | null
}

/** What the newest decision leaves of each of these recommendations; none where the committee decided nothing, or agreed with the owner. */
export async function decidedOf(trx: Trx, ids: readonly string[]): Promise<Map<string, DecidedSince>> {
  const settled = await trx
    .selectFrom('recommendation_settled as s')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 's.council_id').onRef('m.meeting_id', '=', 's.meeting_id'))
    .select(['s.recommendation_id', 's.ending', 'm.held_on'])
    .where('s.recommendation_id', 'in', [...ids])
    .execute()
  const newest = await trx
    .selectFrom('decision_now as d')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'd.council_id').onRef('m.meeting_id', '=', 'd.meeting_id'))
    .distinctOn('d.recommendation_id')
    .select(['d.recommendation_id', 'd.kind', 'm.held_on'])
    .where('d.recommendation_id', 'in', [...ids])
    .where('d.action_id', 'is', null)
    .orderBy('d.recommendation_id')
    .orderBy('m.held_on', 'desc')
    .orderBy('d.recorded_at', 'desc')
    .execute()
  const open = newest.filter(({ kind }) => kind !== 'agree')
  return new Map<string, DecidedSince>([
    ...open.map((row) => [row.recommendation_id, { decided: 'open', decidedOn: row.held_on, ending: null }] as const),
    ...settled.map(
      (row) => [row.recommendation_id!, { decided: 'settled', decidedOn: row.held_on, ending: row.ending as Ending | null }] as const,
    ),
  ])
}
