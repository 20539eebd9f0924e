import { refuseIf } from '../core/refusal.ts'
import type { Archive } from './read-archive.ts'
import { LIMITS } from './reading-limits.ts'
import { isOn, readXmlPart } from './read-xml.ts'
import type { Attributes } from './read-xml.ts'
import { localName } from './read-workbook-styles.ts'
import type { TextRun } from './workbook-words.ts'

/** The words of a cell as the file has them: plain, or in runs of which some are bold. */
export type RichWords = string | TextRun[]

/** Gathers the runs of one rich text (`si`, `is`, a comment); what is written above the words to say how they sound is left out. */
export class RichText {
  private runs: TextRun[] = []
  private bold = false
  private struck = false
  private taking = false
  private aside = false

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.aside = true
    else if (name === 'r') {
      this.bold = false
      this.struck = false
    } else if (name === 'strike') this.struck = isOn(attributes, 'val')
    else if (name === 'b') this.bold = isOn(attributes, 'val')
    else if (name === 't' && !this.aside) {
      this.taking = true
      this.runs.push({ text: '', bold: this.bold })
    }
  }

  text(text: string): void {
    const run = this.runs.at(-1)
    if (this.taking && run) run.text += text
  }

  close(name: string): void {
    if (name === 'rPh') this.aside = false
    if (name !== 't') return
    this.taking = false
    const run = this.runs.at(-1)
    // As text marks it, line by line.
    if (run && this.struck) run.text = run.text.replaceAll(/\S[^\n]*(?<=\S)/g, '~~$&~~')
  }

  take(): RichWords {
    const runs = this.runs.map((run) => ({ ...run, text: unescaped(run.text) }))
    this.runs = []
    this.bold = false
    this.struck = false
    return runs.some((run) => run.bold) ? runs : runs.map((run) => run.text).join('')
  }
}

/** Signs that XML cannot hold are written `_x000D_`. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

/** The texts that a workbook's cells share, in their order. Refuses (invalid) more characters than Heed reads. */
export function readSharedWords(archive: Archive, part: string): RichWords[] {
  const words: RichWords[] = []
  const rich = new RichText()
  let characters = 0
  readXmlPart(archive, part, {
    open: (name, attributes) => rich.open(localName(name), attributes),
    text(text) {
      characters += text.length
      refuseIf(
        characters > LIMITS.characters,
        'invalid',
        `The texts of this workbook come to more than ${LIMITS.characters / 1_000_000} million characters, more than Heed reads.`,
      )
      rich.text(text)
    },
    close(qualified) {
      const name = localName(qualified)
      rich.close(name)
      if (name === 'si') words.push(rich.take())
    },
  })
  return words
}

export function plainWords(words: RichWords): string {
  return typeof words === 'string' ? words : words.map((run) => run.text).join('')
}
