import type { Archive } from './read-archive.ts'
import { isOn, readXmlPart } from './read-xml.ts'
import type { Attributes } from './read-xml.ts'

/** What a named style of a Word file gives to a paragraph or run, after inheriting. */
export interface WordStyle {
  name: string
  heading?: number
  bold?: boolean
  hidden?: boolean
  numId?: string
  level?: number
}

interface StyleEntry extends WordStyle {
  basedOn?: string
}

/** The styles of a Word file by id, each with what it inherits. Empty where the file has none. */
export function readStyles(archive: Archive, part: string): Map<string, WordStyle> {
  const entries = new Map<string, StyleEntry>()
  let current: StyleEntry | null = null
  let old = 0
  readXmlPart(archive, part, {
    open(name, attributes) {
      if (name.endsWith('Change')) old++
      if (name === 'w:style') {
        current = { name: '' }
        entries.set(attributes['w:styleId'] ?? '', current)
      } else if (current && old === 0) setStyle(current, name, attributes)
    },
    close(name) {
      if (name.endsWith('Change')) old--
      if (name === 'w:style') current = null
    },
  })
  return new Map([...entries].map(([id, entry]) => [id, inherited(entry, entries, 0)]))
}

function setStyle(style: StyleEntry, name: string, attributes: Attributes): void {
  const value = attributes['w:val'] ?? ''
  if (name === 'w:name') {
    style.name = value
    const heading = /^heading (\d)$/i.exec(value)
    if (heading) style.heading = Number(heading[1])
    if (/^title$/i.test(value)) style.heading = 1
  } else if (name === 'w:basedOn') style.basedOn = value
  else if (name === 'w:outlineLvl' && Number(value) < 9) style.heading ??= Number(value) + 1
  else if (name === 'w:b') style.bold = isOn(attributes)
  else if (name === 'w:vanish') style.hidden = isOn(attributes)
  else if (name === 'w:numId') style.numId = value
  else if (name === 'w:ilvl') style.level = Number(value)
}

function inherited(style: StyleEntry, all: Map<string, StyleEntry>, depth: number): WordStyle {
  const parent = style.basedOn === undefined || depth > 12 ? undefined : all.get(style.basedOn)
  if (!parent) return style
  const { basedOn: _, ...own } = style
  return { ...inherited(parent, all, depth + 1), ...own }
}
