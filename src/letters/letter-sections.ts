import { blocksOfEnclosure, isBeside, type Enclosure } from '../files/enclosure.ts'
import type { KeptFile } from '../files/file.ts'
import { blocksOf } from '../papers/paper-words.ts'
import { bold, heading, paragraph, type PaperBlock, type PaperHeading, type PaperSection } from '../platform/documents/paper-document.ts'
import { dayInWords, isExemptLetter, letterDay, letterName, type LetterRecord } from './letter-record.ts'

/** A letter as papers take it. */
export interface LetterAsPaper {
  sections: PaperSection[]
  /** Files that stand beside the paper. */
  beside: KeptFile[]
  /** Attachments of which nobody has said how they go into papers. */
  unchecked: KeptFile[]
}

/** `Letter to the Minister for Health, 3 March 2027`: what a letter is called in papers, and by what the reader of one knows it again. */
export function letterHeading(letter: LetterRecord): string {
  return `${letterName(letter)}, ${dayInWords(letterDay(letter))}`
}

/** A letter among those that an officer may tick to go with a paper. */
export function letterChoice(letter: LetterRecord): { value: string; text: string; hint: string } {
  return {
    value: letter.id,
    text: `${letterHeading(letter)}${isExemptLetter(letter) ? ' (exempt)' : ''}`,
    hint: [letter.subject, letter.replyTo && `Answers “${letter.replyTo.subject}”`].filter(Boolean).join('. '),
  }
}

/** A letter and its attachments as sections of a paper, as they were checked; `enclosures` are by the hexadecimal form of a file's hash. */
export function letterAsPaper(letter: LetterRecord, enclosures: ReadonlyMap<string, Enclosure>): LetterAsPaper {
  const words = letter.body === '' ? [paragraph('No words of it are kept.')] : blocksOf(letter.body)
  const own: PaperSection = {
    orientation: 'portrait',
    aside: true,
    blocks: [heading(1, letterHeading(letter)), paragraph(bold(letter.subject)), ...words],
  }
  const files = letter.attachments.map((file) => ({ file, enclosure: enclosures.get(file.sha256.toString('hex')) }))
  return {
    sections: [own, ...files.flatMap(({ file, enclosure }) => (enclosure ? [attached(file, enclosure)] : []))],
    beside: files.flatMap(({ file, enclosure }) => (enclosure && isBeside(enclosure) ? [file] : [])),
    unchecked: files.flatMap(({ file, enclosure }) => (enclosure ? [] : [file])),
  }
}

/** Under the letter's heading, so that its own headings stand one lower still. */
function attached(file: KeptFile, enclosure: Enclosure): PaperSection {
  const lower = (block: PaperBlock): PaperBlock =>
    block.kind === 'heading' ? { ...block, level: Math.min(4, block.level + 1) as PaperHeading['level'] } : block
  return {
    orientation: enclosure.content?.orientation ?? 'portrait',
    aside: true,
    blocks: [heading(2, `Attachment: ${enclosure.title}`), ...blocksOfEnclosure(file, enclosure).map(lower)],
  }
}
