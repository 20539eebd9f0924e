import type { Contact } from '../contacts/contact.ts'
import type { Reached } from '../contacts/whom-to-write-to.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import { isWanted, type LineState } from '../rounds/standing.ts'
import type { Asking } from './asking.ts'

/** An owner as the lines of a round name it, and whom to write to for it today. */
export interface OwnerReached {
  id: string
  reached: readonly Reached[]
}

/** Somebody whom the round would ask, for lines that are not asked of them yet. */
export interface PersonToAsk {
  contact: Contact
  lines: RoundLine[]
  /** Those for whom they cover today. */
  coversFor: Contact[]
  /** Away themselves, and nobody covers: the message will lie there. */
  away: boolean
  /** Where they are asked for other lines already. */
  asking: Asking | null
  /** Whoever is asked for these lines now and would not be any more. */
  insteadOf: Contact[]
  /** Whether a line of theirs is asked of nobody yet. */
  fresh: boolean
}

/** Why the lines of an owner can be asked of nobody. */
export type WhyUnasked = 'nobody-named' | 'nobody-speaks' | 'no-address'

export interface Unasked {
  owner: string
  ownerId: string | null
  why: WhyUnasked
  /** Who speaks for it, where they have no e-mail address. */
  contacts: Contact[]
  lines: RoundLine[]
}

export interface AskingPlan {
  people: PersonToAsk[]
  unasked: Unasked[]
}

export interface PlanOf {
  lines: readonly RoundLine[]
  states: ReadonlyMap<string, LineState>
  /** By the owner's name as the lines have it. */
  owners: ReadonlyMap<string, OwnerReached>
  askings: readonly Asking[]
}

/**
 * Whom a round has still to ask, by name: for every line that wants an answer, whoever is reached for its owners and is not asked for it yet. A line that
 * somebody passed on, or that was taken off, stays so while somebody else is asked for it.
 */
export function planAsking({ lines, states, owners, askings }: PlanOf): AskingPlan {
  const wanted = lines.filter((line) => isWanted(states.get(line.itemId) ?? 'unanswered'))
  const people = new Map<string, PersonToAsk>()
  for (const line of wanted) addPeople(people, line, owners, askings)
  return {
    people: [...people.values()].toSorted((a, b) => a.contact.name.localeCompare(b.contact.name, 'en')),
    unasked: unaskedOf(
      wanted.filter((line) => askedFor(askings, line.itemId).length === 0),
      owners,
    ),
  }
}

function addPeople(people: Map<string, PersonToAsk>, line: RoundLine, owners: PlanOf['owners'], askings: readonly Asking[]): void {
  const reached = reachedForLine(line, owners)
  const now = askedFor(askings, line.itemId)
  for (const { contact, coversFor, away } of reached) {
    const asking = askings.find((one) => one.contact.id === contact.id) ?? null
    if (asking !== null && (now.includes(asking) || (asking.ended.includes(line.itemId) && now.length > 0))) continue
    const known = people.get(contact.id)
    const person = known ?? { contact, lines: [], coversFor: [], away, asking, insteadOf: [], fresh: false }
    if (!known) people.set(contact.id, person)
    person.lines.push(line)
    person.fresh ||= now.length === 0
    add(person.coversFor, coversFor ? [coversFor] : [])
    add(
      person.insteadOf,
      replacedBy(now, reached).map((one) => one.contact),
    )
  }
}

function add(to: Contact[], contacts: readonly Contact[]): void {
  for (const contact of contacts) if (!to.some(({ id }) => id === contact.id)) to.push(contact)
}

/** Of those who are asked for a line now, those who would not be asked for it today. */
export function replacedBy(now: readonly Asking[], reached: readonly Reached[]): Asking[] {
  return now.filter(({ contact }) => !reached.some((one) => one.contact.id === contact.id))
}

/** The askings in which a line is asked now, those who have left not counted. */
export function askedFor(askings: readonly Asking[], itemId: string): Asking[] {
  return askings.filter((asking) => !asking.contact.gone && asking.lines.some((line) => line.itemId === itemId))
}

/** Whoever is reached for the owners of a line and has an e-mail address, each once. */
export function reachedForLine({ owners: names }: Pick<RoundLine, 'owners'>, owners: PlanOf['owners']): Reached[] {
  const all = names.flatMap((name) => owners.get(name)?.reached ?? []).filter(({ contact }) => contact.email !== '')
  return all.filter(({ contact }, index) => all.findIndex((other) => other.contact.id === contact.id) === index)
}

function unaskedOf(lines: readonly RoundLine[], owners: PlanOf['owners']): Unasked[] {
  const found = new Map<string, Unasked>()
  for (const line of lines) {
    for (const owner of line.owners.length > 0 ? line.owners : ['']) {
      const reached = owners.get(owner)?.reached ?? []
      const why = owner === '' ? 'nobody-named' : reached.length === 0 ? 'nobody-speaks' : 'no-address'
      if (reached.some(({ contact }) => contact.email !== '')) continue
      const contacts = reached.map(({ contact }) => contact)
      const one = found.get(owner) ?? { owner, ownerId: owners.get(owner)?.id ?? null, why, contacts, lines: [] }
      found.set(owner, { ...one, lines: [...one.lines, line] })
    }
  }
  return [...found.values()].toSorted((a, b) => a.owner.localeCompare(b.owner, 'en'))
}
