import { queueMessage } from '../messages/queue-message.ts'
import type { Writer } from '../people/officer.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { RoundChasing } from './chasing.queries.ts'
import { digestsOf } from './digests.ts'
import { isOwnerStep } from './ladder.ts'
import type { PlannedStep } from './plan-steps.ts'
import { queueDigest } from './queue-digest.ts'
import { writeOfWhich } from './queue-for-asking.ts'
import { daysLate, saidBeyond } from './step-words.ts'

/**
 * Puts a step's message into the outbox, with the person's own link where it goes to whoever was asked or covers for them. One that is there already is
 * left as it is (false). Records `message.queued`.
 */
export async function takeStep(
  trx: Trx,
  writer: Writer,
  key: KeyOfHeed,
  planned: PlannedStep,
  of: RoundChasing,
  now: Date,
): Promise<boolean> {
  const { step, purpose, about } = planned
  const { contact } = planned.to
  const askingIds = about.map(({ asking }) => asking.id)
  if (isOwnerStep(step)) {
    const late = of.askings.filter(({ id }) => askingIds.includes(id))
    const { digests } = digestsOf(late, of.askings, of.contacts, of.absences, of.today)
    const digest = digests.find(({ to }) => to.id === contact.id)
    const said = { step, purpose, days: daysLate(of), round: of.round, lines: [...of.lines.values()] }
    return digest !== undefined && (await queueDigest(trx, writer, key, digest, said, now)).queued
  }
  const to = { contactId: contact.id, name: contact.name, address: contact.email }
  const message = { step, purpose, about: `/rounds/${of.round.slug}`, to, said: saidBeyond(planned, of) }
  const { id, queued } = await queueMessage<typeof step>(trx, writer, key, message, now)
  if (queued) await writeOfWhich(trx, writer, id, askingIds)
  return queued
}
