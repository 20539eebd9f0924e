import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceCell, SourceTable } from '../platform/documents/source-document.ts'
import { isTable, wordsOf } from './cut-text.ts'
import { colourOfFill, gradeOf, meaningOfGrade } from './grades.ts'
import type { ReadAction, ReadScale, ReadUpdate } from './reading.ts'
import type { ReadingContext } from './reading-context.ts'

type Cells = ReadonlyMap<'grade' | 'percent' | 'impact' | 'evidence' | string, SourceBlock[]>

const PERCENT_LABEL = /(?:%|per ?cent(?:age)?)\s*complete[d]?\s*:?/i
const RAG_LABEL = /b?rag(?: rating| status)?\s*:?/i

/**
 * Fills in how far an action is (percentage and RAG, from words, from a marked step or from a colour) and what difference it makes, and
 * gives an update where the row says something of its progress; null where all is blank.
 */
export function readPlanStatus(
  action: ReadAction,
  cells: Cells,
  statusCell: SourceCell | undefined,
  context: ReadingContext,
): ReadUpdate | null {
  const status = cells.get('grade') ?? []
  const words = status
    .filter((block) => block.kind === 'paragraph')
    .map((block) => block.text)
    .join('\n')
  action.percent_complete =
    percentOf(textOf(cells.get('percent') ?? [])) ?? percentOf(words) ?? markedStep(status, PERCENT_LABEL, context.scale)
  const said = words
    .replace(PERCENT_LABEL, '')
    .replace(/\d{1,3}\s*%/, '')
    .replace(RAG_LABEL, '')
    .replaceAll(/^[\s:;,–-]+|[\s:;,–-]+$/g, '')
  const colour = colourAfter(status, RAG_LABEL) ?? colourOfFill(statusCell?.fill)
  const keyed = colour === null ? undefined : context.scale?.grades.find((one) => one.colour === colour)
  const found = gradeOf(said, context.scale)
  action.rag = found.label ?? keyed?.label ?? (colour === null ? null : colour.charAt(0).toUpperCase() + colour.slice(1))
  const performance = withoutHeading(textOf(cells.get('impact') ?? []))
  if (performance !== '') action.performance = performance
  const evidence = [textOf(cells.get('evidence') ?? []).trim(), found.grade === null ? said : found.rest]
    .filter((text) => text !== '')
    .join('\n')
  const grade = found.grade ?? (keyed ? meaningOfGrade(keyed) : null)
  if (evidence === '' && grade === null) return null
  const update: ReadUpdate = { round: '', evidence, grade, place: action.place }
  if (found.grade !== null || keyed) update.assessment_text = action.rag ?? ''
  if (context.documentDate) update.presented_on = context.documentDate
  if (performance !== '' && !/^n\/?a\.?$/i.test(performance)) update.impact = performance
  if (found.doubt) context.doubts.push({ place: action.place, field: 'grade', why: found.doubt })
  return update
}

/** `Performance` at the head of a box of performance is its label. */
function withoutHeading(text: string): string {
  return text
    .trim()
    .replace(/^(?:performance|impact|difference made)\b\s*[:–-]?\s*/i, '')
    .trim()
}

function percentOf(text: string): number | null {
  const percent = /\b(\d{1,3})\s*%/.exec(text)?.[1] ?? /^\s*(\d{1,3})\s*$/.exec(text)?.[1]
  return percent !== undefined && Number(percent) <= 100 ? Number(percent) : null
}

/** The step that is ticked or coloured in the small table under `% complete`: the last one marked counts. */
function markedStep(blocks: readonly SourceBlock[], label: RegExp, scale: ReadScale | undefined): number | null {
  const steps = scale?.percent_steps
  const cells = boxAfter(blocks, label)?.rows[0]?.cells ?? []
  const marked = cells.findLastIndex((cell) => wordsOf(cell) !== '' || colourOfFill(cell.fill) !== null)
  if (marked === -1 || cells.length === 0) return null
  return (
    percentOf(cells.map(wordsOf)[marked] ?? '') ??
    (steps?.length === cells.length ? (steps[marked] ?? null) : Math.round((100 * (marked + 1)) / cells.length))
  )
}

function colourAfter(blocks: readonly SourceBlock[], label: RegExp): string | null {
  const colours = (boxAfter(blocks, label)?.rows ?? [])
    .flatMap((row) => row.cells.map((cell) => colourOfFill(cell.fill)))
    .filter((colour) => colour !== null)
  return colours.length === 1 ? (colours[0] ?? null) : null
}

function boxAfter(blocks: readonly SourceBlock[], label: RegExp): SourceTable | undefined {
  const at = blocks.findIndex((block) => block.kind === 'paragraph' && label.test(block.text))
  const next = blocks.slice(at + 1).find((block) => isTable(block) || textOf([block]).trim() !== '')
  return at !== -1 && next && isTable(next) ? next : undefined
}
