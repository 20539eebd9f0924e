import { matchTags } from './match-template-lists.ts'
import type { OpenedTemplate, TemplateStory } from './open-template.ts'
import { archiveOfParts, textOfPart } from './open-template.ts'
import type { TemplateTable } from './read-template-story.ts'
import { TemplateStoryListener, whereInWords } from './read-template-story.ts'
import { readXmlPart } from './read-xml.ts'
import { tagsOf, tagsOfMixedLook } from './template-tags.ts'
import type { TemplateFault, TemplateScope } from './template-words.ts'

/** What a template holds and what is wrong with it. */
export interface CheckedTemplate {
  faults: TemplateFault[]
  /** The placeholders that it uses, each after the lists that it stands in: `recommendations ref`. */
  used: Set<string>
  /** Tables of the document whose rows are repeated, by their index: how many rows of headings stand above, where Heed must mark them. */
  unmarked: Map<number, number>
}

/** More faults than this help nobody. */
const MOST_FAULTS = 60
/** Rows of headings that a table may have above the row that is repeated. */
const MOST_HEADINGS = 3

/** Checks the placeholders of every story against those that there are, and what would harm the paper. Everything is told at once. */
export function checkTemplate(template: OpenedTemplate, scope: TemplateScope): CheckedTemplate {
  const checked: CheckedTemplate = { faults: [], used: new Set(), unmarked: new Map() }
  for (const story of template.stories) checkStory(template, story, scope, checked)
  checked.faults.push(...filewide(template))
  checked.faults = distinct(checked.faults).toSorted(
    (one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'),
  )
  if (checked.faults.length > MOST_FAULTS)
    checked.faults.splice(MOST_FAULTS, Infinity, {
      severity: 'error',
      where: '',
      message: 'There is more like this. Put right what is listed, and upload the template again.',
    })
  return checked
}

function checkStory({ parts }: OpenedTemplate, story: TemplateStory, scope: TemplateScope, checked: CheckedTemplate): void {
  const listener = new TemplateStoryListener(story)
  readXmlPart(archiveOfParts(parts), story.part, listener)
  const held = listener.paragraphs.filter(({ words }) => /[{}]/.test(words))
  const found = held.flatMap(tagsOf)
  const matched = matchTags(
    found.filter((one) => 'kind' in one),
    scope,
  )
  const told = [...found.filter((one) => 'message' in one), ...matched.faults].toSorted(
    (one, other) => held.indexOf(one.paragraph) - held.indexOf(other.paragraph),
  )
  const { faults } = checked
  for (const { message, paragraph } of told) faults.push({ severity: 'error', where: whereInWords(paragraph), message })
  for (const paragraph of held)
    for (const raw of tagsOfMixedLook(paragraph))
      faults.push({ severity: 'warning', where: whereInWords(paragraph), message: mixedLook(raw) })
  for (const name of matched.used) checked.used.add(name)
  for (const { begin, end } of matched.rows) {
    const cell = begin.paragraph.place.cells.at(-1)!
    const warnings = rowWarnings(cell.table, cell.row, end.paragraph.place.cells.at(-1)!.row)
    faults.push(...warnings.map((message): TemplateFault => ({ severity: 'warning', where: `table ${cell.table.number}`, message })))
    if (story.kind === 'document' && !isHeaded(cell.table) && cell.row > 1)
      checked.unmarked.set(cell.table.index, Math.min(MOST_HEADINGS, cell.row - 1))
  }
  faults.push(...signWarnings(listener))
}

function mixedLook(raw: string): string {
  return `“${raw}” is set partly in one look and partly in another. What is filled in will look like its first letter; to be sure, type it again in one go.`
}

const isHeaded = ({ rows }: TemplateTable) => rows[0]?.header === true

function rowWarnings(table: TemplateTable, from: number, to: number): string[] {
  const repeated = table.rows.slice(from - 1, to)
  return [
    ...(isHeaded(table) || table.nested
      ? []
      : [
          from > 1
            ? 'Its row of headings is not marked as one, so people who listen to the paper would not hear which column they are in. Heed marks it; in Word: Table Layout, Repeat Header Rows.'
            : 'It has no row of headings above the row that is repeated. Add one, so that people who listen to the paper hear which column they are in.',
        ]),
    ...(repeated.some((row) => row.exact)
      ? ['The row that is repeated has an exact height, so the end of a long answer would be cut off. Heed lets it grow.']
      : []),
  ]
}

function signWarnings({ signs }: TemplateStoryListener): TemplateFault[] {
  const found: TemplateFault[] = []
  if (signs.has('dde'))
    found.push({ severity: 'error', where: '', message: 'It holds a field that starts another program (DDE). Take it out.' })
  if (signs.has('chunk'))
    found.push({
      severity: 'error',
      where: '',
      message: 'It holds another document inside it, which Heed cannot check. Open it in Word, save it again and upload that.',
    })
  if (signs.has('tracked change'))
    found.push({
      severity: 'warning',
      where: '',
      message: 'It holds tracked changes, which every paper would show. In Word: Review, Accept All Changes.',
    })
  return found
}

function filewide(template: OpenedTemplate): TemplateFault[] {
  const outside = [...template.parts.keys()].filter((name) => name.endsWith('.rels')).flatMap((name) => fetched(textOfPart(template, name)))
  return [
    ...(hasLanguage(template)
      ? []
      : [
          {
            severity: 'warning' as const,
            where: '',
            message: 'It does not say in which language it is written. Heed sets English (United Kingdom).',
          },
        ]),
    ...outside.map((address): TemplateFault => ({
      severity: 'warning',
      where: '',
      message: `Word would fetch something from elsewhere whenever a paper is opened: ${address.slice(0, 120)}. Put the picture or style into the document itself.`,
    })),
  ]
}

/** What a program fetches by itself; links that a person follows are no harm, nor is the template that a document was made from on somebody's own disk. */
function fetched(relations: string): string[] {
  return [...relations.matchAll(/<Relationship\b[^>]*>/g)].flatMap(([element]) => {
    const target = /Target="([^"]*)"/.exec(element)?.[1] ?? ''
    const outside = /TargetMode="External"/.test(element) && !/\/hyperlink"/.test(element)
    return outside && !(/\/attachedTemplate"/.test(element) && /^file:\/\/\/(?!\/)/i.test(target)) ? [target] : []
  })
}

export function hasLanguage(template: OpenedTemplate): boolean {
  return /<w:rPrDefault>(?:(?!<\/w:rPrDefault>)[\s\S])*<w:lang\b[^>]*w:val="[^"]+"/.test(textOfPart(template, 'word/styles.xml'))
}

function distinct(faults: readonly TemplateFault[]): TemplateFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
}
