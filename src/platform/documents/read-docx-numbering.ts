import type { Archive } from './read-archive.ts'
import { isOn, readXmlPart } from './read-xml.ts'
import type { Attributes } from './read-xml.ts'

interface Level {
  start: number
  format: string
  text: string
  style?: string
  legal: boolean
  restart?: number
}

interface Abstract {
  levels: Map<number, Level>
  styleLink?: string
  numStyleLink?: string
}

interface List {
  abstract: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

export interface Numbering {
  abstracts: Map<string, Abstract>
  lists: Map<string, List>
}

/** The definitions of Word's automatic numbers: lists and their levels. */
export function readNumbering(archive: Archive, part: string): Numbering {
  const numbering: Numbering = { abstracts: new Map(), lists: new Map() }
  let abstract: Abstract | null = null
  let list: List | null = null
  let level: Level | null = null
  let overridden = 0
  readXmlPart(archive, part, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:abstractNum') numbering.abstracts.set(attributes['w:abstractNumId'] ?? '', (abstract = { levels: new Map() }))
      else if (name === 'w:num')
        numbering.lists.set(attributes['w:numId'] ?? '', (list = { abstract: '', starts: new Map(), levels: new Map() }))
      else if (name === 'w:abstractNumId' && list) list.abstract = value
      else if (name === 'w:styleLink' && abstract) abstract.styleLink = value
      else if (name === 'w:numStyleLink' && abstract) abstract.numStyleLink = value
      else if (name === 'w:lvlOverride') overridden = Number(attributes['w:ilvl'] ?? 0)
      else if (name === 'w:startOverride' && list) list.starts.set(overridden, Number(value))
      else if (name === 'w:lvl') {
        level = { start: 1, format: 'decimal', text: '', legal: false }
        ;(list ?? abstract)?.levels.set(Number(attributes['w:ilvl'] ?? 0), level)
      } else if (level) setLevel(level, name, attributes)
    },
    close(name) {
      if (name === 'w:abstractNum') abstract = null
      else if (name === 'w:num') list = null
      else if (name === 'w:lvl') level = null
    },
  })
  return numbering
}

function setLevel(level: Level, name: string, attributes: Attributes): void {
  const value = attributes['w:val'] ?? ''
  if (name === 'w:start') level.start = Number(value)
  else if (name === 'w:numFmt') level.format = value
  else if (name === 'w:lvlText') level.text = value
  else if (name === 'w:pStyle') level.style = value
  else if (name === 'w:isLgl') level.legal = isOn(attributes)
  else if (name === 'w:lvlRestart') level.restart = Number(value)
}

/** Counts the automatic numbers of a document in the order of its paragraphs. */
export class ListCounter {
  private readonly numbering: Numbering
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly seen = new Set<string>()

  constructor(numbering: Numbering) {
    this.numbering = numbering
  }

  /** The level at which a paragraph style stands in a list, where the list says so. */
  levelOfStyle(numId: string, style: string): number | undefined {
    for (const [number, level] of this.levelsOf(numId)) if (level.style === style) return number
    return undefined
  }

  /** Takes the next item of a list: its marker as shown; absent for a bullet. Null where there is no such list or its level shows nothing. */
  next(numId: string, levelNumber: number): { level: number; marker?: string } | null {
    // Word has nine levels; a file that names another was not made by it.
    if (!(levelNumber >= 0 && levelNumber <= 8)) return null
    const list = this.numbering.lists.get(numId)
    const level = this.levelsOf(numId).get(levelNumber)
    if (!list || !level) return null
    const counts = this.counts.get(list.abstract) ?? []
    this.counts.set(list.abstract, counts)
    this.restart(numId, list, counts)
    counts[levelNumber] = (counts[levelNumber] ?? level.start - 1) + 1
    const restarting = this.levelsOf(numId)
    for (let deeper = levelNumber + 1; deeper < counts.length; deeper++)
      if (restarting.get(deeper)?.restart !== 0) counts[deeper] = undefined
    if (level.format === 'bullet') return { level: levelNumber }
    const marker = this.marker(numId, level, counts)
    return marker === '' ? null : { level: levelNumber, marker }
  }

  private restart(numId: string, list: List, counts: (number | undefined)[]): void {
    if (this.seen.has(numId)) return
    this.seen.add(numId)
    for (const [at, start] of list.starts) counts[at] = start - 1
  }

  private levelsOf(numId: string): Map<number, Level> {
    const list = this.numbering.lists.get(numId)
    if (!list) return new Map()
    let abstract = this.numbering.abstracts.get(list.abstract)
    const link = abstract?.numStyleLink
    if (link !== undefined) abstract = [...this.numbering.abstracts.values()].find((other) => other.styleLink === link) ?? abstract
    return list.levels.size === 0 ? (abstract?.levels ?? new Map()) : new Map([...(abstract?.levels ?? []), ...list.levels])
  }

  private marker(numId: string, level: Level, counts: (number | undefined)[]): string {
    const levels = this.levelsOf(numId)
    return level.text
      .replaceAll(/%(\d)/g, (_, digit: string) => {
        const other = levels.get(Number(digit) - 1)
        return counted(counts[Number(digit) - 1] ?? other?.start ?? 1, level.legal ? 'decimal' : (other?.format ?? 'decimal'))
      })
      .trim()
  }
}

function counted(count: number, format: string): string {
  if (format === 'lowerLetter') return letters(count)
  if (format === 'upperLetter') return letters(count).toUpperCase()
  if (format === 'lowerRoman') return roman(count)
  if (format === 'upperRoman') return roman(count).toUpperCase()
  if (format === 'none') return ''
  return format === 'decimalZero' && count < 10 ? `0${count}` : String(count)
}

/** a to z, then aa, bb, as Word counts. */
function letters(count: number): string {
  const letter = String.fromCharCode(97 + ((Math.max(1, count) - 1) % 26))
  return letter.repeat(Math.min(20, Math.floor((Math.max(1, count) - 1) / 26) + 1))
}

function roman(count: number): string {
  const signs: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let text = ''
  let left = Math.min(count, 3999)
  for (const [value, sign] of signs) for (; left >= value; left -= value) text += sign
  return text
}
