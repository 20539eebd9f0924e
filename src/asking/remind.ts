import { recordEvent } from '../history/record-event.ts'
import { daysBetween, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { roundLines, type RoundLine } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { lockAskings } from './asking-items.ts'
import { wantedLines, type Asking } from './asking.ts'
import { askingsOfRound } from './asking.queries.ts'
import { refuseNotAsking } from './ask-people.ts'
import type { Digest, NotWrittenTo } from './digests.ts'
import { loadDigests, queueDigest } from './queue-digest.ts'

/** Of which lines, or of whose, people are reminded; of everything that a round still wants, where nothing is said. */
export interface ToRemind {
  itemIds?: readonly string[]
  askingIds?: readonly string[]
}

/** Who would be reminded today of what. */
export interface Reminding {
  round: RoundRecord
  lines: RoundLine[]
  digests: (Digest & { remindedToday: boolean })[]
  notWrittenTo: NotWrittenTo[]
  /** Lines that were chosen, and that nobody is reminded of: answered already, or asked of nobody. */
  answered: RoundLine[]
  askedOfNobody: RoundLine[]
}

/** Works out whom a reminder would reach: whoever is asked for a chosen line and has not answered it is reminded of all that is still wanted of them. */
export async function loadReminding(trx: Trx, slug: string, { itemIds, askingIds }: ToRemind, now: Date): Promise<Reminding> {
  const round = await findRound(trx, slug)
  const lines = roundLines(round, [])
  const all = await askingsOfRound(trx, round.id)
  const chosen = all.filter((asking) => isChosen(asking, itemIds, askingIds))
  const { digests, notWrittenTo } = await loadDigests(trx, chosen, all, today(now))
  const asked = new Map(all.flatMap((asking) => asking.lines.map(({ itemId }) => [itemId, wantedLines(asking).includes(itemId)])))
  const named = lines.filter(({ itemId }) => itemIds?.includes(itemId))
  const purposes = digests.map((digest) => purposeOf(round, digest, today(now)))
  const queued = purposes.length === 0 ? [] : await trx.selectFrom('message').select('purpose').where('purpose', 'in', purposes).execute()
  return {
    round,
    lines,
    digests: digests.map((digest, index) => ({ ...digest, remindedToday: queued.some(({ purpose }) => purpose === purposes[index]) })),
    notWrittenTo,
    answered: named.filter(({ itemId }) => asked.get(itemId) === false),
    askedOfNobody: named.filter(({ itemId }) => !asked.has(itemId)),
  }
}

function isChosen(asking: Asking, itemIds: ToRemind['itemIds'], askingIds: ToRemind['askingIds']): boolean {
  const wanted = wantedLines(asking)
  if (itemIds) return wanted.some((id) => itemIds.includes(id))
  return askingIds ? askingIds.includes(asking.id) : wanted.length > 0
}

/** Once per person and day. */
function purposeOf(round: Pick<RoundRecord, 'id'>, { to }: Digest, day: CalendarDate): string {
  return `reminder by hand ${round.id} ${to.id} ${day}`
}

/** Which step a reminder is on a day, and how many days late the answers are. */
export function reminderOn(dueOn: CalendarDate, day: CalendarDate): { step: 'reminder' | 'due-today' | 'overdue'; days: number } {
  const days = Math.max(0, daysBetween(dueOn, day))
  return { step: day < dueOn ? 'reminder' : days === 0 ? 'due-today' : 'overdue', days }
}

/**
 * Reminds people by hand of what is still wanted of them in a round: one message each, once a day, absence cover followed.
 * Refuses (conflict) a round that is not open or has no due day, (invalid) where there is nobody to remind.
 * Records `round.reminded` with whom.
 */
export async function remind(
  trx: Trx,
  officer: Officer,
  key: KeyOfHeed,
  slug: string,
  wanted: ToRemind,
  now: Date,
): Promise<{ reminded: number; already: number }> {
  await lockAskings(trx, slug)
  const { round, lines, digests } = await loadReminding(trx, slug, wanted, now)
  const day = today(now)
  refuseNotAsking(round, day)
  refuseIf(
    digests.length === 0,
    'invalid',
    'There is nobody to remind: everything that was asked has been answered, or nobody was asked for it.',
  )
  const step = reminderOn(round.dueOn!, day)
  const names: string[] = []
  for (const digest of digests) {
    const said = { ...step, round, lines, purpose: purposeOf(round, digest, day) }
    const { queued } = await queueDigest(trx, officer, key, digest, said, now)
    if (queued) names.push(digest.to.name)
  }
  if (names.length > 0) await recordEvent(trx, officer, 'round.reminded', `/rounds/${slug}`, { name: round.name, reminded: names })
  return { reminded: names.length, already: digests.length - names.length }
}
