import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraph, type PaperTable } from './paper-document.ts'
import { fittedWidths } from './paper-widths.ts'

/** Letters of Arial by how many thousandths of the size they take in bold, by its own metrics. */
const ARIAL_BOLD: [letters: string, width: number][] = [
  ['ilj', 278],
  ['tf', 333],
  ['r', 389],
  ['aces', 556],
  ['bdnopqghuvxyk', 611],
  ['ACR', 722],
  ['m', 889],
]

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
    const widthOf = (letter: string): number => ARIAL_BOLD.find(([letters]) => letters.includes(letter))![1]
    const needed = (word.split('').reduce((sum, letter) => sum + widthOf(letter), 0) * SIZE) / 1000 + BESIDE
    const { widths } = fittedWidths(table, 'landscape')
    assert.ok(widths[0]! >= needed, `${word}: ${widths[0]} of ${needed}`)
  }
})
