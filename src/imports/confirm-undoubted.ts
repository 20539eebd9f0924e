import { canonicalJson } from '../platform/core/canonical-json.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import type { Reading } from '../reading/reading.ts'
import { confirmImport, type ImportMade } from './confirm-import.ts'
import { correctImport, importToCorrect } from './correct-import.ts'
import { forCommittee, planImport, type ImportPlan } from './import-plan.ts'
import type { ImportRecord } from './import.ts'
import { versionsOfImport } from './import.queries.ts'
import { loadKnown } from './known-record.queries.ts'
import { questionsOf, type WaitingDocument } from './plan-questions.ts'

/** What is said of a version that Heed made by itself: nobody has touched the import. */
const PLANNED_AGAIN = 'What it becomes, beside what is in Heed by now'

export interface Circumstances {
  today: CalendarDate
  /** The committee that a person named for it. */
  committee: ImportPlan['committee'] | null
  /** Every other document that waits to be checked. */
  waiting: readonly WaitingDocument[]
}

/**
 * Puts a waiting import on the record where nothing in it is doubtful and nothing is to be answered; its plan is worked out again first,
 * beside what is in Heed by now. Otherwise says why it waits, with the plan kept for whoever checks it.
 * Refuses as `importToCorrect` and `confirmImport` do. Records `import.corrected` where the plan is another, and what `confirmImport` records.
 */
export async function confirmUndoubted(
  trx: Trx,
  officer: Officer,
  importId: string,
  { today, committee, waiting }: Circumstances,
): Promise<{ made: ImportMade; reading: Reading } | { waits: string }> {
  const found = await importToCorrect(trx, importId)
  if (await wasTouched(trx, importId)) return { waits: 'Somebody has begun to check it: it is theirs to confirm.' }
  const known = await loadKnown(trx)
  const plan = forCommittee(planImport(found.reading, known.reviews, known.committees, today), committee)
  await keepPlan(trx, officer, found, plan, today)
  const [doubt] = found.reading.doubts
  if (doubt) return { waits: doubt.why }
  const [question] = questionsOf(found.reading, plan, known, { said: committee, waiting })
  if (question) return { waits: question }
  return { made: await confirmImport(trx, officer, importId), reading: found.reading }
}

async function wasTouched(trx: Trx, importId: string): Promise<boolean> {
  const versions = await versionsOfImport(trx, importId)
  return versions.some(({ version, correction }) => version > 1 && correction !== PLANNED_AGAIN)
}

async function keepPlan(trx: Trx, officer: Officer, found: ImportRecord, plan: ImportPlan, today: CalendarDate): Promise<void> {
  if (canonicalJson(plan) === canonicalJson(found.plan)) return
  await correctImport(trx, officer, found.id, found.version, today, () => ({ plan, words: PLANNED_AGAIN }))
}
