import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { read, write } from '@e965/xlsx'
import fc from 'fast-check'
import { generatedReadings } from '../../support/generated-readings.ts'
import { makePaper } from '../../src/papers/write-paper.ts'
import type { PaperDocument } from '../../src/platform/documents/paper-document.ts'
import { findLibreOffice } from '../../src/platform/documents/read-old-office-program.ts'
import { writeCsv } from '../../src/platform/documents/write-csv.ts'
import { writeDocx } from '../../src/platform/documents/write-docx.ts'
import { closePdfPress, writePdf } from '../../src/platform/documents/write-pdf.ts'
import { writeXlsx } from '../../src/platform/documents/write-xlsx.ts'
import { LAYOUTS } from '../../src/reading/reading.ts'
import { renderText } from '../unlike/render-text.ts'
import { renderWorkbook } from '../unlike/render-sheets.ts'
import { renderWord } from '../unlike/render-word.ts'
import { UNLIKE_DOCUMENTS } from '../unlike/unlike-documents.ts'

export const FORMATS = ['docx', 'xlsx', 'xls', 'ods', 'csv', 'text', 'pdf', 'doc', 'odt', 'rtf'] as const
export type Format = (typeof FORMATS)[number]

/** Formats that LibreOffice reads for Heed: seconds each. */
export const CONVERTED: readonly Format[] = ['doc', 'odt', 'rtf']

/** Whole papers of a format to begin from: of each layout that Heed writes, and of councils unlike them. None where this machine cannot make them. */
export async function seedsOf(format: Format): Promise<Uint8Array[]> {
  const unlike = [3, 17, 29].map((at) => UNLIKE_DOCUMENTS[at]!)
  switch (format) {
    case 'docx':
      return [...(await Promise.all(papers().map(writeDocx))), ...(await Promise.all(unlike.map(renderWord)))]
    case 'xlsx':
      return [...(await Promise.all(papers().map(writeXlsx))), ...unlike.map(renderWorkbook)]
    case 'xls':
    case 'ods':
      return (await Promise.all(papers().map(writeXlsx))).map(
        (bytes) => new Uint8Array(write(read(Buffer.from(bytes), { type: 'buffer' }), { type: 'buffer', bookType: format }) as Buffer),
      )
    case 'csv':
      return papers().map((paper) => Buffer.from(writeCsv(paper)))
    case 'text':
      return UNLIKE_DOCUMENTS.slice(0, 8).map((document) => Buffer.from(renderText(document)))
    case 'pdf': {
      const made = await Promise.all(papers().map(writePdf))
      await closePdfPress()
      return made
    }
    case 'doc':
    case 'odt':
    case 'rtf':
      return convertedTo(format, (await seedsOf('docx')).slice(0, 3))
  }
}

function papers(): PaperDocument[] {
  return LAYOUTS.flatMap((layout) =>
    fc.sample(generatedReadings(layout), { seed: 7, numRuns: 1 }).map((reading) => makePaper(reading, { layout })),
  )
}

function convertedTo(format: Format, papersInWord: readonly Uint8Array[]): Uint8Array[] {
  const program = findLibreOffice()
  if (program === null) return []
  const folder = mkdtempSync(join(tmpdir(), 'heed-seeds-'))
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const names = papersInWord.map((bytes, at) => {
      writeFileSync(join(folder, `paper${at}.docx`), bytes)
      return join(folder, `paper${at}.docx`)
    })
    execFileSync(program, [profile, '--headless', '--convert-to', format, '--outdir', folder, ...names], { stdio: 'ignore' })
    return names.map((name) => new Uint8Array(readFileSync(name.replace(/docx$/, format))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
