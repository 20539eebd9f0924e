import { recordEvent } from '../history/record-event.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import type { Reading } from '../reading/reading.ts'
import type { ImportHints } from './document-shape.ts'
import { forCommittee, planImport, type ImportPlan } from './import-plan.ts'
import { possibleTwins } from './import.queries.ts'
import { keepReading } from './correct-import.ts'
import { loadKnown } from './known-record.queries.ts'
import { twinDoubt } from './twin-document.ts'

/** Far more than any document of a council holds; past it a page of the import could no longer be shown. */
const MOST_RECOMMENDATIONS = 1_000

/**
 * Starts the import of a document that is kept: its first reading, with the hints by which it was read (`readAsShown` gives both), with a plan of what it
 * would become (for `committee`, where a person named one), and with a doubt where another import says the same already. Nothing is in the record yet.
 * Refuses (invalid) one of more than 1,000 recommendations. Records `import.started`.
 */
export async function startImport(
  trx: Trx,
  officer: Officer,
  document: { id: string; name: string },
  read: Reading,
  today: CalendarDate,
  hints: ImportHints = {},
  committee: ImportPlan['committee'] | null = null,
): Promise<string> {
  const recommendations = read.reviews.reduce((sum, review) => sum + review.recommendations.length, 0)
  refuseIf(
    recommendations > MOST_RECOMMENDATIONS,
    'invalid',
    `Heed read ${recommendations.toLocaleString('en-GB')} recommendations in this document, more than the ${MOST_RECOMMENDATIONS.toLocaleString('en-GB')} that it takes at once. Bring it in by parts: one review, or one table, at a time.`,
  )
  const twin = twinDoubt(read, await possibleTwins(trx, read, document.id))
  const reading = twin ? { ...read, doubts: [twin, ...read.doubts] } : read
  const { reviews, committees } = await loadKnown(trx)
  const plan = forCommittee(planImport(reading, reviews, committees, today), committee)
  const { id } = await trx
    .insertInto('import')
    .values({ council_id: officer.councilId, document_id: document.id, started_by: officer.accountId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepReading(trx, officer, id, 1, { reading, hints, plan, correction: null })
  await recordEvent(trx, officer, 'import.started', `/imports/${id}`, { document: document.name })
  return id
}
