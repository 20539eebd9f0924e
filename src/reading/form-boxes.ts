import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock } from '../platform/documents/source-document.ts'
import { plainLinesOf } from './cell-lines.ts'
import type { FormField } from './form-labels.ts'
import type { Place } from './reading.ts'
import type { ReadingContext } from './reading-context.ts'

/** One box of a form: what its label says and what stands in it. */
export interface FormBox {
  field: FormField | null
  label: string
  blocks: SourceBlock[]
  /** The reference and the round that the label itself names. */
  ref?: string
  round?: string
  fill?: string
  place: Place
}

/** The first box of a field. */
export function pick(boxes: readonly FormBox[], field: FormField): FormBox | undefined {
  return boxes.find((box) => box.field === field)
}

export function words(box: FormBox | undefined): string {
  return box ? textOf(box.blocks).trim() : ''
}

export function lines(box: FormBox | undefined): string[] {
  return plainLinesOf(box?.blocks ?? [])
}

/** The words of all boxes of a field, a line each. */
export function joined(boxes: readonly FormBox[], field: FormField): string {
  return boxes
    .filter((box) => box.field === field)
    .map(words)
    .filter((text) => text !== '')
    .join('\n')
}

/** Keeps a box that has no field, label and all. */
export function unplace(box: FormBox, context: ReadingContext): void {
  context.unplaced.push({
    place: box.place,
    text: [box.label, words(box)].filter(Boolean).join(' '),
    why: 'No field is known for this label of the form.',
  })
}
