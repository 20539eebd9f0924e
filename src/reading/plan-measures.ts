import type { SourceBlock, SourceDocument } from '../platform/documents/source-document.ts'
import { plainLinesOf } from './cell-lines.ts'

/** Words with which a measure begins, whatever stands before them. */
const BEGINS =
  /^(?:Increase|Increased|Improved|Improvement|Reduction|Reduced|Decrease|Number|Proportion|Percentage|No|Less|Fewer|More|All|Evidence|Audit|Feedback|Satisfaction)$/
/** A figure after one of these belongs to what is being said: `less than 20%`, `at least 80%`. */
const CARRIES =
  /^(?:than|of|to|from|least|most|over|under|by|above|below|and|or|maximum|minimum|target|between|in|for|with|the|a|an|on|at|up|approximately|around|per)$/i

/** The success measures of a cell: one to a line; where an extraction ran the lines together, cut where a new one plainly begins. */
export function measuresOf(blocks: readonly SourceBlock[], kind: SourceDocument['kind']): string[] {
  const each = plainLinesOf(blocks)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return kind === 'text' && each.length === 1 ? runTogether(each[0] ?? '') : each
}

function runTogether(text: string): string[] {
  const words = text.split(/\s+/)
  const measures: string[][] = []
  words.forEach((word, at) => {
    const before = words[at - 1]
    const last = measures.at(-1)
    if (last && before !== undefined && !beginsMeasure(word, before, words[at + 1])) last.push(word)
    else measures.push([word])
  })
  return measures.map((measure) => measure.join(' '))
}

function beginsMeasure(word: string, before: string, after: string | undefined): boolean {
  if (CARRIES.test(before) || /[,(/–-]$/.test(before) || after === undefined) return false
  if (/^\d{1,3}%/.test(word) || word === '%') return true
  if (BEGINS.test(word)) return true
  const prose = /^[a-z]/.test(after) || /^[A-Z]{2,}s?$/.test(after)
  return /^[A-Z][a-z]+$/.test(word) && prose && (/[.;]$/.test(before) || /^[a-z'’"]+[a-z'’)"]$/.test(before) || before.endsWith(')'))
}
