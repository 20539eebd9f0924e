import { isOn } from './read-xml.ts'
import type { Attributes } from './read-xml.ts'

/** A box to tick or a list to choose from, as Word made them before content controls: what was ticked or chosen is in its settings, not in its words. */
export class FormField {
  private kind = ''
  private value = ''
  private entries: string[] = []

  open(name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? ''
    if (name === 'w:ffData') {
      this.kind = ''
      this.value = ''
      this.entries = []
    } else if (name === 'w:checkBox' || name === 'w:ddList') this.kind = name
    else if (name === 'w:listEntry') this.entries.push(value)
    else if (this.kind === 'w:checkBox') this.value = isOn(attributes) ? 'on' : ''
    else if (this.kind === 'w:ddList' && (name === 'w:result' || this.value === '')) this.value = value
  }

  /** What the field says; nothing where its words say it. */
  close(): string {
    if (this.kind === 'w:checkBox') return this.value === 'on' ? '☒' : '☐'
    return this.kind === 'w:ddList' ? (this.entries[Number(this.value) || 0] ?? '') : ''
  }
}
