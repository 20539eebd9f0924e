import { storedItems } from '../meetings/agenda.queries.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { decisionsTold } from '../minutes/minute-matter.queries.ts'
import type { Trx } from '../platform/database/database.ts'
import type { ReadMeeting } from '../reading/reading.ts'
import { draftLetters, type LetterDrafted } from './draft-letters.ts'
import { listLetters, ownersOf } from './letter-record.queries.ts'

/** The letters that the decisions of a meeting call for, but for those that were drafted already. */
export async function lettersToDraft(trx: Trx, meeting: MeetingRecord, council: string): Promise<LetterDrafted[]> {
  const decisions = await decisionsTold(trx, meeting.id)
  // Also of an item that was dropped since: what was exempt stays so.
  const items = await storedItems(trx, meeting.id)
  const owners = await ownersOf(
    trx,
    decisions.map(({ recommendationId }) => recommendationId),
  )
  const next = await trx
    .selectFrom('meeting_now')
    .select(['held_on', 'papers'])
    .where('committee_id', '=', meeting.committee.id)
    .where('held_on', '>', meeting.heldOn)
    .where('cancelled_for', 'is', null)
    .orderBy('held_on')
    .executeTakeFirst()
  const { time = '', venue = '' } = (next?.papers ?? {}) as Partial<ReadMeeting>
  const drafted = draftLetters(
    decisions.map((decision) => ({
      ...decision,
      owners: owners.get(decision.recommendationId) ?? [],
      exemptParagraphs: items.find(({ id }) => id === decision.agendaItemId)?.exemptParagraphs ?? [],
    })),
    { council, committee: meeting.committee.name, heldOn: meeting.heldOn, next: next ? { heldOn: next.held_on, time, venue } : null },
  )
  const there = await listLetters(trx, { meetingId: meeting.id })
  return drafted.filter(
    (one) =>
      !there.some(
        (letter) =>
          letter.kind === one.kind &&
          letter.correspondent === one.correspondent &&
          letter.exemptParagraphs.join() === one.exemptParagraphs.join(),
      ),
  )
}
