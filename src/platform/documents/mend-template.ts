import { hasLanguage } from './check-template.ts'
import { plainText } from './docx-blocks.ts'
import { type OpenedTemplate, textOfPart } from './open-template.ts'
import { escapeHtml } from './write-html.ts'
import { corePropertiesOf } from './write-xlsx-parts.ts'

// What a template lacks that a paper must have. Its XML is known to be well formed: it was read before.

const CONTENT_TYPES = '[Content_Types].xml'
const RELATIONS = '_rels/.rels'
const STYLES = 'word/styles.xml'
const CORE = 'docProps/core.xml'
const CORE_TYPE = '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>'
const CORE_RELATION =
  '<Relationship Id="rIdHeedProperties" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'

/** A story whose rows of headings are marked, whose rows may break and grow, and whose sections of pages stay. */
export function mendedStory(xml: string, unmarked: ReadonlyMap<number, number> = new Map()): string {
  return withSectionsKept(withRowsFree(withHeaderRows(xml, unmarked)))
}

/** Marks the rows of headings above repeated rows, where the template does not. */
function withHeaderRows(xml: string, unmarked: ReadonlyMap<number, number>): string {
  if (unmarked.size === 0) return xml
  const open: { index: number; row: number }[] = []
  let tables = 0
  return xml.replace(
    /<w:tbl>|<w:tbl |<\/w:tbl>|<w:tr\b[^>]*?(?<!\/)>(?:<w:tblPrEx\b[^>]*?(?:\/>|>[\s\S]*?<\/w:tblPrEx>))?(?:<w:trPr>|<w:trPr\/>)?/g,
    (found) => {
      if (found.startsWith('<w:tbl>') || found.startsWith('<w:tbl ')) open.push({ index: tables++, row: 0 })
      else if (found === '</w:tbl>') open.pop()
      else {
        const table = open.at(-1)
        if (!table || (table.row += 1) > (unmarked.get(table.index) ?? 0)) return found
        if (found.endsWith('<w:trPr>')) return `${found}<w:tblHeader/>`
        return `${found.replace(/<w:trPr\/>$/, '')}<w:trPr><w:tblHeader/></w:trPr>`
      }
      return found
    },
  )
}

/** A section of pages ends in a paragraph; where that one only begins or ends a list it would go, and the section with it: it gets one of its own. */
function withSectionsKept(xml: string): string {
  const ended = /<w:p(?: [^>]*)?><w:pPr>((?:(?!<\/w:pPr>|<w:p[ >])[\s\S])*?)(<w:sectPr[ >](?:(?!<\/w:sectPr>)[\s\S])*<\/w:sectPr>)/g
  let kept = ''
  let from = 0
  for (const { 0: found, 2: section, index } of xml.matchAll(ended)) {
    const end = xml.indexOf('</w:p>', index) + '</w:p>'.length
    const rest = xml.slice(index + found.length, end)
    if (!/\{/.test(rest) || /<w:p[ >]/.test(rest)) continue
    kept += `${xml.slice(from, index)}${found.slice(0, -section!.length)}${rest}<w:p><w:pPr>${section}</w:pPr></w:p>`
    from = end
  }
  return kept + xml.slice(from)
}

/** Lets every row break across pages and grow: a long answer must not lose its end. */
function withRowsFree(xml: string): string {
  return xml.replaceAll(/<w:cantSplit\b[^>]*\/>/g, '').replaceAll(/(<w:trHeight\b[^>]*w:hRule=")exact"/g, '$1atLeast"')
}

/** What the file says of itself: that it is a document, what it is called, in which language it is. */
export function mendedParts(template: OpenedTemplate, title: string): Map<string, string> {
  const parts = new Map<string, string>()
  const core = textOfPart(template, CORE)
  const types = textOfPart(template, CONTENT_TYPES).replace('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml')
  const relations = textOfPart(template, RELATIONS)
  parts.set(CONTENT_TYPES, core === '' ? types.replace('</Types>', `${CORE_TYPE}</Types>`) : types)
  if (core === '') parts.set(RELATIONS, relations.replace('</Relationships>', `${CORE_RELATION}</Relationships>`))
  parts.set(CORE, core === '' ? corePropertiesOf({ title, language: 'en-GB' }) : titled(core, title))
  if (template.parts.has(STYLES) && !hasLanguage(template)) parts.set(STYLES, inEnglish(textOfPart(template, STYLES)))
  return parts
}

function titled(core: string, title: string): string {
  const element = `<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">${escapeHtml(plainText(title))}</dc:title>`
  return core
    .replace(/<dc:title\b[^>]*\/>|<dc:title\b[^>]*>[^<]*<\/dc:title>/, '')
    .replace(/<\/(?:\w+:)?coreProperties>/, (end) => `${element}${end}`)
}

function inEnglish(styles: string): string {
  const language = '<w:lang w:val="en-GB"/>'
  if (/<w:rPrDefault>\s*<w:rPr>/.test(styles))
    return styles.replace(
      /(<w:rPrDefault>\s*<w:rPr>)([\s\S]*?)(<\/w:rPr>)/,
      (_, start: string, inner: string, end: string) => `${start}${inner.replace(/<w:lang\b[^>]*\/>/, '')}${language}${end}`,
    )
  const defaults = `<w:rPrDefault><w:rPr>${language}</w:rPr></w:rPrDefault>`
  if (styles.includes('<w:docDefaults>')) return styles.replace('<w:docDefaults>', `<w:docDefaults>${defaults}`)
  return styles.replace(/(<w:styles\b[^>]*>)/, `$1<w:docDefaults>${defaults}</w:docDefaults>`)
}
