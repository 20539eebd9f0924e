import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraph, type PaperTable } from './paper-document.ts'
import { fittedWidths } from './paper-widths.ts'

/** Thousandths of the size that letters of Arial take in bold, by its own metrics. */
const ARIAL_BOLD: Record<string, number> = {
  ...Object.fromEntries([...'aces'].map((letter) => [letter, 556])),
  ...Object.fromEntries([...'bdnopqghuvxyk'].map((letter) => [letter, 611])),
  ...Object.fromEntries([...'ilj'].map((letter) => [letter, 278])),
  ...{ t: 333, f: 333, r: 389, m: 889, A: 722, C: 722, R: 722 },
}
/** Millimetres: nine points, and what a cell keeps free on both sides. */
const SIZE = 3.175
const BESIDE = 3.3

test('a column has room for the long words of its heading, in the type that Word prints them in', () => {
  for (const word of ['Assessment', 'Completion', 'Commencement', 'Recommendation', 'Commissioning']) {
    const cell = (text: string) => ({ blocks: [paragraph(text)] })
    const table: PaperTable = {
      kind: 'table',
      title: 'Progress',
      widths: [5, 95],
      header: [{ cells: [cell(word), cell('Evidence')] }],
      rows: [],
    }
    const needed = ([...word].reduce((sum, letter) => sum + ARIAL_BOLD[letter]!, 0) * SIZE) / 1000 + BESIDE
    const { widths } = fittedWidths(table, 'landscape')
    assert.ok(widths[0]! >= needed, `${word}: ${widths[0]} of ${needed}`)
  }
})
