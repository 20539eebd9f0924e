import { recordEvent } from '../history/record-event.ts'
import { sittingOn } from '../members/member.ts'
import { listSeats } from '../members/member.queries.ts'
import { refuseCancelled, type MeetingRecord } from '../meetings/meeting.ts'
import type { Officer, SignedInMember } from '../people/officer.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { questionsFor, type Question } from './question.queries.ts'

/**
 * Notes a member's own question about a recommendation that is before a meeting: for themselves, or shared with the committee. Refuses (conflict) a
 * meeting that was held or is cancelled, and (not-allowed) who does not sit there that day. Records `question.noted` with neither its words nor what it is about.
 */
export async function noteOwnQuestion(
  trx: Trx,
  member: SignedInMember,
  meeting: MeetingRecord,
  said: Pick<Question, 'recommendationId' | 'words' | 'shared'>,
  today: CalendarDate,
): Promise<void> {
  await refuseAsking(trx, member, meeting, today)
  await insertOwnQuestion(trx, member, meeting.id, said)
  await recordEvent(trx, member, 'question.noted', subjectOf(meeting))
}

/**
 * Shares a member's own question with the committee, or keeps it to themselves from now on: the earlier one is taken back and the same words stand anew.
 * Refuses (conflict) one that is not theirs, was taken back, or stands so already, and sharing as `noteOwnQuestion` refuses noting. Records
 * `question.changed` without its words.
 */
export async function changeWhoReads(
  trx: Trx,
  member: SignedInMember,
  meeting: MeetingRecord,
  id: string,
  shared: boolean,
  today: CalendarDate,
): Promise<Question> {
  const question = await ownQuestion(trx, member, meeting, id)
  if (shared) await refuseAsking(trx, member, meeting, today)
  refuseIf(question.shared === shared, 'conflict', shared ? 'It is shared already.' : 'Only you read it already.')
  await takeBack(trx, member, id)
  await insertOwnQuestion(trx, member, meeting.id, { ...question, shared })
  await recordEvent(trx, member, 'question.changed', subjectOf(meeting))
  return question
}

/** Takes a member's own question back. Refuses (conflict) one that is not theirs or was taken back. Records `question.withdrawn` without its words. */
export async function withdrawOwnQuestion(trx: Trx, member: SignedInMember, meeting: MeetingRecord, id: string): Promise<Question> {
  const question = await ownQuestion(trx, member, meeting, id)
  await takeBack(trx, member, id)
  await recordEvent(trx, member, 'question.withdrawn', subjectOf(meeting))
  return question
}

/** Whether a question is one that this member noted themselves, and may take back. */
export const isOwn = ({ byMember, notedBy }: Pick<Question, 'byMember' | 'notedBy'>, { accountId }: Pick<Officer, 'accountId'>): boolean =>
  byMember && notedBy === accountId

async function refuseAsking(trx: Trx, member: SignedInMember, meeting: MeetingRecord, today: CalendarDate): Promise<void> {
  refuseCancelled(meeting, 'nothing can be asked at it')
  refuseIf(today > meeting.heldOn, 'conflict', `The meeting was held on ${inWords(meeting.heldOn)}: nothing more can be asked at it.`)
  const seats = await listSeats(trx, { committeeId: meeting.committee.id, memberId: member.memberId })
  const sits = seats.some((seat) => sittingOn(seat, meeting.heldOn) === 'sits')
  refuseIf(!sits, 'not-allowed', `You have no seat on ${meeting.committee.name} on ${inWords(meeting.heldOn)}, so you cannot ask there.`)
}

async function ownQuestion(trx: Trx, member: SignedInMember, meeting: MeetingRecord, id: string): Promise<Question> {
  const found = (await questionsFor(trx, meeting.id)).find((one) => one.id === id && isOwn(one, member))
  return found ?? refuse('conflict', 'This question was taken back or changed already. Look at what stands now.')
}

async function takeBack(trx: Trx, member: SignedInMember, id: string): Promise<void> {
  const row = { council_id: member.councilId, question_id: id, withdrawn_by: member.accountId }
  const write = trx.insertInto('question_withdrawal').values(row).execute()
  await refuseOnConflict(write, 'This question was taken back or changed already. Look at what stands now.')
}

async function insertOwnQuestion(
  trx: Trx,
  member: SignedInMember,
  meetingId: string,
  { recommendationId, words, shared }: Pick<Question, 'recommendationId' | 'words' | 'shared'>,
): Promise<void> {
  const whose = { council_id: member.councilId, meeting_id: meetingId, member_id: member.memberId, noted_by: member.accountId }
  await trx
    .insertInto('question')
    .values({ ...whose, recommendation_id: recommendationId, words, shared, by_member: true })
    .execute()
}

const subjectOf = ({ slug }: MeetingRecord) => `/meetings/${slug}/questions`
