import { recordEvent } from '../history/record-event.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Officer } from '../people/officer.ts'
import type { Reading } from '../reading/reading.ts'
import type { ImportHints } from './document-shape.ts'
import type { ImportPlan } from './import-plan.ts'
import { findImport } from './import.queries.ts'
import type { ImportRecord } from './import.ts'
import { alignPlan } from './align-plan.ts'
import { loadKnown } from './known-record.queries.ts'

export interface ReadingKept {
  reading: Reading
  hints: ImportHints
  plan: ImportPlan
  correction: string | null
}

/** What a correction changes, and in a few words what it was: `Recommendation 3: owners, evidence`. */
export interface Correction {
  reading?: Reading
  hints?: ImportHints
  plan?: ImportPlan
  words: string
}

const SAVED_SINCE =
  'Somebody else (or you, in another window) corrected this import since you opened this page. Your text is still here: open the import in another window, see what changed, and save again.'

export async function keepReading(trx: Trx, officer: Officer, importId: string, version: number, kept: ReadingKept): Promise<void> {
  const row = {
    council_id: officer.councilId,
    import_id: importId,
    version,
    reading: JSON.stringify(kept.reading),
    hints: JSON.stringify(kept.hints),
    plan: JSON.stringify(kept.plan),
    correction: kept.correction,
    saved_by: officer.accountId,
  }
  await refuseOnConflict(trx.insertInto('import_reading').values(row).execute(), SAVED_SINCE)
}

/** The import, for a change of it. Refuses (conflict) one confirmed or abandoned, and one saved since `version`. */
export async function importToCorrect(trx: Trx, importId: string, version?: number): Promise<ImportRecord> {
  const found = await findImport(trx, importId)
  refuseIf(
    found.state === 'confirmed',
    'conflict',
    'This import was confirmed: its reviews and rounds are in Heed, and are corrected there. The import itself stays as it was checked.',
  )
  refuseIf(found.state === 'abandoned', 'conflict', 'This import was abandoned. Start it again from the document.')
  refuseIf(version !== undefined && version !== found.version, 'conflict', SAVED_SINCE)
  return found
}

/**
 * Keeps a correction as the next version of the reading, with the plan brought into line: matches and choices stay where they still fit.
 * Refuses as `importToCorrect` does. Records `import.corrected`.
 */
export async function correctImport(
  trx: Trx,
  officer: Officer,
  importId: string,
  version: number,
  today: CalendarDate,
  change: (found: ImportRecord) => Correction,
): Promise<number> {
  const found = await importToCorrect(trx, importId, version)
  const { words, ...changed } = change(found)
  const reading = changed.reading ?? found.reading
  const plan = changed.reading
    ? alignPlan(found, reading, changed.plan ?? found.plan, await loadKnown(trx), today)
    : (changed.plan ?? found.plan)
  await keepReading(trx, officer, importId, found.version + 1, { reading, hints: changed.hints ?? found.hints, plan, correction: words })
  await recordEvent(trx, officer, 'import.corrected', `/imports/${importId}`, { version: found.version + 1, correction: words })
  return found.version + 1
}

/** Goes back to an earlier version of the reading by making a copy of it the newest; all versions between stay. Records `import.corrected`. */
export async function restoreVersion(trx: Trx, officer: Officer, importId: string, version: number): Promise<number> {
  const found = await importToCorrect(trx, importId)
  const row = await trx
    .selectFrom('import_reading')
    .select(['reading', 'hints', 'plan'])
    .where('import_id', '=', importId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) return refuse('not-found', 'There is no such version of this import.')
  const kept = { reading: row.reading as Reading, hints: row.hints as ImportHints, plan: row.plan as ImportPlan }
  const correction = `Back to version ${version}`
  await keepReading(trx, officer, importId, found.version + 1, { ...kept, correction })
  await recordEvent(trx, officer, 'import.corrected', `/imports/${importId}`, { version: found.version + 1, correction })
  return found.version + 1
}
