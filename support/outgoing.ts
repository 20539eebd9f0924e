import { unzipSync } from 'fflate'
import { pagesOfPdf } from '../src/platform/documents/pages-of-pdf.ts'
import type { Visitor } from './visitor.ts'

/** Something that went out, as text without spaces and in small letters, so that neither a line's end nor an address hides a word. */
export interface Outgoing {
  where: string
  text: string
}

/** What somebody is answered at an address, with its headers. */
export async function answerOf(visitor: Visitor, address: string): Promise<Outgoing> {
  return asOutgoing(address, await visitor.ask('GET', address))
}

/** An answer as something that went out. */
export async function asOutgoing(where: string, { headers, rawPayload }: Awaited<ReturnType<Visitor['ask']>>): Promise<Outgoing> {
  return { where, text: squeezed(JSON.stringify(headers)) + (await textOf(String(headers['content-type']), rawPayload)) }
}

/** What a file says: the words of a Word, PDF or text file. */
export async function textOf(type: string, bytes: Buffer): Promise<string> {
  if (type.includes('officedocument')) {
    const files = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name))
    return squeezed(
      files
        .map(([, file]) =>
          Buffer.from(file)
            .toString()
            .replace(/<[^>]*>/g, ''),
        )
        .join(' '),
    )
  }
  if (type.includes('pdf')) {
    const { pages } = await pagesOfPdf(bytes)
    return squeezed(pages.flatMap(({ words, hidden }) => [...words, ...hidden].map(({ text }) => text)).join(' '))
  }
  return squeezed(bytes.toString())
}

export function squeezed(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase()
}
