import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { freeSlug, slugOf } from '../platform/core/slug.ts'
import { insertRows } from '../platform/database/insert-rows.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Meaning } from '../scales/scale.ts'
import type { Officer, Writer } from '../people/officer.ts'

export interface RoundSaid {
  name: string
  meetingId: string
  presentedOn: CalendarDate
  dueOn?: CalendarDate | null
  importId?: string | null
}

/** Pages whose addresses a round must not take. */
const PAGES_BESIDE_ROUNDS = ['opening', 'timetable']

/** Puts a round on the record, with an address made of its name. Records no event: its caller does. */
export async function insertRound(trx: Trx, officer: Officer, said: RoundSaid): Promise<{ id: string; slug: string }> {
  const taken = await trx.selectFrom('round').select('slug').execute()
  const slug = freeSlug(slugOf(said.name, 'round'), new Set([...taken.map((row) => row.slug), ...PAGES_BESIDE_ROUNDS]))
  const { id } = await trx
    .insertInto('round')
    .values({
      council_id: officer.councilId,
      slug,
      name: said.name,
      meeting_id: said.meetingId,
      presented_on: said.presentedOn,
      due_on: said.dueOn ?? null,
      import_id: said.importId ?? null,
      // Not the transaction's time: rounds made together keep the order in which they were made.
      opened_at: sql<Date>`clock_timestamp()`,
      opened_by: officer.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, slug }
}

export async function insertRoundReview(trx: Trx, officer: Officer, roundId: string, reviewId: string, label: string): Promise<void> {
  await trx.insertInto('round_review').values({ council_id: officer.councilId, round_id: roundId, review_id: reviewId, label }).execute()
}

/** One line of a round: what is asked about. */
export interface ItemAsked {
  recommendationId: string
  actionId?: string | null
  statement: number
}

export async function insertRoundItem(trx: Trx, officer: Officer, roundId: string, position: number, item: ItemAsked): Promise<string> {
  const id = randomUUID()
  await insertRoundItems(trx, officer, [{ ...item, id, roundId, position }])
  return id
}

/** Lines of rounds, many at once, each under an id that whoever makes it chose. */
export async function insertRoundItems(
  trx: Trx,
  officer: Officer,
  items: readonly (ItemAsked & { id: string; roundId: string; position: number })[],
): Promise<void> {
  const rows = items.map((item) => ({
    council_id: officer.councilId,
    id: item.id,
    round_id: item.roundId,
    recommendation_id: item.recommendationId,
    action_id: item.actionId ?? null,
    statement: item.statement,
    position: item.position,
  }))
  await insertRows(rows, (some) => trx.insertInto('round_item').values(some).execute())
}

/** What is said of an item in a round; texts are lines, list items begin `- `. */
export interface UpdateSaid {
  evidence: string
  assessmentText?: string | null
  gradeCode?: string | null
  meaning?: Meaning | null
  gradeFoundIn?: 'evidence' | 'impact' | 'explanation' | 'date' | null
  /** The words of a grade that stood in another box, as they stood there. */
  gradeWords?: string | null
  explanation?: string | null
  impact?: string | null
  revisedWords?: string | null
  revisedIso?: string | null
  revisedReason?: string | null
  percentComplete?: number | null
  rag?: string | null
}

/** Whence an update came: a document, an officer, or an owner who answered by a link. */
export type UpdateSource = 'document' | 'officer' | 'owner'

export async function insertUpdate(
  trx: Trx,
  writer: Writer,
  itemId: string,
  version: number,
  said: UpdateSaid,
  source: UpdateSource,
): Promise<void> {
  await insertUpdates(trx, writer, [{ itemId, version, said }], source)
}

/** What is said of many lines at once. */
export async function insertUpdates(
  trx: Trx,
  writer: Writer,
  updates: readonly { itemId: string; version: number; said: UpdateSaid }[],
  source: UpdateSource,
): Promise<void> {
  const rows = updates.map(({ itemId, version, said }) => ({
    council_id: writer.councilId,
    item_id: itemId,
    version,
    evidence: said.evidence,
    assessment_text: said.assessmentText ?? null,
    grade_code: said.gradeCode ?? null,
    meaning: said.meaning ?? null,
    grade_found_in: said.gradeFoundIn ?? null,
    grade_words: said.gradeWords ?? null,
    explanation: said.explanation ?? null,
    impact: said.impact ?? null,
    revised_words: said.revisedWords ?? null,
    revised_iso: said.revisedIso ?? null,
    revised_reason: said.revisedReason ?? null,
    percent_complete: said.percentComplete ?? null,
    rag: said.rag ?? null,
    source,
    saved_by: writer.accountId,
  }))
  await insertRows(rows, (some) => trx.insertInto('progress_update').values(some).execute())
}
