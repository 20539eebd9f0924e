import type { PaperBlock, PaperTable } from '../platform/documents/paper-document.ts'
import { heading } from '../platform/documents/paper-document.ts'
import type { ReadScale } from '../reading/reading.ts'
import { cell, headerRow } from './paper-words.ts'

/** The scale as members see it: each grade with its number and the council's own definition. */
export function scaleTable(scale: ReadScale): PaperTable {
  const defined = scale.grades.some((grade) => grade.definition)
  return {
    kind: 'table',
    title: `What the grades mean: ${scale.name || 'assessment of progress'}`,
    widths: defined ? [3, 8] : [1],
    ...(defined ? {} : { share: 0.4 }),
    header: [headerRow(defined ? ['Assessment', 'Definition'] : ['Assessment'])],
    rows: scale.grades.map((grade) => {
      const words = grade.code === grade.label ? grade.label : `${grade.code} ${grade.label}`
      return { cells: [cell(words, { rowHeader: true }), ...(defined ? [cell(grade.definition)] : [])] }
    }),
  }
}

/** The key under a heading of its own, for the end of a paper without a covering report; nothing where there is no scale. */
export function scaleKey(scale: ReadScale): PaperBlock[] {
  return scale.grades.length === 0 ? [] : [heading(2, scale.name || 'Assessment of progress'), scaleTable(scale)]
}
