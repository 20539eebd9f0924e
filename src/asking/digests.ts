import type { Absence, Contact } from '../contacts/contact.ts'
import { reachedFor } from '../contacts/whom-to-write-to.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { wantedLines, type Asking } from './asking.ts'

/** One message to one person for all that is still wanted of them, and of those for whom they cover. */
export interface Digest {
  to: Contact
  /** By whose link they answer: their own asking, or that of the one for whom they cover; null where theirs has still to be made. */
  asking: Asking | null
  /** The askings whose lines it is about, that one among them. */
  of: Asking[]
  coversFor: Contact[]
  away: boolean
  itemIds: string[]
}

/** Somebody who has not answered and cannot be written to. */
export interface NotWrittenTo {
  asking: Asking
  why: string
}

export interface Digests {
  digests: Digest[]
  notWrittenTo: NotWrittenTo[]
}

/**
 * Whom to write to on a day for askings that still want an answer, absence cover followed: each person once. Whoever covers for one person answers by that
 * one's link; whoever covers for several, or was asked themselves, has all of it by their own. `all` are the askings of the round.
 */
export function digestsOf(
  askings: readonly Asking[],
  all: readonly Asking[],
  contacts: ReadonlyMap<string, Contact>,
  absences: readonly Absence[],
  day: CalendarDate,
): Digests {
  const digests = new Map<string, Digest>()
  const notWrittenTo: NotWrittenTo[] = []
  for (const asking of askings) {
    if (wantedLines(asking).length === 0) continue
    const reached = reachedFor(asking.contact, contacts, absences, day)
    const why = whyNotWrittenTo(asking, reached?.contact)
    if (why !== null || !reached) {
      notWrittenTo.push({ asking, why: why ?? '' })
      continue
    }
    const { contact: to, coversFor, away } = reached
    const digest = digests.get(to.id) ?? { to, asking: null, of: [], coversFor: [], away, itemIds: [] }
    digests.set(to.id, digest)
    digest.of.push(asking)
    if (coversFor) digest.coversFor.push(coversFor)
    digest.itemIds = [...new Set([...digest.itemIds, ...wantedLines(asking)])]
  }
  return { digests: [...digests.values()].map((digest) => ({ ...digest, asking: answersBy(digest, all) })), notWrittenTo }
}

function answersBy({ to, of }: Digest, all: readonly Asking[]): Asking | null {
  const own = all.find(({ contact, revoked }) => contact.id === to.id && !revoked)
  return own ?? (of.length === 1 ? of[0]! : null)
}

function whyNotWrittenTo({ contact, revoked }: Asking, to: Contact | undefined): string | null {
  if (!to) return `${contact.name} has left. Pass their lines to somebody else.`
  if (revoked) return `The link of ${contact.name} was revoked. Send a fresh link, or pass their lines to somebody else.`
  return to.email === '' ? `${to.name} has no e-mail address. Add it to the contact.` : null
}
