import type { PaperBlock, PaperTable } from '../platform/documents/paper-document.ts'
import { paragraph } from '../platform/documents/paper-document.ts'
import type { ReadScale } from '../reading/reading.ts'
import { cell, headerRow } from './paper-words.ts'

/** The scale as members see it: each grade with its number and the council's own definition, and the steps by which completion is counted. */
export function scaleTables(scale: ReadScale): PaperBlock[] {
  const steps = scale.percent_steps ?? []
  return [
    ...(isSentence(scale.name) ? [paragraph(`${scale.name}:`)] : []),
    ...(scale.grades.length > 0 ? [isPlain(scale) ? wordsTable(scale) : definitionsTable(scale)] : []),
    ...(steps.length > 0 ? [stepsTable(steps)] : []),
  ]
}

/** A name too long to head a column stands above the table, as the sentence that leads to it. */
export function isSentence(name: string): boolean {
  return name.length > 60
}

/** A scale that is only words: no numbers, no definitions. */
function isPlain(scale: ReadScale): boolean {
  return scale.grades.every((grade) => grade.code === grade.label && !grade.definition)
}

function wordsTable(scale: ReadScale): PaperTable {
  return narrowTable(
    scale.name || 'Assessment of progress',
    scale.grades.map((grade) => grade.label),
  )
}

function definitionsTable(scale: ReadScale): PaperTable {
  const name = isSentence(scale.name) ? 'Level' : scale.name || 'Assessment of progress'
  const defined = scale.grades.some((grade) => grade.definition)
  return {
    kind: 'table',
    title: `What the grades mean: ${name}`,
    widths: defined ? [3, 8] : [1],
    ...(defined ? {} : { share: 0.4 }),
    header: [headerRow(defined ? [name, 'Definition'] : [name])],
    rows: scale.grades.map((grade) => {
      const words = grade.code === grade.label ? grade.label : `${grade.code} ${grade.label}`
      return { cells: [cell(words, { rowHeader: true }), ...(defined ? [cell(grade.definition)] : [])] }
    }),
  }
}

function narrowTable(name: string, lines: readonly string[]): PaperTable {
  return {
    kind: 'table',
    title: name,
    widths: [1],
    share: 0.4,
    header: [headerRow([name])],
    rows: lines.map((line) => ({ cells: [cell(line)] })),
  }
}

function stepsTable(steps: readonly number[]): PaperTable {
  return {
    kind: 'table',
    title: 'The steps by which completion is counted',
    widths: steps.map(() => 1),
    share: 0.4,
    header: [{ cells: [cell('% complete', { columns: steps.length })] }],
    rows: [{ cells: steps.map((step) => cell(`${step}%`)) }],
  }
}
