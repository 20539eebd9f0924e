import type { FastifyReply } from 'fastify'
import { refuse } from '../core/refusal.ts'
import { slugOf } from '../core/slug.ts'
import type { PaperDocument } from '../documents/paper-document.ts'
import { writeDocx } from '../documents/write-docx.ts'
import { writeHtml } from '../documents/write-html.ts'
import { writePdf } from '../documents/write-pdf.ts'

export interface PaperFormat {
  ending: string
  type: string
  write: (paper: PaperDocument) => Uint8Array | string | Promise<Uint8Array>
}

/** What a paper of words can be taken as, by the last word of its address. */
export const PAPER_FORMATS: Record<string, PaperFormat> = {
  word: { ending: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: writeDocx },
  pdf: { ending: 'pdf', type: 'application/pdf', write: writePdf },
  html: { ending: 'html', type: 'text/html; charset=utf-8', write: writeHtml },
}

/** Refuses (not-found) a word that names no format. */
export function paperFormat(word: string): PaperFormat {
  return PAPER_FORMATS[word] ?? refuse('not-found', 'A paper can be had as Word, PDF or HTML.')
}

/** Sends a paper to keep, named after what it is. */
export async function sendPaper(reply: FastifyReply, paper: PaperDocument, format: PaperFormat): Promise<FastifyReply> {
  return sendFile(reply, paper.title, format.ending, format.type, await format.write(paper))
}

/** Sends a file to keep, named after what it holds. */
export function sendFile(reply: FastifyReply, title: string, ending: string, type: string, content: Uint8Array | string): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${slugOf(title, 'paper', 80)}.${ending}"`)
    .send(typeof content === 'string' ? content : Buffer.from(content))
}

/**
 * Sends a file from outside as it came: to be kept, and never opened in the page's own place, whatever it holds. `keep` says as Cache-Control does who may
 * keep it besides; without it nobody.
 */
export function sendAsCame(
  reply: FastifyReply,
  { name, type, bytes }: { name: string; type: string; bytes: Buffer },
  keep = 'private, no-store',
): FastifyReply {
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encoded}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', keep)
    .send(bytes)
}
