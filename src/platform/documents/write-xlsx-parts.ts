import type writeSheets from 'write-excel-file/node'
import { plainText } from './docx-blocks.ts'
import type { PaperDocument } from './paper-document.ts'
import { heightsOf } from './paper-sheet-heights.ts'
import { frozenRows, type PaperSheet, type SheetRow } from './paper-sheets.ts'
import { escapeHtml } from './write-html.ts'

type Extra = NonNullable<NonNullable<Parameters<typeof writeSheets>[1]>['features']>[number]

/**
 * What the library that writes the sheets leaves out: the document's title, author and language, headers that repeat in print, pages numbered
 * and as wide as the paper, filters, and spaces kept.
 */
export function workbookOf(paper: PaperDocument, sheets: readonly PaperSheet[]): Extra {
  const typed = '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>'
  const related =
    '<Relationship Id="rId-properties" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
  return {
    files: {
      transform: {
        '[Content_Types].xml': { transform: (xml) => xml.replace('</Types>', `${typed}</Types>`) },
        '_rels/.rels': { transform: (xml) => xml.replace('</Relationships>', `${related}</Relationships>`) },
        'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', namesOf(sheets)) },
        'xl/worksheets/sheet{id}.xml': { transform: (xml, _, { sheetIndex }) => printed(xml, paper, sheets[sheetIndex]) },
      },
      write: {
        files: (_, written) => ({ 'docProps/core.xml': corePropertiesOf(paper), ...spaced(written.read('xl/sharedStrings.xml')) }),
      },
    },
  }
}

/** The file's own properties, as Word, Excel and screen readers show them. */
export function corePropertiesOf({ title, author, language }: Pick<PaperDocument, 'title' | 'author' | 'language'>): string {
  const element = (name: string, text: string | undefined) => (text ? `<${name}>${escapeHtml(plainText(text))}</${name}>` : '')
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    element('dc:title', title),
    element('dc:creator', author),
    element('dc:language', language),
    element('cp:lastModifiedBy', author),
    '</cp:coreProperties>',
  ].join('')
}

/** Without the mark, Excel drops spaces at the ends of a cell: those that set in an item of a list. */
function spaced(strings: unknown): Record<string, string> {
  return typeof strings === 'string' ? { 'xl/sharedStrings.xml': strings.replaceAll('<t>', '<t xml:space="preserve">') } : {}
}

function namesOf(sheets: readonly PaperSheet[]): string {
  const names = sheets.flatMap(({ name, rows }, index) => {
    const header = rows.findIndex((row) => row.kind === 'table' && row.header)
    const quoted = escapeHtml(`'${name.replaceAll("'", "''")}'`)
    const filter = filterOf(rows)
    return [
      ...(filter
        ? [`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${filter.absolute}</definedName>`]
        : []),
      ...(frozenRows(rows)
        ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$${header + 1}:$${frozenRows(rows)}</definedName>`]
        : []),
    ]
  })
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '<definedNames/>'
}

function printed(xml: string, paper: PaperDocument, sheet: PaperSheet | undefined): string {
  const landscape = sheet?.orientation === 'landscape'
  const filter = filterOf(sheet?.rows ?? [])
  const page = `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`
  const margins = '<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.7" header="0.35" footer="0.35"/>'
  const running = `<headerFooter><oddHeader>${runningOf('L', paper.header)}</oddHeader><oddFooter>${runningOf('L', paper.footer)}&amp;R&amp;8Page &amp;P of &amp;N</oddFooter></headerFooter>`
  const bare = xml.replace(/<pageMargins[^>]*\/>/, '').replace(/<pageSetup[^>]*\/>/, '')
  const ended = /<drawing /.test(bare)
    ? bare.replace('<drawing ', `${margins}${page}${running}<drawing `)
    : bare.replace('</worksheet>', `${margins}${page}${running}</worksheet>`)
  const heights = heightsOf(sheet?.rows ?? [], sheet?.widths ?? [])
  return ended
    .replaceAll(/(<row r="(\d+)" ht="[^"]*") customHeight="1"/g, (row, start: string, number: string) =>
      heights[Number(number) - 1]?.fixed ? row : start,
    )
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('</sheetData>', filter ? `</sheetData><autoFilter ref="${filter.ref}"/>` : '</sheetData>')
}

function runningOf(place: string, words: string | undefined): string {
  return words ? `&amp;${place}&amp;8${escapeHtml(plainText(words).slice(0, 110).replaceAll('&', '&&'))}` : ''
}

/** The rows of the sheet's first table that can be filtered, from its header to its end. */
function filterOf(rows: readonly SheetRow[]): { ref: string; absolute: string } | null {
  const first = rows.findIndex((row) => row.kind === 'table' && row.header) + 1
  const row = rows[first]
  if (first === 0 || row?.kind !== 'table' || !row.filterable) return null
  const after = rows.findIndex((one, index) => index > first && (one.kind !== 'table' || one.header))
  const last = letterOf(row.cells.length - 1)
  const [from, to] = [first, after === -1 ? rows.length : after]
  return { ref: `A${from}:${last}${to}`, absolute: `$A$${from}:$${last}$${to}` }
}

/** A column by its letters: A, B … Z, AA. */
export function letterOf(column: number): string {
  const before = Math.floor(column / 26)
  return `${before > 0 ? letterOf(before - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}
