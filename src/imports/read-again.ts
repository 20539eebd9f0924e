import type { Reading } from '../reading/reading.ts'
import type { ImportHints } from './document-shape.ts'
import type { OpenedImport } from './open-import.ts'

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
