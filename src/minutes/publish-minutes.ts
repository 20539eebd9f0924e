import { recordEvent } from '../history/record-event.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { keepPublication } from '../meetings/publish-pack.ts'
import { publicationSlug } from '../papers/publication-words.ts'
import type { Officer } from '../people/officer.ts'
import { canonicalJson, sha256Hex } from '../platform/core/canonical-json.ts'
import { refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'
import type { MinutedItem } from './minute.ts'
import { exemptMinutes, publicMinutes } from './minutes-paper.ts'
import { confirmationOf, lastMinutesPublished, loadMinutes, whoWasThere } from './minutes.queries.ts'

/** The minutes of a meeting as they would be published now. */
export interface MinutesNow {
  items: MinutedItem[]
  public: PaperDocument
  exempt: PaperDocument | null
  /** The number of the last publication; null while there is none. */
  published: number | null
  /** Whether they say something that the last publication does not. */
  isNews: boolean
}

export async function minutesNow(trx: Trx, meeting: MeetingRecord, organisation: string): Promise<MinutesNow> {
  const items = await loadMinutes(trx, meeting)
  const who = await whoWasThere(trx, meeting)
  const matter = { organisation, meeting, who, items, confirmation: await confirmationOf(trx, meeting.id) }
  const open = publicMinutes(matter)
  const exempt = exemptMinutes(matter)
  const last = await lastMinutesPublished(trx, meeting.id)
  const hashes = [open, exempt].flatMap((document) => (document ? sha256Hex(canonicalJson(document)) : []))
  return { items, public: open, exempt, published: last?.number ?? null, isNews: hashes.join() !== last?.hashes.join() }
}

/** What the minutes are known by: it changes with every word of them. */
export function sealOfMinutes({ public: open, exempt }: Pick<MinutesNow, 'public' | 'exempt'>): string {
  return sha256Hex(canonicalJson([open, exempt]))
}

/**
 * Publishes the minutes of a meeting, draft or confirmed: the public part, and the exempt part apart, each kept whole with its hash for good. Refuses
 * (conflict) minutes in which an item has none yet, minutes that say nothing new, and minutes that are not what the officer saw. Records
 * `minutes.published` with the hashes.
 */
export async function publishMinutes(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  organisation: string,
  seen: string,
  now: Date,
): Promise<string> {
  const minutes = await minutesNow(trx, meeting, organisation)
  refuseIf(
    minutes.items.length === 0 || minutes.items.some(({ minute }) => minute === null),
    'conflict',
    'An item has no minute yet. Draft it first.',
  )
  refuseUnless(minutes.isNews, 'conflict', 'Nothing has changed since the minutes were published.')
  refuseUnless(
    seen === sealOfMinutes(minutes),
    'conflict',
    'The minutes have changed since you looked at them. Look through them again, then publish.',
  )
  const number = (minutes.published ?? 0) + 1
  const insert = (document: PaperDocument, exempt: boolean) =>
    keepPublication(trx, officer, { meetingId: meeting.id, kind: 'minutes', number, document, exempt, holds: {}, lateReason: '', now })
  const hash = await insert(minutes.public, false)
  const exemptHash = minutes.exempt && (await insert(minutes.exempt, true))
  const slug = publicationSlug({ kind: 'minutes', number, exempt: false })
  await recordEvent(trx, officer, 'minutes.published', `/meetings/${meeting.slug}/publications/${slug}`, {
    name: meeting.committee.name,
    day: meeting.heldOn,
    hash,
    exempt_hash: exemptHash,
  })
  return slug
}
