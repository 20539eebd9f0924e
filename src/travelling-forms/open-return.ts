import { Refusal, refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { textOf, type SourceDocument } from '../platform/documents/source-document.ts'
import { readSource } from '../imports/read-source.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { codesOfDocument, findAnswers } from './find-answers.ts'
import type { FormReturn, StrangeForm } from './form-return.ts'
import { findReturn } from './form-return.queries.ts'
import { PrintedWords } from './printed-words.ts'
import { returnedLines, type Returned } from './returned-lines.ts'
import { formsByCode } from './travelling-form.queries.ts'
import type { FormMade } from './travelling-form.ts'

/** A file as it is sent, before anything is known of it. */
export interface FileCame {
  name: string
  bytes: Buffer
}

/**
 * Reads documents that came back, one after another in the process for strangers' files. Refuses (invalid) where one cannot be read, in words
 * that name it, or is far longer than any form.
 */
export async function readForms(files: readonly FileCame[]): Promise<SourceDocument[]> {
  const sources: SourceDocument[] = []
  for (const { name, bytes } of files) sources.push(await readForm(name, bytes))
  return sources
}

/** A form of a hundred lines, each box full, holds half of this. */
const MOST_LETTERS = 2_000_000

async function readForm(name: string, bytes: Buffer): Promise<SourceDocument> {
  try {
    const { source } = await readSource(bytes, name)
    const letters = textOf(source.blocks).length
    refuseIf(
      letters > MOST_LETTERS,
      'invalid',
      `This holds ${letters.toLocaleString('en-GB')} characters, more than any form. Send back the form alone.`,
    )
    return source
  } catch (error) {
    if (error instanceof Refusal) return refuse('invalid', `${name}: ${error.message}`)
    throw error
  }
}

/** A return held against its round. */
export interface OpenedReturn {
  round: RoundRecord
  came: FormReturn
  sources: SourceDocument[]
  returned: Returned
  strange: StrangeForm[]
}

/** The return at an address against the round as it is now; `sources` are its documents as they were read. Refuses (not-found) where there is none. */
export async function openReturn(trx: Trx, slug: string, id: string, sources: SourceDocument[]): Promise<OpenedReturn> {
  const round = await findRound(trx, slug)
  const came = await findReturn(trx, round.id, id)
  const known = await formsNamed(trx, sources)
  const forms = known.filter((form) => form.round.id === round.id)
  const documents = sources.map((source) => {
    const codes = wholeCodes([source])
    const print = new PrintedWords(known.filter(({ code }) => codes.includes(code)))
    return { name: source.name, ...findAnswers(source, print) }
  })
  const returned = returnedLines(documents, forms, round)
  const taken = new Set(came.taken.map(({ itemId, code }) => `${itemId} ${code}`))
  const lines = returned.lines.map((line) =>
    taken.has(`${line.line.itemId} ${line.form.code}`) ? { ...line, standing: 'taken' as const, changes: [], findings: [] } : line,
  )
  return { round, came, sources, returned: { ...returned, lines }, strange: strangeForms(sources, known, round) }
}

/** The council's forms that the documents name by codes that are whole. */
export function formsNamed(trx: Trx, sources: readonly SourceDocument[]): Promise<(FormMade & { id: string })[]> {
  return formsByCode(trx, wholeCodes(sources))
}

function wholeCodes(sources: readonly SourceDocument[]): string[] {
  return [...new Set(sources.flatMap((source) => codesOfDocument(source).flatMap(({ whole, form }) => (whole ? [form] : []))))]
}

function strangeForms(sources: readonly SourceDocument[], known: readonly FormMade[], round: RoundRecord): StrangeForm[] {
  return wholeCodes(sources).flatMap((code) => {
    const form = known.find((one) => one.code === code)
    if (form?.round.id === round.id) return []
    return [{ code, round: form ? { slug: form.round.slug, name: form.round.name, presentedOn: form.round.presentedOn } : null }]
  })
}
