import type { TemplateParagraph } from './read-template-story.ts'
import { brief } from './read-template-story.ts'
import { placeholderName } from './template-words.ts'

/** A placeholder as it stands in a paragraph. */
export interface TemplateTag {
  /** As typed, `{#Recommendations}`. */
  raw: string
  kind: 'words' | 'begin' | 'otherwise' | 'end'
  name: string
  paragraph: TemplateParagraph
}

/** What is wrong with a placeholder of a paragraph. */
export interface TagFault {
  message: string
  paragraph: TemplateParagraph
}

const KINDS = { '#': 'begin', '^': 'otherwise', '/': 'end' } as const

/** The placeholders of a paragraph in their order, and what is wrong with its braces. */
export function tagsOf(paragraph: TemplateParagraph): (TemplateTag | TagFault)[] {
  const { words } = paragraph
  const found: (TemplateTag | TagFault)[] = []
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === '}')
      found.push({
        paragraph,
        message: `There is a } with no { before it, in “${brief(words)}”. Take it away, or put the { where its placeholder begins.`,
      })
    if (words[at] !== '{') continue
    const next = words.slice(at + 1).search(/[{}]/)
    const end = next === -1 ? -1 : at + 1 + next
    if (end === at + 1 && words[end] === '{') {
      const close = words.indexOf('}}', end)
      const inside = close === -1 ? '' : words.slice(end + 1, close)
      found.push({ paragraph, message: doubled(inside, words.slice(at)) })
      // What it means without the second braces is looked at too, so that its spelling is told at once.
      if (inside !== '' && !/[{}]/.test(inside)) found.push(tagOf(`{${inside}}`, paragraph))
      at = close === -1 ? end : close + 1
    } else if (end === -1 || words[end] === '{') {
      found.push({
        paragraph,
        message: `“${brief(words.slice(at, end === -1 ? undefined : end))}” begins with { and is not closed. Put } where the placeholder ends.`,
      })
      at = end === -1 ? words.length : end - 1
    } else {
      found.push(tagOf(words.slice(at, end + 1), paragraph))
      at = end
    }
  }
  return found
}

function doubled(inside: string, from: string): string {
  return inside === ''
    ? `“${brief(from)}” has two braces where one is meant, and is not closed.`
    : `“{{${brief(inside)}}}” has two braces where one is meant: write {${inside.trim()}}.`
}

function tagOf(raw: string, paragraph: TemplateParagraph): TemplateTag | TagFault {
  const inside = raw.slice(1, -1).trim()
  if (inside === '') return { paragraph, message: `“${raw}” holds no word. Write a placeholder between the braces, or take them away.` }
  const sign = inside[0] as keyof typeof KINDS
  if (sign in KINDS && placeholderName(inside.slice(1)) === '')
    return { paragraph, message: `“${raw}” does not say which list. Write its name after the ${sign}.` }
  if (sign in KINDS) return { raw, kind: KINDS[sign], name: placeholderName(inside.slice(1)), paragraph }
  if (!/^\p{L}/u.test(inside))
    return {
      paragraph,
      message: `“${brief(raw)}” begins with a sign that means nothing here. A placeholder is a word; before it may stand # where a list begins, ^ for what is said when there is nothing, and / where either ends.`,
    }
  return { raw, kind: 'words', name: placeholderName(inside), paragraph }
}

/** Whether Word keeps a placeholder in pieces that look unlike one another. */
export function tagsOfMixedLook(paragraph: TemplateParagraph): string[] {
  const looks = paragraph.pieces.flatMap(({ text, look }) => Array.from({ length: text.length }, () => look))
  return [...paragraph.words.matchAll(/\{[^{}]+\}/g)]
    .filter(({ index, 0: raw }) => looks.slice(index, index + raw.length).some((look) => look !== looks[index]))
    .map(([raw]) => raw)
}
