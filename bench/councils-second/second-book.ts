import type { SheetData } from 'write-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { shown } from './second-document.ts'

export type BookCell =
  | string
  | number
  | null
  | { value: string | Date; format?: string; fill?: string; across?: number; down?: number; bold?: boolean }

export interface Sheet {
  name: string
  widths: number[]
  rows: BookCell[][]
}

/** A day as Excel keeps it. */
export const dayCell = (iso: string, format: string): BookCell => ({ value: new Date(`${iso}T00:00:00Z`), format })

export async function bookFile(sheets: Sheet[]): Promise<Uint8Array> {
  const made = sheets.map(({ name, widths, rows }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    data: rows.map((row) => row.map(cellOf)) as SheetData,
  }))
  return new Uint8Array(await writeExcelFile(made).toBuffer())
}

function cellOf(cell: BookCell) {
  if (cell === null || cell === '') return null
  if (typeof cell !== 'object') return { value: typeof cell === 'string' ? shown(cell) : cell, wrap: true, alignVertical: 'top' as const }
  const { value, format, fill, across, down, bold } = cell
  return {
    value,
    wrap: true,
    alignVertical: 'top' as const,
    ...(format ? { format } : {}),
    ...(fill ? { backgroundColor: fill } : {}),
    ...(across ? { columnSpan: across } : {}),
    ...(down ? { rowSpan: down } : {}),
    ...(bold ? { fontWeight: 'bold' as const } : {}),
  }
}
