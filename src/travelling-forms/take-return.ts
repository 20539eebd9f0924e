import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { saveUpdate, type UpdateEntered } from '../rounds/save-update.ts'
import type { ReturnedLine } from './returned-lines.ts'
import { formsByCode } from './travelling-form.queries.ts'

/** A line to be taken, what it is to say, and the version of its update that the officer saw beside it. */
export interface LineChosen {
  line: ReturnedLine
  entered: UpdateEntered | null
  seen: number
}

/**
 * Takes lines of a return into the round: each becomes the next version of its update, marked as taken from the return and its form.
 * Refuses (conflict) where the round is closed or frozen, or a line was saved after the officer saw it; (invalid) where nothing is chosen,
 * two answers to one line are, or a line cannot be taken as it is. Records `update.saved` for each line and `return.taken`.
 */
export async function takeReturn(
  trx: Trx,
  officer: Officer,
  round: RoundRecord,
  returnId: string,
  chosen: readonly LineChosen[],
): Promise<void> {
  refuseUnless(
    round.state === 'open',
    'conflict',
    `${round.name} is ${round.state}, so nothing can be taken into it. What came back is kept here.`,
  )
  refuseIf(chosen.length === 0, 'invalid', 'Tick the lines to take.')
  const twice = chosen.find(({ line }, index) => chosen.findIndex((other) => other.line.line.itemId === line.line.itemId) !== index)
  refuseIf(twice !== undefined, 'invalid', `${twice?.line.line.name} was answered by two forms. Tick only one of them.`)
  const forms = await formsByCode(trx, [...new Set(chosen.map(({ line }) => line.form.code))])
  for (const { line, entered, seen } of chosen) {
    const { form, now } = line
    const said = entered ?? refuse('invalid', `${line.line.name} cannot be taken as it is: ${line.faults.join(' ')}`)
    refuseUnless(
      seen === now.update.version,
      'conflict',
      `${line.line.name} was saved in Heed while you were looking. What Heed has now is shown below: look again.`,
    )
    const { version } = await saveUpdate(trx, officer, line.line.itemId, seen, said, 'document')
    await trx
      .insertInto('form_return_update')
      .values({
        council_id: officer.councilId,
        item_id: line.line.itemId,
        version,
        form_return_id: returnId,
        travelling_form_id: forms.find(({ code }) => code === form.code)!.id,
      })
      .execute()
  }
  await recordEvent(trx, officer, 'return.taken', `/rounds/${round.slug}/returns/${returnId}`, {
    lines: chosen.map(({ line }) => line.key),
  })
}
