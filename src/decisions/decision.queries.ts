import { decisionsToldIn } from '../meetings/decision-told.queries.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Decision, DecisionKind, Settlement } from './decision.ts'

/** Every decision of a meeting in the order in which they were recorded, those taken back among them. */
export async function decisionsOf(trx: Trx, meetingId: string): Promise<Decision[]> {
  return (await selectDecisions(trx).where('d.meeting_id', '=', meetingId).execute()).map(asDecision)
}

/** A decision about a recommendation, with the meeting that took it. */
export interface DecisionAtMeeting extends Decision {
  meeting: { slug: string; heldOn: string; committee: string; committeeId: string }
}

/** What meetings decided about these recommendations (and their actions), oldest first, without what was taken back. */
export async function decisionsAbout(trx: Trx, recommendationIds: readonly string[]): Promise<DecisionAtMeeting[]> {
  if (recommendationIds.length === 0) return []
  const rows = await selectDecisions(trx)
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'd.council_id').onRef('m.meeting_id', '=', 'd.meeting_id'))
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'm.council_id').onRef('c.committee_id', '=', 'm.committee_id'),
    )
    .select(['m.slug as meeting_slug', 'm.held_on', 'm.committee_id', 'c.name as committee'])
    .where('d.recommendation_id', 'in', [...recommendationIds])
    .where('w.decision_id', 'is', null)
    .execute()
  return rows.map((row) => ({
    ...asDecision(row),
    meeting: { slug: row.meeting_slug, heldOn: row.held_on, committee: row.committee, committeeId: row.committee_id },
  }))
}

function selectDecisions(trx: Trx) {
  return trx
    .selectFrom('decision as d')
    .leftJoin('decision_withdrawal as w', (join) => join.onRef('w.council_id', '=', 'd.council_id').onRef('w.decision_id', '=', 'd.id'))
    .innerJoin(decisionsToldIn().as('told'), (join) =>
      join.onRef('told.council_id', '=', 'd.council_id').onRef('told.decision_id', '=', 'd.id'),
    )
    .leftJoin('account as a', 'a.id', 'd.recorded_by')
    .selectAll('d')
    .select(['w.decision_id as withdrawal', 'a.name as by', 'told.reference', 'told.exempt'])
    .orderBy('d.recorded_at')
    .orderBy('d.device_number')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDecisions>['execute']>>[number]

function asDecision(row: Row): Decision {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    agendaItemId: row.agenda_item_id,
    recommendationId: row.recommendation_id,
    actionId: row.action_id,
    itemId: row.item_id,
    kind: row.kind,
    gradeCode: row.grade_code,
    gradeLabel: row.grade_label || null,
    meaning: row.meaning as Decision['meaning'],
    words: row.words,
    ending: row.ending,
    movedBy: row.moved_by,
    secondedBy: row.seconded_by,
    minuteReference: row.reference,
    isPublic: !row.exempt,
    warned: row.warned,
    deviceKey: row.device_key,
    deviceNumber: row.device_number,
    decidedAt: row.decided_at,
    recordedAt: row.recorded_at,
    recordedBy: row.by,
    withdrawn: row.withdrawal !== null,
  }
}

/** How these recommendations stand settled, by id. */
export async function settlementsOf(trx: Trx, recommendationIds: readonly string[]): Promise<Map<string, Settlement>> {
  if (recommendationIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('recommendation_settled as s')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 's.council_id').onRef('m.meeting_id', '=', 's.meeting_id'))
    .innerJoin(decisionsToldIn().as('told'), (join) =>
      join.onRef('told.council_id', '=', 's.council_id').onRef('told.decision_id', '=', 's.decision_id'),
    )
    .selectAll('s')
    .select(['m.slug', 'm.held_on', 'told.reference'])
    .where('s.recommendation_id', 'in', [...recommendationIds])
    .execute()
  return new Map(
    rows.map((row) => [
      row.recommendation_id!,
      {
        decisionId: row.decision_id!,
        kind: row.kind as DecisionKind as Settlement['kind'],
        ending: row.ending as Settlement['ending'],
        minuteReference: row.reference,
        meeting: { id: row.meeting_id!, slug: row.slug, heldOn: row.held_on },
      },
    ]),
  )
}
