import { recordEvent } from '../history/record-event.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { canonicalJson, sha256Hex } from '../platform/core/canonical-json.ts'
import { refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer, Writer } from '../people/officer.ts'
import { isAnswered, roundLines, type RoundLine } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { makeForm } from './make-form.ts'
import { formsByCode } from './travelling-form.queries.ts'
import { linesOfForm, type FormMade } from './travelling-form.ts'

export interface FormsWanted {
  /** As the round's lines name them; '' for the lines that name nobody. */
  owners: string[]
  /** A form for each owner, or one for all of them. */
  each: boolean
  /** Only the lines that nobody has answered. */
  unanswered: boolean
  dueOn: CalendarDate | null
  returnTo: string
}

/** What a form for lines without an owner is called. */
export const NOBODY = 'Lines without an owner'

/**
 * Makes forms of an open round, and keeps each as it was made. Refuses (conflict) where the round is closed or frozen, (invalid) where the
 * owners chosen have no line to ask about. Records `form.made` for each.
 */
export async function recordForms(trx: Trx, officer: Officer, slug: string, wanted: FormsWanted): Promise<FormMade[]> {
  const round = await findRound(trx, slug)
  refuseUnless(
    round.state === 'open',
    'conflict',
    `${round.name} is ${round.state}, so it asks nobody for anything more. Open it again, or make forms of the next round.`,
  )
  const lines = roundLines(round, []).filter((line) => !wanted.unanswered || !isAnswered(line))
  const groups = (wanted.each ? wanted.owners.map((owner) => [owner]) : [wanted.owners])
    .map((owners) => ({ owners, lines: lines.filter((line) => owners.some((owner) => isOwned(line, owner))) }))
    .filter((group) => group.lines.length > 0)
  refuseIf(
    groups.length === 0,
    'invalid',
    'There is nothing to ask them: every line of theirs is answered already. Untick “Only lines not answered yet” to ask again.',
  )
  const forms: FormMade[] = []
  for (const group of groups) {
    const { dueOn, returnTo } = wanted
    const form = makeForm(round, group.lines, { forWhom: inBrief(group.owners), dueOn, returnTo })
    forms.push(await keepForm(trx, officer, form))
  }
  return forms
}

/**
 * Keeps a form of an open round as it was made (by `makeForm`). Refuses (conflict) where another has its code. Records `form.made`.
 */
export async function keepForm(trx: Trx, officer: Writer, form: FormMade): Promise<FormMade> {
  refuseIf((await formsByCode(trx, [form.code])).length > 0, 'conflict', 'By a rare chance another form has this code. Send this again.')
  const content = canonicalJson(form)
  await trx
    .insertInto('travelling_form')
    .values({
      council_id: officer.councilId,
      round_id: form.round.id,
      code: form.code,
      for_whom: form.forWhom,
      content,
      hash: sha256Hex(content),
      made_by: officer.accountId,
    })
    .execute()
  await recordEvent(trx, officer, 'form.made', `/rounds/${form.round.slug}/forms`, {
    name: form.forWhom,
    code: form.code,
    lines: linesOfForm(form).length,
  })
  return form
}

/** Whether a line is an owner's; '' is the owner of those that name nobody. */
export function isOwned({ owners }: Pick<RoundLine, 'owners'>, owner: string): boolean {
  return owner === '' ? owners.length === 0 : owners.includes(owner)
}

const MOST_NAMED = 3

function inBrief(owners: readonly string[]): string {
  const names = owners.map((owner) => owner || NOBODY)
  const more = names.length - MOST_NAMED
  return more > 0 ? `${names.slice(0, MOST_NAMED).join('; ')} and ${more} more` : names.join('; ')
}
