/** Whose calendar an address gives: that of a person with an account, of a contact, or of a committee. */
export type CalendarHolder =
  | { accountId: string; contactId?: undefined; committeeId?: undefined }
  | { contactId: string; accountId?: undefined; committeeId?: undefined }
  | { committeeId: string; accountId?: undefined; contactId?: undefined }

/** An address that opens a calendar. What it is stands nowhere: only its hash is kept. */
export interface CalendarAddress {
  id: string
  hash: Buffer
  madeAt: Date
  /** Null where an account that is gone made it. */
  madeBy: string | null
}

export const hrefOfCalendar = (secret: string) => `/calendar/${secret}.ics`
export const secretOf = (address: string) => /([\w-]+)\.ics$/.exec(address)?.[1] ?? ''

export const holderColumns = (holder: CalendarHolder) => ({
  account_id: holder.accountId ?? null,
  contact_id: holder.contactId ?? null,
  committee_id: holder.committeeId ?? null,
})
