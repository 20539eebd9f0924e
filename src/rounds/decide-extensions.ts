import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { addPromise } from '../recommendations/promise.ts'

export interface ExtensionDecision {
  granted: boolean
  /** In words: the Panel, 9 December 2026, minute 34. */
  decidedBy: string
  reason: string
}

/** Which request is decided: the version of the update that asks. */
export interface ExtensionAskedFor {
  itemId: string
  version: number
}

/**
 * Decides on later dates that updates ask for. One that is granted becomes the next promise, with the reason that the update gave and who granted it, unless
 * it is promised already. Refuses (invalid) a refusal without its reason, and (conflict) an update that was decided on already.
 * Records `extension.granted` or `extension.refused` for each.
 */
export async function decideExtensions(
  trx: Trx,
  officer: Officer,
  asked: readonly ExtensionAskedFor[],
  { granted, decidedBy, reason }: ExtensionDecision,
): Promise<void> {
  refuseIf(!granted && reason === '', 'invalid', 'Say why it is refused: whoever answers in the next round sees the reason.')
  for (const { itemId, version } of asked) {
    const update = await updateAsking(trx, itemId, version)
    const row = {
      council_id: officer.councilId,
      item_id: itemId,
      version,
      granted,
      decided_by: decidedBy,
      reason,
      recorded_by: officer.accountId,
    }
    await refuseOnConflict(trx.insertInto('extension_decision').values(row).execute(), 'This later date was decided on already.')
    if (granted) await promise(trx, officer, update, decidedBy)
    const detail = { date: update.revised_words, by: decidedBy, reason }
    await recordEvent(trx, officer, granted ? 'extension.granted' : 'extension.refused', `/rounds/${update.slug}/items/${itemId}`, detail)
  }
}

type Asking = Awaited<ReturnType<typeof updateAsking>>

async function updateAsking(trx: Trx, itemId: string, version: number) {
  const row = await trx
    .selectFrom('progress_update as u')
    .innerJoin('round_item as i', (join) => join.onRef('i.council_id', '=', 'u.council_id').onRef('i.id', '=', 'u.item_id'))
    .innerJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'i.council_id').onRef('r.id', '=', 'i.round_id'))
    .select(['u.revised_words', 'u.revised_iso', 'u.revised_reason', 'u.explanation'])
    .select(['i.recommendation_id', 'i.action_id', 'r.slug', 'r.meeting_id'])
    .where('u.item_id', '=', itemId)
    .where('u.version', '=', version)
    .executeTakeFirst()
  return row?.revised_words ? row : refuse('invalid', 'This update asks for no later date.')
}

async function promise(trx: Trx, officer: Officer, update: Asking, grantedBy: string): Promise<void> {
  const owned = update.action_id ? { actionId: update.action_id } : { recommendationId: update.recommendation_id }
  const words = update.revised_words!
  const last = await trx
    .selectFrom('promise')
    .select('words')
    .where('line', '=', 1)
    .$if(update.action_id !== null, (query) => query.where('action_id', '=', update.action_id))
    .$if(update.action_id === null, (query) => query.where('recommendation_id', '=', update.recommendation_id))
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (last?.words === words) return
  const reason = update.revised_reason ?? update.explanation
  await addPromise(trx, officer, owned, { words, iso: update.revised_iso, reason, grantedBy, meetingId: update.meeting_id })
}
