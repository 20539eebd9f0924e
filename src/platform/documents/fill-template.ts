import Docxtemplater from 'docxtemplater'
import { strToU8, zipSync } from 'fflate'
import PizZip from 'pizzip'
import { Refusal } from '../core/refusal.ts'
import { checkTemplate, hasLanguage, type CheckedTemplate } from './check-template.ts'
import { archiveOfParts, openTemplate, textOfPart, type OpenedTemplate } from './open-template.ts'
import { readXmlPart } from './read-xml.ts'
import type { TemplateScope, TemplateValues } from './template-words.ts'
import { placeholderName } from './template-words.ts'
import { escapeHtml } from './write-html.ts'
import { corePropertiesOf } from './write-xlsx-parts.ts'
import { plainText } from './docx-blocks.ts'

const CONTENT_TYPES = '[Content_Types].xml'
const RELATIONS = '_rels/.rels'
const STYLES = 'word/styles.xml'
const CORE = 'docProps/core.xml'
const CORE_TYPE = '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>'
const CORE_RELATION =
  '<Relationship Id="rIdHeedProperties" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'

export interface FilledTemplate extends CheckedTemplate {
  /** Absent where an error keeps the template from being filled. */
  file?: Uint8Array
}

/**
 * Checks a Word template and fills it. Placeholders are plain names, looked up and nothing else: no expression is worked out, and nothing in the
 * values is taken for a placeholder or for markup. `title` becomes the title of the file. Refuses (invalid) what `openTemplate` refuses.
 */
export function fillTemplate(bytes: Uint8Array, scope: TemplateScope, values: TemplateValues, title: string): FilledTemplate {
  const template = openTemplate(bytes)
  const checked = checkTemplate(template, scope)
  if (checked.faults.some(({ severity }) => severity === 'error')) return checked
  try {
    const stories = filledStories(template, checked, values)
    const parts = new Map([...template.parts, ...stories])
    finish(template, parts, title)
    for (const { part } of template.stories) readXmlPart(archiveOfParts(parts), part, { open() {}, close() {} })
    return { ...checked, file: zipSync(Object.fromEntries(parts), { level: 6 }) }
  } catch (error) {
    return { ...checked, faults: [{ severity: 'error', where: '', message: whyUnfilled(error) }, ...checked.faults] }
  }
}

/** Only the parts that were checked are given to the library that fills them. */
function filledStories(template: OpenedTemplate, { unmarked }: CheckedTemplate, values: TemplateValues): [string, Uint8Array][] {
  const zip = new PizZip()
  const types = template.stories.map(({ part, kind }) => `<Override PartName="/${escapeHtml(part)}" ContentType="${TYPES[kind]}"/>`)
  zip.file(
    CONTENT_TYPES,
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join('')}</Types>`,
  )
  for (const { part, kind } of template.stories) {
    const xml = textOfPart(template, part)
    zip.file(part, kind === 'document' ? withSectionsKept(withRowsFree(withHeaderRows(xml, unmarked))) : withRowsFree(xml))
  }
  const filler = new Docxtemplater<PizZip>(zip, {
    modules: [onlyPlainNames()],
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    stripInvalidXMLChars: true,
    syntax: { changeDelimiterPrefix: null },
    nullGetter: () => '',
    parser: (words) => ({ get: (scope: unknown, { meta }) => valueOf(scope, words, meta.part) }),
  })
  filler.render(values)
  const filled = filler.getZip()
  return template.stories.map(({ part }) => [part, strToU8(filled.file(part)?.asText() ?? '')])
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const TYPES = {
  document: `${WORD}.document.main+xml`,
  header: `${WORD}.header+xml`,
  footer: `${WORD}.footer+xml`,
  footnotes: `${WORD}.footnotes+xml`,
  endnotes: `${WORD}.footnotes+xml`,
}

/** The library's own signs for raw XML and for expressions mean nothing here; names are known however they are typed. */
function onlyPlainNames(): Docxtemplater.DXT.Module {
  return {
    name: 'OnlyPlainNames',
    optionsTransformer(options, { modules }) {
      const named = (sign: string) => (content: string) =>
        content.trim().startsWith(sign) ? placeholderName(content.trim().slice(1)) : undefined
      const never = () => undefined
      for (const module of modules) {
        if (module.name === 'LoopModule') module.prefix = { start: named('#'), end: named('/'), inverted: named('^'), dash: never }
        if (module.name === 'RawXmlModule') module.prefix = never
      }
      return options
    },
  }
}

/** The value by that name in one scope; undefined where it has none, so that the scope around it is asked. */
function valueOf(scope: unknown, words: string, { module }: { module?: string }): unknown {
  if (module !== undefined && module !== 'loop') throw new Error(`{${words}} is not a placeholder that Heed fills.`)
  const name = placeholderName(words)
  if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, name)) return undefined
  const value = (scope as TemplateValues)[name]
  // As a condition, words stand or are blank; nothing is repeated over their letters.
  if (typeof value === 'string') return module === 'loop' ? value !== '' : value.toWellFormed()
  return value
}

function whyUnfilled(error: unknown): string {
  if (error instanceof Refusal) return `Heed filled it, and the result could not be opened: ${error.message}`
  const { properties } = error as { properties?: { explanation?: string; errors?: { properties?: { explanation?: string } }[] } }
  const reasons = properties?.errors?.map((one) => one.properties?.explanation).filter(Boolean) ?? []
  const reason = reasons[0] ?? properties?.explanation ?? (error instanceof Error ? error.message : String(error))
  return `Heed could not fill it: ${reason}`
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
function finish(template: OpenedTemplate, parts: Map<string, Uint8Array>, title: string): void {
  const set = (name: string, text: string) => parts.set(name, strToU8(text))
  const core = textOfPart(template, CORE)
  const types = textOfPart(template, CONTENT_TYPES).replace('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml')
  const relations = textOfPart(template, RELATIONS)
  set(CONTENT_TYPES, core === '' ? types.replace('</Types>', `${CORE_TYPE}</Types>`) : types)
  if (core === '') set(RELATIONS, relations.replace('</Relationships>', `${CORE_RELATION}</Relationships>`))
  set(CORE, core === '' ? corePropertiesOf({ title, language: 'en-GB' }) : titled(core, title))
  if (template.parts.has(STYLES) && !hasLanguage(template)) set(STYLES, inEnglish(textOfPart(template, STYLES)))
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
