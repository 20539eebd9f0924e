import type { KeptFile } from '../files/file.ts'
import { recordEvent } from '../history/record-event.ts'
import { publicationSlug, type PublicationKind } from '../papers/publication-words.ts'
import type { Officer } from '../people/officer.ts'
import { canonicalJson, sha256Hex } from '../platform/core/canonical-json.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { CLEAR_DAYS, clearDaysBetween } from '../platform/core/clear-days.ts'
import { refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'
import { isExempt, type AgendaItem, type Held } from './agenda.ts'
import { holdMeeting } from './hold-meeting.ts'
import { meetingPack, type MeetingPack } from './meeting-pack.queries.ts'
import type { MeetingRecord } from './meeting.ts'

export interface PublishingSaid {
  /** Why it comes later than five clear days before; blank where it does not. */
  lateReason: string
  /** What the officer looked at: `sealOf` of the pack as it was shown. */
  seen: string
}

/** What a pack is known by: it changes with every word of it, and every file beside it. */
export function sealOf({ public: open, exempt, files }: Pick<MeetingPack, 'public' | 'exempt' | 'files'>): string {
  return sha256Hex(canonicalJson([open, exempt, ...files.map(({ file }) => file.sha256.toString('hex'))]))
}

/**
 * Publishes the agenda of a meeting with its papers, or a supplement once the agenda is out: the public part, and the exempt part apart, each kept whole
 * with its hash for good, and beside each the files that go with it as they came. Refuses (conflict) a cancelled meeting, an agenda without items, a
 * supplement with nothing to tell, a meeting that was held, and a pack that is not what the officer saw; and (invalid) one later than five clear days before the meeting without its reason. Records `agenda.published` or
 * `supplement.published` with the hashes.
 */
export async function publishPack(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  organisation: string,
  { lateReason, seen }: PublishingSaid,
  now: Date,
): Promise<string> {
  await holdMeeting(trx, meeting, 'its agenda is not published')
  const pack = await meetingPack(trx, meeting, organisation)
  const day = today(now)
  refuseIf(pack.agenda.length === 0, 'conflict', 'There is nothing on the agenda yet. Build it first.')
  refuseIf(pack.items.length === 0, 'conflict', 'Nothing has changed since the agenda was published.')
  refuseIf(
    day > meeting.heldOn,
    'conflict',
    `The meeting was held on ${inWords(meeting.heldOn)}: what it had before it can no longer change.`,
  )
  refuseUnless(seen === sealOf(pack), 'conflict', 'The pack has changed since you looked at it. Look through it again, then publish.')
  const clear = clearDaysBetween(day, meeting.heldOn)
  refuseIf(
    clear < CLEAR_DAYS && lateReason === '',
    'invalid',
    `Only ${clear} clear ${clear === 1 ? 'day is' : 'days are'} left before the meeting, and the law asks for ${CLEAR_DAYS}. Say why it is published so late.`,
  )
  const kind = pack.supplement === null ? 'agenda' : 'supplement'
  const number = pack.supplement ?? 1
  const insert = (document: PaperDocument, exempt: boolean) =>
    keepPublication(trx, officer, {
      meetingId: meeting.id,
      kind,
      number,
      document,
      exempt,
      holds: pack.holds,
      files: pack.files.filter(({ item }) => isExempt(item) === exempt).map(({ item, file }) => ({ ...file, item: itemWords(item) })),
      lateReason: clear < CLEAR_DAYS ? lateReason : '',
      now,
    })
  const hash = await insert(pack.public, false)
  const exemptHash = pack.exempt && (await insert(pack.exempt, true))
  const slug = publicationSlug({ kind, number, exempt: false })
  await recordEvent(trx, officer, `${kind}.published`, `/meetings/${meeting.slug}/publications/${slug}`, {
    name: meeting.committee.name,
    day: meeting.heldOn,
    hash,
    exempt_hash: exemptHash,
    clear_days: clear,
  })
  return slug
}

interface Published {
  meetingId: string
  kind: PublicationKind
  number: number
  document: PaperDocument
  exempt: boolean
  holds: Held
  /** Published beside it as they came, each with the item that it goes with. */
  files?: readonly (KeptFile & { item: string })[]
  lateReason: string
  now: Date
}

/** `Item 4, Appendix B` */
const itemWords = ({ number, letter }: AgendaItem) => `Item ${number}${letter ? `, Appendix ${letter}` : ''}`

/** Keeps one part of what is published whole, sealed by its hash, which it gives. Refuses (conflict) where it is there already. Records no event: its caller does. */
export async function keepPublication(
  trx: Trx,
  officer: Officer,
  { meetingId, kind, number, document, exempt, holds, files = [], lateReason, now }: Published,
): Promise<string> {
  const content = canonicalJson(document)
  const hash = sha256Hex(content)
  const row = {
    council_id: officer.councilId,
    meeting_id: meetingId,
    kind,
    number,
    content,
    hash,
    exempt,
    holds: JSON.stringify(holds),
    late_reason: lateReason,
    published_at: now,
    published_by: officer.accountId,
  }
  const { id } = await refuseOnConflict(
    trx.insertInto('publication').values(row).returning('id').executeTakeFirstOrThrow(),
    'Someone else has just published this. Look at what is out now.',
  )
  for (const [at, { name, kind: ofFile, size, sha256, item }] of files.entries())
    await trx
      .insertInto('publication_file')
      .values({ council_id: officer.councilId, publication_id: id, position: at + 1, item, name, kind: ofFile, size, sha256 })
      .execute()
  return hash
}
