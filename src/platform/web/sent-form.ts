import type { FastifyRequest } from 'fastify'
import type { SentFile, SentForm } from './form.ts'

interface MultipartPart {
  type?: 'file' | 'field'
  value?: unknown
  filename?: string
  mimetype?: string
  toBuffer?: () => Promise<Buffer>
}

/** Makes one shape of what browsers send, with files or without: names to words, lists of words, or files. */
export async function readSentForm(request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return
  const form: SentForm = Object.create(null)
  for (const [name, sent] of Object.entries((request.body ?? {}) as Record<string, MultipartPart | MultipartPart[]>)) {
    const values = await Promise.all([sent].flat().map(readPart))
    const words = values.filter((value) => typeof value === 'string')
    const files = values.filter((value) => typeof value !== 'string')
    if (files.length > 0) form[name] = files.length === 1 ? (files[0] ?? '') : files
    else form[name] = words.length === 1 ? (words[0] ?? '') : words
  }
  request.body = { ...form }
}

async function readPart(part: MultipartPart): Promise<string | SentFile> {
  if (part.type !== 'file' || !part.toBuffer) return String(part.value ?? '')
  return { name: part.filename ?? '', type: part.mimetype ?? '', bytes: await part.toBuffer() }
}

/** The form that was sent, whichever way; empty where nothing was. Without the one character that no text on record can hold. */
export function sentForm(request: FastifyRequest): SentForm {
  const sent = Object.entries((request.body ?? {}) as SentForm).map(([name, value]) => [name, withoutNul(value)] as const)
  return Object.fromEntries(sent)
}

function withoutNul(value: SentForm[string]): SentForm[string] {
  if (typeof value === 'string') return value.replaceAll('\0', '')
  if (!Array.isArray(value)) return value
  return value.every((each) => typeof each === 'string') ? value.map((each) => each.replaceAll('\0', '')) : value
}
