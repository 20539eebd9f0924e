import { type ITableOptions, Table, XmlAttributeComponent, XmlComponent } from 'docx'

/** A table that says what it holds: the title and description that Word reads out (alternative text), which `docx` has no option for. */
export class DescribedTable extends Table {
  constructor(title: string, options: ITableOptions) {
    super(options)
    const properties = this.root.find((part) => part instanceof XmlComponent)
    properties?.addChildElement(new Described('w:tblCaption', title))
    properties?.addChildElement(new Described('w:tblDescription', title))
  }
}

class Described extends XmlComponent {
  constructor(name: string, words: string) {
    super(name)
    this.root.push(new Words({ words }))
  }
}

class Words extends XmlAttributeComponent<{ words: string }> {
  protected override readonly xmlKeys = { words: 'w:val' }
}
