import { inWords } from '../platform/core/calendar-date.ts'
import type { Place, ReadMeeting, ReadRecommendation, ReadReview, ReadTimescale, ReadUpdate, Reading } from './reading.ts'

/** How much of a long text a terminal shows. */
const SHOWN = 400

/** A reading for a person at a terminal: what the document is, each review with its recommendations, then what to look at first. */
export function describeReading(reading: Reading, width: number): string {
  const page = new Page(Math.max(60, Math.min(width, 120)))
  const about = [reading.organisation, reading.committee, reading.document_date && inWords(reading.document_date)]
    .filter(Boolean)
    .join(', ')
  page.line(`${reading.source.name}${reading.source.pages === undefined ? '' : ` (${counted(reading.source.pages, 'page')})`}`)
  if (about !== '') page.line(about)
  for (const meeting of reading.meetings) describeMeeting(page, meeting)
  for (const review of reading.reviews) describeReview(page, review)
  if (reading.reviews.length === 0 && reading.meetings.length === 0) {
    page.gap()
    page.line('No recommendations that Heed knows. What stood in the document is listed below.')
  }
  describeDoubts(page, reading)
  return page.text()
}

function describeMeeting(page: Page, meeting: ReadMeeting): void {
  page.title(`Meeting: ${meeting.body}${meeting.date === undefined ? '' : `, ${inWords(meeting.date)}`}`)
  page.field('Present', (meeting.present ?? []).join(', '))
  page.field('Apologies', (meeting.apologies ?? []).join(', '))
  for (const item of meeting.agenda ?? []) page.line(`  ${item.ref}  ${item.title}`)
  for (const minute of meeting.minutes ?? []) {
    page.line(`  ${minute.ref}  ${minute.title}`)
    page.field('  Resolved', minute.resolution ?? '')
    for (const request of minute.requests ?? []) page.field('  Asked for', request)
  }
}

function describeReview(page: Page, review: ReadReview): void {
  page.title(`Review: ${review.title || '(no title)'}`)
  const graded = review.recommendations.flatMap((one) => one.updates).filter((update) => update.grade !== null).length
  page.line(review.status ?? `${counted(review.recommendations.length, 'recommendation')}, ${counted(graded, 'grade')}`)
  if (review.scale.grades.length > 0)
    page.field(
      'Scale',
      review.scale.grades.map((grade) => (grade.code === grade.label ? grade.label : `${grade.code} ${grade.label}`)).join(' · '),
    )
  for (const recommendation of review.recommendations) describeRecommendation(page, recommendation)
}

function describeRecommendation(page: Page, one: ReadRecommendation): void {
  page.gap()
  page.wrapped(one.ref === '' ? '– ' : `${one.ref}  `, shortened(one.text))
  for (const part of one.parts ?? []) page.wrapped(`    ${part.ref})  `, shortened(part.text))
  page.field('Theme', one.theme ?? '')
  page.field('Owners', one.owners.join(' · ') || 'none given')
  page.field('Due', one.due.map(timescale).join(' · ') || 'no date given')
  page.field('Response', one.response?.text ?? '')
  page.field('Measure', shortened(one.success_measure ?? ''))
  for (const action of one.actions) {
    const details = [action.owners.join(', '), action.due && timescale(action.due), action.budget].filter(Boolean).join('; ')
    page.field('Action', `${shortened(action.text) || '(blank)'}${details === '' ? '' : ` [${details}]`}`)
  }
  for (const update of one.updates) page.field(round(update), `${grade(update)}${shortened(update.evidence) || 'no evidence'}`)
}

function round(update: ReadUpdate): string {
  return `${update.round}${update.part === undefined ? '' : ` (${update.part})`}`
}

function grade(update: ReadUpdate): string {
  return update.grade === null ? '[no grade] ' : `[${update.grade.replaceAll('_', ' ')}] `
}

function timescale(one: ReadTimescale): string {
  const part = one.part === undefined ? '' : `${one.part}. `
  return `${part}${one.text.replaceAll('\n', ', ')}${one.iso === undefined ? '' : ` (${inWords(one.iso)})`}`
}

function describeDoubts(page: Page, reading: Reading): void {
  if (reading.doubts.length > 0) page.title(`Look at first (${reading.doubts.length})`)
  for (const doubt of reading.doubts)
    page.wrapped('  – ', [doubt.ref ? `Recommendation ${doubt.ref}` : '', where(doubt.place), doubt.why].filter(Boolean).join(': '))
  if (reading.unplaced.length > 0) page.title(`Read but not placed (${reading.unplaced.length})`)
  for (const one of reading.unplaced)
    page.wrapped('  – ', `${[where(one.place), one.why].filter(Boolean).join(': ')}: “${shortened(one.text.replaceAll('\n', ' '), 120)}”`)
}

function where(place: Place | undefined): string {
  if (!place) return ''
  const page = place.page === undefined ? '' : `, page ${place.page}`
  if (place.table !== undefined) return `table ${place.table}${place.row === undefined ? '' : `, row ${place.row}`}${page}`
  return place.paragraph === undefined ? '' : `paragraph ${place.paragraph}${page}`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function shortened(text: string, most = SHOWN): string {
  const line = text.trim()
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/, '')} …`
}

/** Lines of a terminal: fields under one another, long words wrapped under where they begin. */
class Page {
  private readonly lines: string[] = []
  private readonly width: number

  constructor(width: number) {
    this.width = width
  }

  line(text: string): void {
    this.lines.push(text)
  }

  gap(): void {
    if (this.lines.at(-1) !== '') this.lines.push('')
  }

  title(text: string): void {
    this.gap()
    this.lines.push(text, '─'.repeat(Math.min(this.width, text.length)))
  }

  /** Nothing where there is nothing to say. */
  field(name: string, text: string): void {
    if (text !== '') this.wrapped(`    ${name}: `.padEnd(15), text)
  }

  wrapped(lead: string, text: string): void {
    const indent = ' '.repeat(Math.min(lead.length, 15))
    let line = lead
    for (const word of text.split('\n').flatMap((part, at) => [...(at === 0 ? [] : ['\n']), ...part.split(/\s+/)])) {
      if (word === '\n' || (line.length + word.length + 1 > this.width && line.trim() !== '')) {
        this.lines.push(line.trimEnd())
        line = indent
      }
      if (word !== '\n') line += line === lead || line === indent ? word : ` ${word}`
    }
    this.lines.push(line.trimEnd())
  }

  text(): string {
    return this.lines.join('\n')
  }
}
