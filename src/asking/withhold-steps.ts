import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { lockAskings } from './asking-items.ts'
import { loadChasing } from './chasing.queries.ts'

export interface Withholding {
  why: string
  /** Not before this day; null: not at all. */
  until: CalendarDate | null
}

/**
 * Puts steps that are due off until a day, or takes them off the ladder, with the reason. Refuses (invalid) where none was chosen or the day is not to
 * come, and (conflict) where none is due any more. Waits for whoever sends them at the same time. Records `step.withheld`.
 */
export async function withholdSteps(
  trx: Trx,
  officer: Officer,
  slug: string,
  purposes: readonly string[],
  { why, until }: Withholding,
  now: Date,
): Promise<number> {
  refuseIf(purposes.length === 0, 'invalid', 'Tick the messages that are to be put off or skipped.')
  await lockAskings(trx, slug)
  const { round, plan, today } = await loadChasing(trx, slug, now)
  refuseIf(until !== null && until <= today, 'invalid', 'Enter a day that is to come, or leave the day blank to skip the step.')
  const due = plan.due.filter(({ purpose }) => purposes.includes(purpose))
  refuseIf(due.length === 0, 'conflict', 'What you ticked is not due any more: an answer has come, or it has gone.')
  const row = { council_id: officer.councilId, round_id: round.id, why, until_day: until, withheld_at: now, withheld_by: officer.accountId }
  await trx
    .insertInto('step_withholding')
    .values(due.map(({ purpose }) => ({ ...row, purpose })))
    .execute()
  await recordEvent(trx, officer, 'step.withheld', `/rounds/${slug}/chasing`, {
    name: round.name,
    steps: due.map(({ step, to }) => `${step} to ${to.contact.name}`),
    why,
    until: until && inWords(until),
  })
  return due.length
}

/** The step is to be taken after all. Refuses (not-found) what was not put off or skipped in the round, (conflict) what is taken up again already. Records `step.taken-up-again`. */
export async function endWithholding(trx: Trx, officer: Officer, slug: string, id: string): Promise<void> {
  const found = await trx
    .selectFrom('step_withholding as w')
    .innerJoin('round as r', (join) => join.onRef('r.council_id', '=', 'w.council_id').onRef('r.id', '=', 'w.round_id'))
    .select(['w.id', 'w.why'])
    .where('r.slug', '=', slug)
    .where((eb) => eb(eb.cast<string>('w.id', 'text'), '=', id))
    .executeTakeFirst()
  if (!found) return refuse('not-found', 'No such step was put off or skipped in this round.')
  await refuseOnConflict(
    trx
      .insertInto('step_withholding_end')
      .values({ council_id: officer.councilId, step_withholding_id: found.id, ended_by: officer.accountId })
      .execute(),
    'It is taken up again already.',
  )
  await recordEvent(trx, officer, 'step.taken-up-again', `/rounds/${slug}/chasing`, { why: found.why })
}
