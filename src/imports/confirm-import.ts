import { insertCommittee } from '../council/add-committee.ts'
import { listCommittees } from '../council/committee.queries.ts'
import { recordEvent } from '../history/record-event.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { keepMeetingPapers, meetingOn } from '../meetings/insert-meeting.ts'
import type { Officer } from '../people/officer.ts'
import type { Reading, ReadScale } from '../reading/reading.ts'
import { freezeContent } from '../rounds/freeze-round.ts'
import { roundToFill } from '../rounds/fill-line.ts'
import { insertRound } from '../rounds/insert-round.ts'
import { insertScale } from '../scales/correct-scale.ts'
import type { Grade } from '../scales/scale.ts'
import { insertReview } from '../reviews/insert-review.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { followReview, roundKey, type ImportedRound } from './follow-review.ts'
import type { ImportHints } from './document-shape.ts'
import type { ImportPlan, ReviewPlan } from './import-plan.ts'
import { rememberShapes } from './remember-shape.ts'

export interface ImportMade {
  reviews: { slug: string; title: string; isNew: boolean }[]
  rounds: { slug: string; name: string; frozen: boolean }[]
  meetings: string[]
}

/**
 * Puts a reading that an officer has checked on the record: reviews with their recommendations, rounds with their updates, meetings with
 * their agenda and minutes. Rounds already presented are frozen as they stand; a round
 * open in Heed is filled where the officer chose so. All or nothing, in one transaction.
 * Refuses (not-found) an import that is not there, (conflict) one confirmed or abandoned before, and (invalid) one with nothing to take.
 * What an officer said of how to read the document is remembered for the next of its shape (`rememberShapes`).
 * Records `import.confirmed`, and `review.imported` and `round.imported` (`round.filled`, with `update.imported` a line) for each of them.
 */
export async function confirmImport(trx: Trx, officer: Officer, importId: string): Promise<ImportMade> {
  const { reading, plan, hints } = await readingToConfirm(trx, importId)
  const committeeId = await committeeFor(trx, officer, plan)
  const made: ImportMade = { reviews: [], rounds: [], meetings: await keepMeetings(trx, officer, reading, committeeId) }
  const rounds = new Map<string, ImportedRound>()
  for (const [index, reviewPlan] of plan.reviews.entries()) {
    if (!reviewPlan.take) continue
    const review = await reviewFor(trx, officer, reading, index, reviewPlan, committeeId)
    await roundsFor(trx, officer, reviewPlan, { reviewId: review.id, committeeId, importId }, rounds)
    await followReview(trx, officer, reading.reviews[index]!, reviewPlan, review, rounds, reading.document_date)
    made.reviews.push({ slug: review.slug, title: review.title, isNew: review.isNew })
    await recordEvent(trx, officer, 'review.imported', `/reviews/${review.slug}`, {
      title: review.title,
      new: review.isNew,
      import: importId,
    })
  }
  refuseIf(
    made.reviews.length + made.meetings.length === 0,
    'invalid',
    'Nothing was chosen to be taken over. Choose at least one review, or leave the import as it is.',
  )
  for (const round of rounds.values()) {
    if (round.presented) await freezeContent(trx, officer, round.slug)
    made.rounds.push({ slug: round.slug, name: round.name, frozen: round.presented })
    await recordEvent(trx, officer, round.filled ? 'round.filled' : 'round.imported', `/rounds/${round.slug}`, {
      name: round.name,
      frozen: round.presented,
      import: importId,
    })
  }
  const confirmation = { council_id: officer.councilId, import_id: importId, made: JSON.stringify(made), confirmed_by: officer.accountId }
  await refuseOnConflict(trx.insertInto('import_confirmation').values(confirmation).execute(), 'This import was confirmed already.')
  await rememberShapes(trx, officer, importId, hints.shapes ?? [])
  await recordEvent(trx, officer, 'import.confirmed', `/imports/${importId}`, {
    reviews: made.reviews.length,
    rounds: made.rounds.length,
  })
  return made
}

async function readingToConfirm(trx: Trx, importId: string): Promise<{ reading: Reading; plan: ImportPlan; hints: ImportHints }> {
  const row = await trx
    .selectFrom('import_reading_now')
    .select(['reading', 'plan', 'hints'])
    .where('import_id', '=', importId)
    .executeTakeFirst()
  if (!row) return refuse('not-found', 'There is no such import.')
  const confirmed = await trx.selectFrom('import_confirmation').select('import_id').where('import_id', '=', importId).executeTakeFirst()
  refuseIf(confirmed !== undefined, 'conflict', 'This import was confirmed already: its reviews and rounds are in Heed.')
  const abandoned = await trx.selectFrom('import_abandonment').select('import_id').where('import_id', '=', importId).executeTakeFirst()
  refuseIf(abandoned !== undefined, 'conflict', 'This import was abandoned. Start it again from the document.')
  return { reading: row.reading as Reading, plan: row.plan as ImportPlan, hints: row.hints as ImportHints }
}

