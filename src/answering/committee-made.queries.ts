import { decisionWords } from '../decisions/decision.ts'
import { decisionsToldIn } from '../meetings/decision-told.queries.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'

/** What a committee made of updates, in words, by their lines: its newest decision on each, where that was taken in public. */
export async function committeeMade(trx: Trx, itemIds: readonly string[]): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('decision_now as d')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'd.council_id').onRef('m.meeting_id', '=', 'd.meeting_id'))
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'm.council_id').onRef('c.committee_id', '=', 'm.committee_id'),
    )
    .innerJoin(decisionsToldIn().as('told'), (join) =>
      join.onRef('told.council_id', '=', 'd.council_id').onRef('told.decision_id', '=', 'd.id'),
    )
    .select(['d.item_id', 'd.kind', 'd.ending', 'd.grade_label', 'd.words', 'told.reference', 'm.held_on', 'c.name as committee'])
    .where('d.item_id', 'in', [...itemIds])
    .where('told.exempt', '=', false)
    .orderBy('m.held_on')
    .orderBy('d.recorded_at')
    .execute()
  return new Map(
    rows.map((row) => {
      const said = [decisionWords({ kind: row.kind, ending: row.ending, gradeLabel: row.grade_label || null }), row.words]
      const where = [row.committee, inWords(row.held_on), row.reference && `minute ${row.reference}`].filter(Boolean)
      return [row.item_id!, `${said.filter(Boolean).join('. ')} (${where.join(', ')})`]
    }),
  )
}
