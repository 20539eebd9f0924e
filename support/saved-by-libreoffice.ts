import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What LibreOffice calls each kind of file that it saves. */
const FILTERS = { docx: 'docx:MS Word 2007 XML', doc: 'doc:MS Word 97', odt: 'odt:writer8', pdf: 'pdf:writer_pdf_Export' }

/** A Word file as somebody opened it in LibreOffice and saved it, in another kind or the same. */
export function savedByLibreOffice(program: string, bytes: Uint8Array, kind: keyof typeof FILTERS): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'heed-saved-test-'))
  try {
    writeFileSync(join(folder, 'sent.docx'), bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const options = [profile, '--headless', '--convert-to', FILTERS[kind], '--outdir', join(folder, 'saved'), join(folder, 'sent.docx')]
    execFileSync(program, options, { stdio: 'ignore', env: { ...process.env, HOME: folder } })
    return readFileSync(join(folder, 'saved', `sent.${kind}`))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
