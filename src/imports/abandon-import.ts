import { recordEvent } from '../history/record-event.ts'
import type { Trx } from '../platform/database/database.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Officer } from '../people/officer.ts'
import { importToCorrect } from './correct-import.ts'

/**
 * Gives an import up: nothing of it goes into the record; the document and every version of the reading are kept.
 * Refuses (conflict) one that was confirmed or abandoned before. Records `import.abandoned`.
 */
export async function abandonImport(trx: Trx, officer: Officer, importId: string): Promise<void> {
  const { document } = await importToCorrect(trx, importId)
  const abandonment = { council_id: officer.councilId, import_id: importId, abandoned_by: officer.accountId }
  await refuseOnConflict(trx.insertInto('import_abandonment').values(abandonment).execute(), 'This import was abandoned already.')
  await recordEvent(trx, officer, 'import.abandoned', `/imports/${importId}`, { document: document.name })
}
