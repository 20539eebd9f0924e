import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { absenceOn, type Absence, type Contact } from './contact.ts'

/** Somebody to write to: for themselves, or because they cover for the one who is meant. */
export interface Reached {
  contact: Contact
  /** The contact that they cover for; null where they are meant themselves. */
  coversFor: Contact | null
  /** Away, and nobody covers: the message will lie there. */
  away: boolean
}

/**
 * Whom to write to on a day in place of one contact: themselves, or whoever covers for them, and for that one in turn. Where cover goes round in a
 * circle, ends with nobody, or ends with somebody who has left or has no address, it is the contact themselves, marked as away. Null where the contact has left.
 */
export function reachedFor(
  contact: Contact,
  contacts: ReadonlyMap<string, Contact>,
  absences: readonly Absence[],
  day: CalendarDate,
): Reached | null {
  if (contact.gone) return null
  const met = new Set<string>()
  let at: Contact | undefined = contact
  while (at && !at.gone && !met.has(at.id)) {
    met.add(at.id)
    const absence = absenceOn(absences, at.id, day)
    if (!absence && (at === contact || at.email !== '')) return { contact: at, coversFor: at === contact ? null : contact, away: false }
    at = absence?.coverId ? contacts.get(absence.coverId) : undefined
  }
  return { contact, coversFor: null, away: true }
}

/** Whom to write to on a day for contacts who speak together: each once, somebody meant themselves before somebody who covers. */
export function reachedTogether(
  speakers: readonly Contact[],
  contacts: ReadonlyMap<string, Contact>,
  absences: readonly Absence[],
  day: CalendarDate,
): Reached[] {
  const reached = speakers.flatMap((contact) => reachedFor(contact, contacts, absences, day) ?? [])
  const first = new Map<string, Reached>()
  for (const each of reached.toSorted((a, b) => Number(a.coversFor !== null) - Number(b.coversFor !== null)))
    if (!first.has(each.contact.id)) first.set(each.contact.id, each)
  return [...first.values()]
}
