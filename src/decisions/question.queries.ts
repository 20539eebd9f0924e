import type { Trx } from '../platform/database/database.ts'

export interface SharedQuestion {
  recommendationId: string
  words: string
  by: string
}

/** What members noted for the meeting and shared with the committee, in the order in which they asked; never what they keep for themselves. */
export async function sharedQuestions(trx: Trx, meetingId: string): Promise<SharedQuestion[]> {
  const rows = await trx
    .selectFrom('question as q')
    .innerJoin('account as a', 'a.id', 'q.asked_by')
    .leftJoin('question_withdrawal as w', (join) => join.onRef('w.council_id', '=', 'q.council_id').onRef('w.question_id', '=', 'q.id'))
    .select(['q.recommendation_id', 'q.words', 'a.name'])
    .where('q.meeting_id', '=', meetingId)
    .where('q.shared', '=', true)
    .where('w.question_id', 'is', null)
    .orderBy('q.asked_at')
    .execute()
  return rows.map((row) => ({ recommendationId: row.recommendation_id, words: row.words, by: row.name }))
}
