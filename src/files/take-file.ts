import { createHash } from 'node:crypto'
import { Refusal, refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { kindOfAttachment, nameOfAttachment, plainName, type AttachmentKind } from '../platform/documents/kind-of-attachment.ts'
import { sizeInWords } from './file.ts'

/** A file as it was sent, before anything is known of it. */
export interface FileSent {
  name: string
  bytes: Buffer
}

/** A file that may be kept: under a plain name, told by what it holds. */
export interface FileTaken extends FileSent {
  kind: AttachmentKind
  size: number
  sha256: Buffer
}

/**
 * What a file is that was sent to be kept, by what it holds. Refuses (invalid), naming it, one that is larger than `largest` bytes or not of a kind that is
 * kept: a program, a web page, an archive, a file with macros.
 */
export function takeFile({ name, bytes }: FileSent, largest: number): FileTaken {
  const called = plainName(name).slice(0, 150) || 'The file'
  refuseIf(
    bytes.length > largest,
    'invalid',
    `${called} is larger than ${sizeInWords(largest)}, the most that a file may be. Nothing was attached. Make its pictures smaller, or split it.`,
  )
  try {
    const kind = kindOfAttachment(bytes)
    return { kind, bytes, name: nameOfAttachment(name, kind), size: bytes.length, sha256: createHash('sha256').update(bytes).digest() }
  } catch (error) {
    if (error instanceof Refusal) return refuse('invalid', `${called}: ${error.message} Nothing was attached.`)
    throw error
  }
}

/** Keeps the bytes of a file, once however often they come. Records no event: its caller does, with where the file stands. */
export async function keepFile(trx: Trx, councilId: string, { sha256, bytes }: FileTaken): Promise<void> {
  await trx
    .insertInto('attachment_file')
    .values({ council_id: councilId, sha256, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The bytes of a file that the acting council keeps. Refuses (not-found) where it keeps none such. */
export async function keptBytes(trx: Trx, sha256: Buffer): Promise<Buffer> {
  const row = await trx.selectFrom('attachment_file').select('bytes').where('sha256', '=', sha256).executeTakeFirst()
  return row?.bytes ?? refuse('not-found', 'There is no such file here.')
}