async function committeeFor(trx: Trx, officer: Officer, plan: ImportPlan): Promise<string> {
  if ('id' in plan.committee) return plan.committee.id
  // The import before this one may have made it.
  const { name } = plan.committee
  const known = (await listCommittees(trx)).find((one) => !one.closed && one.name.toLowerCase() === name.trim().toLowerCase())
  if (known) return known.id
  return (await insertCommittee(trx, officer, { name, kind: 'scrutiny', contact: '', closed: false })).id
}

async function reviewFor(trx: Trx, officer: Officer, reading: Reading, index: number, plan: ReviewPlan, committeeId: string) {
  if (plan.reviewId) {
    const [known] = await loadReviews(trx, [plan.reviewId])
    if (!known) return refuse('not-found', 'The review that this was matched to is no longer there.')
    return { id: known.id, slug: known.slug, title: known.title, isNew: false, grades: known.scale.grades }
  }
  const read = reading.reviews[index]!
  const scale = await scaleFor(trx, officer, plan, read.scale, read.title)
  const review = await insertReview(trx, officer, {
    title: read.title,
    committeeId,
    scaleId: scale.id,
    layout: read.layout,
    linkOfficers: read.link_officers,
    actionPlanAgreed: read.action_plan_agreed,
    planVersion: read.plan_version,
    planDate: read.plan_date,
    themes: read.themes,
    status: read.status,
  })
  return { ...review, title: read.title, isNew: true, grades: scale.grades }
}

/** The scale on record that was chosen, one with the very same grades, or a new one as the document has it. */
async function scaleFor(
  trx: Trx,
  officer: Officer,
  plan: ReviewPlan,
  read: ReadScale,
  title: string,
): Promise<{ id: string; grades: Grade[] }> {
  const known = await trx.selectFrom('scale_now').select(['scale_id', 'name', 'grades']).execute()
  const grades: Grade[] = read.grades.map((grade) => ({ ...grade, meaning: grade.meaning ?? null }))
  const chosen = known.find((row) =>
    plan.scaleId ? row.scale_id === plan.scaleId : row.name === read.name && sameGrades(row.grades as Grade[], grades),
  )
  if (chosen) return { id: chosen.scale_id, grades: chosen.grades as Grade[] }
  const { id } = await insertScale(trx, officer, { name: read.name, grades, percentSteps: read.percent_steps }, title)
  return { id, grades }
}

function sameGrades(a: readonly Grade[], b: readonly Grade[]): boolean {
  const plain = (grades: readonly Grade[]) => JSON.stringify(grades.map(({ code, label, definition }) => [code, label, definition ?? '']))
  return plain(a) === plain(b)
}

async function roundsFor(
  trx: Trx,
  officer: Officer,
  plan: ReviewPlan,
  { reviewId, committeeId, importId }: { reviewId: string; committeeId: string; importId: string },
  rounds: Map<string, ImportedRound>,
): Promise<void> {
  for (const { label, presentedOn, take, presented, fills } of plan.rounds) {
    const key = roundKey(plan, label, presentedOn)
    if (!take || (rounds.has(key) && !fills)) continue
    if (fills) {
      const open = await roundToFill(trx, fills.id, reviewId)
      rounds.set(key, rounds.get(key) ?? { ...open, presented: false, items: 0 })
      continue
    }
    const meetingId = await meetingOn(trx, officer, committeeId, presentedOn)
    const name = `${label || 'Progress'}, ${inWords(presentedOn)}`
    const round = await insertRound(trx, officer, { name, meetingId, presentedOn, importId })
    rounds.set(key, { ...round, name, presented, items: 0 })
  }
}

async function keepMeetings(trx: Trx, officer: Officer, reading: Reading, committeeId: string): Promise<string[]> {
  const kept: string[] = []
  for (const meeting of reading.meetings) {
    const heldOn = meeting.date ?? reading.document_date
    if (!heldOn) continue
    const meetingId = await meetingOn(trx, officer, committeeId, heldOn)
    await keepMeetingPapers(trx, officer, meetingId, meeting)
    const { slug } = await trx.selectFrom('meeting').select('slug').where('id', '=', meetingId).executeTakeFirstOrThrow()
    await recordEvent(trx, officer, 'meeting.imported', `/meetings/${slug}`, { date: heldOn })
    kept.push(slug)
  }
  return kept
}
