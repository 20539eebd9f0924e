import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Meaning } from '../scales/scale.ts'

export const DECISION_KINDS = [
  'agree',
  'challenge',
  'sign-off',
  'defer',
  'call',
  'grant-extension',
  'refuse-extension',
  'close',
  'reopen',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** What a button says. */
export const KIND_BUTTONS: Record<DecisionKind, string> = {
  agree: 'Agree',
  challenge: 'Challenge',
  'sign-off': 'Sign off',
  defer: 'Defer',
  call: 'Call the owner',
  'grant-extension': 'Grant the later date',
  'refuse-extension': 'Refuse the later date',
  close: 'Close',
  reopen: 'Take up again',
}

/** What was decided, as a list and a paper say it. */
export const KIND_WORDS: Record<DecisionKind, string> = {
  agree: 'Agreed with the assessment',
  challenge: 'Challenged the assessment',
  'sign-off': 'Signed off',
  defer: 'Deferred',
  call: 'Called the owner to the next meeting',
  'grant-extension': 'Granted the later date',
  'refuse-extension': 'Refused the later date',
  close: 'Closed without implementation',
  reopen: 'Taken up again',
}

export const ENDINGS = [
  'achieved-in-time',
  'achieved-late',
  'partly',
  'not-accepted-in-substance',
  'superseded',
  'no-longer-relevant',
  'asked-and-refused',
] as const
export type Ending = (typeof ENDINGS)[number]

export const ENDING_WORDS: Record<Ending, string> = {
  'achieved-in-time': 'Achieved in time',
  'achieved-late': 'Achieved late',
  partly: 'Achieved in part',
  'not-accepted-in-substance': 'Not accepted in substance',
  superseded: 'Superseded',
  'no-longer-relevant': 'No longer relevant',
  'asked-and-refused': 'Asked and refused',
}

/** How a recommendation that is signed off can have ended. */
export const SIGN_OFF_ENDINGS = ['achieved-in-time', 'achieved-late', 'partly', 'superseded'] as const satisfies readonly Ending[]

/** How one that is closed without being carried out can have ended. */
export const CLOSE_ENDINGS = [
  'superseded',
  'no-longer-relevant',
  'not-accepted-in-substance',
  'asked-and-refused',
  'partly',
] as const satisfies readonly Ending[]

/** After how many months a recommendation that is signed off can be asked about again: did it stick? */
export const CHECK_BACK_MONTHS = ['6', '12'] as const
export type CheckBackMonths = (typeof CHECK_BACK_MONTHS)[number]

/** These settle a recommendation, or take it up again. */
export const isSettling = (kind: DecisionKind): boolean => kind === 'sign-off' || kind === 'close' || kind === 'reopen'

/** What is decided about one line, as it was pressed. */
export interface DecisionSaid {
  agendaItemId: string
  recommendationId: string
  actionId: string | null
  kind: DecisionKind
  /** The committee's own grade, of the review's scale. */
  gradeCode: string | null
  words: string
  /** Null of a sign-off: worked out. */
  ending: Ending | null
  movedBy: string | null
  secondedBy: string | null
  /** Of the minute that tells it; until there is one, as given in the room. */
  minuteReference: string
  /** Of a sign-off of a whole recommendation: when it is asked about again. */
  checkBack: CheckBackMonths | null
  /** Why it is recorded although Heed warns. */
  warned: string
  /** Made where it was pressed. */
  deviceKey: string
  deviceNumber: number
  decidedAt: Date
  /** The device key of the decision that stood when it was pressed; blank where none did. */
  basedOn: string
}

/** A decision on record. */
export interface Decision extends Omit<DecisionSaid, 'basedOn' | 'checkBack'> {
  id: string
  meetingId: string
  itemId: string | null
  meaning: Meaning | null
  gradeLabel: string | null
  recordedAt: Date
  recordedBy: string | null
  withdrawn: boolean
  /** Taken in what the public may see. */
  isPublic: boolean
}

/** How a recommendation was settled, at which meeting. */
export interface Settlement {
  decisionId: string
  kind: 'sign-off' | 'close'
  ending: Ending
  minuteReference: string
  meeting: { id: string; slug: string; heldOn: CalendarDate }
}

/** The words for one decision: `Signed off: achieved late`, `Challenged the assessment: Slipped`. */
export function decisionWords({ kind, ending, gradeLabel }: Pick<Decision, 'kind' | 'ending' | 'gradeLabel'>): string {
  const what = ending ? ENDING_WORDS[ending].toLowerCase() : kind === 'challenge' ? gradeLabel : null
  return [KIND_WORDS[kind], what].filter(Boolean).join(': ')
}
