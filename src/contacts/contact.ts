import type { CalendarDate } from '../platform/core/calendar-date.ts'

/** What is said of a contact. */
export interface ContactSaid {
  name: string
  post: string
  /** The outside body that they work for; '' for the council's own people. */
  body: string
  directorate: string
  /** '' where it is not known: nothing can be sent then. */
  email: string
  managerId: string | null
  /** Has left: kept on the record, never written to. */
  gone: boolean
}

export interface Contact extends ContactSaid {
  id: string
  slug: string
  version: number
}

/** Days when a contact is away; without an end until further notice. */
export interface Absence {
  id: string
  contactId: string
  from: CalendarDate
  until: CalendarDate | null
  coverId: string | null
}

/** Where a contact works, in a few words. */
export function placeOf({ post, body, directorate }: Pick<ContactSaid, 'post' | 'body' | 'directorate'>): string {
  return [post, body, directorate].filter(Boolean).join(', ')
}

/** The absence that a day falls into; null where the contact is there. */
export function absenceOn(absences: readonly Absence[], contactId: string, day: CalendarDate): Absence | null {
  return absences.find((each) => each.contactId === contactId && each.from <= day && (each.until === null || day <= each.until)) ?? null
}
