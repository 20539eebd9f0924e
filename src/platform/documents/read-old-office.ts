import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refuse, refuseIf } from '../core/refusal.ts'
import { findLibreOffice, runLibreOffice } from './read-old-office-program.ts'
import { readDocx } from './read-docx.ts'
import { LIMITS } from './reading-limits.ts'
import type { FileHints, SourceDocument } from './source-document.ts'

const NAMES = { doc: 'an old Word document (.doc, from before 2007)', odt: 'an OpenDocument text (.odt)', rtf: 'a rich text file (.rtf)' }
const SAVE_IT = 'Open it in Word, save it as a Word document (.docx) and try that file.'

/**
 * Reads a .doc, .odt or .rtf: LibreOffice, where it is installed, makes a Word file of it, which is read as one. What was deleted under
 * tracked changes stays a tracked deletion on the way and is not read. Refuses (invalid) where LibreOffice is not installed, cannot make
 * anything of the file, or takes more time, memory or room than it may. Nothing stays on the disk.
 */
export async function readOldOffice(
  bytes: Uint8Array,
  name: string,
  kind: 'doc' | 'odt' | 'rtf',
  hints: FileHints = {},
): Promise<SourceDocument> {
  const program = findLibreOffice()
  if (program === null)
    refuse(
      'invalid',
      `This is ${NAMES[kind]}. Heed reads those through LibreOffice, which is not installed where Heed runs. ${SAVE_IT} Or ask whoever runs Heed to install LibreOffice.`,
    )
  const document = readDocx(await convert(bytes, kind, program), name, hints)
  return { ...document, kind, remarks: [`This was ${NAMES[kind]}; LibreOffice made a Word document of it to read.`, ...document.remarks] }
}

async function convert(bytes: Uint8Array, kind: 'doc' | 'odt' | 'rtf', program: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'heed-libreoffice-'))
  try {
    writeFileSync(join(folder, `paper.${kind}`), bytes)
    const end = await runLibreOffice(program, folder, `paper.${kind}`)
    refuseIf(end === 'too long', 'invalid', `This is ${NAMES[kind]}, and LibreOffice took too long over it. ${SAVE_IT}`)
    refuseIf(
      end === 'too large',
      'invalid',
      `This is ${NAMES[kind]}, and LibreOffice needed more memory for it than Heed allows. ${SAVE_IT}`,
    )
    const made = join(folder, 'paper.docx')
    const size = statSync(made, { throwIfNoEntry: false })?.size ?? 0
    refuseIf(size === 0, 'invalid', `This is ${NAMES[kind]}, but LibreOffice could make nothing of it: it may be damaged. ${SAVE_IT}`)
    refuseIf(size > LIMITS.fileBytes, 'invalid', `This is ${NAMES[kind]}, and as a Word document it is larger than Heed reads.`)
    return readFileSync(made)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
