import { daysBetween, inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { fillWords, textOf, withLink } from '../messages/fill-words.ts'
import type { Said, SaidFor } from '../messages/message-steps.ts'
import { wordsOfStep } from '../messages/message-words.queries.ts'
import { postSettings } from '../messages/post-settings.queries.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { isOwnerStep, type Escalation } from './ladder.ts'
import { lineInMessage } from './line-words.ts'
import type { PlannedStep } from './plan-steps.ts'
import { daysInWords, meetingInWords, saidOf } from './queue-for-asking.ts'

/** A round and its lines by id: what the words of a step are made of. */
export interface RoundInWords {
  round: RoundRecord
  lines: ReadonlyMap<string, RoundLine>
  today: CalendarDate
}

/** How late the round's answers are. */
export function daysLate({ round, today }: RoundInWords): number {
  return round.dueOn === null ? 0 : Math.max(0, daysBetween(round.dueOn, today))
}

/**
 * What is still to answer, a line each, in the order of the round: for whoever covers, with whom each is of; beyond whoever was asked, with whose it is where
 * it is of several people.
 */
export function linesInWords({ step, about, to }: PlannedStep, { lines }: RoundInWords): string[] {
  const whose = new Map<string, string[]>()
  for (const { asking, itemIds } of about)
    for (const itemId of itemIds) whose.set(itemId, [...(whose.get(itemId) ?? []), asking.contact.name])
  const named = about.length > 1 && !isOwnerStep(step)
  return [...lines.values()].flatMap((line) => {
    const names = whose.get(line.itemId)
    if (!names) return []
    if (isOwnerStep(step)) return [lineInMessage(line, names.includes(to.contact.name) ? undefined : names[0])]
    return [`${lineInMessage(line)}${named ? ` – ${names.join(', ')}` : ''}`]
  })
}

/** What a step beyond whoever was asked says. */
export function saidBeyond(step: PlannedStep, of: RoundInWords): SaidFor<Escalation> {
  const { round } = of
  return {
    owner: ownersInWords(step),
    round: round.name,
    due: inWords(round.dueOn ?? round.presentedOn),
    days: daysInWords(daysLate(of)),
    meeting: meetingInWords(round),
    lines: linesInWords(step, of),
  }
}

const MOST_WITH_POSTS = 2
const MOST_NAMED = 5

/** So brief that it fits into a subject: the lines say whose each is. */
function ownersInWords({ about }: PlannedStep): string {
  if (about.length > MOST_NAMED) return `${about.length} people`
  const posts = about.length <= MOST_WITH_POSTS
  return listed(about.map(({ asking: { contact } }) => `${contact.name}${posts && contact.post ? ` (${contact.post})` : ''}`))
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** A message as it would read, and to whom it would go. */
export interface DraftedStep extends PlannedStep {
  subject: string
  text: string
}

/** Every step as its message would read if it went now, in the council's words. */
export async function draftSteps(trx: Trx, steps: readonly PlannedStep[], of: RoundInWords): Promise<DraftedStep[]> {
  const { senderName } = await postSettings(trx)
  const words = new Map<string, Awaited<ReturnType<typeof wordsOfStep>>>()
  for (const { step } of steps) if (!words.has(step)) words.set(step, await wordsOfStep(trx, step))
  return steps.map((step) => {
    const common = { name: step.to.contact.name, council: of.round.council, officer: senderName || of.round.council }
    const filled = fillWords(words.get(step.step)!, { ...saidOfStep(step, of), ...common })
    return { ...step, subject: filled.subject, text: withLink(textOf(filled), LINK) }
  })
}

const LINK = '[their own link]'

function saidOfStep(step: PlannedStep, of: RoundInWords): Said {
  if (!isOwnerStep(step.step)) return saidBeyond(step, of)
  return saidOf({ round: of.round, step: step.step, lines: linesInWords(step, of), days: daysLate(of) })
}
