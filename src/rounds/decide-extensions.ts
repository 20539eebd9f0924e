import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { ownedId } from '../recommendations/ownership.ts'
import { addPromise } from '../recommendations/promise.ts'
import { BY_THE_RULE, isPromised, type Extension } from './extension.ts'
import { extensionsOfItems, extensionsOfRound } from './extension.queries.ts'

export interface ExtensionDecision {
  granted: boolean
  /** In words: the Panel, 9 December 2026, minute 34. */
  decidedBy: string
  reason: string
  /** False where it was decided in what the public may not see: the history then has no word of what it is about. */
  isPublic?: boolean
}

/** Which request is decided: the version of the update that asks. */
export interface ExtensionAskedFor {
  itemId: string
  version: number
}

/**
 * Decides on later dates that updates ask for, one or many at once. One that is granted becomes the next promise, with the reason that the update gave and
 * who granted it; a refusal leaves the promise that stands, and can be followed by a grant. Rounds may be open, closed or frozen.
 * Refuses (invalid) without a request, without who decided, or a refusal without its reason, and (conflict) where an update asks for something else by
 * now or was decided on meanwhile. Records `extension.granted` or `extension.refused` for each.
 */
export async function decideExtensions(
  trx: Trx,
  officer: Officer,
  asked: readonly ExtensionAskedFor[],
  decision: ExtensionDecision,
): Promise<void> {
  refuseIf(asked.length === 0, 'invalid', 'Tick at least one date.')
  refuseIf(decision.decidedBy.trim() === '', 'invalid', 'Say who decided.')
  refuseIf(
    !decision.granted && decision.reason.trim() === '',
    'invalid',
    'Say why it is refused: whoever answers in the next round sees the reason.',
  )
  await onlyOneDecides(trx)
  const found = new Map(
    (
      await extensionsOfItems(
        trx,
        asked.map(({ itemId }) => itemId),
      )
    ).map((extension) => [extension.itemId, extension]),
  )
  const extensions = asked.map(({ itemId, version }) => {
    const extension = found.get(itemId)
    if (extension?.version !== version)
      return refuse(
        'conflict',
        'An update was changed meanwhile, and asks for something else now. Look at what is asked, then decide again.',
      )
    const before = extension.decision
    if (before && (before.granted || !decision.granted))
      refuse(
        'conflict',
        `${extension.name}: ${extension.words} was ${before.granted ? 'granted' : 'refused'} already, by ${before.decidedBy}.`,
      )
    return extension
  })
  await decide(trx, officer, extensions, decision)
}

/** Grants every date asked for in a round that nobody has decided on: the council lets them stand with it. Records `extension.granted` for each. */
export async function grantWithRound(trx: Trx, officer: Officer, roundId: string): Promise<void> {
  await onlyOneDecides(trx)
  const undecided = (await extensionsOfRound(trx, roundId)).filter(({ decision }) => decision === null)
  if (undecided.length > 0) await decide(trx, officer, undecided, { granted: true, decidedBy: BY_THE_RULE, reason: '' })
}

/** Two officers who decide at once would both find nothing decided: the second waits for the first. */
async function onlyOneDecides(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(acting_council()::text, 12))`.execute(trx)
}

async function decide(
  trx: Trx,
  officer: Officer,
  extensions: readonly Extension[],
  { granted, decidedBy, reason, isPublic = true }: ExtensionDecision,
): Promise<void> {
  const rows = extensions.map(({ itemId, version }) => ({
    council_id: officer.councilId,
    item_id: itemId,
    version,
    granted,
    decided_by: decidedBy.trim(),
    reason: reason.trim(),
    recorded_by: officer.accountId,
  }))
  await trx.insertInto('extension_decision').values(rows).execute()
  if (granted) await promiseDates(trx, officer, extensions, decidedBy.trim())
  for (const { itemId, round, name, words } of extensions)
    await recordEvent(trx, officer, granted ? 'extension.granted' : 'extension.refused', `/rounds/${round.slug}/items/${itemId}`, {
      ...(isPublic && { of: name, date: words, reason: reason.trim() }),
      by: decidedBy.trim(),
    })
}

/** Several statements about one thing often ask for the same date: it is promised once. */
async function promiseDates(trx: Trx, officer: Officer, extensions: readonly Extension[], grantedBy: string): Promise<void> {
  const promised = new Set<string>()
  for (const extension of extensions) {
    const { owned, line, words, iso, reason, round, promises } = extension
    const key = [ownedId(owned), line, iso ?? words].join(' ')
    if (promised.has(key) || isPromised(extension, promises.at(-1))) continue
    promised.add(key)
    await addPromise(trx, officer, owned, { line, words, iso, reason, grantedBy, meetingId: round.meetingId })
  }
}
