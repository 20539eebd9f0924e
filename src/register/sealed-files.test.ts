import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import type { PaperFormat } from '../platform/web/send-paper.ts'
import type { SealedPublication } from './register.ts'
import { keepSealedFiles } from './sealed-files.ts'

const aPublication = (hash: string): SealedPublication => ({
  slug: 'agenda-1',
  kind: 'agenda',
  number: 1,
  hash,
  publishedOn: '2026-11-30',
  title: null,
  files: [],
  content: '',
  document: { title: hash, language: 'en-GB', sections: [] },
})

/** A format that tells what it was asked to write. */
function aFormat(ending: string, fails = 0): { format: PaperFormat; written: string[] } {
  const written: string[] = []
  const write: PaperFormat['write'] = async ({ title }) => {
    written.push(title)
    if (written.length <= fails) throw new Error('the writer broke')
    return Buffer.from(`${title} as ${ending}`)
  }
  return { format: { ending, type: 'text/plain', write }, written }
}

test('a publication is written once in each format, however many ask for it at a time and after', async () => {
  const filesOf = keepSealedFiles()
  const [word, pdf] = [aFormat('docx'), aFormat('pdf')]
  const asked = [word.format, word.format, pdf.format].map((format) => filesOf(aPublication('one'), format))
  deepEqual(
    (await Promise.all(asked)).map((bytes) => Buffer.from(bytes).toString()),
    ['one as docx', 'one as docx', 'one as pdf'],
  )
  await filesOf(aPublication('one'), word.format)
  await filesOf(aPublication('two'), word.format)
  deepEqual([word.written, pdf.written], [['one', 'two'], ['one']])
})

test('one that could not be written is written for whoever asks next', async () => {
  const filesOf = keepSealedFiles()
  const { format } = aFormat('docx', 1)
  await rejects(filesOf(aPublication('one'), format), /the writer broke/)
  equal(Buffer.from(await filesOf(aPublication('one'), format)).toString(), 'one as docx')
})
