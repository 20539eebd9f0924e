import type { TemplatePlace } from './read-template-story.ts'
import { whereInWords } from './read-template-story.ts'
import type { TagFault, TemplateTag } from './template-tags.ts'
import { nearestName, placesOfNames, type TemplateScope } from './template-words.ts'

/** A list (or a condition) that is begun and not yet ended, and what may be said in it. */
interface OpenList {
  tag: TemplateTag
  /** What its name means; null where it means nothing. */
  known: string | null
  scope: TemplateScope | null
}

export interface MatchedTags {
  faults: TagFault[]
  /** Every name used, each with the lists that it stands in: `recommendations ref`. */
  used: Set<string>
  /** What is repeated over whole rows of a table. */
  rows: { begin: TemplateTag; end: TemplateTag }[]
}

/** Sees that every placeholder of one story means something where it stands, and that every list ends where it can. */
export function matchTags(tags: readonly TemplateTag[], root: TemplateScope): MatchedTags {
  const matched: MatchedTags = { faults: [], used: new Set(), rows: [] }
  const names = placesOfNames(root)
  const open: OpenList[] = []
  for (const tag of tags) {
    if (tag.kind === 'words') matchWords(tag)
    else if (tag.kind === 'end') endList(tag)
    else beginList(tag)
  }
  for (const { tag } of open) unclosed(tag)
  return matched

  function fault(tag: TemplateTag, message: string): void {
    matched.faults.push({ message, paragraph: tag.paragraph })
  }

  function unclosed(tag: TemplateTag): void {
    fault(tag, `“${tag.raw}” is begun and never ended. Put {/${tag.name}} where it ends: in a table, in the last cell of the same row.`)
  }

  function scopes(): TemplateScope[] {
    return [root, ...open.flatMap(({ scope }) => scope ?? [])].toReversed()
  }

  function isOpen(name: string): boolean {
    return open.some(({ known, scope }) => scope !== null && known === name)
  }

  function note(name: string): void {
    matched.used.add([...open.flatMap(({ known, scope }) => (scope && known ? known : [])), name].join(' '))
  }

  function matchWords(tag: TemplateTag): void {
    const { name } = tag
    if (scopes().some(({ texts }) => texts.includes(name))) return note(name)
    if (scopes().some(({ lists }) => Object.hasOwn(lists, name)))
      return fault(
        tag,
        `“${tag.raw}” is a list. Write {#${name}} where its first line begins and {/${name}} where it ends: in a table, in the first and the last cell of the row that is repeated.`,
      )
    fault(tag, unknown(tag, ''))
  }

  function beginList(tag: TemplateTag): void {
    const { name } = tag
    const list = scopes().find(({ lists }) => Object.hasOwn(lists, name))?.lists[name]
    const words = scopes().some(({ texts }) => texts.includes(name))
    if (isOpen(name)) fault(tag, `“${tag.raw}” stands inside itself. End it first with {/${name}}.`)
    else if (!list && !words) fault(tag, unknown(tag, tag.raw[1] ?? '#'))
    else note(name)
    const meant = list || words ? name : nearest(name)
    const guessed = meant ? scopes().find(({ lists }) => Object.hasOwn(lists, meant))?.lists[meant] : undefined
    open.push({ tag, known: meant ?? null, scope: tag.kind === 'begin' && !isOpen(name) ? (list ?? guessed ?? null) : null })
  }

  function endList(tag: TemplateTag): void {
    const at = open.findLastIndex((one) => one.tag.name === tag.name || (one.known !== null && one.known === nearest(tag.name)))
    if (at === -1)
      return fault(tag, `“${tag.raw}” ends what was never begun. Put {#${nearest(tag.name) ?? tag.name}} where it begins, or take it away.`)
    for (const { tag: inner } of open.splice(at + 1)) unclosed(inner)
    const { tag: begin } = open.pop()!
    // Where it is the beginning that is misspelt, that has been told.
    if (tag.name !== begin.name && tag.name !== nearest(begin.name))
      fault(tag, `“${tag.raw}” does not end “${begin.raw}”: the words must be the same. Write {/${nearest(begin.name) ?? begin.name}}.`)
    const apart = whyApart(begin, tag)
    if (apart) fault(tag, apart)
    else if (reach(begin.paragraph.place, tag.paragraph.place) === 'rows') matched.rows.push({ begin, end: tag })
  }

  function nearest(name: string): string | undefined {
    return names.has(name) ? name : nearestName(name, names.keys())
  }

  function unknown(tag: TemplateTag, sign: string): string {
    const places = names.get(tag.name)
    if (places) {
      const list = places[0]!.at(-1)!
      return `“${tag.raw}” is said of each of the ${list}, so it must stand between {#${list}} and {/${list}}.`
    }
    const meant = nearest(tag.name)
    if (meant) return `“${tag.raw}” is not a placeholder; did you mean {${sign}${meant}}?`
    return `“${tag.raw}” is not a placeholder. See the list of placeholders; where the words should stay as they are, use round brackets.`
  }
}

/** Why a list cannot end where it ends, or null. */
function whyApart(begin: TemplateTag, end: TemplateTag): string | null {
  if (reach(begin.paragraph.place, end.paragraph.place) !== null) return null
  const from = whereInWords(begin.paragraph)
  return `“${begin.raw}” begins in ${from} and “${end.raw}” ends somewhere else. Both must stand in the same table (in the first and last cell of the row that is repeated), in the same cell, or both outside tables.`
}

/** What is repeated between two places: what stands within one cell or outside tables, whole rows of a table, or nothing that could be. */
function reach(begin: TemplatePlace, end: TemplatePlace): 'within' | 'rows' | null {
  if (begin.box !== end.box || begin.cells.length !== end.cells.length) return null
  const differs = begin.cells.findIndex((cell, depth) => {
    const other = end.cells[depth]!
    return cell.table !== other.table || cell.row !== other.row || cell.cell !== other.cell
  })
  if (differs === -1) return 'within'
  const last = differs === begin.cells.length - 1
  return last && begin.cells[differs]!.table === end.cells[differs]!.table ? 'rows' : null
}
