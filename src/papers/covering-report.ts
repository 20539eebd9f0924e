import { inWords } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperSection } from '../platform/documents/paper-document.ts'
import { bold, heading, lead, paragraph } from '../platform/documents/paper-document.ts'
import type { Finding } from '../referee/finding.ts'
import type { Reading, ReadScale } from '../reading/reading.ts'
import { gradeSummary } from './grade-summary.ts'
import type { Appendix } from './appendices.ts'
import { blocksOf } from './paper-words.ts'
import { scaleTables } from './scale-key.ts'

/** What an officer says at the head of a paper; what is left out is said in Heed's own words. */
export interface Covering {
  title?: string
  purpose?: string
  background?: string[]
  /** What members should look at, in the officer's words; the findings follow. */
  points: string[]
  findings: PointForMembers[]
  /** What members are asked to do. */
  asks?: string[]
  contact?: { name: string; post?: string; telephone?: string; email?: string }
  /** In a pack: where each review is to be found. */
  appendices?: Appendix[]
}

/** A finding as members read it, with the reason where an officer overrode it. */
export type PointForMembers = Finding & { override?: string }

/** The covering report: why it comes, how progress is graded, where things stand, what to look at and what is asked. */
export function coveringReport(reading: Reading, covering: Covering): PaperSection {
  const names = reading.reviews.map((review) => review.title)
  return {
    orientation: 'portrait',
    blocks: [
      ...(reading.organisation ? [lead(reading.organisation)] : []),
      heading(1, covering.title ?? 'Progress on agreed recommendations'),
      reportHead(reading),
      heading(2, 'Purpose'),
      ...blocksOf(covering.purpose ?? purposeWords(names)),
      ...whereToFind(covering.appendices ?? []),
      heading(2, 'Background'),
      numbered(covering.background ?? BACKGROUND),
      ...scalesOf(reading),
      ...gradeSummary(reading.reviews, covering.appendices),
      ...pointsOf(reading, covering),
      heading(2, 'What members are asked to do'),
      numbered(covering.asks ?? ASKS),
      ...contactOf(covering.contact),
    ],
  }
}

/** Heed's own words for a covering report, for an officer to change. */
export function defaultCovering(reading: Reading): { title: string; purpose: string; background: string[]; asks: string[] } {
  const purpose = purposeWords(reading.reviews.map((review) => review.title))
  return { title: 'Progress on agreed recommendations', purpose, background: BACKGROUND, asks: ASKS }
}

/** The scales that the report defines, each once. */
export function scalesIn(reading: Reading): ReadScale[] {
  const scales = new Map(
    reading.reviews.filter(({ scale }) => scaleTables(scale).length > 0).map(({ scale }) => [JSON.stringify(scale), scale]),
  )
  return [...scales.values()]
}

const BACKGROUND = [
  'Once the decision-maker has answered a review, the recommendations that were accepted are followed until the committee signs each one off.',
  'The services that answer for a recommendation give evidence of what was done and assess its progress against the grades below.',
  'Recommendations that the committee agrees are achieved leave the report. The others come back in the next round.',
]

const ASKS = [
  'Consider the evidence for each recommendation and say whether they agree with the assessment of progress.',
  'Sign off the recommendations that they agree are achieved.',
  'Say what they want to hear more about, from whom and by when.',
]

function purposeWords(names: readonly string[]): string {
  return `To report progress on the recommendations of the ${names.length > 1 ? 'reviews' : 'review'} of ${listInWords(names)}.`
}

/** `The progress of each review: Street Trees in Appendix A, Young Carers in Appendix B.` */
function whereToFind(appendices: readonly Appendix[]): PaperBlock[] {
  const places = appendices.map(({ title, label }) => `${title} in ${label}`)
  if (places.length === 0) return []
  return [paragraph(`What was recommended and what is reported of it is set out for ${listInWords(places)}.`)]
}

function listInWords(things: readonly string[]): string {
  return things.length > 1 ? `${things.slice(0, -1).join(', ')} and ${things.at(-1)}` : things.join('')
}

function reportHead(reading: Reading): PaperBlock {
  const lines: [string, string | undefined][] = [
    ['Report to', reading.committee],
    ['Date of meeting', reading.document_date && inWords(reading.document_date)],
  ]
  return { kind: 'pairs', pairs: lines.flatMap(([label, text]) => (text ? [{ label, blocks: blocksOf(text) }] : [])) }
}

function scalesOf(reading: Reading): PaperBlock[] {
  const scales = scalesIn(reading)
  if (scales.length === 0) return []
  return [heading(2, 'How progress is assessed'), ...scales.flatMap(scaleTables)]
}

/**
 * The officer's points, then the findings: what stops the paper first, what is only worth knowing last. All that is said of one
 * recommendation or action is one point, with the officers' reason once.
 */
function pointsOf(reading: Reading, { points, findings, appendices = [] }: Covering): PaperBlock[] {
  const order = { stops: 0, reason: 1, note: 2 }
  const found = findings.toSorted((one, other) => order[one.severity] - order[other.severity])
  const several = reading.reviews.length > 1
  const items = [
    ...points.map((point) => [{ text: point }]),
    ...Map.groupBy(found, (finding) => `${subjectOf(finding, several, appendices)}\n${finding.override ?? ''}`)
      .values()
      .map((alike) => [
        bold(subjectOf(alike[0]!, several, appendices)),
        { text: ` ${alike.map(({ message }) => message).join(' ')}${reasonOf(alike[0]!)}` },
      ]),
  ]
  if (items.length === 0) return []
  return [heading(2, 'Points for members'), { kind: 'list', items: items.map((runs) => ({ runs })) }]
}

function reasonOf({ override }: PointForMembers): string {
  return override ? ` The officers’ reason: ${override}` : ''
}

function subjectOf(finding: Finding, several: boolean, appendices: readonly Appendix[]): string {
  const part = `${finding.part ? `, part ${finding.part}` : ''}${finding.action ? `, action ${finding.action}` : ''}`
  const appendix = appendices.find(({ title }) => title === finding.review)
  const review = appendix ? `${finding.review} (${appendix.label})` : finding.review
  const of = [several && review, finding.ref && `Recommendation ${finding.ref}${part}`].filter(Boolean).join(', ')
  return of === '' ? 'The paper as a whole:' : `${of}:`
}

function contactOf(contact: Covering['contact']): PaperBlock[] {
  if (!contact) return []
  const { name, post, telephone, email } = contact
  const lines: [string, PaperBlock[]][] = [
    ['Name', blocksOf(name)],
    ['Post', blocksOf(post)],
    ['Telephone', blocksOf(telephone)],
    ['Email', email ? [paragraph({ text: email, link: `mailto:${email}` })] : []],
  ]
  const pairs = lines.filter(([, blocks]) => blocks.length > 0).map(([label, blocks]) => ({ label, blocks }))
  return [heading(2, 'Contact officer'), { kind: 'pairs', pairs }]
}

function numbered(lines: readonly string[]): PaperBlock {
  return { kind: 'list', numbered: true, items: lines.map((text) => ({ runs: [{ text }] })) }
}
