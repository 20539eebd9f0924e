import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { freeSlug, slugOf } from '../platform/core/slug.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Answer, RequestMade, RequestRecord, RequestSaid } from './request.ts'

/** What history may tell of a request: nothing of one that was made in an exempt item. */
const toldOf = (exempt: boolean, detail: Record<string, string | null>) => (exempt ? { title: 'A request of an exempt item' } : detail)

/**
 * Puts a request on the record. Refuses (invalid) a meeting to come that is not after the one at which it was made. Records `request.made`. Its address
 * says nothing of a request made in an exempt item.
 */
export async function addRequest(
  trx: Trx,
  officer: Officer,
  committeeId: string,
  made: RequestMade & { exempt: boolean },
  said: RequestSaid,
): Promise<string> {
  const taken = new Set((await trx.selectFrom('request').select('slug').execute()).map(({ slug }) => slug))
  const slug = freeSlug(made.exempt ? 'exempt-request' : slugOf(said.words, 'request', 48), taken)
  const write = trx
    .insertInto('request')
    .values({
      council_id: officer.councilId,
      slug,
      committee_id: committeeId,
      meeting_id: made.meetingId,
      agenda_item_id: made.agendaItemId,
      made_by: officer.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await refuseOnConflict(write, 'Someone else has just recorded a request in these words.')
  await insertVersion(trx, officer, id, 1, said)
  await recordEvent(trx, officer, 'request.made', `/requests/${slug}`, toldOf(made.exempt, { title: said.words, owner: said.owner }))
  return slug
}

/** Says a request anew. Refuses (conflict) where someone has saved since it was read. Records `request.corrected`. */
export async function correctRequest(
  trx: Trx,
  officer: Officer,
  request: RequestRecord,
  said: RequestSaid,
  version: number,
): Promise<void> {
  await insertVersion(trx, officer, request.id, version + 1, said)
  const detail = toldOf(request.exempt, { title: said.words, owner: said.owner, due: said.dueWords })
  await recordEvent(trx, officer, 'request.corrected', `/requests/${request.slug}`, detail)
}

/**
 * Records that a request was answered, is not pursued, or is taken up again after either. Refuses (conflict) an answer to one that has one, and taking up
 * one that is outstanding; and (invalid) an answer from the future. Records `request.answered`, `request.not-pursued` or `request.taken-up-again`.
 */
export async function answerRequest(
  trx: Trx,
  officer: Officer,
  request: RequestRecord,
  said: { became: Answer; words: string; on: CalendarDate },
  today: CalendarDate,
): Promise<void> {
  refuseIf(said.on > today, 'invalid', 'The day of the answer is still to come. Enter the day on which it came.')
  const isDone = request.answer !== null
  if (said.became === 'taken-up-again') refuseIf(!isDone, 'conflict', 'This request is outstanding already.')
  else refuseIf(isDone, 'conflict', 'This request has been dealt with already. Take it up again first, if that was wrong.')
  const row = {
    council_id: officer.councilId,
    request_id: request.id,
    became: said.became,
    words: said.words,
    answered_on: said.on,
    recorded_by: officer.accountId,
  }
  await trx.insertInto('request_answer').values(row).execute()
  const detail = toldOf(request.exempt, { title: request.words, on: said.on })
  await recordEvent(trx, officer, `request.${said.became}`, `/requests/${request.slug}`, detail)
}

async function insertVersion(trx: Trx, officer: Officer, id: string, version: number, said: RequestSaid): Promise<void> {
  const row = {
    council_id: officer.councilId,
    request_id: id,
    version,
    words: said.words,
    owner: said.owner,
    due_words: said.dueWords,
    due_on: said.dueOn,
    for_meeting_id: said.forMeetingId,
    saved_by: officer.accountId,
  }
  await refuseOnConflict(
    trx.insertInto('request_version').values(row).execute(),
    'Someone else changed this request while you were writing. What you wrote is below; open the page again to see theirs.',
  )
}
