import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { formDocument } from '../src/travelling-forms/form-document.ts'
import { printedCode } from '../src/travelling-forms/form-code.ts'
import { MARKS, type FormMade } from '../src/travelling-forms/travelling-form.ts'
import { writeDocx } from '../src/platform/documents/write-docx.ts'
import type { Filled } from './generated-forms.ts'

/** The rows of boxes of a Word file's body, to be put in another order, taken out or changed; whatever is given back stands in their place. */
export type RowsOfBoxes = (rows: string[]) => string[]

/** The form as an owner sends it back: boxes filled, its rows rearranged. A grade is chosen from its list, or typed over it. */
export async function filledForm(
  form: FormMade,
  filled: Filled,
  rearranged: RowsOfBoxes = (rows) => rows,
  typed = false,
): Promise<Uint8Array> {
  const bytes = await writeDocx(formDocument(form))
  return inWord(bytes, (body) => {
    const rows = [...body.matchAll(ROW)].map(([row]) => row).filter((row) => CODED.test(row))
    const answered = filled.reduce((all, { item, box, words }) => {
      const code = printedCode(form.code, item, MARKS[box])
      return all.map((row) => (row.includes(`${code}<`) ? withAnswer(row, words, box === 'grade' && !typed) : row))
    }, rows)
    return withRows(body, rearranged(answered))
  })
}

const ROW = /<w:tr>[\s\S]*?<\/w:tr>/g
/** A code in the row of a box: its line's own code stands in no row. */
const CODED = /Heed code/

/** The body of a Word file changed as another program would. */
export function inWord(bytes: Uint8Array, change: (body: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  const body = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  return zipSync({ ...files, 'word/document.xml': strToU8(change(body)) })
}

/** Places beyond the rows given are left out; rows beyond the places stand at the last. */
function withRows(body: string, rows: readonly string[]): string {
  const places = [...body.matchAll(ROW)].filter(([row]) => CODED.test(row)).length
  let place = 0
  return body.replaceAll(ROW, (row) => {
    if (!CODED.test(row)) return row
    place += 1
    return place === places ? rows.slice(place - 1).join('') : (rows[place - 1] ?? '')
  })
}

function withAnswer(row: string, words: string, chosen: boolean): string {
  const at = row.lastIndexOf('<w:tc>')
  const [, properties = ''] = /^<w:tc>(<w:tcPr>[\s\S]*?<\/w:tcPr>)/.exec(row.slice(at)) ?? []
  const control = /<w:sdt>[\s\S]*<\/w:sdt>/.exec(row.slice(at))?.[0]
  if (chosen && control && words !== '') {
    const set = control.replace('<w:showingPlcHdr/>', '').replace(/(<w:sdtContent>)[\s\S]*(<\/w:sdtContent>)/, `$1${run(words)}$2`)
    return row.replace(control, () => set)
  }
  return `${row.slice(0, at)}<w:tc>${properties}${words.split('\n').map(paragraphOf).join('')}</w:tc></w:tr>`
}

export function paragraphOf(words: string): string {
  return `<w:p>${run(words)}</w:p>`
}

export function run(words: string): string {
  return `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
