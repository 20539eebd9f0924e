import type { ReadingHints } from '../reading/read-document.ts'
import { fileHintsFor, tableHintsFor } from './document-shape.ts'
import type { DocumentShape, ImportHints } from './document-shape.ts'
import { outlinePages, readSource } from './read-source.ts'
import type { ReadSource } from './read-source.ts'

export interface ReadAsShown extends ReadSource {
  /** What remembered shapes said of it: for `startImport`. */
  hints: ImportHints
}

/**
 * Reads a document as `readSource` does, and where it has a shape that the council's Heed remembers (`listShapes`), as an officer showed
 * Heed to read that shape. Refuses what `readSource` refuses.
 */
export async function readAsShown(bytes: Uint8Array, name: string, shapes: readonly DocumentShape[]): Promise<ReadAsShown> {
  const plain = await readSource(bytes, name)
  const drawn = plain.source.kind === 'pdf' && shapes.some(({ kind }) => kind === 'pages')
  const outside = fileHintsFor(plain.source, shapes, drawn ? await outlinePages(bytes) : [])
  const file: ReadingHints = outside ? { file: outside.file } : {}
  const { source } = outside ? await readSource(bytes, name, file) : plain
  const { tables, shown } = tableHintsFor(source, shapes)
  const used = [...(outside?.shown ?? []), ...shown]
  if (used.length === 0) return { ...plain, hints: {} }
  const hints = { ...file, ...(shown.length > 0 && { tables }) }
  return { ...(await readSource(bytes, name, hints)), hints: { ...hints, shown: used } }
}
