import type { TemplateValues } from '../platform/documents/template-words.ts'
import { Table } from '../platform/web/table.tsx'
import { clip } from '../referee/plain-words.ts'
import type { PlaceholderNames } from './placeholder.ts'

interface PlaceholderListProps {
  names: PlaceholderNames
  values: TemplateValues
  /** The council's latest round, of which the examples are; null where they are fictional. */
  round: string | null
}

/** Every placeholder with what it gives and an example, those of the paper first, then those of each list. */
export function PlaceholderList({ names, values, round }: PlaceholderListProps) {
  const lists = listsIn(names, [values], [])
  return (
    <>
      <p class="govuk-body">
        Type a placeholder into your Word document, with its braces, where its words should stand. Capitals do not matter, and a space may
        be typed as _ or -.{' '}
        {round ? `The examples are of your latest round, ${round}.` : 'The examples are fictional: you have no round yet.'}
      </p>
      <h2 class="govuk-heading-m">Lists</h2>
      <p class="govuk-body">
        In a table, write where a list begins into the first cell of a row and where it ends into the last, for example{' '}
        <code>{'{#recommendations}{ref}'}</code> and <code>{'{grade}{/recommendations}'}</code>: the row is repeated for each. Outside
        tables, write each on a line of its own: everything between is repeated.
      </p>
      <p class="govuk-body">
        The same signs make words depend on others: <code>{'{#impact}Impact: {impact}{/impact}'}</code> says nothing where no impact was
        given, and <code>{'{^impact}None given{/impact}'}</code> says it then.
      </p>
      <TextTable caption="Anywhere in the paper" texts={names.texts} things={[values]} lists={names.lists} />
      {lists.map(({ path, within, things }) => (
        <TextTable caption={`Between ${inBraces(path)}`} texts={within.texts} things={things} lists={within.lists} />
      ))}
    </>
  )
}

interface TextTableProps {
  caption: string
  texts: PlaceholderNames['texts']
  lists: PlaceholderNames['lists']
  things: TemplateValues[]
}

function TextTable({ caption, texts, lists, things }: TextTableProps) {
  const rows = [
    ...texts.map(({ name, gives }) => ({ words: `{${name}}`, gives, example: exampleOf(things, name) })),
    ...lists.map(({ name, gives }) => ({ words: `{#${name}} {/${name}}`, gives: `${gives} (a list)`, example: '' })),
  ]
  return (
    <Table
      caption={caption}
      rows={rows}
      columns={[
        { head: 'Placeholder', names: true, width: 'quarter', cell: ({ words }) => <code>{words}</code> },
        { head: 'What it gives', width: 'third', cell: ({ gives }) => gives },
        { head: 'For example', cell: ({ example }) => (example === '' ? <span class="heed-none">–</span> : clip(example, 120)) },
      ]}
    />
  )
}

interface ListShown {
  path: string[]
  within: PlaceholderNames
  things: TemplateValues[]
}

/** The lists in their order, each once where it may stand in several. */
function listsIn(
  names: PlaceholderNames,
  things: TemplateValues[],
  path: string[],
  shown = new Map<PlaceholderNames, ListShown>(),
): ListShown[] {
  for (const { name, within } of names.lists) {
    const inner = things.flatMap((thing) => (Array.isArray(thing[name]) ? thing[name] : []))
    const own = [...path, name]
    const before = shown.get(within)
    if (before && before.path.length <= own.length) continue
    shown.set(within, { path: own, within, things: inner })
    listsIn(within, inner, own, shown)
  }
  return [...shown.values()]
}

function exampleOf(things: readonly TemplateValues[], name: string): string {
  for (const thing of things) if (typeof thing[name] === 'string' && thing[name] !== '') return thing[name]
  return ''
}

function inBraces(path: readonly string[]): string {
  return `${path.map((name) => `{#${name}}`).join(' ')} and ${path
    .toReversed()
    .map((name) => `{/${name}}`)
    .join(' ')}`
}
