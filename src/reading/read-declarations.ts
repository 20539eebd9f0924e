import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock } from '../platform/documents/source-document.ts'
import { mayBeOne } from './meeting-names.ts'
import type { ReadDeclaration, ReadMinute } from './reading.ts'
import { englishOf } from './two-languages.ts'

const TITLED =
  '(?:(?:The )?(?:(?:County|Borough|City|Town|Parish|District) )?(?:Councillor|Cllr|Alderman|Provost|Bailie|Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Canon|Sir|Dame|Professor|Prof)\\.?\\s+)'
const NAME = `(?:\\p{Lu}[\\p{L}'’.-]*)(?:\\s+\\p{Lu}[\\p{L}'’.-]*){0,3}`
const DECLARES =
  '(?:also |both |each )?(?:declared|disclosed|made|advised|stated|noted|informed|indicated|registered|gave|wished to declare)\\b'
const STATED = new RegExp(`^(${TITLED}${NAME}(?:(?:, | and | & )${TITLED}?${NAME})*|${NAME})\\s+${DECLARES}`, 'u')
/** `Cllr Kerr – non-pecuniary – item 5 – foster carer` */
const DASHED = new RegExp(
  `^(${TITLED}${NAME})\\s*(?:\\([^)]*\\)\\s*)?[–:-]\\s*(?=.*(?:interest|pecuniary|personal|prejudicial|item|minute))`,
  'u',
)
const ITEM =
  /\b(?:agenda )?(?:items?|minutes?|report)\s*(?:no\.?\s*|number\s*)?\(?((?:[A-Z]{1,6}[ ./-]?)?\d{1,4}(?:[./-]\d{1,4})?(?:\([a-z]\))?)/i

/** Whether a minute is the one in which interests are declared. */
export function isOfInterests(title: string): boolean {
  return /\bdeclarations?\b|\binterests?\b|\btransparency\b|\bdatgan/i.test(englishOf(title)) || /\bdeclarations? of\b/i.test(title)
}

/** The interests that a minute says were declared; a surname alone is given the name of the one present who bears it. */
export function declarationsIn(minute: ReadMinute, blocks: readonly SourceBlock[], present: readonly string[]): ReadDeclaration[] {
  const own = isOfInterests(minute.title)
  const lines = blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => textOf(cell.blocks)).join(' – ')) : block.text.split('\n'),
  )
  const sentences = lines.flatMap((line) => (own ? line.split(/(?<=\p{Ll}{3}[.;])\s+(?=\p{Lu})/u) : [line]))
  return sentences.flatMap((whole) => {
    const line = whole.replace(/^(?:[-•]|\(?\w{1,3}[.)])\s+/, '').trim()
    const found = STATED.exec(line) ?? (own ? DASHED.exec(line) : null)
    if (!found?.[1] || (!own && !/\bdeclared an?\b.{0,60}\binterest\b/i.test(line))) return []
    if (!own && found[0].length > 120) return []
    const item = ITEM.exec(line.slice(found[1].length))?.[1]
    return found[1]
      .split(/, | and | & /)
      .map((who) => ({ who: wholeName(who.replace(/^(?:The |County )/, ''), present), ...(item && { item }), text: line }))
  })
}

function wholeName(who: string, present: readonly string[]): string {
  const alike = present.filter((name) => mayBeOne(name, who))
  const bare = who.replace(new RegExp(`^${TITLED}`, 'u'), '')
  if (alike.length !== 1 || /\s/.test(bare.trim())) return who
  return alike[0]!.replace(/\s*[(,–].*$/s, '').trim()
}
