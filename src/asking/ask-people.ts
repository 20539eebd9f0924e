import { recordEvent } from '../history/record-event.ts'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import { postSettings } from '../messages/post-settings.queries.ts'
import type { Officer } from '../people/officer.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { formAsFile } from '../travelling-forms/form-file.ts'
import { makeForm } from '../travelling-forms/make-form.ts'
import { keepForm } from '../travelling-forms/record-forms.ts'
import type { FormMade } from '../travelling-forms/travelling-form.ts'
import { addItems, askingOf, endItems, lockAskings } from './asking-items.ts'
import { askedFor, reachedForLine, replacedBy, type PersonToAsk } from './asking-plan.ts'
import { loadRoundAsking, type RoundAsking } from './asking-plan.queries.ts'
import { lineInMessage } from './line-words.ts'
import { queueForAsking } from './queue-for-asking.ts'

export interface PeopleToAsk {
  slug: string
  /** Of those whom the round would ask. */
  contactIds: readonly string[]
  /** A form in Word of exactly their lines goes with each message, where the post carries files. */
  withForm: boolean
  /** To whom the form goes back. */
  returnTo: string
}

/**
 * Asks people in a round: each gets one message for all their lines that they are not asked for yet, with their own link and, where it is wanted, a form in
 * Word of these lines. Whoever was asked for a line and would not be any more is not asked for it any longer.
 * Refuses (not-found) an address that no round has, (conflict) a round that is not open or has no due day, (invalid) where nobody is chosen who has
 * still to be asked. Records `round.asked` with how many people and lines.
 */
export async function askPeople(
  trx: Trx,
  officer: Officer,
  key: KeyOfHeed,
  { slug, contactIds, withForm, returnTo }: PeopleToAsk,
  now: Date,
): Promise<{ people: number; lines: number }> {
  await lockAskings(trx, slug)
  const found = await loadRoundAsking(trx, slug, today(now))
  refuseNotAsking(found.round, today(now))
  const people = found.plan.people.filter(({ contact }) => contactIds.includes(contact.id))
  refuseIf(people.length === 0, 'invalid', 'Tick whom to ask. Whoever was asked meanwhile is not asked twice.')
  const carries = withForm && (await carriesFiles(trx))
  const made = new Map<PersonToAsk, FormToAttach>()
  // Before anything is written: until the transaction ends, the council's other events wait.
  if (carries) for (const person of people) made.set(person, await formFor(found.round, person, returnTo))
  for (const person of people) await askPerson(trx, officer, key, found, person, made.get(person) ?? null, now)
  const lines = new Set(people.flatMap((person) => person.lines.map(({ itemId }) => itemId))).size
  const counts = { people: people.length, lines }
  await recordEvent(trx, officer, 'round.asked', `/rounds/${slug}`, {
    name: found.round.name,
    ...counts,
    asked: people.map(({ contact }) => contact.name),
  })
  return counts
}

/** Refuses (conflict) a round that asks nobody now: not open, without a due day, or with its meeting past. */
export function refuseNotAsking(round: Pick<RoundRecord, 'name' | 'state' | 'dueOn' | 'presentedOn'>, day: CalendarDate): void {
  const why = whyNotAsking(round, day)
  if (why !== null) refuse('conflict', why)
}

export function whyNotAsking({ name, state, dueOn, presentedOn }: Parameters<typeof refuseNotAsking>[0], day: CalendarDate): string | null {
  if (state !== 'open') return `${name} is ${state}, so it asks nobody for anything more.`
  if (dueOn === null)
    return `${name} has no day by which updates are due, so nobody can be asked yet. Set it on the page of the round’s days.`
  return presentedOn < day ? `The meeting of ${name} is past, so a link to answer by would not open any more.` : null
}

/** GOV.UK Notify carries no files. */
export async function carriesFiles(trx: Trx): Promise<boolean> {
  return (await postSettings(trx)).post !== 'notify'
}

interface FormToAttach {
  form: FormMade
  file: Awaited<ReturnType<typeof formAsFile>>
}

async function formFor(round: RoundRecord, { contact, lines }: PersonToAsk, returnTo: string): Promise<FormToAttach> {
  const form = makeForm(round, lines, { forWhom: contact.name, dueOn: round.dueOn, returnTo })
  return { form, file: await formAsFile(form) }
}

async function askPerson(
  trx: Trx,
  officer: Officer,
  key: KeyOfHeed,
  found: RoundAsking,
  { contact, lines }: PersonToAsk,
  made: FormToAttach | null,
  now: Date,
): Promise<void> {
  const { round } = found
  refuseUnless(contact.email !== '', 'invalid', `${contact.name} has no e-mail address.`)
  const askingId = await askingOf(trx, officer, round.id, contact.id, now)
  const itemIds = lines.map(({ itemId }) => itemId)
  await addItems(trx, officer, askingId, itemIds, now)
  for (const line of lines) await endReplaced(trx, officer, found, line.itemId, contact.name)
  if (made) await keepForm(trx, officer, made.form)
  await queueForAsking(
    trx,
    officer,
    key,
    {
      round,
      askingId,
      to: { contactId: contact.id, name: contact.name, address: contact.email },
      step: 'asking',
      lines: lines.map(lineInMessage),
      purpose: `asking ${askingId} ${(await timesAsked(trx, askingId)) + 1}`,
      files: made ? [made.file] : [],
    },
    now,
  )
}

async function endReplaced(
  trx: Trx,
  officer: Officer,
  { lines, owners, askings }: RoundAsking,
  itemId: string,
  name: string,
): Promise<void> {
  const line = lines.find((one) => one.itemId === itemId)
  const replaced = line ? replacedBy(askedFor(askings, itemId), reachedForLine(line, owners)) : []
  for (const asking of replaced) await endItems(trx, officer, asking.id, [itemId], `${name} is asked instead.`)
}

/** How often the asking step went out for an asking. */
export async function timesAsked(trx: Trx, askingId: string): Promise<number> {
  const { times } = await trx
    .selectFrom('asking_message as a')
    .innerJoin('message as m', (join) => join.onRef('m.council_id', '=', 'a.council_id').onRef('m.id', '=', 'a.message_id'))
    .select((eb) => eb.fn.countAll<number>().as('times'))
    .where('a.asking_id', '=', askingId)
    .where('m.step', '=', 'asking')
    .executeTakeFirstOrThrow()
  return times
}
