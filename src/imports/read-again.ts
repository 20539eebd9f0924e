import type { FastifyRequest } from 'fastify'
import { FieldFault } from '../platform/web/submit-form.ts'
import { inOfficersCouncil } from '../people/officers-council.ts'
import type { Reading } from '../reading/reading.ts'
import type { ImportHints } from './document-shape.ts'
import { readingAt } from './import.queries.ts'
import type { ImportRecord } from './import.ts'
import { isCorrected, type OpenedImport } from './open-import.ts'
import { recommendationsIn } from './reading-difference.ts'
import { count } from './reading-words.ts'

/** The whole document read again with other hints: everything but its date, committee and organisation is as Heed reads it. */
export async function readAgainWhole(
  { found, readAgain }: OpenedImport,
  hints: ImportHints,
): Promise<{ reading: Reading; hints: ImportHints }> {
  const { reading } = await readAgain(hints)
  const { organisation, committee, document_date } = found.reading
  return {
    hints,
    reading: {
      ...reading,
      ...(organisation && { organisation }),
      ...(committee && { committee }),
      ...(document_date && { document_date }),
    },
  }
}

/** Throws the fault of the box `again` where the whole document would be read again over corrections and that box is not ticked. */
export function refuseToDiscard(opened: OpenedImport, again: boolean): void {
  if (isCorrected(opened) && !again) throw new FieldFault('again', 'Tick the box: reading the document again puts your corrections aside')
}

/** `4 recommendations, 3 before` */
export function nowAndBefore(now: Reading, before: Reading): string {
  return `${count(recommendationsIn(now).length, 'recommendation')}, ${recommendationsIn(before).length} before`
}

/** A version of the reading that what is read now is set against and can be gone back to. */
export interface EarlierReading {
  version: number
  reading: Reading
}

/** The earlier version that an address names with `?before=`; undefined where it names none. */
export async function earlierReading(request: FastifyRequest, { id, version }: ImportRecord): Promise<EarlierReading | undefined> {
  const before = Number((request.query as { before?: unknown }).before)
  if (!Number.isInteger(before) || before < 1 || before >= version) return undefined
  return { version: before, reading: await inOfficersCouncil(request, (trx) => readingAt(trx, id, before)) }
}
