import { TextRun, XmlAttributeComponent, XmlComponent } from 'docx'
import type { PaperChoice } from './paper-document.ts'
import { QUIET } from './docx-styles.ts'

/**
 * A word to be chosen from a list or typed: Word's combo box, which `docx` does not have. Until one is chosen it shows its blank, marked
 * as a placeholder, so that no reader takes it for an answer.
 */
export class ChoiceControl extends XmlComponent {
  constructor({ title, options, blank }: PaperChoice, chosen: string) {
    super('w:sdt')
    const offered = new Set(chosen === '' ? options : [...options, chosen])
    const properties = [
      part('w:alias', [new Value({ value: title })]),
      ...(chosen === '' ? [part('w:showingPlcHdr', [])] : []),
      part(
        'w:comboBox',
        [...offered].map((words) => part('w:listItem', [new Item({ shown: words, value: words })])),
      ),
    ]
    const shown = new TextRun(chosen === '' ? { text: blank, color: QUIET } : { text: chosen })
    this.root.push(part('w:sdtPr', properties), part('w:sdtContent', [shown]))
  }
}

type Inside = XmlComponent | Value | Item

class Part extends XmlComponent {
  constructor(name: string, inside: Inside[]) {
    super(name)
    this.root.push(...inside)
  }
}

function part(name: string, inside: Inside[]): Part {
  return new Part(name, inside)
}

class Value extends XmlAttributeComponent<{ value: string }> {
  protected override readonly xmlKeys = { value: 'w:val' }
}

class Item extends XmlAttributeComponent<{ shown: string; value: string }> {
  protected override readonly xmlKeys = { shown: 'w:displayText', value: 'w:value' }
}
