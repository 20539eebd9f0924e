import type { OpenCell, OpenRow } from './read-docx-table.ts'
import { isOn } from './read-xml.ts'
import type { Attributes } from './read-xml.ts'
import { LIMITS } from './reading-limits.ts'

/** Elements whose content is not on the page: the old side of a tracked change, field codes, properties as they were, the twin for older programs. */
const UNREAD = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:rubyPr',
  'w:rt',
  'w:numberingChange',
])
const CHANGED = new Set([
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:tblGridChange',
  'w:tblPrExChange',
])
/** Whether the content of an element is not read at all. */
export function isUnread(name: string): boolean {
  return UNREAD.has(name) || CHANGED.has(name)
}

/** Sets what a property of a cell says: how far it reaches, its colour, whether it was deleted. */
export function setCellProperty(cell: OpenCell | null | undefined, name: string, attributes: Attributes): void {
  if (!cell) return
  const value = attributes['w:val']
  if (name === 'w:gridSpan') cell.span = Math.min(LIMITS.columns + 1, Math.max(1, Math.floor(Number(value)) || 1))
  else if (name === 'w:vMerge') cell.down = value === 'restart' ? 'restart' : 'continue'
  else if (name === 'w:hMerge') cell.across = value === 'restart' ? 'restart' : 'continue'
  else if (name === 'w:cellDel') cell.deleted = true
  else if (name === 'w:cellMerge' && attributes['w:vMerge'] !== undefined)
    cell.down = attributes['w:vMerge'] === 'rest' ? 'restart' : 'continue'
  else if (name === 'w:shd' && /^[0-9a-f]{6}$/i.test(attributes['w:fill'] ?? '')) cell.fill = attributes['w:fill']?.toUpperCase()
}

/** Sets what a property of a row says: that it repeats as a header, and how many columns it leaves out at its beginning. */
export function setRowProperty(row: OpenRow | null | undefined, name: string, attributes: Attributes): void {
  if (!row) return
  if (name === 'w:tblHeader') row.header = isOn(attributes)
  else if (name === 'w:hidden') row.hidden = isOn(attributes)
  else if (name === 'w:gridBefore') row.column = Math.min(LIMITS.columns, Math.max(0, Math.floor(Number(attributes['w:val'])) || 0))
}
