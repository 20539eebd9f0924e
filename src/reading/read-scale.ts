import type { SourceBlock, SourceDocument, SourceTable } from '../platform/documents/source-document.ts'
import { cellAt, filledCells, wordsOf } from './cut-text.ts'
import { colourOf, colourOfFill, gradeOf, meaningOf, meaningOfGrade } from './grades.ts'
import { fieldsOfHeading } from './heading-families.ts'
import type { Field } from './heading-families.ts'
import type { ReadGrade, ReadScale } from './reading.ts'

/** A scale, where it stood among the blocks (from 0), and the number of the table that is nothing but that scale. */
export interface ScaleFound {
  scale: ReadScale
  at: number
  table?: number
}

const NAMING = /\b(?:key|scale|grad(?:e|es|ing|ings)|rag|brag|rating|categor(?:y|ies)|status|assessment|definitions?|progress updates?)\b/i
const FEWEST = 2
const MOST = 9

/**
 * The scales of a document: grades with their definitions down or across a table, or line by line, wherever they stand. Nothing is taken for a
 * scale unless most of its labels are status words or colours, and no label is long. Steps of a percentage found alone go to the scale before them.
 */
export function readScales(document: SourceDocument): ScaleFound[] {
  const scales: ScaleFound[] = []
  document.blocks.forEach((block, index) => {
    if (block.kind !== 'table') return
    const steps = percentSteps(block)
    const last = scales.at(-1)
    if (steps.length > 0 && last) last.scale.percent_steps = steps
    else if (steps.length > 0)
      scales.push({ scale: { name: headOf(block), grades: [], percent_steps: steps }, at: index, table: block.number })
    else addDefinition(last, block, document.blocks[index - 1])
    const scale = scaleOfTable(block, document.blocks[index - 1])
    if (scale) scales.push({ scale, at: index, table: block.number })
    else for (const said of scalesSaidIn(block)) scales.push({ scale: said, at: index })
  })
  scales.push(...scalesOfLines(document.blocks))
  scales.sort((a, b) => a.at - b.at)
  const stray = scales.findIndex(({ scale }) => scale.grades.length === 0)
  const owner = scales.find(({ scale }) => scale.grades.length > 0 && !scale.percent_steps)
  if (stray !== -1 && owner) {
    owner.scale.percent_steps = scales[stray]?.scale.percent_steps
    scales.splice(stray, 1)
  }
  return scales
}

/** A definition that the page cut off stands in a table of its own, its first cell empty. */
function addDefinition(found: ScaleFound | undefined, table: SourceTable, before: SourceBlock | undefined): void {
  const cut = before?.kind === 'table' && before.number === found?.table && table.rows.length === 1 && table.width <= 3
  const words = filledCells(table.rows[0] ?? { cells: [], header: false, number: 1 })
  const last = found?.scale.grades.at(-1)
  if (cut && last?.definition && words.length === 1 && wordsOf(table.rows[0]?.cells[0]) === '') last.definition += ` ${wordsOf(words[0])}`
}

