import type { Severity } from '../scales/scale.ts'
import type { Finding, FindingsReport } from './finding.ts'
import { capitalised, countOf } from './plain-words.ts'
import { ruleOf } from './rulebook.ts'

export interface Terminal {
  columns: number
  colour: boolean
}

const HEADINGS: Record<Severity, string> = { stops: 'STOPS THE PAPER', reason: 'NEEDS A REASON', note: 'WORTH KNOWING' }
const COLOURS: Record<Severity, string> = { stops: '31', reason: '33', note: '36' }
const REMARK = { quote: 'It says', words: 'The scheme', remedy: 'Remedy' }

/** A report of findings as a person reads it in a terminal: the summary first, then each recommendation with what stops the paper first. */
export function showFindings(report: FindingsReport, terminal: Terminal): string {
  const paint = (codes: string, text: string) => (terminal.colour ? `\u001B[${codes}m${text}\u001B[0m` : text)
  const width = Math.max(40, Math.min(terminal.columns, 100))
  const lines = [paint('1', report.source.name), '', ...wrapped(report.summary.words, width, '')]
  let review: string | null | undefined
  for (const group of groupsOf(report.findings)) {
    const [first] = group as [Finding]
    if (first.review !== review)
      lines.push(
        '',
        '',
        ...headingOf(first.review === null ? 'The document as a whole' : first.review.trim() || 'A review without a title', width).map(
          (line) => paint('1', line),
        ),
      )
    review = first.review
    lines.push('', paint('1', titleOf(first)))
    for (const [index, found] of group.entries()) lines.push(...shown(found, index, group, width, paint))
  }
  if (report.findings.length > 0) lines.push('', '', ...wrapped(tally(report.findings), width, ''))
  return `${lines.join('\n')}\n`
}

/** Findings that stand beside one another and are about the same recommendation. */
function groupsOf(findings: readonly Finding[]): Finding[][] {
  const groups: Finding[][] = []
  for (const found of findings) {
    const last = groups.at(-1)
    if (last && last[0]!.review === found.review && last[0]!.ref === found.ref) last.push(found)
    else groups.push([found])
  }
  return groups
}

function headingOf(title: string, width: number): string[] {
  const lines = wrapped(title, width, '')
  return [...lines, '═'.repeat(Math.min(width, Math.max(...lines.map((line) => line.length))))]
}

function titleOf({ ref, review, place }: Finding): string {
  const page = place?.page ? ` (page ${place.page})` : ''
  if (ref !== null) return `Recommendation ${ref}${page}`
  return review === null ? 'Of the document' : 'Of the review'
}

type Paint = (codes: string, text: string) => string

function shown(found: Finding, index: number, group: readonly Finding[], width: number, paint: Paint): string[] {
  const label = HEADINGS[found.severity]
  const about = [found.part && `part ${found.part}`, found.action && `action ${found.action}`, severalRounds(group) && found.round]
    .filter(Boolean)
    .join(', ')
  const [opening, ...rest] = wrapped(`${label}: ${about ? `${capitalised(about)}: ` : ''}${found.message}`, width - 2, '  ')
  const lines = [opening!.replace(label, paint(`1;${COLOURS[found.severity]}`, label)), ...rest.map((line) => `  ${line}`)]
  for (const key of ['quote', 'words', 'remedy'] as const) {
    const text = found[key]
    const wasSaid = key !== 'remedy' && group.slice(0, index).some((other) => other[key] === text)
    if (text && !wasSaid) lines.push(...remark(REMARK[key], key === 'remedy' ? text : `“${text}”`, width, paint))
  }
  return lines
}

function remark(label: string, text: string, width: number, paint: Paint): string[] {
  const margin = ' '.repeat(16)
  const lines = wrapped(text, width, margin)
  return lines.map((line, index) => (index === 0 ? `    ${paint('2', label.padEnd(12))}${line.trimStart()}` : line))
}

function severalRounds(group: readonly Finding[]): boolean {
  return new Set(group.flatMap(({ round }) => round ?? [])).size > 1
}

/** Words set to the width, each line after the margin; a word longer than the line stands alone. */
export function wrapped(text: string, width: number, margin: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`${margin}${word}`)
  }
  return lines
}

/** `31 findings: nine of “On track is only for work whose date has not yet passed”, …`: what an officer would ask first. */
function tally(findings: readonly Finding[]): string {
  const byRule = Object.entries(Object.groupBy(findings, ({ rule }) => rule)).toSorted(([, a], [, b]) => b!.length - a!.length)
  const most = byRule.slice(0, 3).map(([code, found]) => `${ruleOf(code).sentence.replace(/\.$/, '')} (${found!.length})`)
  return `${capitalised(countOf(findings.length, 'finding'))}. Most often: ${most.join('; ')}.`
}
