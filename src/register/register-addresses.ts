import type { MeetingsNarrowed } from './register.ts'

export const meetingsAddress = (council: string) => `/register/${council}/meetings`
export const meetingAddress = (council: string, meeting: string) => `${meetingsAddress(council)}/${meeting}`

/** What a list is narrowed to, as an address says it. */
export function queryOf({ committee, year }: MeetingsNarrowed): Record<string, string> {
  return { ...(committee && { committee }), ...(year !== undefined && { year: String(year) }) }
}

/** The list's address with an ending (`.ics`) and what it is narrowed to. */
export function narrowedAddress(council: string, ending: string, narrowed: MeetingsNarrowed): string {
  const asked = new URLSearchParams(queryOf(narrowed)).toString()
  return `${meetingsAddress(council)}${ending}${asked && `?${asked}`}`
}
