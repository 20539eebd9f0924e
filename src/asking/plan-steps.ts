import type { Absence, Contact } from '../contacts/contact.ts'
import { reachedFor, type Reached } from '../contacts/whom-to-write-to.ts'
import { later, type CalendarDate } from '../platform/core/calendar-date.ts'
import { inOrder, isOwnerStep, LADDER_STEPS, OWNER_STEPS, type LadderStep } from './ladder.ts'
import type { EscalationOf } from './escalation.ts'
import { purposesOf } from './step-purpose.ts'
import { whomMeant } from './whom-meant.ts'

/** Somebody asked in the round, as the ladder sees them. */
export interface ChasedAsking {
  id: string
  contact: Contact
  askedOn: CalendarDate
  /** They have no link that opens: it was revoked, and no fresh one was sent. */
  revoked: boolean
  /** The lines still to answer, each with the day on which it is due for them: the round's or, where it was asked or sent back later, that day. */
  wanted: readonly { itemId: string; dueOn: CalendarDate }[]
}

/** A message about askings that is in the outbox. */
export interface SentStep {
  purpose: string
  step: string
  askingIds: readonly string[]
  /** The day on which it goes, or went. */
  on: CalendarDate
  /** Not sent after all. */
  withheld: boolean
}

/** A step that an officer took off the ladder, or put off until a day. */
export interface WithheldStep {
  purpose: string
  until: CalendarDate | null
  on: CalendarDate
}

/** All that the plan follows from. */
export interface ChasingMatter {
  roundId: string
  /** Neither closed nor frozen, and for a meeting that is not cancelled. */
  open: boolean
  dueOn: CalendarDate | null
  presentedOn: CalendarDate
  today: CalendarDate
  /** What is queued now goes out today still. */
  goesToday: boolean
  ladder: readonly LadderStep[]
  askings: readonly ChasedAsking[]
  contacts: readonly Contact[]
  absences: readonly Absence[]
  escalations: readonly EscalationOf[]
  sent: readonly SentStep[]
  withheld: readonly WithheldStep[]
  /** The day itself or, where nothing goes out on it, the next on which something does. */
  openDay: (day: CalendarDate) => CalendarDate
}

/** One message that is due: to whom, of which step, about whose lines. */
export interface PlannedStep extends LadderStep {
  /** What its message is for, and for that once. */
  purpose: string
  dueOn: CalendarDate
  to: Reached
  about: { asking: ChasedAsking; itemIds: string[] }[]
}

/** A step that is due and has nobody to go to. */
export interface StuckStep extends LadderStep {
  asking: ChasedAsking
  words: string
  /** Where it is put right. */
  href: string
}

/** A step that will be due for somebody, unless they answer. */
export interface ComingStep extends LadderStep {
  purpose: string
  asking: ChasedAsking
  on: CalendarDate
}

export interface ChasingPlan {
  due: PlannedStep[]
  stuck: StuckStep[]
  coming: ComingStep[]
}

/**
 * What the ladder has ready today. To whoever was asked: the latest step alone that is due, unless they have been written to since it was. Beyond them: a
 * step at a time, each as long after the one before it as the ladder says, one message for all of whom a person answers for. Nobody who has answered is
 * written to or of, nor anybody once the round is closed or its meeting is past.
 */
export function planSteps(matter: ChasingMatter): ChasingPlan {
  const plan: ChasingPlan = { due: [], stuck: [], coming: [] }
  if (!matter.open || matter.dueOn === null || matter.today > matter.presentedOn) return plan
  const ladder = inOrder(matter.ladder)
  for (const asking of matter.askings.filter(({ wanted }) => wanted.length > 0)) {
    const dueOn = asking.wanted.map((line) => line.dueOn).reduce((a, b) => (a < b ? a : b))
    const climber = { matter, plan, asking, dueOn }
    planForOwner(
      climber,
      ladder.filter(({ step }) => isOwnerStep(step)),
    )
    planBeyond(
      climber,
      ladder.filter(({ step }) => !isOwnerStep(step)),
    )
  }
  return { ...plan, due: together(plan.due) }
}

interface Climber {
  matter: ChasingMatter
  plan: ChasingPlan
  asking: ChasedAsking
  dueOn: CalendarDate
}

/** By which somebody who was asked has been written to. */
const TO_OWNER: ReadonlySet<string> = new Set(['asking', ...OWNER_STEPS, 'sent-back'])

function planForOwner({ matter, plan, asking, dueOn }: Climber, steps: readonly LadderStep[]): void {
  const to = reachedFor(asking.contact, byId(matter.contacts), matter.absences, matter.today)
  const rungs = steps.flatMap((step) => {
    const { purpose, taken, done, notBefore } = purposeOf(matter, asking, { ...step, dueOn }, to)
    const day = matter.openDay(latest(later(dueOn, step.days), notBefore))
    return makesSense(step, day, dueOn, matter) ? [{ ...step, purpose, day, done: Boolean(taken ?? done) }] : []
  })
  const next = rungs.find(({ day, done }) => day > matter.today && !done)
  if (next) plan.coming.push({ ...stepOnly(next), purpose: next.purpose, asking, on: next.day })
  const last = rungs.findLast(({ day }) => day <= matter.today)
  if (!last || last.done) return
  const written = matter.sent.filter(({ step, withheld, askingIds }) => !withheld && TO_OWNER.has(step) && askingIds.includes(asking.id))
  if ([asking.askedOn, ...written.map(({ on }) => on)].some((on) => on >= last.day)) return
  const fault = asking.revoked ? revokedLink(asking.contact) : faultOf(asking.contact, to)
  if (to === null || fault) plan.stuck.push({ ...stepOnly(last), asking, ...fault! })
  else plan.due.push({ ...stepOnly(last), purpose: last.purpose, dueOn, to, about: [aboutOf(asking)] })
}

