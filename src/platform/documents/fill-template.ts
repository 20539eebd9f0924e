import Docxtemplater from 'docxtemplater'
import { strToU8, zipSync } from 'fflate'
import PizZip from 'pizzip'
import { Refusal } from '../core/refusal.ts'
import { checkTemplate, type CheckedTemplate } from './check-template.ts'
import { mendedParts, mendedStory } from './mend-template.ts'
import { archiveOfParts, openTemplate, textOfPart, type OpenedTemplate } from './open-template.ts'
import { readXmlPart } from './read-xml.ts'
import type { TemplateScope, TemplateValues } from './template-words.ts'
import { placeholderName } from './template-words.ts'
import { escapeHtml } from './write-html.ts'

const CONTENT_TYPES = '[Content_Types].xml'

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
    for (const [name, text] of mendedParts(template, title)) parts.set(name, strToU8(text))
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
    zip.file(part, kind === 'document' ? mendedStory(xml, unmarked) : mendedStory(xml))
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
