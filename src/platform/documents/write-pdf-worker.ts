import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { charactersOfFont } from './font-characters.ts'
import type { PaperDocument } from './paper-document.ts'
import { paperForTypst } from './paper-for-typst.ts'
import type { PdfAnswer } from './write-pdf.ts'
import { tagTables } from './write-pdf-tags.ts'

const FACES = [
  'source-sans-3/400Regular/SourceSans3_400Regular',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold',
  'source-sans-3/700Bold/SourceSans3_700Bold',
  'noto-sans/400Regular/NotoSans_400Regular',
  'noto-sans/600SemiBold/NotoSans_600SemiBold',
]

const { resolve } = createRequire(import.meta.url)
const fonts = FACES.map((face) => readFileSync(resolve(`@expo-google-fonts/${face}.ttf`)))
const known = new Set(fonts.flatMap((font) => [...charactersOfFont(font)]))
const template = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8')
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })

function setPaper(paper: PaperDocument): Uint8Array {
  const set = paperForTypst(paper, known)
  const result = compiler.compile({ mainFileContent: template, inputs: { paper: JSON.stringify(set) } })
  if (!result.result) throw new Error(faultsOf(result.takeDiagnostics()))
  return tagTables(compiler.pdf(result.result, { pdfStandard: 'ua-1' }), set)
}

function faultsOf(diagnostics: Parameters<typeof compiler.fetchDiagnostics>[0] | null): string {
  if (!diagnostics) return 'no reason was given'
  const faults: { message: string }[] = compiler.fetchDiagnostics(diagnostics)
  return faults.map((fault) => fault.message).join('; ')
}

function answer({ job, paper }: { job: number; paper: PaperDocument }): PdfAnswer {
  try {
    return { job, pdf: setPaper(paper) }
  } catch (error) {
    return { job, fault: error instanceof Error ? error.message : String(error) }
  } finally {
    // What Typst remembers of one paper is no use to the next, and would grow for ever.
    compiler.evictCache(2)
  }
}

parentPort?.on('message', (request: { job: number; paper: PaperDocument }) => parentPort?.postMessage(answer(request)))