/** What a step's message to somebody is for; whether they have had it, or somebody had it about this asking; and whether it was skipped or put off. */
function purposeOf(matter: ChasingMatter, asking: ChasedAsking, step: Parameters<typeof purposesOf>[1], to: Reached | null) {
  const purposes = purposesOf(matter.roundId, step)
  const purpose = `${purposes}${to?.contact.id ?? asking.id}`
  const taken = matter.sent.find(
    (sent) => sent.purpose === purpose || (sent.purpose.startsWith(purposes) && sent.askingIds.includes(asking.id)),
  )
  return { purpose, taken: taken?.on ?? null, ...withheldAs(matter, purpose) }
}

const revokedLink = ({ name, slug }: Contact) => ({
  words: `The link of ${name} was revoked. Send them a fresh one on the page of whom the round asks, or ask somebody else.`,
  href: `/contacts/${slug}`,
})

/** A reminder is none once the due day is past, and “due today” is true on that day alone. */
function makesSense({ step }: LadderStep, day: CalendarDate, dueOn: CalendarDate, { today, goesToday }: ChasingMatter): boolean {
  if (step === 'reminder') return latest(day, today) <= dueOn
  return step !== 'due-today' || (day === dueOn && today <= dueOn && (today < dueOn || goesToday))
}

function planBeyond({ matter, plan, asking, dueOn }: Climber, steps: readonly LadderStep[]): void {
  let before: { on: CalendarDate; days: number } | null = null
  let stuck: StuckStep[] = []
  for (const step of steps) {
    const meant = whomMeant(step.step, asking.contact, matter, steps)
    if (meant === 'nobody else') continue
    const to = 'words' in meant ? null : reachedBeyond(meant, asking.contact, matter)
    const { purpose, taken, done, notBefore } = purposeOf(matter, asking, { ...step, dueOn }, to)
    const ended = taken ?? done
    if (ended !== null) {
      before = { on: ended, days: step.days }
      stuck = []
      continue
    }
    const wait: CalendarDate | null = before && later(before.on, step.days - before.days)
    const day = matter.openDay(latest(later(dueOn, step.days), wait, notBefore))
    if (day > matter.today) {
      plan.coming.push({ ...stepOnly(step), purpose, asking, on: day })
      break
    }
    const fault = 'words' in meant ? meant : faultOf(meant, to)
    if (to === null || fault) {
      stuck.push({ ...stepOnly(step), asking, ...fault! })
      continue
    }
    plan.due.push({ ...stepOnly(step), byItself: false, purpose, dueOn, to, about: [aboutOf(asking)] })
    break
  }
  plan.stuck.push(...stuck)
}

/** Whoever was asked is not told of themselves, though they cover for their manager. */
function reachedBeyond(meant: Contact, asked: Contact, { contacts, absences, today }: ChasingMatter): Reached | null {
  const reached = reachedFor(meant, byId(contacts), absences, today)
  return reached?.contact.id === asked.id && meant.id !== asked.id ? { contact: meant, coversFor: null, away: true } : reached
}

function faultOf(meant: Contact, to: Reached | null): { words: string; href: string } | null {
  if (to === null) return { words: `${meant.name} has left. Say who is there instead.`, href: `/contacts/${meant.slug}` }
  const { contact } = to
  if (contact.email !== '') return null
  return { words: `${contact.name} has no e-mail address. Enter one.`, href: `/contacts/${contact.slug}/correcting` }
}

function withheldAs({ withheld }: ChasingMatter, purpose: string): { done: CalendarDate | null; notBefore: CalendarDate | null } {
  const found = withheld.filter((each) => each.purpose === purpose)
  const forGood = found.find(({ until }) => until === null)
  return {
    done: forGood?.on ?? null,
    notBefore: found.map(({ until }) => until).reduce((a, b) => (a && b ? latest(a, b) : (a ?? b)), null),
  }
}

function aboutOf(asking: ChasedAsking): PlannedStep['about'][number] {
  return { asking, itemIds: asking.wanted.map(({ itemId }) => itemId) }
}

/** One message for one purpose, about all whom it is about; lower steps of the ladder first. */
function together(steps: readonly PlannedStep[]): PlannedStep[] {
  const found = new Map<string, PlannedStep>()
  for (const step of steps) {
    const first = found.get(step.purpose)
    found.set(step.purpose, first ? { ...first, about: [...first.about, ...step.about] } : step)
  }
  return [...found.values()].toSorted((a, b) => LADDER_STEPS.indexOf(a.step) - LADDER_STEPS.indexOf(b.step))
}

const stepOnly = ({ step, days, byItself }: LadderStep): LadderStep => ({ step, days, byItself })

function latest(day: CalendarDate, ...others: (CalendarDate | null)[]): CalendarDate {
  return others.reduce<CalendarDate>((a, b) => (b !== null && b > a ? b : a), day)
}

const byId = (contacts: readonly Contact[]) => new Map(contacts.map((contact) => [contact.id, contact]))
