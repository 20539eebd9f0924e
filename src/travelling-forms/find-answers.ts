import type { SourceBlock, SourceCell, SourceDocument, SourceRow, SourceTable } from '../platform/documents/source-document.ts'
import { textOf } from '../platform/documents/source-document.ts'
import { codesIn, type CodeFound } from './form-code.ts'
import type { PrintedWords } from './printed-words.ts'
import { MARKS } from './travelling-form.ts'

/** What stands in the row of a box, by the code beside it. */
export interface AnswerFound {
  code: CodeFound
  words: string
}

/** Words that stand in no box, and the code last met before them. */
export interface StrayFound {
  near: CodeFound | null
  words: string
  /** Why they were not taken for an answer: outside every box; a code that is damaged; several codes in one cell, so that nobody can say whose they are. */
  why: 'outside' | 'damaged' | 'several'
}

export interface FoundInDocument {
  answers: AnswerFound[]
  strays: StrayFound[]
}

/** Every code in a document, whole or damaged. */
export function codesOfDocument(source: SourceDocument): CodeFound[] {
  return codesIn(textOf(source.blocks))
}

/**
 * What came back in a document: the words in the row of each code, wherever that row stands now, and all else that the forms had not
 * printed. Nothing is left out: each word that somebody wrote is in an answer or a stray.
 */
export function findAnswers(source: SourceDocument, print: PrintedWords): FoundInDocument {
  const search = new Search(print)
  search.blocks(source.blocks)
  return search.found
}

const KNOWN = new Set(Object.values(MARKS))

class Search {
  readonly found: FoundInDocument = { answers: [], strays: [] }
  private near: CodeFound | null = null
  private readonly print: PrintedWords

  constructor(print: PrintedWords) {
    this.print = print
  }

  blocks(blocks: readonly SourceBlock[]): void {
    for (const block of blocks) {
      if (block.kind === 'table') this.table(block)
      else this.loose(textOf([block]))
    }
  }

  /** Words outside the rows of codes: a line's own code stands so, under its heading. */
  private loose(words: string): void {
    this.near = codesIn(words).findLast(({ whole }) => whole) ?? this.near
    this.stray(this.print.written(words).join('\n'), codesIn(words).some(({ whole }) => !whole) ? 'damaged' : 'outside')
  }

  private stray(words: string, why: StrayFound['why'], near = this.near): void {
    if (words.trim() !== '') this.found.strays.push({ near, words, why })
  }

  private table(table: SourceTable): void {
    let open: AnswerFound | null = null
    for (const row of table.rows) {
      const cells = row.cells.map(cellOf)
      if (cells.some(({ codes }) => codes.length > 0)) open = this.codedRow(cells)
      else if (open && this.goesOn(row)) open.words = joined([open.words, ...cells.map(({ words }) => words)])
      else {
        open = null
        for (const { words } of cells) this.loose(words)
      }
      for (const { inner } of cells) this.blocks(inner)
    }
  }

  /** A row without a code goes on with the box above where it was split or a row was added; not where a form printed what stands in it. */
  private goesOn({ cells }: SourceRow): boolean {
    const first = cells.map(({ blocks }) => textOf(blocks)).find((words) => words.trim() !== '')
    return !(first ?? '').split('\n').some((line) => line.trim() !== '' && this.print.printed(line))
  }

  /** Each code has the cells up to the next one; what is written in its own cell belongs to it too. */
  private codedRow(cells: readonly CellFound[]): AnswerFound | null {
    const starts = cells.flatMap(({ codes }, index) => (codes.length > 0 ? [index] : []))
    let open: AnswerFound | null = null
    for (const [order, start] of starts.entries()) {
      // What stands before the first code of a row is its answer too, where the columns were exchanged.
      const own = cells.slice(order === 0 ? 0 : start, starts[order + 1] ?? cells.length)
      open = this.coded(own, cells[start]?.codes ?? [])
    }
    return open
  }

  private coded(cells: readonly CellFound[], codes: readonly CodeFound[]): AnswerFound | null {
    const [code, ...others] = new Map(codes.map((one) => [one.printed, one])).values()
    const words = cells.map((cell) => (cell.codes.length > 0 ? this.print.written(cell.words).join('\n') : cell.words))
    if (!code) return null
    if (code.whole) this.near = code
    const known = code.whole && KNOWN.has(code.mark)
    if (!known || others.length > 0) {
      this.stray(joined(words), known ? 'several' : 'damaged', code)
      return null
    }
    if (code.mark === MARKS.line) {
      this.stray(joined(cells.flatMap((cell) => this.print.written(cell.words))), 'outside')
      return null
    }
    const answer = { code, words: joined(words) }
    this.found.answers.push(answer)
    return answer
  }
}

interface CellFound {
  words: string
  codes: CodeFound[]
  /** Tables inside the cell that hold codes of their own: rows pasted into a box. */
  inner: SourceTable[]
}

function cellOf({ blocks }: SourceCell): CellFound {
  const inner = blocks.filter((block): block is SourceTable => block.kind === 'table' && codesIn(textOf([block])).length > 0)
  const words = textOf(blocks.filter((block) => !inner.some((table) => table === block)))
  return { words, codes: codesIn(words), inner }
}

function joined(words: readonly string[]): string {
  return words.filter((each) => each.trim() !== '').join('\n')
}