/** Words in use taken for a scale where a document has no key: each label once, in the order of its number or of the page. */
export function scaleInUse(name: string, assessments: readonly string[]): ReadScale {
  const grades = new Map<string, ReadGrade>()
  for (const text of assessments) {
    const found = gradeOf(text)
    if (found.grade === null || !found.label) continue
    const code = /^\(?(\d)\b/.exec(text.trim())?.[1]
    const label = found.label.replace(/[.:]$/, '')
    const key = code ?? label.toLowerCase()
    if (!grades.has(key)) grades.set(key, { code: code ?? label, label, meaning: found.grade })
  }
  return { name, grades: [...grades.values()].sort((a, b) => Number(a.code) - Number(b.code) || 0) }
}

/** Whether the table is a key, so that no reader of recommendations takes it for one of theirs. */
export function looksLikeScale(table: SourceTable): boolean {
  return percentSteps(table).length > 0 || scaleOfTable(table, undefined) !== null
}

function scaleOfTable(table: SourceTable, before: SourceBlock | undefined): ReadScale | null {
  if (table.rows.length > 2 * MOST || table.rows.length === 0 || isOfRecommendations(table)) return null
  const down = gradesDown(table)
  const across = gradesAcross(table)
  const found = isScale(down) && !(isScale(across) && across.length > down.length) ? down : across
  if (!isScale(found)) return null
  return { name: headOf(table) || nameBefore(before), grades: found }
}

const OF_RECOMMENDATIONS: readonly (Field | undefined)[] = ['ref', 'text', 'owner', 'due', 'action', 'evidence']

/** Headings that a key has no use for: `Rec` and `Progress`. */
function isOfRecommendations(table: SourceTable): boolean {
  const fields = new Set(
    filledCells(table.rows[0] ?? { cells: [], header: false, number: 1 }).map((cell) => fieldsOfHeading(wordsOf(cell))[0]),
  )
  return OF_RECOMMENDATIONS.filter((field) => fields.has(field)).length >= 2
}

function isScale(grades: ReadGrade[]): boolean {
  if (grades.length < FEWEST || grades.length > MOST) return false
  const meant = grades.filter((grade) => meaningOfGrade(grade) !== null).length
  const labels = new Set(grades.map((grade) => grade.label.toLowerCase()))
  // A summary counts how many have each status.
  if (grades.every((grade) => /^\d{1,4}(?:\.\d+)?\s*%?$/.test(grade.definition ?? ''))) return false
  return meant >= FEWEST && meant >= 0.75 * grades.length && labels.size === grades.length && grades.every((grade) => isLabel(grade.label))
}

/** Short, and a status or a colour itself: a sentence that merely speaks of progress is not a label. */
function isLabel(label: string): boolean {
  return label.length > 0 && label.length <= 70 && !/[.?!]\s+[A-Z]/.test(label)
}

/** One grade to a row: `1 | Achieved | definition`, `1 Achieved (Fully) | definition`, `Green | on target`, or a coloured cell. */
function gradesDown(table: SourceTable): ReadGrade[] {
  const grades: ReadGrade[] = []
  for (const row of table.rows) {
    const cells = row.cells.filter((cell) => wordsOf(cell) !== '' || colourOfFill(cell.fill) !== null)
    if (cells.length > 4) return []
    const words = cells.map(wordsOf)
    const colour = cells.map((cell) => colourOfFill(cell.fill)).find((name) => name !== null) ?? undefined
    const last = grades.at(-1)
    if (cells.length === 1 && row.cells.length > 1 && wordsOf(row.cells[0]) === '' && last?.definition && colour === undefined)
      last.definition += ` ${words[0]}`
    else {
      const grade = gradeOfRow(words, colour)
      if (grade) grades.push(grade)
      else if (!isHeading(words) || grades.length > 0) return []
    }
  }
  return grades
}

function gradeOfRow(words: readonly string[], colour: string | undefined): ReadGrade | null {
  const [first = '', second, third] = words
  if (first === '' && second) return { ...gradeWith(capital(colour ?? ''), second, colour) }
  const lettered = /^[A-Z]{2,3}$/.test(first) && gradeOf(second ?? '').grade !== null
  if ((/^[1-9A-Z]$/.test(first) || lettered) && second && second.length <= 70) return { ...gradeWith(second, third, colour), code: first }
  const coded = /^([1-9])\s*[.):–-]?\s+(.+)$/s.exec(first)
  const label = coded?.[2] ?? first
  if (!speaksOfStatus(label, second)) return null
  const grade = gradeWith(label, second, colour)
  return coded?.[1] ? { ...grade, code: coded[1] } : grade
}

