import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { readFile } from './read-file.ts'
import { findLibreOffice } from './read-old-office-program.ts'
import { textOf } from './source-document.ts'
import { aWordFile, p, tbl, tc, tr } from './word-file.fixture.ts'

const program = findLibreOffice()
const skip = program === null ? 'LibreOffice is not installed here' : false

const PAPER = aWordFile(
  `${p('Review of allotments')}<w:p><w:r><w:t xml:space="preserve">Wexcombe agreed </w:t></w:r><w:del w:id="1" w:author="Ann Lee" w:date="2026-03-01T10:00:00Z"><w:r><w:delText xml:space="preserve">nothing of </w:delText></w:r></w:del><w:r><w:t>this.</w:t></w:r></w:p>` +
    tbl(tr(tc(p('Recommendation')), tc(p('Progress'))), tr(tc(p('That plots are let within a month.')), tc(p('Let in three weeks.')))) +
    p('End'),
)

for (const [kind, filter] of [
  ['doc', 'doc:MS Word 97'],
  ['odt', 'odt:writer8'],
  ['rtf', 'rtf:Rich Text Format'],
] as const) {
  test(`a .${kind} is read through LibreOffice, without what was struck out`, { skip }, async () => {
    const document = await readFile(saveAs(kind, filter), `plots.${kind}`)
    assert.equal(document.kind, kind)
    assert.equal(document.name, `plots.${kind}`)
    assert.match(textOf(document.blocks), /Wexcombe agreed this\./)
    assert.match(textOf(document.blocks), /Recommendation\tProgress\nThat plots are let within a month\.\tLet in three weeks\./)
    assert.match(document.remarks.join(' '), /LibreOffice made a Word document of it.*Tracked deletions were not read/)
  })
}

test('nothing is fetched for a document that asks for it, and nothing is left on the disk', { skip }, async () => {
  let asked = 0
  const server = createServer((_, response) => {
    asked++
    response.end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  try {
    const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('heed-libreoffice-'))
    const before = folders()
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/picture.png`
    const document = await readFile(anOpenDocument(address), 'plots.odt')
    assert.match(textOf(document.blocks), /Plots are let/)
    assert.equal(asked, 0)
    assert.deepEqual(folders(), before)
  } finally {
    server.close()
  }
})

test('where LibreOffice is not installed, the person is told what to do', async () => {
  const named = process.env['HEED_LIBREOFFICE']
  process.env['HEED_LIBREOFFICE'] = join(tmpdir(), 'no-such-program')
  try {
    await assert.rejects(readFile(strToU8('{\\rtf1 words}'), 'a.rtf'), { code: 'invalid', message: /rich text.*not installed.*\.docx/ })
  } finally {
    if (named === undefined) delete process.env['HEED_LIBREOFFICE']
    else process.env['HEED_LIBREOFFICE'] = named
  }
})

/** The paper as LibreOffice saves it in an older format. */
function saveAs(kind: string, filter: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'heed-old-office-test-'))
  try {
    writeFileSync(join(folder, 'plots.docx'), PAPER)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const options = [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'plots.docx')]
    execFileSync(program ?? '', options, { stdio: 'ignore', env: { ...process.env, HOME: folder } })
    return readFileSync(join(folder, `plots.${kind}`))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function anOpenDocument(picture: string): Uint8Array {
  const names = ['office', 'text', 'draw', 'xlink'].map((name) =>
    name === 'xlink'
      ? 'xmlns:xlink="http://www.w3.org/1999/xlink"'
      : `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name}:1.0"`,
  )
  const image = `<draw:frame text:anchor-type="as-char"><draw:image xlink:href="${picture}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>`
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content ${names.join(' ')} office:version="1.2"><office:body><office:text><text:p>Plots are let. ${image}</text:p></office:text></office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8(
      '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    ),
  })
}
