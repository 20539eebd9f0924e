import type { TypstBlock, TypstPaper, TypstRow, TypstTable } from './paper-for-typst.ts'

/** A table as its tags should say it: what it holds, and of each row's cells which names the row, for how many rows. */
interface TaggedTable {
  title?: string
  rows: { names: boolean; rows: number }[][]
}

/**
 * The PDF with what Typst's tags do not say: a cell that names its row is a header with the scope of a row, the cells beside it say that it
 * is theirs, and a table says what it holds. A file whose tags are not as Typst writes them is given back as it came.
 */
export function tagTables(pdf: Uint8Array, paper: TypstPaper): Uint8Array {
  const file = PdfObjects.of(pdf)
  const root = file?.all.find(([, text]) => text.includes('/Type /StructTreeRoot'))
  if (!file || !root) return pdf
  const found = file.tablesUnder(childrenOf(root[1]))
  const told = paper.sections.flatMap((section) => section.blocks.flatMap(tablesIn))
  if (found.length !== told.length) return pdf
  const names = found.flatMap((table, index) => file.tag(table, told[index]!, index))
  file.nameInTree(root[0], names)
  return file.written()
}

function tablesIn(block: TypstBlock): TaggedTable[] {
  if (block.kind === 'pairs') {
    const inside = block.pairs.flatMap((pair) => pair.blocks.flatMap(tablesIn))
    return [
      {
        rows: block.pairs.map(() => [
          { names: true, rows: 1 },
          { names: false, rows: 1 },
        ]),
      },
      ...inside,
    ]
  }
  if (block.kind !== 'table') return []
  const rows = [...block.header, ...block.rows]
  return [taggedTable(block), ...rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(tablesIn)))]
}

function taggedTable({ title, header, rows }: TypstTable): TaggedTable {
  const cellsOf = (row: TypstRow, inHeader: boolean) =>
    row.cells.map((cell) => ({ names: !inHeader && cell.rowHeader === true, rows: cell.rows ?? 1 }))
  return { title, rows: [...header.map((row) => cellsOf(row, true)), ...rows.map((row) => cellsOf(row, false))] }
}

type ObjectNumber = number

/** The objects of a PDF with a plain cross-reference table, as text of one byte a letter. */
class PdfObjects {
  readonly all: [ObjectNumber, string][]
  private readonly head: string
  private readonly trailer: string
  private readonly places: Map<ObjectNumber, number>

  private constructor(head: string, all: [ObjectNumber, string][], trailer: string) {
    this.head = head
    this.all = all
    this.trailer = trailer
    this.places = new Map(all.map(([number], place) => [number, place]))
  }

