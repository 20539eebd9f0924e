import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../platform/core/refusal.ts'
import { LIMITS } from '../platform/documents/reading-limits.ts'
import { optionalFile } from '../platform/web/fields.ts'
import { readForm, type SentFile } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault } from '../platform/web/submit-form.ts'
import type { DocumentSent } from './keep-document.ts'
import { inOfficersCouncil } from '../people/officers-council.ts'
import { listShapes } from './document-shape.queries.ts'
import type { ReadAsShown } from './read-as-shown.ts'
import { readAsShown } from './read-source.ts'
import { brief } from './reading-words.ts'

/** Pasted words as they are: a table may begin with an empty cell, so nothing is trimmed. */
const pasted = z.preprocess(
  (value) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '') : ''),
  z.string().max(LIMITS.characters, 'This is more text than Heed reads at once. Paste the table with the recommendations only.'),
)

const chosen = z
  .unknown()
  .optional()
  .refine((value) => !isEmptyFile(value), 'This file is empty: there is nothing in it to read. Choose another')
  .pipe(optionalFile())

/** A browser that was given no file sends one without a name. */
function isEmptyFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return false
  const { name, bytes } = value as SentFile
  return name !== '' && bytes.length === 0
}

/** A document chosen as a file, or its text pasted: one of the two. */
export const intakeForm = z.object({ document: chosen, words: pasted }).superRefine(({ document, words }, context) => {
  const isPasted = words.trim() !== ''
  if (!document && !isPasted)
    context.addIssue({ code: 'custom', path: ['document'], message: 'Choose the document, or paste its text below' })
  if (document && isPasted)
    context.addIssue({ code: 'custom', path: ['words'], message: 'Choose a file or paste text, not both: empty one of the two' })
})

export interface TakenIn extends ReadAsShown {
  sent: DocumentSent
}

/**
 * Reads what was sent, as the council's officers showed Heed to read its shape, before any transaction is opened. What Heed cannot read comes back as the fault of its field, to be thrown where
 * the form is answered; null where nothing readable was sent and the form's own schema will say so.
 */
export async function takeIn(request: FastifyRequest): Promise<TakenIn | FieldFault | null> {
  const form = readForm(intakeForm, sentForm(request))
  if (!form.ok) return null
  const { document, words } = form.values
  const bytes = document?.bytes ?? Buffer.from(words, 'utf8')
  const name = document ? nameOfFile(document.name) : nameOfPasted(words)
  try {
    const read = await readAsShown(bytes, name, await inOfficersCouncil(request, (trx) => listShapes(trx)))
    return { ...read, sent: { name, kind: read.source.kind, bytes } }
  } catch (error) {
    if (error instanceof Refusal) return new FieldFault(document ? 'document' : 'words', error.message)
    throw error
  }
}

/** Browsers send a name; some send a path. Only the name is kept. */
function nameOfFile(name: string): string {
  return name.split(/[/\\]/).at(-1)?.trim().slice(0, 200) || 'document'
}

function nameOfPasted(words: string): string {
  const line = words.split('\n').find((each) => each.trim() !== '') ?? ''
  return `Pasted: ${brief(line.replaceAll('\t', ' '), 60)}`
}
