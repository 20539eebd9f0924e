import type { PaperBlock, PaperSection } from '../platform/documents/paper-document.ts'
import { heading, note, paragraph } from '../platform/documents/paper-document.ts'
import type { SourceAsPaper } from '../platform/documents/paper-of-source.ts'
import { kindAndSize, type KeptFile } from './file.ts'

export const WAYS = ['read', 'both', 'beside', 'left-out'] as const
export type Taken = (typeof WAYS)[number]

/** How a file goes into papers, in words. */
export const TAKEN_WORDS: Record<Taken, string> = {
  read: 'Set in the paper',
  both: 'Set in the paper, the original beside it',
  beside: 'As a file beside the paper',
  'left-out': 'Named, not printed',
}

/** How a file goes into papers, as an officer saw and confirmed it. */
export interface Enclosure {
  version: number
  title: string
  taken: Taken
  content: Pick<SourceAsPaper, 'blocks' | 'orientation'> | null
  /** What a file of its own is, and how to have it in another form. */
  statement: string
}

/** Kinds that no reader makes words of. */
export const isPicture = ({ kind }: Pick<KeptFile, 'kind'>): boolean => kind === 'jpeg' || kind === 'png'

/** Whether the file itself is published beside the paper that it goes into. */
export const isBeside = ({ taken }: Pick<Enclosure, 'taken'>): boolean => taken === 'both' || taken === 'beside'

/** A file as a section of a paper, under its title: what was read of it, or that it stands beside the paper, with what was said of it. */
export function sectionOfEnclosure(file: Pick<KeptFile, 'name' | 'kind' | 'size'>, enclosure: Omit<Enclosure, 'version'>): PaperSection {
  const { title, content } = enclosure
  const blocks = [heading(1, title), ...blocksOfEnclosure(file, enclosure)]
  return { orientation: content?.orientation ?? 'portrait', aside: true, blocks: withoutTwice(blocks) }
}

/** The same without a heading. */
export function blocksOfEnclosure(
  file: Pick<KeptFile, 'name' | 'kind' | 'size'>,
  { taken, content, statement }: Omit<Enclosure, 'version'>,
): PaperBlock[] {
  const called = `${file.name} (${kindAndSize(file)})`
  const said = statement.split('\n').flatMap((line) => (line.trim() === '' ? [] : [paragraph(line)]))
  if (taken === 'left-out') return [note(`${called} is not printed here.`)]
  if (taken === 'beside') return [...said, note(`It is a file of its own beside this paper: ${called}.`)]
  const original = taken === 'both' ? [note(`The original stands beside this paper as a file: ${called}.`)] : []
  return [...original, ...said, ...(content?.blocks ?? [])]
}

/** A report that begins with its own title says it once. */
function withoutTwice(blocks: PaperBlock[]): PaperBlock[] {
  const [first] = blocks
  const again = blocks.findIndex((block, at) => at > 0 && block.kind === 'heading')
  const block = blocks[again]
  const isSame = first?.kind === 'heading' && block?.kind === 'heading' && plain(first.text) === plain(block.text)
  const isFirst = blocks.slice(1, again).every((one) => one.kind === 'paragraph' && one.style === 'note')
  return isSame && isFirst ? blocks.toSpliced(again, 1) : blocks
}

const plain = (text: string) => text.toLowerCase().replaceAll(/\W+/g, ' ').trim()
