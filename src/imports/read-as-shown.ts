import type { PdfOutline } from '../platform/documents/pdf-outline.ts'
import type { ReadingHints } from '../reading/read-document.ts'
import { fileHintsFor, tableHintsFor } from './document-shape.ts'
import type { DocumentShape, ImportHints } from './document-shape.ts'
import type { ReadSource } from './read-source.ts'

export interface ReadAsShown extends ReadSource {
  /** What remembered shapes said of it: for `startImport`. */
  hints: ImportHints
}

/** A document that can be read with other hints, and whose pages, where it is a PDF, can be looked at. */
export interface SourceAtHand {
  read: (hints: ReadingHints) => Promise<ReadSource>
  outlines: () => Promise<PdfOutline[]>
}

/** Reads a document by itself and then, where it has a shape that is remembered, as an officer showed Heed to read that shape. */
export async function readByShapes({ read, outlines }: SourceAtHand, shapes: readonly DocumentShape[]): Promise<ReadAsShown> {
  const plain = await read({})
  const isLookedAt = plain.source.kind === 'pdf' && shapes.some(({ kind }) => kind === 'pages')
  const outside = fileHintsFor(plain.source, shapes, isLookedAt ? await outlines() : [])
  const file: ReadingHints = outside ? { file: outside.file } : {}
  const { source } = outside ? await read(file) : plain
  const { tables, shown } = tableHintsFor(source, shapes)
  const used = [...(outside?.shown ?? []), ...shown]
  if (used.length === 0) return { ...plain, hints: {} }
  const hints = { ...file, ...(shown.length > 0 && { tables }) }
  return { ...(await read(hints)), hints: { ...hints, shown: used } }
}