  static of(pdf: Uint8Array): PdfObjects | null {
    const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1])
    const table = /^xref\n0 (\d+)\n/.exec(text.slice(start, start + 32))
    if (!table) return null
    const count = Number(table[1])
    const from = start + table[0].length
    const offsets = Array.from({ length: count - 1 }, (_, index) =>
      Number(text.slice(from + 20 * (index + 1), from + 20 * (index + 1) + 10)),
    )
    const ordered = offsets.map((offset, index) => [index + 1, offset] as const).toSorted(([, one], [, other]) => one - other)
    const all = ordered.map(([number, offset], place): [ObjectNumber, string] => [
      number,
      text.slice(offset, ordered[place + 1]?.[1] ?? start),
    ])
    return new PdfObjects(text.slice(0, ordered[0]?.[1] ?? 0), all, text.slice(from + 20 * count, text.lastIndexOf('startxref')))
  }

  /** The tables, each before those in its cells, in the order in which they are read. */
  tablesUnder(numbers: readonly ObjectNumber[]): ObjectNumber[] {
    return numbers.flatMap((number) => {
      const text = this.text(number)
      const inside = this.tablesUnder(childrenOf(text))
      return isTagged(text, 'Table') ? [number, ...inside] : inside
    })
  }

  /** Marks one table's cells; gives the names that its row headers are known by. */
  tag(table: ObjectNumber, told: TaggedTable, index: number): [string, ObjectNumber][] {
    if (told.title) this.add(table, `/Summary ${textString(told.title)}`)
    const rows = this.rowsOf(table).map((row) => childrenOf(this.text(row)).filter((cell) => /\/S \/T[HD]\b/.test(this.text(cell))))
    if (rows.length !== told.rows.length || rows.some((cells, row) => cells.length !== told.rows[row]?.length)) return []
    const names: [string, ObjectNumber][] = []
    const over = rows.map((): string[] => [])
    rows.forEach((cells, row) =>
      cells.forEach((cell, column) => {
        const { names: namesRow, rows: down } = told.rows[row]![column]!
        if (!namesRow) return
        const name = `Vt${index}r${row}c${column}`
        names.push([name, cell])
        for (let at = row; at < row + down; at += 1) over[at]?.push(name)
        this.set(cell, this.text(cell).replace('/S /TD', `/S /TH\n  /ID (${name})`))
        this.add(cell, '/Scope /Row')
      }),
    )
    rows.forEach((cells, row) => cells.forEach((cell) => isTagged(this.text(cell), 'TD') && this.addHeaders(cell, over[row] ?? [])))
    return names
  }

  /** The tree in which a reader finds a header by its name, the names in order. */
  nameInTree(root: ObjectNumber, names: readonly [string, ObjectNumber][]): void {
    if (names.length === 0) return
    const text = this.text(root)
    const there = [...(/\/IDTree <<\s*\/Names \[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/\(([^)]*)\) (\d+) 0 R/g)]
    const all = [...there.map(([, name = '', number]): [string, ObjectNumber] => [name, Number(number)]), ...names]
    const sorted = all.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, number]) => `(${name}) ${number} 0 R`)
    const tree = `/IDTree <<\n    /Names [${sorted.join(' ')}]\n  >>`
    this.set(
      root,
      /\/IDTree <</.test(text) ? text.replace(/\/IDTree <<\s*\/Names \[[^\]]*\]\s*>>/, tree) : text.replace(/\n>>/, `\n  ${tree}\n>>`),
    )
  }

  written(): Uint8Array {
    const offsets = new Map<ObjectNumber, number>()
    let at = this.head.length
    for (const [number, text] of this.all) {
      offsets.set(number, at)
      at += text.length
    }
    const lines = Array.from({ length: this.all.length }, (_, index) => `${String(offsets.get(index + 1)).padStart(10, '0')} 00000 n \n`)
    const table = `xref\n0 ${this.all.length + 1}\n0000000000 65535 f \n${lines.join('')}`
    const whole = [this.head, ...this.all.map(([, text]) => text), table, this.trailer, `startxref\n${at}\n%%EOF`].join('')
    return new Uint8Array(Buffer.from(whole, 'latin1'))
  }

  private rowsOf(number: ObjectNumber): ObjectNumber[] {
    return childrenOf(this.text(number)).flatMap((child) => (isTagged(this.text(child), 'TR') ? [child] : this.rowsOf(child)))
  }

  private text(number: ObjectNumber): string {
    return this.all[this.places.get(number) ?? -1]?.[1] ?? ''
  }

  private set(number: ObjectNumber, text: string): void {
    const place = this.places.get(number)
    if (place !== undefined) this.all[place] = [number, text]
  }

  /** Adds what a table's tags say of an element. */
  private add(number: ObjectNumber, words: string): void {
    const text = this.text(number)
    const known = /\/O \/Table\n/.test(text)
    if (known)
      this.set(
        number,
        text.replace('/O /Table\n', () => `/O /Table\n    ${words}\n`),
      )
    else if (/\/A \[/.test(text))
      this.set(
        number,
        text.replace('/A [', () => `/A [<<\n    /O /Table\n    ${words}\n  >> `),
      )
    else
      this.set(
        number,
        text.replace('/Type /StructElem\n', () => `/Type /StructElem\n  /A [<<\n    /O /Table\n    ${words}\n  >>]\n`),
      )
  }

  private addHeaders(cell: ObjectNumber, names: readonly string[]): void {
    if (names.length === 0) return
    const words = names.map((name) => `(${name})`).join(' ')
    const text = this.text(cell)
    if (/\/Headers \[/.test(text)) this.set(cell, text.replace('/Headers [', `/Headers [${words} `))
    else this.add(cell, `/Headers [${words}]`)
  }
}

function isTagged(text: string, tag: string): boolean {
  return new RegExp(`/S /${tag}\\b`).test(text)
}

/** The elements under an element; numbers of marked content are not among them. */
function childrenOf(text: string): ObjectNumber[] {
  const kids = /\/K \[([^\]]*)\]/.exec(text)?.[1] ?? /\/K (\d+ 0 R)/.exec(text)?.[1] ?? ''
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
}

/** A text as PDF keeps it: UTF-16 in hexadecimal. */
function textString(text: string): string {
  const codes = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'))
  return `<feff${codes.join('')}>`
}
