import type { Trx } from '../platform/database/database.ts'

/** What a member wants to ask about a recommendation at a meeting. */
export interface Question {
  id: string
  recommendationId: string
  memberId: string
  by: string
  words: string
  /** With the committee; else it is the member's own or, where an officer noted it for them, between the two. */
  shared: boolean
  /** Noted by the member themselves. */
  byMember: boolean
  /** The account that noted it. */
  notedBy: string | null
}

/**
 * What members noted for a meeting, in the order in which it was noted. What a member noted for themselves is among it only where that member asks: the
 * database keeps it from everybody else.
 */
export async function questionsFor(trx: Trx, meetingId: string): Promise<Question[]> {
  const rows = await trx
    .selectFrom('question as q')
    .innerJoin('member_now as m', (join) => join.onRef('m.council_id', '=', 'q.council_id').onRef('m.member_id', '=', 'q.member_id'))
    .leftJoin('question_withdrawal as w', (join) => join.onRef('w.council_id', '=', 'q.council_id').onRef('w.question_id', '=', 'q.id'))
    .select(['q.id', 'q.recommendation_id', 'q.member_id', 'q.words', 'q.shared', 'q.by_member', 'q.noted_by', 'm.name'])
    .where('q.meeting_id', '=', meetingId)
    .where('w.question_id', 'is', null)
    .orderBy('q.noted_at')
    .orderBy('q.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    recommendationId: row.recommendation_id,
    memberId: row.member_id,
    by: row.name,
    words: row.words,
    shared: row.shared,
    byMember: row.by_member,
    notedBy: row.noted_by,
  }))
}

/** Those that members share with the committee: what is kept for themselves stands on no page of the meeting. */
export async function sharedQuestions(trx: Trx, meetingId: string): Promise<Question[]> {
  return (await questionsFor(trx, meetingId)).filter(({ shared }) => shared)
}
