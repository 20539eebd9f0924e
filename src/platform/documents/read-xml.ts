import { SaxesParser } from 'saxes'
import { refuse } from '../core/refusal.ts'
import type { Archive } from './read-archive.ts'
import { LIMITS } from './reading-limits.ts'

export type Attributes = Record<string, string>

/** What a reader of one XML part wants to be told. Names come with their usual prefix, `w:p`. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text?(text: string): void
}

/**
 * Reads one XML part of an archive, piece by piece. Refuses (invalid) a document type declaration (Word writes none; entity bombs need one),
 * too many or too deep elements, and XML that is not well formed. False where there is no such part.
 */
export function readXmlPart(archive: Archive, name: string, listener: XmlListener): boolean {
  const parser = listeningParser(name, listener)
  const decoder = new TextDecoder()
  return archive.unpack(name, (piece, last) => {
    parser.write(decoder.decode(piece, { stream: !last }))
    if (last) parser.close()
  })
}

function listeningParser(part: string, listener: XmlListener): SaxesParser {
  const parser = new SaxesParser({ fragment: false, position: false })
  let elements = 0
  let depth = 0
  parser.on('doctype', () =>
    refuse('invalid', `${part} declares a document type, which Word never writes and harmful files do. Heed has not read it.`),
  )
  parser.on('error', (error) =>
    refuse('invalid', `${part} in this file is damaged (${error.message}). Open it in Word, save it again and try that copy.`),
  )
  parser.on('opentag', (tag) => {
    if (++elements > LIMITS.elements) refuse('invalid', `${part} holds more than ${LIMITS.elements} elements, more than Heed reads.`)
    if (++depth > LIMITS.elementDepth)
      refuse('invalid', `${part} nests deeper than ${LIMITS.elementDepth} levels, which no committee paper needs.`)
    listener.open(tag.name, tag.attributes as Attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    listener.close(tag.name)
  })
  if (listener.text) {
    const text = listener.text.bind(listener)
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

/** A `w:val` (`val` in a workbook) that means yes when absent: `<w:b/>`, `<w:b w:val="1"/>`; no for `0`, `false`, `off`, `none`. */
export function isOn(attributes: Attributes, name: 'w:val' | 'val' = 'w:val'): boolean {
  const value = attributes[name]
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}
