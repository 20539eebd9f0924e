import { recordEvent } from '../history/record-event.ts'
import type { Writer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import { lockAskings } from './asking-items.ts'
import { loadChasing, type RoundChasing } from './chasing.queries.ts'
import type { PlannedStep } from './plan-steps.ts'
import { takeStep } from './take-step.ts'

/**
 * Takes the steps of a round that go by themselves and are due, while messages go out; gives how many. Records `message.queued` for each and
 * `ladder.climbed`.
 */
export async function climbLadder(trx: Trx, writer: Writer, key: KeyOfHeed, slug: string, now: Date): Promise<number> {
  const chasing = await lockedChasing(trx, slug, now)
  const due = chasing.goesToday ? chasing.plan.due.filter(({ byItself }) => byItself) : []
  return takeSteps(trx, writer, key, due, chasing, now)
}

/**
 * Takes the steps that an officer chose; those of whom an answer has come meanwhile, or whose message is in the outbox already, are left. Refuses
 * (invalid) where none was chosen and (conflict) where none is due any more. Records `message.queued` for each and `ladder.climbed`.
 */
export async function sendSteps(
  trx: Trx,
  officer: Writer,
  key: KeyOfHeed,
  slug: string,
  purposes: readonly string[],
  now: Date,
): Promise<{ sent: number; left: number }> {
  refuseIf(purposes.length === 0, 'invalid', 'Tick the messages that are to go.')
  const chasing = await lockedChasing(trx, slug, now)
  const due = chasing.plan.due.filter(({ purpose }) => purposes.includes(purpose))
  refuseIf(due.length === 0, 'conflict', 'What you ticked is not due any more: an answer has come, or it has gone. Nothing was sent.')
  const sent = await takeSteps(trx, officer, key, due, chasing, now)
  return { sent, left: purposes.length - sent }
}

/** Whoever chases waits for whoever does so already. */
async function lockedChasing(trx: Trx, slug: string, now: Date): Promise<RoundChasing> {
  await lockAskings(trx, slug)
  return loadChasing(trx, slug, now)
}

async function takeSteps(trx: Trx, writer: Writer, key: KeyOfHeed, due: readonly PlannedStep[], chasing: RoundChasing, now: Date) {
  let taken = 0
  for (const step of due) if (await takeStep(trx, writer, key, step, chasing, now)) taken += 1
  const { slug, name } = chasing.round
  if (taken > 0) await recordEvent(trx, writer, 'ladder.climbed', `/rounds/${slug}/chasing`, { name, messages: taken, steps: stepsOf(due) })
  return taken
}

const stepsOf = (due: readonly PlannedStep[]) => [...new Set(due.map(({ step }) => step))]
