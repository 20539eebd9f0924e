import { recordEvent } from '../history/record-event.ts'
import { refuseCancelled, type MeetingRecord } from '../meetings/meeting.ts'
import type { Officer } from '../people/officer.ts'
import { refuse } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { questionsFor, type Question } from './question.queries.ts'
import { loadRoom } from './room.queries.ts'

/**
 * Notes what a member wants to ask at a meeting. Refuses (conflict) a cancelled meeting, and (invalid) who does not sit that day, and a recommendation that is not on its agenda. Records
 * `question.noted`, without its words: history is for everybody in the council.
 */
export async function noteQuestion(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  said: Pick<Question, 'memberId' | 'recommendationId' | 'words' | 'shared'>,
): Promise<void> {
  refuseCancelled(meeting, 'nothing can be asked at it')
  const room = await loadRoom(trx, meeting)
  const seat = room.there.seats.find(({ member }) => member.id === said.memberId)
  if (!seat) return refuse('invalid', 'Choose a member who sits on this committee that day.')
  const line = room.lines.find(({ recommendation }) => recommendation.id === said.recommendationId)
  if (!line) return refuse('invalid', 'Choose a recommendation that is on the agenda of this meeting.')
  await trx
    .insertInto('question')
    .values({
      council_id: officer.councilId,
      meeting_id: meeting.id,
      recommendation_id: said.recommendationId,
      member_id: said.memberId,
      words: said.words,
      shared: said.shared,
      noted_by: officer.accountId,
    })
    .execute()
  await recordEvent(trx, officer, 'question.noted', `/meetings/${meeting.slug}/questions`, { name: seat.member.name })
}

/** Takes a question back. Refuses (not-found, conflict) one that is not there, or was taken back. Records `question.withdrawn`. */
export async function withdrawQuestion(trx: Trx, officer: Officer, meeting: MeetingRecord, id: string): Promise<void> {
  const question = (await questionsFor(trx, meeting.id)).find((one) => one.id === id)
  if (!question) return refuse('not-found', 'This question was taken back already.')
  const row = { council_id: officer.councilId, question_id: id, withdrawn_by: officer.accountId }
  await refuseOnConflict(trx.insertInto('question_withdrawal').values(row).execute(), 'This question was taken back already.')
  await recordEvent(trx, officer, 'question.withdrawn', `/meetings/${meeting.slug}/questions`, { name: question.by })
}
