import { writerOf, type Asked } from '../asking/asked.ts'
import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import { lineName } from '../rounds/round-lines.ts'
import { saveUpdate } from '../rounds/save-update.ts'
import { askedRound, findingsWith, type AskedRound } from './asked-round.ts'
import { sendingOf, type LineToSend } from './lines-to-send.ts'
import { queueReceipts } from './queue-receipts.ts'
import { dropDraft } from './save-draft.ts'

/** Which drafts are sent: those that were shown, as they were shown. */
export interface DraftShown {
  itemId: string
  draftId: string
  revision: number
}

/** Why a finding is left standing, by its field. */
export type Explanations = Readonly<Record<string, string>>

export class NotExplained extends Error {
  readonly fields: string[]
  constructor(fields: string[]) {
    super('Findings that stop the paper were neither mended nor explained.')
    this.fields = fields
  }
}

/**
 * Sends what was written: each line becomes the next version of its update, under the name that the link is for. The drafts that were sent are taken away, and
 * the receipts queued. Refuses (conflict) where a draft was changed or sent meanwhile, where somebody else saved a line after its draft was begun, and
 * where the round is closed, frozen, or the line accepted: then nothing is sent and every draft is kept. Throws `NotExplained` for findings that stop a
 * paper without a word on why. Records `update.saved` for each line, then `answers.submitted`.
 */
export async function submitAnswers(
  trx: Trx,
  link: Asked,
  key: KeyOfHeed,
  shown: readonly DraftShown[],
  explanations: Explanations,
  now: Date,
): Promise<{ id: string; lines: number }> {
  refuseIf(shown.length === 0, 'invalid', 'There is nothing to send yet. Answer a line first.')
  await lockDrafts(trx, link.askingId)
  const asked = await askedRound(trx, link)
  const lines = linesShown(asked, sendingOf(asked, await findingsWith(trx, asked)).ready, shown)
  const missing = lines.flatMap(({ explain }) => explain.filter(({ field }) => !explanations[field]).map(({ field }) => field))
  if (missing.length > 0) throw new NotExplained(missing)
  const { id } = await trx
    .insertInto('submission')
    .values({
      council_id: link.councilId,
      asking_id: link.askingId,
      asking_link_id: link.linkId,
      submitted_at: now,
      submitted_by: link.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const line of lines) await submitLine(trx, link, id, line, explanations)
  await queueReceipts(trx, link, key, { submissionId: id, round: asked.round, lines, explanations, left: leftAfter(asked, lines) }, now)
  await recordEvent(trx, writerOf(link), 'answers.submitted', `/rounds/${link.roundSlug}`, {
    asking: link.askingId,
    lines: lines.map(({ one }) => lineName(one.line)),
  })
  return { id, lines: lines.length }
}

/** Two who send at once wait for one another; the second then sees that it is done. */
async function lockDrafts(trx: Trx, askingId: string): Promise<void> {
  await trx.selectFrom('draft').select('id').where('asking_id', '=', askingId).orderBy('id').forUpdate().execute()
}

function linesShown(asked: AskedRound, ready: readonly LineToSend[], shown: readonly DraftShown[]): LineToSend[] {
  return shown.map(({ itemId, draftId, revision }) => {
    const one = asked.lines.find(({ line }) => line.itemId === itemId)
    const draft = one?.drafts.find(({ id }) => id === draftId)
    if (!one) return refuse('conflict', 'One of these lines is not asked of you any more. Look at your answers again, then send them.')
    const name = lineName(one.line)
    refuseIf(
      asked.round.state !== 'open',
      'conflict',
      `This round is ${asked.round.state} by now, so nothing can be sent. What you wrote is kept and shown here.`,
    )
    refuseIf(
      one.standing.state === 'accepted',
      'conflict',
      `${name} was accepted by an officer meanwhile. What you wrote is kept and shown here.`,
    )
    refuseIf(
      !draft && one.given !== null,
      'conflict',
      `${name} was sent already, by ${one.given?.by}. Look at what is here before you send anything else.`,
    )
    refuseIf(
      draft !== undefined && draft.basedOn !== one.line.update.version,
      'conflict',
      `${one.line.update.savedBy ?? one.given?.by ?? 'Somebody else'} saved ${name} while you were writing. Both texts are below: put together what should stand, then send again.`,
    )
    const line = ready.find((each) => each.draft.id === draftId && each.draft.revision === revision)
    return (
      line ?? refuse('conflict', `${name} was changed in another window, or by somebody else. Look at your answers again, then send them.`)
    )
  })
}

async function submitLine(
  trx: Trx,
  link: Asked,
  submissionId: string,
  { one, draft, answer, explain }: LineToSend,
  explanations: Explanations,
) {
  const { itemId } = one.line
  const { version } = await saveUpdate(trx, writerOf(link), itemId, draft.basedOn, answer.entered, 'owner')
  const common = { council_id: link.councilId, submission_id: submissionId, item_id: itemId }
  await trx
    .insertInto('submission_update')
    .values({ ...common, version, no_change: answer.noChange })
    .execute()
  const rows = explain.map(({ field, finding }) => ({ ...common, rule: finding.rule, of: finding.key, reason: explanations[field]! }))
  if (rows.length > 0) await trx.insertInto('finding_explanation').values(rows).execute()
  await dropDraft(trx, link, draft.id)
}

/** What is still unanswered when these are sent. */
function leftAfter(asked: AskedRound, sent: readonly LineToSend[]): string[] {
  const gone = new Set(sent.map(({ one }) => one.line.itemId))
  return asked.lines
    .filter(({ line, standing }) => !gone.has(line.itemId) && standing.state !== 'answered' && standing.state !== 'accepted')
    .map(({ line }) => lineName(line))
}
