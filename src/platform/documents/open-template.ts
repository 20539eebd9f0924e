import { refuse, refuseIf } from '../core/refusal.ts'
import { kindOfFile } from './kind-of-file.ts'
import { openArchive, type Archive } from './read-archive.ts'
import { readXmlPart } from './read-xml.ts'

/** A Word template unpacked whole, once: what is checked is what is filled, whatever else its archive may hold. */
export interface OpenedTemplate {
  parts: Map<string, Uint8Array>
  /** The parts that hold words on the page: the document, headers, footers and footnotes, as Word's own list of contents names them. */
  stories: TemplateStory[]
}

export interface TemplateStory {
  part: string
  kind: StoryKind
}

export type StoryKind = 'document' | 'header' | 'footer' | 'footnotes' | 'endnotes'

/** A template is mostly a letterhead and one table; pictures of a brand book may make it large. */
export const TEMPLATE_LIMITS = { fileBytes: 10_000_000, unpackedBytes: 60_000_000, storyBytes: 6_000_000, names: 1000 } as const

const MAIN = /\.(?:document|template)\.main\+xml$/
const STORIES: [RegExp, StoryKind][] = [
  [MAIN, 'document'],
  [/wordprocessingml\.header\+xml$/, 'header'],
  [/wordprocessingml\.footer\+xml$/, 'footer'],
  [/wordprocessingml\.footnotes\+xml$/, 'footnotes'],
  [/wordprocessingml\.endnotes\+xml$/, 'endnotes'],
]
const SAVE_AS = 'In Word, choose File, Save As, Word Document (.docx), and upload that.'

const NOT_WORD: Partial<Record<ReturnType<typeof kindOfFile>, string>> = {
  pdf: 'This is a PDF. Upload the Word document that it was made from.',
  doc: `This is a Word document of before 2007. ${SAVE_AS}`,
  rtf: `This is a rich text file. ${SAVE_AS}`,
  odt: `This is an OpenDocument text. ${SAVE_AS}`,
  protected: 'This file is protected by a password. In Word, take the password off (File, Info, Protect Document) and upload it again.',
}

/**
 * Unpacks a Word document or Word template (.docx, .dotx). Refuses (invalid), in words, anything else, one with macros or other content
 * that runs, one that is damaged or over the limits of a template.
 */
export function openTemplate(bytes: Uint8Array): OpenedTemplate {
  refuseIf(bytes.length === 0, 'invalid', 'This file is empty. Choose the Word document.')
  refuseIf(
    bytes.length > TEMPLATE_LIMITS.fileBytes,
    'invalid',
    `This file is larger than the ${TEMPLATE_LIMITS.fileBytes / 1_000_000} MB that a template may be. Make its pictures smaller (Picture Format, Compress Pictures).`,
  )
  const kind = kindOfFile(bytes)
  if (kind !== 'docx') return refuse('invalid', NOT_WORD[kind] ?? `This is not a Word document. ${SAVE_AS}`)
  const archive = openArchive(bytes)
  const types = contentTypes(archive)
  const main = [...types].find(([, type]) => MAIN.test(type))
  const running =
    [...types].some(([, type]) => /macro|vba|activex/i.test(type)) || archive.names.some((name) => /vbaProject|activeX/i.test(name))
  refuseIf(running, 'invalid', `This file holds macros or controls that run, which no template of Heed’s may. ${SAVE_AS}`)
  if (!main) return refuse('invalid', `This is not a Word document as Word saves it. ${SAVE_AS}`)
  const parts = unpacked(archive)
  const stories = [...types].flatMap(([part, type]): TemplateStory[] => {
    const story = STORIES.find(([shape]) => shape.test(type))
    return story && parts.has(part) ? [{ part, kind: story[1] }] : []
  })
  for (const { part } of stories)
    refuseIf(
      parts.get(part)!.length > TEMPLATE_LIMITS.storyBytes,
      'invalid',
      `The words of this file take more than ${TEMPLATE_LIMITS.storyBytes / 1_000_000} MB, more than any template needs.`,
    )
  return { parts, stories: stories.toSorted((one, other) => Number(other.kind === 'document') - Number(one.kind === 'document')) }
}

/** Which part is what, as the file itself says. */
function contentTypes(archive: Archive): Map<string, string> {
  const types = new Map<string, string>()
  readXmlPart(archive, '[Content_Types].xml', {
    open(name, attributes) {
      if (name === 'Override' && attributes.PartName && attributes.ContentType)
        types.set(attributes.PartName.replace(/^\//, ''), attributes.ContentType)
    },
    close() {},
  })
  return types
}

function unpacked(archive: Archive): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  let total = 0
  refuseIf(
    archive.names.length > TEMPLATE_LIMITS.names,
    'invalid',
    `This file holds ${archive.names.length} parts. It is not a template of Word’s.`,
  )
  for (const name of archive.names) {
    // A folder is no part; a name that leads out of the file is none of Word's.
    if (name.endsWith('/') || name.startsWith('/') || name.split('/').includes('..')) continue
    const pieces: Uint8Array[] = []
    archive.unpack(name, (piece) => {
      total += piece.length
      refuseIf(
        total > TEMPLATE_LIMITS.unpackedBytes,
        'invalid',
        `This file unpacks to more than ${TEMPLATE_LIMITS.unpackedBytes / 1_000_000} MB, which no template needs. Heed has not read it.`,
      )
      pieces.push(piece.slice())
    })
    parts.set(name, Buffer.concat(pieces))
  }
  return parts
}

/** A part as words, where there is one. */
export function textOfPart({ parts }: OpenedTemplate, name: string): string {
  const bytes = parts.get(name)
  return bytes ? new TextDecoder().decode(bytes) : ''
}

/** The parts again as an archive to read from, for those who read XML. */
export function archiveOfParts(parts: ReadonlyMap<string, Uint8Array>): Archive {
  return {
    names: [...parts.keys()],
    unpack(name, take) {
      const bytes = parts.get(name)
      if (!bytes) return false
      take(bytes, true)
      return true
    },
  }
}
