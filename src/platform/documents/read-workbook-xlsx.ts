import { refuse, refuseIf } from '../core/refusal.ts'
import type { Archive } from './read-archive.ts'
import { partOfKind, readRelations } from './read-workbook-relations.ts'
import type { WorkbookParts } from './read-workbook-rows.ts'
import { readSheet } from './read-workbook-sheet.ts'
import { localName, readCellStyles } from './read-workbook-styles.ts'
import { readSharedWords } from './read-workbook-words.ts'
import { readXmlPart } from './read-xml.ts'
import { emptySheet, SheetCount } from './workbook-sheet.ts'
import type { Workbook } from './workbook-sheet.ts'

const MOST_SHEETS = 500

interface SheetNamed {
  name: string
  hidden: boolean
  part: string
}

/**
 * Reads an .xlsx (or .xlsm, without its macros) with our own reader of XML, part by part, so that no more is ever held than its limits allow.
 * A hidden sheet is not opened unless it is named in `wanted`. Refuses (invalid) what is damaged or over the limits.
 */
export function readXlsx(archive: Archive, wanted: readonly string[]): Workbook {
  const main = partOfKind(readRelations(archive, ''), 'officeDocument') ?? 'xl/workbook.xml'
  const relations = readRelations(archive, main)
  const { sheets, date1904 } = readSheetNames(archive, main, new Map([...relations].map(([mark, relation]) => [mark, relation.target])))
  const parts: WorkbookParts = {
    archive,
    words: readSharedWords(archive, partOfKind(relations, 'sharedStrings') ?? ''),
    styles: readCellStyles(archive, partOfKind(relations, 'styles') ?? '', partOfKind(relations, 'theme') ?? ''),
    date1904,
    count: new SheetCount(),
    remarks: [],
  }
  const read = sheets
    .filter((sheet) => archive.names.includes(sheet.part))
    .map((sheet) =>
      sheet.hidden && !wanted.includes(sheet.name) ? emptySheet(sheet.name, true) : readSheet(parts, sheet.name, sheet.hidden, sheet.part),
    )
  return { sheets: read, remarks: [...new Set(parts.remarks)] }
}

function readSheetNames(archive: Archive, part: string, targets: ReadonlyMap<string, string>): { sheets: SheetNamed[]; date1904: boolean } {
  const sheets: SheetNamed[] = []
  let date1904 = false
  const found = readXmlPart(archive, part, {
    open(qualified, attributes) {
      const name = localName(qualified)
      if (name === 'workbookPr') date1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const mark = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      sheets.push({
        name: attributes['name'] ?? '',
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
        part: targets.get(mark) ?? '',
      })
    },
    close() {},
  })
  if (!found)
    refuse('invalid', 'This workbook is damaged: it has no list of its sheets. Open it in Excel, save it again and try that copy.')
  refuseIf(
    sheets.length > MOST_SHEETS,
    'invalid',
    `This workbook has ${sheets.length} sheets, more than the ${MOST_SHEETS} that Heed reads.`,
  )
  return { sheets, date1904 }
}
