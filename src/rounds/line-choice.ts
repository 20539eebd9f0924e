import { STAGES, standingFindings, type FollowedLine, type Stage } from './line-standing.ts'
import type { RoundLine } from './round-lines.ts'
import type { PersonAsked } from './said-of-lines.queries.ts'
import { isWanted } from './standing.ts'

export const STANDINGS = [...STAGES, 'wanted', 'late'] as const
export type StandingChosen = (typeof STANDINGS)[number]
export const FINDINGS_CHOSEN = ['any', 'stops', 'none'] as const
export type FindingsChosen = (typeof FINDINGS_CHOSEN)[number]

/** Which lines of a round are listed; kept in the address, so that it can be sent to somebody and downloaded as it is. Blank: all. */
export interface LineChoice {
  standing: StandingChosen | ''
  findings: FindingsChosen | ''
  /** As printed. */
  owner: string
  /** Of a contact who was asked. */
  directorate: string
  /** By its address. */
  review: string
  committee: string
  /** `waiting`: an owner wrote last. */
  notes: 'waiting' | ''
}

const SHORTER: Record<string, Partial<LineChoice>> = { unanswered: { standing: 'wanted' }, findings: { findings: 'any' } }

/** Reads the choice out of an address's query; what it does not know is left out, never a fault. `?show=` is how it was said before there were more. */
export function readChoice(query: unknown): LineChoice {
  const sent = (typeof query === 'object' && query !== null ? query : {}) as Record<string, unknown>
  const word = (name: string) => [sent[name] ?? ''].flat().map(String)[0]!.slice(0, 300).trim()
  const among = <Word extends string>(words: readonly Word[], name: string): Word | '' => words.find((one) => one === word(name)) ?? ''
  return {
    standing: among(STANDINGS, 'standing'),
    findings: among(FINDINGS_CHOSEN, 'findings'),
    owner: word('owner'),
    directorate: word('directorate'),
    review: word('review'),
    committee: word('committee'),
    notes: word('notes') === 'waiting' ? 'waiting' : '',
    ...SHORTER[word('show')],
  }
}

/** The choice as an address says it again, blanks left out. */
export function queryOfChoice(choice: Partial<LineChoice>, more: Record<string, string> = {}): string {
  const said = Object.entries({ ...choice, ...more }).filter(([, value]) => value !== '')
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}

export function isNarrowed(choice: LineChoice): boolean {
  return Object.values(choice).some((value) => value !== '')
}

export function chooseLines(lines: readonly FollowedLine[], choice: LineChoice): FollowedLine[] {
  return lines.filter((line) => isChosen(line, choice))
}

function isChosen(one: FollowedLine, { standing, findings, owner, directorate, review, committee, notes }: LineChoice): boolean {
  const { line } = one
  return (
    (standing === '' || standsAs(one, standing)) &&
    (findings === '' || findsAs(one, findings)) &&
    (owner === '' || line.owners.includes(owner)) &&
    (directorate === '' || one.asked.some((person) => person.directorate === directorate)) &&
    (review === '' || line.review.slug === review) &&
    (committee === '' || line.review.committee.slug === committee) &&
    (notes === '' || one.notes.waits)
  )
}

function standsAs({ stage, standing, late }: FollowedLine, chosen: StandingChosen): boolean {
  if (chosen === 'late') return late
  if (chosen === 'wanted') return isWanted(standing.state)
  return stage === chosen
}

function findsAs({ line }: FollowedLine, chosen: FindingsChosen): boolean {
  const standing = standingFindings(line)
  if (chosen === 'none') return standing.length === 0
  return chosen === 'any' ? standing.length > 0 : standing.some(({ severity }) => severity === 'stops')
}

/** What the selects of the filter offer: what occurs in the round. */
export interface Offered {
  owners: string[]
  directorates: string[]
  reviews: { slug: string; title: string }[]
  committees: { slug: string; name: string }[]
}

export function offeredBy(lines: readonly RoundLine[], asked: Iterable<readonly PersonAsked[]>): Offered {
  const people = [...asked].flat()
  return {
    owners: inOrder(lines.flatMap(({ owners }) => owners)),
    directorates: inOrder(people.map(({ directorate }) => directorate).filter(Boolean)),
    reviews: [...new Map(lines.map(({ review: { slug, title } }) => [slug, { slug, title }])).values()],
    committees: [...new Map(lines.map(({ review: { committee } }) => [committee.slug, committee])).values()],
  }
}

export function stagesIn(lines: readonly FollowedLine[]): Stage[] {
  const found = new Set(lines.map(({ stage }) => stage))
  return STAGES.filter((stage) => found.has(stage))
}

const BY_NAME = new Intl.Collator('en-GB', { numeric: true })
const inOrder = (names: readonly string[]) => [...new Set(names)].toSorted(BY_NAME.compare)

/** As many lines as a page can hold and still be read, and shown at once. */
export const LINES_A_PAGE = 100

export interface PageOfLines {
  lines: FollowedLine[]
  /** From 1. */
  page: number
  pages: number
  of: number
}

/** One part of the lines chosen; a part that is not there is the nearest that is. */
export function pageOf(lines: readonly FollowedLine[], asked: unknown): PageOfLines {
  const pages = Math.max(1, Math.ceil(lines.length / LINES_A_PAGE))
  const wanted = Number.parseInt(String([asked].flat()[0]), 10)
  const page = Math.min(pages, Math.max(1, Number.isNaN(wanted) ? 1 : wanted))
  return { lines: lines.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE), page, pages, of: lines.length }
}
