import { refuse } from '../core/refusal.ts'
import { openArchive } from './read-archive.ts'
import { readByLibrary } from './read-workbook-by-library.ts'
import { readXlsx } from './read-workbook-xlsx.ts'
import type { FileHints, SourceBlock, SourceDocument } from './source-document.ts'
import { sheetBlocks, tablesIn } from './workbook-blocks.ts'
import type { Sheet, Workbook } from './workbook-sheet.ts'

/**
 * Reads a workbook (.xlsx and .xlsm by our own reader, .xls, .xlsb and .ods by the library) into the document model: its sheets in their order,
 * each cut into paragraphs and tables. A hidden sheet is named in `remarks` and read only where `hints.hiddenSheets` names it. Values are those
 * that were saved: no formula is worked out, no macro runs, nothing outside is fetched. Refuses (invalid) what is damaged, protected, empty of
 * words or over the limits.
 */
export function readWorkbook(bytes: Uint8Array, name: string, hints: FileHints): SourceDocument {
  const wanted = hints.hiddenSheets ?? []
  const workbook = workbookIn(bytes, wanted)
  const isRead = (sheet: Sheet): boolean => !sheet.hidden || wanted.includes(sheet.name)
  const blocks: SourceBlock[] = []
  for (const sheet of workbook.sheets.filter(isRead)) blocks.push(...sheetBlocks(sheet, tablesIn(blocks).length))
  const hidden = workbook.sheets.filter((sheet) => !isRead(sheet)).map((sheet) => `“${sheet.name}”`)
  if (blocks.length === 0)
    refuse(
      'invalid',
      hidden.length > 0
        ? `This workbook shows no words: its visible sheets are empty, and ${hidden.join(', ')} hidden. Unhide the sheet that is wanted in Excel and choose the file again.`
        : 'This workbook holds no words. Choose the workbook that has the recommendations.',
    )
  return {
    name,
    kind: 'xlsx',
    blocks,
    pageHeaders: [...new Set(workbook.sheets.filter(isRead).flatMap((sheet) => sheet.pageHeader ?? []))].filter((text) => text !== ''),
    pageFooters: [...new Set(workbook.sheets.filter(isRead).flatMap((sheet) => sheet.pageFooter ?? []))].filter((text) => text !== ''),
    sheets: workbook.sheets.map(({ name: sheet, hidden: isHidden }) => ({ name: sheet, hidden: isHidden })),
    remarks: [...(hidden.length === 0 ? [] : [remarkOnHidden(hidden)]), ...workbook.remarks],
  }
}

function remarkOnHidden(hidden: readonly string[]): string {
  return hidden.length === 1
    ? `The sheet ${hidden[0]} is hidden, and was not read.`
    : `The sheets ${hidden.slice(0, -1).join(', ')} and ${hidden.at(-1)} are hidden, and were not read.`
}

function workbookIn(bytes: Uint8Array, wanted: readonly string[]): Workbook {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return readByLibrary(bytes, wanted)
  const archive = openArchive(bytes)
  return archive.names.some((part) => /^xl\/workbook[^/]*\.bin$/.test(part)) || archive.names.includes('content.xml')
    ? readByLibrary(bytes, wanted, archive)
    : readXlsx(archive, wanted)
}
