/** What may stand in the place of a placeholder, in words for whoever writes, and an example for the preview. */
export const PLACEHOLDERS = {
  name: { means: 'the name of the person written to', example: 'Rosa Field' },
  round: { means: 'the name of the round', example: 'Winter 2027' },
  due: { means: 'the day by which answers are due', example: '6 January 2027' },
  meeting: { means: 'the committee and the day of its meeting', example: 'Children and Young People Panel, 20 January 2027' },
  lines: {
    means: 'what is asked, a line each',
    example: ['Young carers, 4b: Train housing officers', 'Young carers, 7: Publish the offer'],
  },
  link: { means: 'the person’s own link', example: 'https://heed.example/asked/the-secret-of-this-person' },
  owner: { means: 'the person or body who has not answered', example: 'Head of Housing' },
  days: { means: 'how many days late the answer is', example: '7 days' },
  note: { means: 'what the officer wrote', example: 'Please say what changed for the families, not only what was done.' },
  said: {
    means: 'what the person answered',
    example: 'Young carers, 4b: On track. 14 of 20 housing officers were trained by 12 December.',
  },
  expires: { means: 'the last day on which the link opens', example: '20 January 2027' },
  from: { means: 'the name of the person who passes the link on', example: 'Rosa Field' },
  review: { means: 'the review whose report was served', example: 'Support for young carers' },
  committee: { means: 'the committee that reported', example: 'Children and Young People Panel' },
  served: { means: 'the day on which the report was served', example: '7 November 2026' },
  council: { means: 'the name of the council', example: 'Wexcombe Borough Council' },
  officer: { means: 'the sender’s name, as the settings say', example: 'Wexcombe Scrutiny' },
} as const

export type Placeholder = keyof typeof PLACEHOLDERS

export interface Words {
  subject: string
  body: string
}

export interface StepOfMessages extends Words {
  title: string
  /** When it goes out, for whoever edits it. */
  when: string
  placeholders: readonly Placeholder[]
  /** Without these the message would not do what it is for. */
  needed: readonly Placeholder[]
  /** What the link is called in the HTML. */
  linkWords: string
  /** Goes out at night and on Sundays too: somebody waits for it at a screen. */
  atOnce: boolean
}

const ASKED = ['name', 'round', 'due', 'meeting', 'lines', 'link', 'expires', 'council', 'officer'] as const
const LATE = ['name', 'owner', 'round', 'due', 'days', 'meeting', 'lines', 'council', 'officer'] as const
const RESPONSE = ['name', 'review', 'committee', 'served', 'due', 'lines', 'council', 'officer'] as const
const GIVE = 'Give your updates'

