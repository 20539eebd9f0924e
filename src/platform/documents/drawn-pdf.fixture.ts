/** A page of a PDF for tests: words and lines where they are put, in points from its top left corner. */
export interface DrawnPage {
  width: number
  height: number
  words: DrawnWords[]
  /** Each from `x1 y1` to `x2 y2`. */
  rules?: [number, number, number, number][]
}

export interface DrawnWords {
  x: number
  /** The line that they stand on. */
  y: number
  text: string
  size?: number
  bold?: boolean
}

/** For tests: a PDF in Helvetica, without tags. */
export function aDrawnPdf(pages: readonly DrawnPage[]): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '']
  for (const bold of ['', '-Bold']) objects.push(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica${bold} /Encoding /WinAnsiEncoding >>`)
  const kids = pages.map((page) => {
    const content = contentOf(page)
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    const size = `/MediaBox [0 0 ${page.width} ${page.height}]`
    objects.push(`<< /Type /Page /Parent 2 0 R ${size} /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`)
    return `${objects.length} 0 R`
  })
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`
  return written(objects)
}

function contentOf({ height, words, rules = [] }: DrawnPage): string {
  const texts = words.map(
    ({ x, y, text, size = 9, bold }) =>
      `BT /F${bold ? 2 : 1} ${size} Tf ${x} ${height - y} Td (${text.replaceAll(/[\\()]/g, '\\$&')}) Tj ET`,
  )
  const drawn = rules.map(([x1, y1, x2, y2]) => `${x1} ${height - y1} m ${x2} ${height - y2} l S`)
  return ['0.6 w', ...drawn, ...texts].join('\n')
}

function written(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** Cells of a table with their words wrapped, set from `top` down; the height of each row is that of its longest cell. */
export interface DrawnTable {
  words: DrawnWords[]
  /** Where each row begins, and where the last ends. */
  ys: number[]
}

export function drawnRows(rows: readonly (readonly string[])[], xs: readonly number[], top: number, size = 9): DrawnTable {
  const words: DrawnWords[] = []
  const ys = [top]
  rows.forEach((row, at) => {
    const cells = row.map((text, column) => wrapped(text, ((xs[column + 1] ?? 0) - (xs[column] ?? 0) - 8) / (size * 0.52)))
    const y = ys.at(-1) ?? top
    cells.forEach((lines, column) =>
      lines.forEach((text, line) =>
        words.push({ x: (xs[column] ?? 0) + 4, y: y + 4 + (line + 1) * size * 1.2, text, size, bold: at === 0 }),
      ),
    )
    ys.push(y + 10 + Math.max(...cells.map((lines) => lines.length)) * size * 1.2)
  })
  return { words, ys }
}

function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
