import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { pasted, uploaded } from '../../support/brought-in.ts'
import { testApp } from '../../support/test-app.ts'

const heed = await testApp({ after })

const count = (table: 'import' | 'document') => heed.inCouncil(async (trx) => (await trx.selectFrom(table).select('id').execute()).length)

const NOT_READABLE: Record<string, { name: string; bytes: Buffer; says: RegExp }> = {
  'an empty file': { name: 'plan.docx', bytes: Buffer.alloc(0), says: /^This file is empty: there is nothing in it to read/ },
  'a picture that is called a Word document': {
    name: 'plan.docx',
    bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    says: /neither a document that Heed reads nor text/,
  },
  'a PDF': { name: 'plan.pdf', bytes: Buffer.from('%PDF-1.7 …'), says: /This PDF is damaged/ },
  'a Word document under a password': {
    name: 'plan.docx',
    bytes: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')]),
    says: /protected by a password/,
  },
  'an old Word document': {
    name: 'plan.doc',
    bytes: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]),
    says: /old Word document/,
  },
  'an archive that is no Word document': {
    name: 'plan.docx',
    bytes: Buffer.from(zipSync({ 'readme.txt': strToU8('hello') })),
    says: /Word/,
  },
  'a Word document cut off half way': {
    name: 'plan.docx',
    bytes: Buffer.from(zipSync({ 'word/document.xml': strToU8('<w:document>') })).subarray(0, 40),
    says: /./,
  },
  'a file of blank lines': { name: 'plan.txt', bytes: Buffer.from('\n\n  \n'), says: /no text/ },
}

for (const [what, { name, bytes, says }] of Object.entries(NOT_READABLE)) {
  test(`${what} is refused in words, and nothing is kept of it`, async () => {
    const visitor = await heed.visitor('officer')
    const before = [await count('document'), await count('import')]
    const page = await uploaded(visitor, name, bytes)
    assert.equal(page.status, 422)
    assert.match(page.errors[0]!.text, says)
    assert.equal(page.errors[0]!.field, 'document')
    assert.deepEqual([await count('document'), await count('import')], before)
  })
}

test('a table of more recommendations than anybody could check is refused in words', async () => {
  const visitor = await heed.visitor('officer')
  const rows = Array.from({ length: 1_200 }, (_, row) => `${row + 1}\tThat lamp ${row + 1} in the park is mended.\tParks Manager\tMay 2027`)
  const page = await uploaded(visitor, 'lamps.txt', Buffer.from(['No.\tRecommendation\tLead Officer\tCompletion Date', ...rows].join('\n')))
  assert.equal(page.status, 422)
  assert.match(page.errors[0]!.text, /1,200 recommendations in this document, more than the 1,000/)
})

test('a file over the limit is refused in words', async () => {
  const visitor = await heed.visitor('officer')
  const page = await uploaded(visitor, 'big.docx', Buffer.alloc(26 * 1024 * 1024, 1))
  assert.equal(page.status, 413)
  assert.match(page.text, /larger than 25 MB/)
})

test('nothing chosen, or a file and text at once, is asked again with the text kept', async () => {
  const visitor = await heed.visitor('officer')
  assert.match((await pasted(visitor, '   ')).errors[0]!.text, /Choose the document, or paste its text/)
  const both = await visitor.submit(
    await visitor.get('/imports'),
    { words: 'That bins are emptied.', document: { name: 'a.txt', bytes: Buffer.from('x') } },
    'Read it',
  )
  assert.match(both.errors[0]!.text, /not both/)
  assert.equal(both.forms.find(({ files }) => files)!.values.words, 'That bins are emptied.')
})