/** A label by itself, or a colour, or a short word whose definition says what it means. */
function speaksOfStatus(label: string, definition: string | undefined): boolean {
  if (!isLabel(label) || /\d[./]\d/.test(label) || (NAMING.test(label) && gradeOf(label).grade === null)) return false
  const found = gradeOf(label)
  return (
    (found.grade !== null && found.rest.replace(/^\(.*\)$/s, '') === '') ||
    colourOf(label) !== null ||
    (label.length <= 25 && definition !== undefined && meaningOf(definition) !== null)
  )
}

function gradeWith(label: string, definition: string | undefined, colour: string | undefined): ReadGrade {
  const grade: ReadGrade = { code: label, label }
  if (definition) grade.definition = definition
  const meaning = meaningOfGrade(grade)
  if (meaning) grade.meaning = meaning
  const shown = colourOf(label) ?? colour
  if (shown) grade.colour = shown
  return grade
}

/** One grade to a column: numbers over labels, or labels over definitions; a first cell that names the scale is left out. */
function gradesAcross(table: SourceTable): ReadGrade[] {
  const [top, below] = table.rows
  if (!top || table.rows.length > 3) return []
  const grades: ReadGrade[] = []
  for (const cell of top.cells) {
    const word = wordsOf(cell)
    const under = below ? wordsOf(cellAt(below, cell.column)) : ''
    const colour = colourOfFill(cell.fill) ?? undefined
    if (/^[1-9]$/.test(word) && under) grades.push({ ...gradeWith(under, undefined, colour), code: word })
    else if (speaksOfStatus(word, under || undefined)) grades.push(gradeWith(word, under || undefined, colour))
  }
  return grades.length >= filledCells(top).length - 1 ? grades : []
}

/** `25% | 50% | 75% | 100%` under a heading: the steps by which completion is shown. */
function percentSteps(table: SourceTable): number[] {
  if (table.rows.length > 3) return []
  for (const row of table.rows) {
    const steps = filledCells(row).map((cell) => /^(\d{1,3})\s*%$/.exec(wordsOf(cell))?.[1])
    if (steps.length > 1 && steps.every((step) => step !== undefined)) return steps.map(Number)
  }
  return []
}

function isHeading(words: readonly string[]): boolean {
  return words.length <= 3 && words.every((word) => word.length <= 60)
}

