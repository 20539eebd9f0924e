import type { PaperBlock, PaperDocument, PaperItem } from '../platform/documents/paper-document.ts'
import { wordsOf } from '../platform/core/word-likeness.ts'
import { withoutCodes } from './form-code.ts'
import { formDocument } from './form-document.ts'
import type { FormMade } from './travelling-form.ts'

/** A printed line shorter than this may well be an answer too (`Achieved`), so only as many of them as were printed are taken for print. */
const SURELY_PRINT = 4

/** Words of the longest run of printed lines that is known as such. */
const LONGEST_RUN = 60

/** Tells what a form itself had printed from what somebody wrote, line by line as the document is read through. */
export class PrintedWords {
  private readonly left = new Map<string, number>()

  constructor(forms: readonly FormMade[]) {
    for (const form of forms) {
      for (const line of linesOfPaper(formDocument(form)).map(plain)) this.left.set(line, (this.left.get(line) ?? 0) + 1)
    }
  }

  /** The lines of the words that no form printed. Each printed short line is taken away once. */
  written(words: string): string[] {
    return withoutCodes(words)
      .split(/[\n\t]/)
      .filter((line) => !this.takeAway(plain(line)))
  }

  /** Whether a form printed a line so, wherever and however often. */
  printed(line: string): boolean {
    return this.left.has(plain(line))
  }

  private takeAway(line: string): boolean {
    if (line === '') return true
    const left = this.left.get(line)
    if (left === undefined) return this.isMadeOfPrint(line.split(' '))
    if (line.split(' ').length >= SURELY_PRINT) return true
    this.left.set(line, left - 1)
    return left > 0
  }

  /** Whether a line is several printed ones run together, as PDF and a joined paragraph leave them. */
  private isMadeOfPrint(words: readonly string[]): boolean {
    if (words.length < SURELY_PRINT || words.length > LONGEST_RUN) return false
    const reached = [true]
    for (let end = 1; end <= words.length; end += 1)
      reached[end] = reached.some((isReached, start) => isReached && start < end && this.left.has(words.slice(start, end).join(' ')))
    return reached[words.length] ?? false
  }
}

/** The words alone: whatever became of dashes, quotation marks, list marks and spaces on the way. */
function plain(line: string): string {
  return wordsOf(withoutCodes(line).replace(/^\s*(?:\d{1,3}|[a-z])[.)]\s/i, '')).join(' ')
}

/** Every printed line but those in the boxes, which are there to be changed. */
function linesOfPaper(paper: PaperDocument): string[] {
  return [paper.header ?? '', paper.footer ?? '', ...paper.sections.flatMap(({ blocks }) => blocks.flatMap(linesOfBlock))]
}

function linesOfBlock(block: PaperBlock): string[] {
  if (block.kind === 'heading') return [block.text]
  if (block.kind === 'paragraph')
    return block.runs
      .map(({ text }) => text)
      .join('')
      .split('\n')
  if (block.kind === 'list') return block.items.flatMap(linesOfItem)
  if (block.kind === 'pairs') return block.pairs.flatMap(({ label, blocks }) => [label, ...blocks.flatMap(linesOfBlock)])
  if (block.kind === 'contents') return []
  const cells = [...block.header, ...block.rows].flatMap((row) => row.cells)
  return cells.filter(({ box }) => box === undefined).flatMap((cell) => cell.blocks.flatMap(linesOfBlock))
}

function linesOfItem({ runs, list }: PaperItem): string[] {
  return [runs.map(({ text }) => text).join(''), ...(list?.items ?? []).flatMap(linesOfItem)]
}
