import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { kindOfAttachment, nameOfAttachment } from './kind-of-attachment.ts'
import { aPaper } from './paper-document.fixture.ts'
import { aWorkbook } from './workbook.fixture.ts'
import { writeDocx } from './write-docx.ts'

const words = (text: string) => new TextEncoder().encode(text)
const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
const opened = (kind: string) => zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>' })
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)

test('documents and pictures are known by what they hold', async () => {
  equal(kindOfAttachment(await writeDocx(aPaper())), 'docx')
  equal(kindOfAttachment(aWorkbook([{ name: 'One', rows: [['a']] }])), 'xlsx')
  equal(kindOfAttachment(words('%PDF-1.7\n…')), 'pdf')
  equal(kindOfAttachment(opened('text')), 'odt')
  equal(kindOfAttachment(opened('spreadsheet')), 'ods')
  equal(kindOfAttachment(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)), 'jpeg')
  equal(kindOfAttachment(PNG), 'png')
  equal(kindOfAttachment(words('School,Visited\nNorth,12 May 2026\n')), 'text')
  equal(kindOfAttachment(words('Of 31 schools, 14 < 20 were visited.')), 'text')
})

const refused: [what: string, bytes: Uint8Array, why: RegExp][] = [
  ['nothing', new Uint8Array(), /empty/],
  ['a Windows program', words('MZ\x90\0this program'), /program/],
  ['a Linux program', words('\x7fELF\x02'), /program/],
  ['a shortcut', Uint8Array.of(0x4c, 0, 0, 0, 1, 0x14, 2, 0), /program/],
  ['a program that calls itself a PDF further in', words('MZ %PDF-1.4'), /program/],
  ['a shell script', words('#!/bin/sh\nrm -rf /'), /script/],
  ['a batch file', words('@ECHO OFF\r\ndel *.*'), /script/],
  ['a web page', words('\ufeff\n <!doctype html><script>alert(1)</script>'), /web page/],
  ['a web page that calls itself a PDF further in', words('<html><!-- %PDF-1.4 -->'), /web page/],
  ['a web page behind some words', words('Evidence <script>alert(1)</script>'), /web page/],
  ['a drawing', words('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /web page/],
  ['an archive', zip({ 'a.txt': 'a' }), /archive/],
  ['a packed file', Uint8Array.of(0x1f, 0x8b, 8, 0), /archive/],
  ['a presentation', zip({ 'ppt/presentation.xml': '<x/>' }), /presentation/],
  ['a Word file with macros', zip({ 'word/document.xml': '<x/>', 'word/vbaProject.bin': 'x' }), /macros/],
  [
    'a workbook that says it runs',
    zip({
      'xl/workbook.xml': '<x/>',
      '[Content_Types].xml': '<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
    }),
    /macros/,
  ],
  [
    'an OpenDocument text with macros',
    zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>', 'Basic/Standard/Module1.xml': '<x/>' }),
    /macros/,
  ],
  [
    'an installer',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('SummaryInformation', 'utf16le')]),
    /neither a Word nor an Excel/,
  ],
  [
    'an old Word file with macros',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('WordDocument _VBA_PROJECT', 'utf16le')]),
    /macros/,
  ],
  [
    'a file under a password',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')]),
    /password/,
  ],
  ['rich text with an object in it', words('{\\rtf1 {\\object\\objemb x}}'), /objects of other programs/],
  ['a picture of a telephone', words('\0\0\0\x18ftypheic'), /JPEG or PNG/],
  ['an animation', words('GIF89a'), /JPEG or PNG/],
  ['bytes of no known kind', Uint8Array.from({ length: 900 }, (_, at) => (at * 37) % 256), /whatever its name says/],
]

for (const [what, bytes, why] of refused)
  test(`${what} is refused in words`, () => {
    throws(() => kindOfAttachment(bytes), { code: 'invalid', message: why })
  })

test('a file is kept under a name that says truly what it is', () => {
  deepEqual(
    [
      nameOfAttachment('C:\\Users\\rosa\\photo.JPG', 'jpeg'),
      nameOfAttachment('../../etc/passwd', 'text'),
      nameOfAttachment('invoice.pdf.exe', 'pdf'),
      nameOfAttachment('cod\u202Egnp.exe', 'png'),
      nameOfAttachment('<img src=x>.csv', 'text'),
      nameOfAttachment('visits.ps1', 'text'),
      nameOfAttachment('', 'pdf'),
      nameOfAttachment('.docx', 'docx'),
    ],
    ['photo.JPG', 'passwd.txt', 'invoice.pdf.exe.pdf', 'codgnp.exe.png', '<img src=x>.csv', 'visits.ps1.txt', 'file.pdf', 'file.docx'],
  )
  equal(nameOfAttachment(`${'long'.repeat(100)}.pdf`, 'pdf').length, 154)
})
