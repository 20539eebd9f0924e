import type { SourceBlock, SourceParagraph } from '../platform/documents/source-document.ts'
import { withMarker } from './cell-lines.ts'
import type { FormBox } from './form-boxes.ts'
import { fieldOf, labelledLine } from './form-labels.ts'
import { addBox, boxOf } from './read-form.ts'
import { readFormBoxes } from './read-form-boxes.ts'
import type { Place, ReadReview } from './reading.ts'
import type { ReadingContext } from './reading-context.ts'
import { leadingRef } from './references.ts'

/**
 * Whether a text without tables is forms line by line: `Recommendation 2: That …`, `Owner: Head of Housing`; or numbered paragraphs, each with
 * such lines under it.
 */
export function looksLikeWrittenForms(blocks: readonly SourceBlock[]): boolean {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  const fields = paragraphs.map((block) => fieldOf(labelledLine(block.text)?.label ?? '')?.field)
  const others = new Set(fields.filter((field) => field !== undefined && field !== 'recommendation'))
  const known = fields.filter((field) => field !== undefined).length
  return (
    (fields.includes('recommendation') && others.size >= 2 && known >= 4) ||
    (named(paragraphs) >= 2 && others.size >= 1 && known >= named(paragraphs)) ||
    (named(paragraphs) < 2 && others.size >= 2 && numberedForms(paragraphs).size >= 2)
  )
}

/** How many lines are `Recommendation 4` and nothing else. */
function named(paragraphs: readonly SourceParagraph[]): number {
  return paragraphs.filter((block) => fieldOf(block.text)?.ref !== undefined).length
}

/** Numbered paragraphs under each of which a line with a label stands. */
function numberedForms(paragraphs: readonly SourceParagraph[]): Set<SourceParagraph> {
  const found = new Set<SourceParagraph>()
  paragraphs.forEach((paragraph, at) => {
    const next = paragraphs.slice(at + 1, at + 4).find((one) => labelledLine(one.text) !== null || numberOf(one) !== null)
    if (numberOf(paragraph) !== null && next && numberOf(next) === null && labelledLine(paragraph.text) === null) found.add(paragraph)
  })
  return found
}

function numberOf(paragraph: SourceParagraph): { ref: string; rest: string } | null {
  if (paragraph.text.length < 20) return null
  if (paragraph.list?.marker) return { ref: paragraph.list.marker.replaceAll(/^\(|[().:]+$/g, ''), rest: paragraph.text }
  return paragraph.list ? null : leadingRef(paragraph.text)
}

/** The recommendations of forms written line by line, without tables. A heading over some of them is their theme. */
export function readWrittenForms(context: ReadingContext): ReadReview {
  const boxes: FormBox[] = []
  const paragraphs = context.document.blocks.filter((block) => block.kind === 'paragraph')
  const numbered = named(paragraphs) >= 2 ? new Set<SourceParagraph>() : numberedForms(paragraphs)
  const headed = headingsOver(paragraphs, numbered)
  const placed = new Map(context.document.blocks.map((block, at) => [block, at + 1]))
  let open = false
  paragraphs.forEach((block) => {
    const place = { paragraph: placed.get(block) ?? 1, ...(block.page === undefined ? {} : { page: block.page }) }
    const begun = numbered.has(block) ? formOf(block, place, headed.get(block)) : labelledBox(block, place)
    if (begun) boxes.push(...begun)
    else if (block.heading !== undefined || PARAGRAPH_NUMBER.test(withMarker(block))) open = false
    else if (open && goesOn(boxes.at(-1))) addBox(boxes, boxOf('', [block], place))
    if (begun) open = true
  })
  const first = paragraphs.findIndex((block) => numbered.has(block) || labelledLine(block.text) !== null)
  return readFormBoxes(boxes, titleBefore(context, paragraphs[first], headed), context)
}

/** A name or a date is said in one line: what comes after it is something else. */
function goesOn(box: FormBox | undefined): boolean {
  return box !== undefined && !(['owner', 'due', 'revised', 'ref'].includes(box.field ?? '') && box.blocks.length > 0)
}

function formOf(block: SourceParagraph, place: Place, heading: string | undefined): FormBox[] {
  const { ref, rest } = numberOf(block) ?? { ref: '', rest: block.text }
  const plain = unlisted(block)
  const theme = heading === undefined ? [] : [boxOf('Theme', [{ kind: 'paragraph' as const, text: heading }], place)]
  return [boxOf(`Recommendation ${ref}`, [{ ...plain, text: rest }], place), ...theme]
}

/** Reports number their paragraphs: `3.2 Progress: …`. */
const PARAGRAPH_NUMBER = /^\d{1,3}(?:\.\d{1,3})+\.?\s+/

function unlisted({ list: _, ...plain }: SourceParagraph): SourceParagraph {
  return plain
}

function labelledBox(block: SourceParagraph, place: Place): FormBox[] | null {
  const words = withMarker(block).replace(PARAGRAPH_NUMBER, '')
  const several = words.split(/\s*[|;\t]\s*/).map(labelledLine)
  if (several.length > 1 && several.every((one) => one !== null))
    return several.map(({ label, value }) => boxOf(label, [{ ...unlisted(block), text: value }], place))
  const spoken = labelledLine(words)
  if (spoken) return [boxOf(spoken.label, [{ ...unlisted(block), text: spoken.value }], place)]
  const standsOut = block.bold === true || block.heading !== undefined
  const alone = block.text.length > 60 || block.list ? null : fieldOf(block.text)
  if (!alone || !(/:\s*$|^rec/i.test(block.text) || (standsOut && alone.field !== 'recommendation'))) return null
  return [boxOf(block.text, [], place)]
}

/** The heading over each numbered paragraph, where there are several such headings: one alone is the title. */
function headingsOver(paragraphs: readonly SourceParagraph[], numbered: ReadonlySet<SourceParagraph>): Map<SourceParagraph, string> {
  const over = new Map<SourceParagraph, string>()
  let heading: string | undefined
  for (const paragraph of paragraphs) {
    if (paragraph.heading !== undefined && labelledBox(paragraph, {}) === null) heading = paragraph.text
    if (numbered.has(paragraph) && heading !== undefined) over.set(paragraph, heading)
  }
  return new Set(over.values()).size > 1 ? over : new Map()
}

/** Where the title is looked for: before the first heading of a theme. */
function titleBefore(context: ReadingContext, first: SourceParagraph | undefined, headed: ReadonlyMap<SourceParagraph, string>): number {
  const theme = first && headed.get(first)
  return context.document.blocks.findIndex((block) =>
    theme === undefined ? block === first : block.kind === 'paragraph' && block.text === theme,
  )
}
