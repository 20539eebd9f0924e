import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { canonicalJson, sha256Hex } from '../platform/core/canonical-json.ts'
import { refuse, refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Enclosure, Taken } from './enclosure.ts'
import type { FileAsPaper } from './read-for-paper.ts'

export interface EnclosureSaid {
  title: string
  taken: Taken
  statement: string
  /** What the officer looked at: `sealOfReading` of the file as it was shown. */
  seen: string
}

/** Where the file stands that is checked, and what history may call it: nothing that tells of an exempt matter. */
export interface OfPlace {
  address: string
  name: string | null
}

/** What a file and its reading are known by. */
export function sealOfReading(sha256: Buffer, read: FileAsPaper): string {
  return sha256Hex(canonicalJson([sha256.toString('hex'), ...('unread' in read ? [] : [read.blocks, read.orientation])]))
}

/**
 * Says how a file goes into papers, as the officer saw it; from now on every paper that takes it has it so. Refuses (conflict) where another file stands in
 * its place or it now reads otherwise than what was seen, or someone else has just said so; and (invalid) what cannot be read to be set in a paper, and a file of its own without a word of
 * what it is. Records `enclosure.confirmed`.
 */
export async function confirmEnclosure(
  trx: Trx,
  officer: Officer,
  { sha256, before, read, place }: { sha256: Buffer; before: Enclosure | null; read: FileAsPaper; place: OfPlace },
  { title, taken, statement, seen }: EnclosureSaid,
): Promise<void> {
  const isSet = taken === 'read' || taken === 'both'
  refuseUnless(
    seen === sealOfReading(sha256, read),
    'conflict',
    'The file was replaced, or reads otherwise now than what you looked at. Look at it again.',
  )
  if (isSet && 'unread' in read) refuse('invalid', read.unread)
  refuseIf(taken === 'beside' && statement === '', 'invalid', 'Say what the file is, and how to have it in another form.')
  const content = isSet && !('unread' in read) ? JSON.stringify({ blocks: read.blocks, orientation: read.orientation }) : null
  const row = {
    council_id: officer.councilId,
    sha256,
    version: (before?.version ?? 0) + 1,
    title,
    taken,
    content,
    statement,
    confirmed_by: officer.accountId,
  }
  await refuseOnConflict(
    trx.insertInto('enclosure').values(row).execute(),
    'Someone else has just said how this file goes into papers. Open the page again to see it.',
  )
  await recordEvent(trx, officer, 'enclosure.confirmed', place.address, { ...(place.name !== null && { name: place.name }), taken })
}
