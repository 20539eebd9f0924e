import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { Refusal, refuse, refuseIf, refuseUnless } from '../core/refusal.ts'
import type { RecordedMigration } from './migrate.ts'
import type { SequenceState, TableSum } from './record-tables.ts'

/**
 * A backup is a gzip of parts. A part is a line of JSON, or a line with a length and that many bytes of the table named before. The heading
 * comes first; each table ends with its sum; the file ends with a sum over all that stands before.
 */
export type BackupHeading = { heed_backup: number; heed: string; made_at: string; migrations: RecordedMigration[] }

export type BackupPart =
  | { heading: BackupHeading }
  | { table: string; columns: string[] }
  | { rows: Buffer }
  | { sum: TableSum }
  | { sequences: SequenceState[] }

export const BACKUP_FORMAT = 1
const LONGEST_LINE = 4_000_000
const LONGEST_CHUNK = 64_000_000

/** The bytes of a backup, before compression. */
export async function* backupBytes(parts: AsyncIterable<BackupPart>): AsyncGenerator<Buffer> {
  const whole = createHash('sha256')
  for await (const part of parts) {
    const bytes = 'rows' in part ? [Buffer.from(`${part.rows.length}\n`), part.rows] : [Buffer.from(`${JSON.stringify(part)}\n`)]
    for (const piece of bytes) {
      whole.update(piece)
      yield piece
    }
  }
  yield Buffer.from(`${JSON.stringify({ end: whole.digest('hex') })}\n`)
}

/**
 * The parts of a backup file, each checked before it is given, and the whole at the end: whoever has read to the end without a refusal
 * has a whole file. Refuses (invalid) what is no backup or is damaged, (conflict) a newer format.
 */
export async function* backupParts(file: string): AsyncGenerator<BackupPart> {
  const sums = { whole: createHash('sha256'), table: createHash('sha256') }
  const source = new ByteReader(
    createReadStream(file)
      .on('error', () => {})
      .pipe(createGunzip()),
  )
  try {
    yield { heading: await readHeading(file, source, sums.whole) }
    for (;;) {
      const line = await source.line()
      if (line.startsWith('{"end"')) {
        const { end } = JSON.parse(line) as { end: string }
        refuseUnless(end === sums.whole.digest('hex') && (await source.isAtEnd()), 'invalid', damaged(file))
        return
      }
      sums.whole.update(`${line}\n`)
      yield await readPart(file, line, source, sums)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', damaged(file), { cause: error })
  }
}

async function readHeading(file: string, source: ByteReader, whole: Hash): Promise<BackupHeading> {
  const line = await source.line().catch(() => '')
  if (!line.startsWith('{"heading":{"heed_backup":'))
    refuse('invalid', `${file} is not a backup of Heed’s, or its beginning is damaged. Nothing was changed.`)
  whole.update(`${line}\n`)
  const { heading } = JSON.parse(line) as { heading: BackupHeading }
  refuseIf(
    heading.heed_backup > BACKUP_FORMAT,
    'conflict',
    `${file} was made by a newer Heed (${heading.heed}), in a form that this one cannot read. Restore it with that Heed. Nothing was changed.`,
  )
  return heading
}

async function readPart(file: string, line: string, source: ByteReader, sums: { whole: Hash; table: Hash }): Promise<BackupPart> {
  if (/^\d+$/.test(line)) {
    refuseIf(Number(line) > LONGEST_CHUNK, 'invalid', damaged(file))
    const rows = await source.bytes(Number(line))
    sums.whole.update(rows)
    sums.table.update(rows)
    return { rows }
  }
  const part = JSON.parse(line) as BackupPart
  if ('table' in part) sums.table = createHash('sha256')
  if ('sum' in part) refuseUnless(part.sum.sha256 === sums.table.digest('hex'), 'invalid', damaged(file))
  return part
}

function damaged(file: string): string {
  return `${file} is damaged: what it holds is not what was written. Nothing was changed. Use another copy of this backup, or an earlier one.`
}

/** Lines and counted bytes from a stream, holding no more than is asked for. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  async line(): Promise<string> {
    let end: number
    while ((end = this.#held.indexOf(10)) === -1) {
      if (this.#held.length > LONGEST_LINE || !(await this.#more())) throw new Error('a line has no end')
    }
    return this.#take(end + 1).toString('utf8', 0, end)
  }

  async bytes(count: number): Promise<Buffer> {
    while (this.#held.length < count) if (!(await this.#more())) throw new Error('the file ends early')
    return this.#take(count)
  }

  async isAtEnd(): Promise<boolean> {
    return this.#held.length === 0 && !(await this.#more())
  }

  #take(count: number): Buffer {
    const taken = this.#held.subarray(0, count)
    this.#held = this.#held.subarray(count)
    return taken
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next()
    if (done) return false
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value])
    return true
  }
}
