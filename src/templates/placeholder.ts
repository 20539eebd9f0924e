import type { TemplateScope, TemplateValues } from '../platform/documents/template-words.ts'

/** What may be said of one kind of thing: placeholders for words, and lists of the things in it. */
export interface Placeholders<Thing> {
  texts: Record<string, TextPlaceholder<Thing>>
  lists: Record<string, ListPlaceholder<Thing>>
}

export interface TextPlaceholder<Thing> {
  /** What it gives, for whoever makes a template. */
  gives: string
  of: (thing: Thing) => string | undefined
}

export interface ListPlaceholder<Thing> {
  gives: string
  /** What may be said of each thing in the list. */
  within: PlaceholderNames
  valuesOf: (thing: Thing) => TemplateValues[]
}

/** The same without the things: what a page lists and a template is checked against. */
export interface PlaceholderNames {
  texts: { name: string; gives: string }[]
  lists: { name: string; gives: string; within: PlaceholderNames }[]
}

/** A list of the things in a thing, each with its own placeholders. */
export function listOfThings<Thing, Inner>(
  gives: string,
  things: (thing: Thing) => readonly Inner[],
  within: Placeholders<Inner>,
): ListPlaceholder<Thing> {
  return { gives, within: namesIn(within), valuesOf: (thing) => things(thing).map((inner) => valuesOf(inner, within)) }
}

/** Everything that a thing gives, whole: what is missing is blank, so that it is never taken from the thing around it. */
export function valuesOf<Thing>(thing: Thing, { texts, lists }: Placeholders<Thing>): TemplateValues {
  return Object.fromEntries([
    ...Object.entries(texts).map(([name, { of }]) => [name, asShown(of(thing) ?? '')] as const),
    ...Object.entries(lists).map(([name, list]) => [name, list.valuesOf(thing)] as const),
  ])
}

/** Lines that begin `- ` are items of a list: they are shown with a bullet, set in as they were. */
function asShown(text: string): string {
  return text
    .trim()
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/^( *)- /gm, (_, indent: string) => `${'\u2003'.repeat(indent.length / 2)}• `)
}

export function namesIn<Thing>({ texts, lists }: Placeholders<Thing>): PlaceholderNames {
  return {
    texts: Object.entries(texts).map(([name, { gives }]) => ({ name, gives })),
    lists: Object.entries(lists).map(([name, { gives, within }]) => ({ name, gives, within })),
  }
}

/** The names as a template is checked against them. */
export function scopeOf({ texts, lists }: PlaceholderNames): TemplateScope {
  return {
    texts: texts.map(({ name }) => name),
    lists: Object.fromEntries(lists.map(({ name, within }) => [name, scopeOf(within)])),
  }
}
