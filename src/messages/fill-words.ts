import type { Placeholder, Said, Words } from './message-steps.ts'

/** A piece of a letter: lines of a paragraph, items of a list, or the link. */
export type Piece = { paragraph: string[] } | { list: string[] } | { link: true }

/** The words with every placeholder filled, in pieces, from which both the text and the HTML are made. */
export interface FilledWords {
  subject: string
  pieces: Piece[]
}

/** Where the link will stand in a text that is kept: no person's words can hold it, because it is taken out of them. */
export const LINK_MARK = '\uE000link\uE000'
const PLACEHOLDER = /\{([a-z]+)\}/g

/** Fills the placeholders. What is filled in is plain words: nothing in it is read as a placeholder. The link stays a mark. */
export function fillWords({ subject, body }: Words, said: Said): FilledWords {
  const value = (name: string) => (name === 'link' ? LINK_MARK : asText(said[name as Placeholder]))
  const text = body.replace(PLACEHOLDER, (_, name: string) => value(name))
  return { subject: subject.replace(PLACEHOLDER, (_, name: string) => oneLine(value(name))), pieces: piecesOf(text) }
}

/** Words that somebody wrote for one person, as a letter holds them: nothing in them is read as a placeholder. */
export function wordsAsWritten({ subject, body }: Words): FilledWords {
  return { subject: oneLine(clean(subject)), pieces: piecesOf(clean(body)) }
}

function asText(value: string | readonly string[] | undefined): string {
  return typeof value === 'object' ? value.map((line) => `- ${oneLine(clean(line))}`).join('\n') : clean(value ?? '')
}

/** Without what no letter may hold: the mark of the link, and characters that show nothing but ends of lines. */
function clean(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[\uE000\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/gu, ' ')
    .trim()
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let open = false
  for (const line of text.split('\n').map((each) => each.trim())) {
    const last = open ? pieces.at(-1) : undefined
    open = line !== '' && line !== LINK_MARK
    const item = /^[-•] +(.+)$/.exec(line)?.[1]
    if (line === LINK_MARK) pieces.push({ link: true })
    else if (item !== undefined && last && 'list' in last) last.list.push(item)
    else if (item !== undefined) pieces.push({ list: [item] })
    else if (open && last && 'paragraph' in last) last.paragraph.push(line)
    else if (open) pieces.push({ paragraph: [line] })
  }
  return pieces
}

/** The letter as plain text; a link within a sentence stands there too. */
export function textOf({ pieces }: FilledWords): string {
  const parts = pieces.map((piece) => {
    if ('link' in piece) return LINK_MARK
    return 'list' in piece ? piece.list.map((item) => `- ${item}`).join('\n') : piece.paragraph.join('\n')
  })
  return `${parts.join('\n\n')}\n`
}

/**
 * The letter as HTML: a whole page with its language and title, headings, paragraphs, lists and real links; no pictures, nothing fetched, nothing that
 * tells who opened it. Every word is escaped.
 */
export function htmlOf({ subject, pieces }: FilledWords, linkWords: string): string {
  const title = escaped(subject)
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body{margin:0;padding:24px 16px;background:#fff;color:#0b0c0c;font:18px/1.5 Arial,sans-serif}main{max-width:38em;margin:0 auto}h1{font-size:24px;line-height:1.3}a{color:#1d4f6e}.open{font-weight:bold}.small{font-size:16px;overflow-wrap:anywhere}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${pieces.map((piece) => htmlOfPiece(piece, linkWords)).join('\n')}
</main>
</body>
</html>
`
}

function htmlOfPiece(piece: Piece, linkWords: string): string {
  if ('list' in piece) return `<ul>\n${piece.list.map((item) => `<li>${linked(item)}</li>`).join('\n')}\n</ul>`
  if ('paragraph' in piece) return `<p>${piece.paragraph.map(linked).join('<br>\n')}</p>`
  return `<p class="open"><a href="${LINK_MARK}">${escaped(linkWords)}</a></p>
<p class="small">If that does not open, copy this address into your browser: ${LINK_MARK}</p>`
}

/** Addresses of the web in the words become links to themselves, and so does the link within a sentence. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"'{}|\\^`]+[^\s<>"'{}|\\^`.,;:!?)\]]|\uE000link\uE000)/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : `<a href="${escaped(part)}">${escaped(part)}</a>`))
    .join('')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** A kept text with the link in its place; in HTML it must be escaped before. */
export function withLink(text: string, link: string): string {
  return text.replaceAll(LINK_MARK, link)
}
