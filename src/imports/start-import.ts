import { recordEvent } from '../history/record-event.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import type { Reading } from '../reading/reading.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { planImport } from './import-plan.ts'
import { keepReading } from './correct-import.ts'

/** What a plan is worked out beside: the reviews that the council has and its committees. */
export interface Known {
  reviews: ReviewRecord[]
  committees: { id: string; name: string }[]
}

export async function loadKnown(trx: Trx): Promise<Known> {
  const reviews = await trx.selectFrom('review').select('id').execute()
  const committees = await trx
    .selectFrom('committee_now')
    .select(['committee_id as id', 'name'])
    .where('closed', '=', false)
    .orderBy('name')
    .execute()
  return {
    committees,
    reviews: await loadReviews(
      trx,
      reviews.map((review) => review.id),
    ),
  }
}

/**
 * Starts the import of a document that is kept: its first reading, with a plan of what it would become. Nothing is in the record yet.
 * Records `import.started`.
 */
export async function startImport(
  trx: Trx,
  officer: Officer,
  document: { id: string; name: string },
  reading: Reading,
  today: CalendarDate,
): Promise<string> {
  const { reviews, committees } = await loadKnown(trx)
  const { id } = await trx
    .insertInto('import')
    .values({ council_id: officer.councilId, document_id: document.id, started_by: officer.accountId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepReading(trx, officer, id, 1, { reading, hints: {}, plan: planImport(reading, reviews, committees, today), correction: null })
  await recordEvent(trx, officer, 'import.started', `/imports/${id}`, { document: document.name })
  return id
}
