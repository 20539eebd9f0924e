import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SourceBlock, SourceCell, SourceDocument, SourceTable } from '../platform/documents/source-document.ts'
import { readText } from '../platform/documents/read-text.ts'
import { measuresOf } from './plan-measures.ts'
import { looksLikeImprovementPlan, readImprovementPlan } from './read-improvement-plan.ts'
import { readScales } from './read-scale.ts'
import type { ReadReview } from './reading.ts'
import type { ReadingContext } from './reading-context.ts'

function planOf(document: SourceDocument): { review: ReadReview; context: ReadingContext } {
  const context: ReadingContext = { document, scale: readScales(document)[0]?.scale, unplaced: [], doubts: [] }
  const tables = document.blocks.filter((block) => block.kind === 'table').filter(looksLikeImprovementPlan)
  return { review: readImprovementPlan(tables, context), context }
}

const HEADINGS = 'No\tDesired outcome\tKey actions\tHow will we know?\tOwner\tBy when\tRAG\tDifference made\n'
const PLAN = `Blue\tComplete
Green\tOn track
Red\tOverdue

${HEADINGS}PRIORITY A: RIVERS AND LOCKS\t\t\t\t\t\t\t
R1\tMend the weirs before winter (CQC recommendation 4)\t\t\t\t\t\t
\tWhy it matters: Floods follow a broken weir.\t\t\t\t\t\t
\tWhat does success look like?<ul><li>No weir is broken</li><li>No house is flooded</li></ul>\t\t\t\t\t\t
\tWeirs hold\tMend Upper Weir, and then\tAll weirs pass inspection\tHead of Rivers\tMay 2026\tGreen\tToo early to say

${HEADINGS}\t\tthe lower one\t\t\t\t\t
\tLocks open\tOil the lock gates\t90% of gates open in five minutes\tHead of Locks\tOngoing\t\tN/A
PRIORITY B: QUAYS\t\t\t\t\t\t\t
R2\tLight the quays\t\t\t\t\t\t
\tPeople feel safe\tFit lamps\tNumber of lamps\tHead of Streets\tMarch 2026\tRed – the lamps are late\t
`

test('a plan of another council is read: themes, recommendations, reasons, outcomes, actions', () => {
  const { review, context } = planOf(readText(PLAN, 'wexcombe.txt'))
  assert.deepEqual(review.themes, [{ title: 'PRIORITY A: RIVERS AND LOCKS' }, { title: 'PRIORITY B: QUAYS' }])
  const [weirs, quays] = review.recommendations
  assert.deepEqual([weirs?.ref, weirs?.theme, weirs?.external_refs], ['R1', 'PRIORITY A: RIVERS AND LOCKS', ['CQC recommendation 4']])
  assert.equal(weirs?.why_important, 'Floods follow a broken weir.')
  assert.equal(weirs?.what_good_looks_like, '- No weir is broken\n- No house is flooded')
  assert.deepEqual(
    weirs?.actions.map((one) => [one.outcome, one.text, one.owners[0], one.due?.iso, one.measures?.[0], one.rag, one.performance]),
    [
      [
        'Weirs hold',
        'Mend Upper Weir, and then the lower one',
        'Head of Rivers',
        '2026-05-31',
        'All weirs pass inspection',
        'Green',
        'Too early to say',
      ],
      ['Locks open', 'Oil the lock gates', 'Head of Locks', undefined, '90% of gates open in five minutes', null, 'N/A'],
    ],
  )
  assert.deepEqual(
    weirs?.updates.map((one) => [one.action, one.grade, one.impact]),
    [[1, 'on_track', 'Too early to say']],
  )
  assert.deepEqual(
    quays?.updates.map((one) => [one.action, one.grade, one.evidence]),
    [[1, 'overdue', 'the lamps are late']],
  )
  assert.deepEqual(context.unplaced, [])
})

test('a ticked step is a percentage and a coloured one a status', () => {
  const { review } = planOf(
    documentOf([cell(0, '1'), cell(1, 'Weirs hold'), cell(2, 'Mend them'), cell(3, 'Head of Rivers'), cell(4, 'May 2026'), statusCell()]),
  )
  const [action] = review.recommendations[0]?.actions ?? []
  assert.deepEqual([action?.percent_complete, action?.rag], [75, 'Amber'])
})

test('measures run together are cut where a new one plainly begins', () => {
  const measures = (text: string) => measuresOf([{ kind: 'paragraph', text }], 'text')
  assert.deepEqual(measures('90% of gates open in time 75% of keepers trained Number of boats'), [
    '90% of gates open in time',
    '75% of keepers trained',
    'Number of boats',
  ])
  assert.deepEqual(measures('Less than 20% of locks fail'), ['Less than 20% of locks fail'])
  assert.deepEqual(measures('Review completed Keepers report fewer faults'), ['Review completed', 'Keepers report fewer faults'])
  assert.equal(measuresOf([{ kind: 'paragraph', text: 'One thing Number two' }], 'docx').length, 1)
})

test('a table with a column of recommendations is no improvement plan', () => {
  const document = readText('Recommendation\tAction\tOwner\tDate\nThat the weir be mended\tMend it\tRivers\tMay 2026\n', 'x.txt')
  assert.equal(
    document.blocks.some((block) => block.kind === 'table' && looksLikeImprovementPlan(block)),
    false,
  )
})

function cell(column: number, text: string): SourceCell {
  return { column, columns: 1, rows: 1, blocks: [{ kind: 'paragraph', text }] }
}

function box(cells: SourceCell[]): SourceTable {
  return { kind: 'table', number: 9, width: cells.length, rows: [{ cells, header: false, number: 1 }] }
}

function statusCell(): SourceCell {
  const words = (text: string): SourceBlock => ({ kind: 'paragraph', text })
  const steps = box(['', '', '✓', ''].map((text, column) => cell(column, text)))
  const colours = box(['', '', ''].map((text, column) => (column === 1 ? { ...cell(column, text), fill: 'FFC000' } : cell(column, text))))
  return { column: 5, columns: 1, rows: 1, blocks: [words('% complete'), steps, words('RAG rating'), colours] }
}

function documentOf(row: SourceCell[]): SourceDocument {
  const headings = ['Ref', 'Outcome', 'Action', 'Lead', 'Due date', 'Status'].map((text, column) => cell(column, text))
  const across: SourceCell[] = [cell(0, '1'), { ...cell(1, 'Mend the weirs'), columns: 5 }]
  const rows = [headings, across, [cell(0, ''), ...row.slice(1)]].map((cells, at) => ({ cells, header: at === 0, number: at + 1 }))
  return {
    name: 'wexcombe.docx',
    kind: 'docx',
    blocks: [{ kind: 'table', number: 1, width: 6, rows }],
    pageHeaders: [],
    pageFooters: [],
    remarks: [],
  }
}
