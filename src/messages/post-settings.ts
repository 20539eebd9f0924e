import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { ClockTime } from '../platform/core/london-time.ts'

export const POSTS = ['folder', 'smtp', 'notify'] as const
export type PostKind = (typeof POSTS)[number]
export const SMTP_SECURITY = ['starttls', 'tls', 'none'] as const

/** How the council's messages go out, but for the secrets. */
export interface PostSettings {
  post: PostKind
  senderName: string
  senderAddress: string
  replyTo: string
  /** Where people find Heed in a browser: what links begin with. */
  webAddress: string
  from: ClockTime
  until: ClockTime
  weekends: boolean
  bankHolidays: boolean
  closedDays: CalendarDate[]
  smtpHost: string
  smtpPort: number
  smtpSecurity: (typeof SMTP_SECURITY)[number]
  smtpUser: string
  notifyTemplate: string
}

/** As they stand now, with their version (0: never saved) and the secrets as they are kept. */
export interface SavedPostSettings extends PostSettings {
  version: number
  smtpSealed: Buffer | null
  notifySealed: Buffer | null
}

export const UNSAVED: SavedPostSettings = {
  version: 0,
  post: 'folder',
  senderName: '',
  senderAddress: '',
  replyTo: '',
  webAddress: '',
  from: '08:00',
  until: '18:00',
  weekends: false,
  bankHolidays: false,
  closedDays: [],
  smtpHost: '',
  smtpPort: 587,
  smtpSecurity: 'starttls',
  smtpUser: '',
  notifyTemplate: '',
  smtpSealed: null,
  notifySealed: null,
}

export const POST_WORDS: Record<PostKind, string> = {
  folder: 'Nowhere: into a folder',
  smtp: 'By a mail server',
  notify: 'By GOV.UK Notify',
}

/** What a secret is sealed for: one council's cannot be used as another's. */
export const secretUse = (councilId: string, secret: 'smtp' | 'notify' | 'link') => `${secret} of ${councilId}`

/** The password that a blank box keeps: a kept one goes to no other mail server than the one that it was entered for. */
export function keptPassword({ smtpHost, smtpSealed }: SavedPostSettings, said: PostSettings): Buffer | null {
  return said.smtpUser !== '' && said.smtpHost === smtpHost ? smtpSealed : null
}

/** Whom messages come from where nothing is set up: an address that no mail system takes. */
export const NO_SENDER = 'heed@heed.invalid'

/** The web's address of a page of Heed's. */
export function onTheWeb({ webAddress }: Pick<PostSettings, 'webAddress'>, path: string): string {
  return `${(webAddress || `http://localhost:${process.env.PORT || 3000}`).replace(/\/+$/, '')}${path}`
}