/** The words in the table that name it: a row across it, or the cells at its left that are no grade. */
function headOf(table: SourceTable): string {
  const names = table.rows.flatMap((row) => filledCells(row).slice(0, 1)).map(wordsOf)
  const named = names.filter((word) => NAMING.test(word) && gradeOf(word).grade === null && colourOf(word) === null && word.length <= 90)
  const across = table.rows.every((row) => /^[^\d]*$/.test(wordsOf(row.cells[0])) && row.cells.length > 2)
  const parts = across ? names.filter((word) => gradeOf(word).grade === null && word.length <= 90) : named.slice(0, 1)
  return parts
    .join(' ')
    .replace(/\s*:\s*$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function nameBefore(before: SourceBlock | undefined): string {
  if (before?.kind !== 'paragraph' || before.text.length > 90 || !NAMING.test(before.text)) return ''
  return before.text.replace(/^\d+(?:\.\d+)*\.?\s+/, '').replace(/\s*:\s*$/, '')
}

/** Grades line by line (`Complete` / `Overdue`, `Green – on target`), or after one another in a line that begins `Key:`. */
function scalesOfLines(blocks: readonly SourceBlock[]): ScaleFound[] {
  const scales: ScaleFound[] = []
  let run: ReadGrade[] = []
  let name = ''
  const end = (at: number): void => {
    if (run.length >= (name === '' ? FEWEST + 1 : FEWEST) && isScale(run)) scales.push({ scale: { name, grades: run }, at })
    run = []
  }
  blocks.forEach((block, index) => {
    const grade = block.kind === 'paragraph' && block.text.length <= 200 ? gradeOfLine(block.text, block.list?.marker) : null
    if (grade && run.length === 0) name = nameBefore(blocks[index - 1])
    if (grade) run.push(grade)
    else end(index - 1)
    if (block.kind !== 'paragraph') return
    for (const scale of scaleInWords(block.text)) scales.push({ scale, at: index })
  })
  end(blocks.length - 1)
  return scales
}

/** A scale that words give in one breath, after `Key:` or in a sentence. */
export function scaleInWords(text: string): ReadScale[] {
  const keyed = scaleOfKeyLine(text)
  return keyed.length > 0 ? keyed : scaleOfSentence(text)
}

/** Scales in the words of a row that has no more than a label and them: the foot of a table, or a table of that row alone. */
function scalesSaidIn(table: SourceTable): ReadScale[] {
  return table.rows.flatMap((row) => {
    const words = filledCells(row).map(wordsOf)
    return words.length > 2 ? [] : scaleInWords(words.join(' ').replaceAll('\n', '; '))
  })
}

function gradeOfLine(text: string, marker: string | undefined): ReadGrade | null {
  const [, code, label = '', definition] = /^(?:([1-9])\s*[.)–=:-]?\s+)?([^–=:]{2,70}?)(?:\s*[–=:]\s*|\s+-\s+|$)(.*)$/s.exec(text) ?? []
  const number = code ?? /^\(?([1-9])[.)]?$/.exec(marker ?? '')?.[1]
  if (gradeOf(label).grade === null || gradeOf(label).rest !== '') return null
  const grade = gradeWith(label.trim(), definition || undefined, undefined)
  return number ? { ...grade, code: number } : grade
}

function scaleOfKeyLine(text: string): ReadScale[] {
  const match =
    /^\W{0,3}((?:b?rag\s+|progress\s+|assessment\s+)?(?:key|ratings?|status key|status|grad(?:es?|ings?)|scale|categor(?:y|ies)|assessments?)[^:–\d]{0,40})[:–]\s*(.+)$/is.exec(
      text,
    )
  if (!match || text.length > 700) return []
  const grades = (match[2] ?? '')
    .split(/\s*(?:[;|\n]|,(?=\s*(?:blue|green|amber|yellow|orange|red|gr[ea]y|[1-9])\b))\s*/i)
    .map((part) => gradeOfLine(part.replace(/\.$/, ''), undefined))
  const found = grades.filter((grade) => grade !== null)
  return found.length === grades.length && isScale(found) ? [{ name: (match[1] ?? '').trim(), grades: found }] : []
}

/** A scale in one sentence: `Progress is assessed as follows: 1 = Achieved, 2 = On track, …`. */
function scaleOfSentence(text: string): ReadScale[] {
  if (text.length > 700) return []
  const items = [
    ...text.matchAll(
      /(?<![\w.])\(?([1-9]|[A-Z]{1,3}(?=\s*=)|(?:blue|green|amber|yellow|orange|red|gr[ea]y)(?=\s*(?:=|[-–—:]\s)))\)?\s*(?:=|[-–—:])\s*([^=;,\n]{2,70}?)(?=\s*[,;.]?\s*(?:and\s+)?(?:\(?[1-9]\)?\s*[=–—:-]|\(?[A-Z]{1,3}\)?\s*=|(?:blue|green|amber|yellow|orange|red|gr[ea]y)\s*(?:=|[-–—:]\s)|$))/gi,
    ),
  ]
  const grades = items.map((item) => {
    const [code = '', words = ''] = [item[1], item[2]?.replace(/[.)\s]+$/, '')]
    return colourOf(code) === null ? { ...gradeWith(words, undefined, undefined), code } : gradeWith(code, words, undefined)
  })
  const ordered = new Set(grades.map((grade) => grade.code)).size === grades.length
  const known = grades.length > FEWEST && ordered && grades.every((grade) => meaningOfGrade(grade) !== null)
  return known && isScale(grades) ? [{ name: '', grades }] : []
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
