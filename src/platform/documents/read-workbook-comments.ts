import type { Archive } from './read-archive.ts'
import { localName } from './read-workbook-styles.ts'
import type { Relation } from './read-workbook-relations.ts'
import { plainWords, RichText } from './read-workbook-words.ts'
import { readXmlPart } from './read-xml.ts'
import type { SourceParagraph } from './source-document.ts'
import { cellParagraphs } from './workbook-words.ts'

/** What was written beside the cells of a sheet, by address: `Ann Lee: ask again in May`, an answer on a line of its own. */
export function readComments(archive: Archive, relations: ReadonlyMap<string, Relation>): Map<string, string> {
  const comments = new Map<string, string>()
  const parts = [...relations.values()].filter((relation) => !relation.outside)
  const add = (address: string, who: string, words: string): void => {
    const said = words.trim().startsWith(`${who}:`) || who === '' ? words.trim() : `${who}: ${words.trim()}`
    const before = comments.get(address)
    if (words.trim() !== '') comments.set(address, before === undefined ? said : `${before}\n${said}`)
  }
  for (const { target } of parts.filter(({ kind }) => kind === 'threadedComment')) readThreads(archive, target, namesOf(archive), add)
  const threaded = new Set(comments.keys())
  for (const { target } of parts.filter(({ kind }) => kind === 'comments'))
    readNotes(archive, target, (address, who, words) => {
      // Beside a thread Excel keeps a note that only says so.
      if (!threaded.has(address)) add(address, who, words.replace(new RegExp(`^${escaped(who)}:\\s*`), ''))
    })
  return comments
}

type Add = (address: string, who: string, words: string) => void

function readNotes(archive: Archive, part: string, add: Add): void {
  const authors: string[] = []
  const rich = new RichText()
  let naming = false
  let address = ''
  let author = 0
  readXmlPart(archive, part, {
    open(qualified, attributes) {
      const name = localName(qualified)
      naming = name === 'author'
      if (naming) authors.push('')
      if (name === 'comment') {
        address = attributes['ref'] ?? ''
        author = Number(attributes['authorId'] ?? 0)
      } else rich.open(name, attributes)
    },
    text(text) {
      if (naming) authors[authors.length - 1] += text
      else rich.text(text)
    },
    close(qualified) {
      const name = localName(qualified)
      naming = false
      rich.close(name)
      if (name === 'comment') add(address, authorNamed(authors[author]), plainWords(rich.take()))
    },
  })
}

/** Programs that know no author write a mark of their own. */
function authorNamed(author: string | undefined): string {
  const name = (author ?? '').trim()
  return /^(?:author|unknown|sheetjs|tc=.*)$/i.test(name) ? '' : name
}

function readThreads(archive: Archive, part: string, names: ReadonlyMap<string, string>, add: Add): void {
  let address = ''
  let who = ''
  let words = ''
  let taking = false
  readXmlPart(archive, part, {
    open(qualified, attributes) {
      const name = localName(qualified)
      taking = name === 'text'
      if (name !== 'threadedComment') return
      address = attributes['ref'] ?? ''
      who = names.get(attributes['personId'] ?? '') ?? ''
      words = ''
    },
    text(text) {
      if (taking) words += text
    },
    close(qualified) {
      taking = false
      if (localName(qualified) === 'threadedComment') add(address, who, words)
    },
  })
}

function namesOf(archive: Archive): Map<string, string> {
  const names = new Map<string, string>()
  for (const part of archive.names.filter((name) => /^xl\/persons\/[^/]+\.xml$/.test(name)))
    readXmlPart(archive, part, {
      open(name, attributes) {
        if (localName(name) === 'person') names.set(attributes['id'] ?? '', attributes['displayName'] ?? '')
      },
      close() {},
    })
  return names
}

/** The words of the text boxes of a sheet, each with the row (from 1) at which it hangs. */
export function readTextBoxes(archive: Archive, part: string): { row: number; paragraphs: SourceParagraph[] }[] {
  const boxes: { row: number; paragraphs: SourceParagraph[] }[] = []
  const path: string[] = []
  let row = 1
  let lines: string[] = []
  readXmlPart(archive, part, {
    open(qualified) {
      const name = localName(qualified)
      path.push(name)
      if (name === 'p' && path.includes('txBody')) lines.push('')
      if (name === 'br' && lines.length > 0) lines[lines.length - 1] += '\n'
    },
    text(text) {
      if (path.at(-1) === 'row' && path.at(-2) === 'from') row = Number(text) + 1 || 1
      else if (path.at(-1) === 't' && lines.length > 0) lines[lines.length - 1] += text
    },
    close(qualified) {
      path.pop()
      if (!localName(qualified).endsWith('Anchor')) return
      const paragraphs = cellParagraphs([{ text: lines.join('\n'), bold: false }]).filter((paragraph) => paragraph.text !== '')
      if (paragraphs.length > 0) boxes.push({ row, paragraphs })
      lines = []
    },
  })
  return boxes
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