/** The steps by which people are written to, in the order of a round, then of the response to a report, with Heed's own words for each. */
export const STEPS = {
  asking: {
    title: 'Asking',
    when: 'when a round opens: one message for everything asked of a person',
    placeholders: ASKED,
    needed: ['link'],
    linkWords: GIVE,
    atOnce: false,
    subject: '{round}: please give your updates by {due}',
    body: `Dear {name},

{council} follows what became of the recommendations of its scrutiny committees. For {meeting} we ask you to say where these stand:

{lines}

It takes about ten minutes, on a phone too, and needs no password. Your answers are kept as you go.

{link}

Please answer by {due}. The link is yours and opens until {expires}. You can pass it on to a colleague from the page it opens.

Thank you,
{officer}`,
  },
  reminder: {
    title: 'Reminder before it is due',
    when: 'some days before answers are due, to those who have not answered',
    placeholders: ASKED,
    needed: ['link'],
    linkWords: GIVE,
    atOnce: false,
    subject: 'Reminder: updates for {round} are due on {due}',
    body: `Dear {name},

Your updates for {round} are due on {due}. Still to answer:

{lines}

{link}

If nothing has changed since last time, you can say so in one step.

Thank you,
{officer}`,
  },
  'due-today': {
    title: 'Due today',
    when: 'on the day when answers are due, to those who have not answered',
    placeholders: ASKED,
    needed: ['link'],
    linkWords: GIVE,
    atOnce: false,
    subject: 'Due today: your updates for {round}',
    body: `Dear {name},

Your updates for {round} are due today, {due}. Still to answer:

{lines}

{link}

If you need longer, please reply and say until when.

Thank you,
{officer}`,
  },
  overdue: {
    title: 'Overdue',
    when: 'some days after answers were due, to those who have not answered',
    placeholders: [...ASKED, 'days'],
    needed: ['link'],
    linkWords: GIVE,
    atOnce: false,
    subject: 'Overdue: your updates for {round} were due on {due}',
    body: `Dear {name},

Your updates for {round} were due on {due}, {days} ago. Still to answer:

{lines}

{link}

They go before {meeting}. Without an answer the paper will say “no update received”.

Thank you,
{officer}`,
  },
  'to-manager': {
    title: 'To the manager',
    when: 'when an answer is late, to the manager of the person who was asked',
    placeholders: LATE,
    needed: ['owner', 'lines'],
    linkWords: GIVE,
    atOnce: false,
    subject: 'Updates from {owner} for {round} are overdue',
    body: `Dear {name},

We asked {owner} for updates for {round}. They were due on {due}, {days} ago, and we have had no answer to these:

{lines}

Could you see that they reach us? They go before {meeting}. If somebody else should be asked, please reply with their name.

Thank you,
{officer}`,
  },
  'to-director': {
    title: 'To the director',
    when: 'when an answer is later still, to the director',
    placeholders: LATE,
    needed: ['owner', 'lines'],
    linkWords: GIVE,
    atOnce: false,
    subject: 'Overdue updates for {round} from your directorate',
    body: `Dear {name},

These updates for {round} were due on {due}, {days} ago. We have asked {owner} and their manager, and have had no answer:

{lines}

Please see that they reach us before the papers for {meeting} go out.

Thank you,
{officer}`,
  },
  'to-cabinet-member': {
    title: 'To the cabinet member',
    when: 'when the director has not brought an answer, to the cabinet member',
    placeholders: LATE,
    needed: ['owner', 'lines'],
    linkWords: GIVE,
    atOnce: false,
    subject: 'Recommendations in your portfolio: no update for {round}',
    body: `Dear {name},

The committee will consider progress at {meeting}. We have had no update on these, which fall to your portfolio; they were due on {due}:

{lines}

{owner} and the director have been asked. The paper will say that no update was received unless one reaches us.

Thank you,
{officer}`,
  },
  'chairs-letter': {
    title: 'The chair’s letter',
    when: 'last of all, in the chair’s name',
    placeholders: LATE,
    needed: ['owner', 'lines'],
    linkWords: GIVE,
    atOnce: false,
    subject: 'From the chair: no progress reported for {round}',
    body: `Dear {name},

I write as chair of the committee that made these recommendations. It asked for progress by {due}, and after {days} it has had none from {owner}:

{lines}

The committee expects an answer, in writing or in person, at {meeting}.

Yours sincerely,
{officer}, for the chair`,
  },
  'sent-back': {
    title: 'Sent back',
    when: 'when an officer sends an update back with a note',
    placeholders: ['name', 'round', 'due', 'note', 'lines', 'link', 'expires', 'council', 'officer'],
    needed: ['note', 'link'],
    linkWords: 'Change your update',
    atOnce: false,
    subject: '{round}: a question about your update',
    body: `Dear {name},

Thank you for your update on:

{lines}

Before it goes to the committee we ask you to look at it again:

{note}

What you wrote is kept. Please change it by {due}:

{link}

Thank you,
{officer}`,
  },
  note: {
    title: 'Note',
    when: 'when an officer sends their notes beside lines at once; else the next message says that they are there',
    placeholders: ['name', 'round', 'due', 'lines', 'link', 'expires', 'council', 'officer'],
    needed: ['link'],
    linkWords: 'Read the notes',
    atOnce: false,
    subject: '{round}: we wrote to you about your update',
    body: `Dear {name},

We wrote to you beside these:

{lines}

Please read it and answer on your page:

{link}

Thank you,
{officer}`,
  },
  receipt: {
    title: 'Receipt',
    when: 'when a person has answered, with what they said',
    placeholders: ['name', 'round', 'due', 'said', 'link', 'expires', 'council', 'officer'],
    needed: ['said'],
    linkWords: 'See or change your updates',
    atOnce: true,
    subject: 'We have your updates for {round}',
    body: `Dear {name},

Thank you. This is what you said for {round}:

{said}

You can change it until it has been accepted:

{link}

{officer}`,
  },
  'link-for-colleague': {
    title: 'Link for a colleague',
    when: 'when a person who was asked passes the asking on',
    placeholders: [...ASKED, 'from'],
    needed: ['link'],
    linkWords: GIVE,
    atOnce: true,
    subject: '{from} asks you to give updates for {round}',
    body: `Dear {name},

{from} has passed these on to you. {council} asks where they stand, for {meeting}:

{lines}

It takes about ten minutes and needs no password:

{link}

Please answer by {due}. The link opens until {expires}.

Thank you,
{officer}`,
  },
  'response-notice': {
    title: 'Notice of a report',
    when: 'when an officer sends the notice of a report to whoever must respond, with the notice itself',
    placeholders: RESPONSE,
    needed: ['review', 'due'],
    linkWords: '',
    atOnce: false,
    subject: 'Notice of the report {review}: the response is due by {due}',
    body: `Dear {name},

The {committee} has reported on {review}. Notice of the report was served on {served}, and the response is due by the end of {due}.

The recommendations to be answered:

{lines}

Please answer each of them: accepted, accepted in part, accepted in principle, noted or rejected, with the reasons for whatever is not accepted. Of one accepted in principle, please say what will be done and by when. The notice is attached.

Thank you,
{officer}`,
  },
  'response-reminder': {
    title: 'Reminder of a response',
    when: 'some days before the response to a report is due, to whoever must respond, with what has no answer yet',
    placeholders: RESPONSE,
    needed: ['review', 'due'],
    linkWords: '',
    atOnce: false,
    subject: 'Reminder: the response to {review} is due by {due}',
    body: `Dear {name},

The response to the report of the {committee} on {review} is due by the end of {due}. These recommendations have no answer yet:

{lines}

Please let us have it by then. If it has been agreed already, please send us the record of it.

Thank you,
{officer}`,
  },
  'response-overdue': {
    title: 'Overdue response',
    when: 'some days after the response to a report was due, to whoever must respond, with what has no answer yet',
    placeholders: [...RESPONSE, 'days'],
    needed: ['review', 'due'],
    linkWords: '',
    atOnce: false,
    subject: 'Overdue: the response to {review} was due by {due}',
    body: `Dear {name},

Notice of the report of the {committee} on {review} was served on {served}. The response was due by the end of {due}, {days} ago, and these recommendations have no answer:

{lines}

Please let us have it at once, with the reason for the delay. The committee is told of a response that is overdue.

Thank you,
{officer}`,
  },
} as const satisfies Record<string, StepOfMessages>

export type Step = keyof typeof STEPS
export const STEP_NAMES = Object.keys(STEPS) as Step[]

/** The step without its own particular types, for what treats all steps alike. */
export function stepOf(step: Step): StepOfMessages {
  return STEPS[step]
}

export function isStep(text: string): text is Step {
  return Object.hasOwn(STEPS, text)
}

/** The title of a step as a message on the record names it; the name itself where Heed has no such step any more. */
export function stepWords(step: string): string {
  return isStep(step) ? stepOf(step).title : step
}

/** What the sender of a message must say: every placeholder of its step but those that Heed knows. */
type SaidBySender<S extends Step> = Exclude<(typeof STEPS)[S]['placeholders'][number], 'link' | 'council' | 'officer' | 'name'>
export type SaidFor<S extends Step> = { [P in SaidBySender<S>]: P extends 'lines' ? readonly string[] : string }
export type Said = Partial<Record<Placeholder, string | readonly string[]>>
