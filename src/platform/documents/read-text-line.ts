import type { SourceParagraph } from './source-document.ts'

const BULLET = /^\s*[•▪●➤○◦❖■□–*-]\s+(?=\S)/u
const INLINE_BULLET = /\s*[•▪●➤○◦❖■]\s*/u

/** Whether the text begins with a mark that stands for a bullet. */
export function isBulletMark(text: string): boolean {
  return BULLET.test(text)
}

/** Prefixes that keep their hyphen when a narrow column breaks the word after it. */
const PREFIX =
  /(?:^|\W)(?:co|pre|post|re|non|multi|e|self|sub|anti|semi|inter|cross|well|long|short|mid|on|off|up|part|full|high|low|cost|year|face|peer|end|follow|in|out|self)-$/i

/** A word that a narrow column broke at a hyphen is whole again: `Implemen- tation`, `Sub- Group`. `pre- and post-war` stays. */
export function mendHyphens(text: string): string {
  return text.replaceAll(/([\p{L}]+-) (?=(\p{L}[\p{L}]*))/gu, (whole, broken: string, next: string) => {
    if (/^(?:and|or|to|nor|but)$/i.test(next)) return whole
    return /^\p{Lu}/u.test(next) || PREFIX.test(broken) ? broken : broken.slice(0, -1)
  })
}

/** One line of pasted text as a paragraph: markdown's headings, bold and lists understood, its signs taken off. */
export function readLine(line: string): SourceParagraph {
  const heading = /^\s*(#{1,6})\s+(.*)$/.exec(line)
  if (heading) return { kind: 'paragraph', text: plain(heading[2] ?? '').text, heading: heading[1]?.length ?? 1 }
  const indent = /^\s*/.exec(line)?.[0].replaceAll('\t', '  ').length ?? 0
  const bullet = BULLET.exec(line)
  const rest = bullet ? line.slice(bullet[0].length) : line.trim()
  const numbered = /^\**(\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(.*)$/.exec(rest)
  const words = plain(numbered && (bullet || /^\d/.test(rest)) ? (numbered[2] ?? '') : rest)
  const paragraph: SourceParagraph = { kind: 'paragraph', text: words.text }
  if (words.bold) paragraph.bold = true
  else if (words.lead > 0) paragraph.boldLead = words.lead
  if (numbered && (bullet || /^\d/.test(rest))) paragraph.list = { level: Math.min(3, Math.floor(indent / 2)), marker: numbered[1] ?? '' }
  else if (bullet) paragraph.list = { level: Math.min(3, Math.floor(indent / 2)) }
  return paragraph
}

/** The words of a cell without HTML, bullets that stand inside the line each on a line of its own. */
export function readCellLine(line: string): SourceParagraph[] {
  const pieces = mendHyphens(line).split(INLINE_BULLET)
  const first = plain((pieces[0] ?? '').trim())
  const paragraphs: SourceParagraph[] = []
  if (first.text !== '') paragraphs.push({ kind: 'paragraph', text: first.text, ...(first.bold ? { bold: true } : {}) })
  for (const piece of pieces.slice(1)) {
    const text = plain(piece.trim()).text
    if (text !== '') paragraphs.push({ kind: 'paragraph', text, list: { level: 0 } })
  }
  return paragraphs
}

/** Sentences that lean on the one before and so cannot begin an item. */
const LEANING =
  /^(?:This|It|These|They|That|Those|Such|He|She|Its|Their|See|Also|However|Further|Furthermore|In addition|Recommendations?|Which|Where|When|If|There|Details?|Each|Both|All)\b/

/** A line of items whose bullets were lost: an item begins with a sentence that does not lean on the one before. */
export function readLostItems(line: string): SourceParagraph[] {
  const items: string[] = []
  for (const sentence of mendHyphens(line.trim()).split(/(?<=[.!?]) (?=[A-Z])/)) {
    const last = items.at(-1)
    if (last === undefined || (!LEANING.test(sentence) && last.length > 25)) items.push(sentence)
    else items[items.length - 1] = `${last} ${sentence}`
  }
  if (items.length < 2) return readCellLine(line)
  return items.map((item) => ({ kind: 'paragraph', text: plain(item).text, list: { level: 0 } }))
}

/** Takes off markdown's stars and links; tells what was bold. */
function plain(text: string): { text: string; bold: boolean; lead: number } {
  const linked = text
    .replaceAll(/\[([^[\]]{1,300})\]\((?:mailto:|https?:)[^()\s]{1,500}\)/g, '$1')
    .replaceAll(/[^\S\t]+/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .trim()
  const unstarred = linked
    .replaceAll('**', '')
    .replaceAll(/<\/?(?:b|i|u|em|strong|sup|sub)>/gi, '')
    .trim()
  const bold = /^\*\*[^*]+(\*\*)?$/.test(linked) && unstarred !== ''
  const lead = bold ? 0 : (/^\*\*([^*]+)\*\*/.exec(linked)?.[1]?.length ?? 0)
  return { text: unstarred.replaceAll(/(^|\s)\*(\S[^*]*)\*(?=\s|$)/g, '$1$2'), bold, lead }
}
