import { meetingPack } from '../src/meetings/meeting-pack.queries.ts'
import type { MeetingRecord } from '../src/meetings/meeting.ts'
import { publishPack, sealOf } from '../src/meetings/publish-pack.ts'
import { addAccount } from '../src/people/add-account.ts'
import type { Officer, SignedInMember } from '../src/people/officer.ts'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import type { Trx } from '../src/platform/database/database.ts'
import { freezeContent } from '../src/rounds/freeze-round.ts'
import { putPanelMeeting, type FictionalMeeting } from './fictional-meeting.ts'
import { PASSWORD, type TestApp } from './test-app.ts'
import { visitorOf, type Visitor } from './visitor.ts'

/** Eight days before the panel’s meeting of 9 December 2026, and so in good time. */
export const A_WEEK_BEFORE = new Date('2026-12-01T10:00:00Z')

/** The panel’s meeting of 9 December 2026 with its round frozen and its agenda published. */
export async function putPublishedMeeting(trx: Trx, officer: Officer): Promise<FictionalMeeting> {
  const panel = await putPanelMeeting(trx, officer)
  await freezeContent(trx, officer, panel.rounds[2]!.slug)
  await publish(trx, officer, panel.meeting)
  return panel
}

/** Publishes the agenda of a meeting as it stands, or the supplement to it. */
export async function publish(trx: Trx, officer: Officer, meeting: MeetingRecord): Promise<string> {
  const council = 'Wexcombe Borough Council'
  const seen = sealOf(await meetingPack(trx, meeting, council))
  return publishPack(trx, officer, meeting, council, { seen, lateReason: 'It came late.' }, A_WEEK_BEFORE)
}

/** The account of a member who signs in. */
export async function putMemberAccount(heed: TestApp, memberId: string, name: string): Promise<SignedInMember> {
  const { councilId } = heed
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@wexcombe.example`
  const said = { email, name, role: 'member' as const, memberId, password: PASSWORD }
  const accountId = await heed.inCouncil((trx) => addAccount(trx, councilId, said, null))
  return { councilId, accountId, name, role: 'member', memberId }
}

/** A member at their tablet. */
export async function memberVisitor(heed: TestApp, { accountId, councilId }: SignedInMember): Promise<Visitor> {
  const secret = await openSession(heed.database.app, accountId, councilId, heed.clock.now)
  return visitorOf(heed.app, new Map([[SESSION_COOKIE, secret]]))
}
