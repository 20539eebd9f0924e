/** What is drawn on a page: words at a place from its top left, in a size; lines; boxes. */
export type Drawn =
  | { at: [number, number]; text: string; size?: number; bold?: boolean; unseen?: boolean }
  | { line: [number, number, number, number] }
  | { box: [number, number, number, number]; colour: [number, number, number] }

export interface DrawnFile {
  /** Portrait A4 each where no `size` tells its width and height; `turned` is the page's rotation in degrees. */
  pages: { drawn: Drawn[]; size?: [number, number]; turned?: number; picture?: boolean }[]
  /** The file asks for a password. */
  locked?: boolean
}

const A4: [number, number] = [595, 842]
const hex = (byte: string): string => byte.repeat(32)

/** A PDF as small as one can be, drawn by hand: Helvetica, no tags. */
export function aPdfFile({ pages, locked = false }: DrawnFile): Uint8Array {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', font('Helvetica'), font('Helvetica-Bold'), PICTURE]
  const kids = pages.map(({ drawn, size: [width, height] = A4, turned = 0, picture = false }) => {
    const content = `${drawn.map((one) => operatorsOf(one, height)).join('\n')}${picture ? '\nq 500 0 0 700 40 60 cm /P Do Q' : ''}`
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    const resources = `<< /Font << /F 3 0 R /B 4 0 R >> ${picture ? '/XObject << /P 5 0 R >>' : ''} >>`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${turned} /Contents ${objects.length} 0 R /Resources ${resources} >>`,
    )
    return `${objects.length} 0 R`
  })
  if (!pages.some(({ picture }) => picture)) objects[4] = 'null'
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${hex('aa')}> /U <${hex('bb')}> /P -4 >> /ID [<${hex('cc')}> <${hex('cc')}>]`
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(
    `${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${locked ? lock : ''} >>\nstartxref\n${start}\n%%EOF`,
    'latin1',
  )
}

const font = (name: string): string => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
const PICTURE =
  '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream'

function operatorsOf(drawn: Drawn, page: number): string {
  if ('line' in drawn) {
    const [x1, y1, x2, y2] = drawn.line
    return `0.5 w ${x1} ${page - y1} m ${x2} ${page - y2} l S`
  }
  if ('box' in drawn) {
    const [x, y, width, height] = drawn.box
    return `q ${drawn.colour.join(' ')} rg ${x} ${page - y - height} ${width} ${height} re f Q`
  }
  const { at, text, size = 10, bold, unseen } = drawn
  const words = text.replaceAll(/[\\()]/g, (sign) => `\\${sign}`)
  return `BT /${bold ? 'B' : 'F'} ${size} Tf ${unseen ? 3 : 0} Tr ${at[0]} ${page - at[1]} Td (${words}) Tj ET`
}

/** The lines of a grid: its columns parted at `xs`, its rows at `ys`. */
export function aGrid(xs: readonly number[], ys: readonly number[]): Drawn[] {
  const [left, right, top, bottom] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!]
  return [...ys.map((y): Drawn => ({ line: [left, y, right, y] })), ...xs.map((x): Drawn => ({ line: [x, top, x, bottom] }))]
}
