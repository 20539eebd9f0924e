import type { Officer } from '../people/officer.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { heading, lead, paragraph, type PaperDocument } from '../platform/documents/paper-document.ts'
import { whereOf, type MeetingPlanned, type MeetingRecord } from './meeting.ts'
import { nextNumber } from './publication.queries.ts'
import { keepPublication } from './publish-pack.ts'

/** What the public is told of a meeting that is not as it was announced. */
export type MeetingChange = { cancelled: string } | { takenUp: true } | { moved: MeetingPlanned }

/** The notice of a change: one short paper, which names the meeting, what becomes of it and why. */
export function noticeOfChange(meeting: MeetingRecord, change: MeetingChange, organisation: string, now: Date): PaperDocument {
  const { committee, heldOn } = meeting
  const asItWas = whenAndWhere(whereOf(meeting))
  // What is put right only once its day has passed.
  const isPast = heldOn < today(now)
  const title =
    'cancelled' in change ? 'Notice of cancellation' : 'moved' in change ? 'Notice of a change of meeting' : 'Notice that a meeting is held'
  const words =
    'cancelled' in change
      ? [
          `The meeting of the ${committee.name} that was to be held on ${asItWas} ${isPast ? 'was not held' : 'is cancelled'}.`,
          change.cancelled,
        ]
      : 'moved' in change
        ? [`The meeting of the ${committee.name} that was to be held on ${asItWas} will be held on ${whenAndWhere(change.moved)}.`]
        : [
            `The meeting of the ${committee.name} on ${asItWas}, which was announced as cancelled, ${isPast ? 'was' : 'will be'} held after all.`,
          ]
  return {
    title,
    language: 'en-GB',
    author: organisation,
    header: `${organisation} – ${committee.name}`,
    footer: title,
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          lead(organisation),
          lead(committee.name),
          heading(1, title),
          ...words.map((each) => paragraph(each)),
          paragraph(`Published on ${inWords(today(now))}.`),
        ],
      },
    ],
  }
}

function whenAndWhere({ heldOn, time, venue }: MeetingPlanned): string {
  return [inWords(heldOn), time && `at ${time}`, venue].filter(Boolean).join(', ')
}

/** Whether anything that the public could come by was published of a meeting. */
export async function isAnnounced(trx: Trx, meetingId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('publication')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('kind', 'in', ['agenda', 'notice'])
    .where('exempt', '=', false)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Publishes the notice of a change and gives its hash; what was published before stays. Records no event: its caller does. */
export async function publishNotice(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  change: MeetingChange,
  organisation: string,
  now: Date,
): Promise<string> {
  return keepPublication(trx, officer, {
    meetingId: meeting.id,
    kind: 'notice',
    number: await nextNumber(trx, meeting.id, 'notice'),
    document: noticeOfChange(meeting, change, organisation, now),
    exempt: false,
    holds: {},
    lateReason: '',
    now,
  })
}
