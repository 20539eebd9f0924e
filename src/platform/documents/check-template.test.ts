import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkTemplate } from './check-template.ts'
import { openTemplate } from './open-template.ts'
import type { TemplateScope } from './template-words.ts'
import { aWordFile, contentTypesOf, p, tbl, tc, tr, withParts, wordXml } from './word-file.fixture.ts'

const SCOPE: TemplateScope = {
  texts: ['council', 'meeting date', 'draft'],
  lists: {
    recommendations: { texts: ['ref', 'grade', 'impact'], lists: { updates: { texts: ['evidence'], lists: {} } } },
    grades: { texts: ['code'], lists: {} },
  },
}
const STYLES = wordXml('<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>', 'styles')

function faultsOf(body: string, parts: Record<string, string> = {}): string[] {
  const template = openTemplate(aWordFile(body, { styles: STYLES, ...parts }))
  return checkTemplate(template, SCOPE).faults.map(({ severity, where, message }) => `${severity} at ${where || 'the file'}: ${message}`)
}

const HEAD = tr(`<w:trPr><w:tblHeader/></w:trPr>${tc(p('Ref'))}${tc(p('Grade'))}`)
const run = (text: string, look = '') => `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

test('a template with a row that is repeated has nothing wrong with it, however its names are typed', () => {
  const row = tr(tc(p('{#Recommendations}{Ref}')), tc(p('{ grade }{/recommendations}')))
  assert.deepEqual(faultsOf(p('{Council}, {MEETING_DATE}, {meeting-date}') + tbl(HEAD, row)), [])
})

test('every fault is told at once, with where it stands and what to write', () => {
  const faults = faultsOf(
    p('{counsil}') +
      p('{{counsel}} and {council and {}') +
      p('{ref} {recommendations} }') +
      tbl(HEAD, tr(tc(p('{#recomendations}{reff}')), tc(p('{/recomendations}')))) +
      p('{#grades}{code}') +
      p('{/updates}'),
  )
  const expected = [
    /^error at the paragraph “\{counsil\}”: “\{counsil\}” is not a placeholder; did you mean \{council\}\?$/,
    /has two braces where one is meant: write \{counsel\}\.$/,
    /“\{counsel\}” is not a placeholder; did you mean \{council\}\?$/,
    /“\{council and” begins with \{ and is not closed/,
    /“\{\}” holds no word/,
    /There is a \} with no \{ before it/,
    /“\{ref\}” is said of each of the recommendations, so it must stand between \{#recommendations\} and \{\/recommendations\}/,
    /“\{recommendations\}” is a list\. Write \{#recommendations\} where/,
    /^error at table 1, row 2, column 1: “\{#recomendations\}” is not a placeholder; did you mean \{#recommendations\}\?$/,
    /“\{reff\}” is not a placeholder; did you mean \{ref\}\?$/,
    /“\{#grades\}” is begun and never ended/,
    /“\{\/updates\}” ends what was never begun/,
  ]
  for (const message of expected)
    assert.ok(
      faults.some((fault) => message.test(fault)),
      `${String(message)} in\n${faults.join('\n')}`,
    )
  assert.equal(faults.length, expected.length)
})

test('a list that begins in one table and ends in another, or outside, is refused', () => {
  const begins = tbl(HEAD, tr(tc(p('{#recommendations}{ref}'))))
  assert.match(faultsOf(begins + tbl(tr(tc(p('{/recommendations}')))))[0]!, /begins in table 1, row 2, column 1 and .* ends somewhere else/)
  assert.match(faultsOf(begins + p('{/recommendations}'))[0]!, /ends somewhere else/)
  assert.match(faultsOf(tbl(HEAD, tr(tc(p('{#recommendations}') + tbl(tr(tc(p('{/recommendations}'))))))))[0]!, /ends somewhere else/)
})

test('a list in itself is refused, since it would grow without end', () => {
  const inside = '{#recommendations}{#updates}{#recommendations}{ref}{/recommendations}{/updates}{/recommendations}'
  assert.match(faultsOf(p(inside)).join(), /“\{#recommendations\}” stands inside itself/)
})

test('signs that other programs know for markup and expressions mean nothing', () => {
  for (const raw of ['{@council}', '{=[[ ]]=}', '{$council}', '{-w:p council}', '{!council}'])
    assert.match(faultsOf(p(raw)).join(), /begins with a sign that means nothing here/, raw)
  for (const raw of ['{council.name}', '{council | upper}', '{constructor}', '{toString}'])
    assert.match(faultsOf(p(raw)).join(), /is not a placeholder/, raw)
})

test('a placeholder that Word keeps in pieces is understood; pieces that look unlike are told', () => {
  assert.deepEqual(
    faultsOf(`<w:p>${run('{cou')}<w:proofErr w:type="spellStart"/>${run('nc', '<w:lang w:val="fr-FR"/>')}${run('il}')}</w:p>`),
    [],
  )
  const mixed = `<w:p>${run('{cou', '<w:b/>')}${run('ncil}')}</w:p>`
  assert.deepEqual(faultsOf(mixed).length, 1)
  assert.match(
    faultsOf(mixed)[0]!,
    /^warning at the paragraph “\{council\}”: “\{council\}” is set partly in one look and partly in another/,
  )
})

test('a row of headings that is not marked is told; so is a table without one', () => {
  const row = tr(tc(p('{#recommendations}{ref}')), tc(p('{grade}{/recommendations}')))
  assert.match(
    faultsOf(tbl(tr(tc(p('Ref')), tc(p('Grade'))), row)).join(),
    /^warning at table 1: Its row of headings is not marked .* Heed marks it/,
  )
  assert.match(faultsOf(tbl(row)).join(), /^warning at table 1: It has no row of headings/)
})

test('placeholders in headers, footnotes and text boxes are checked and told where they are', () => {
  const types = contentTypesOf({ 'word/header1.xml': 'header', 'word/footnotes.xml': 'footnotes' })
  const header = wordXml(p('{counsil}'), 'hdr')
  const notes = wordXml(`<w:footnote>${p('{reff}')}</w:footnote>`, 'footnotes')
  const file = withParts(aWordFile(p('x'), { styles: STYLES, header1: header, footnotes: notes }), { '[Content_Types].xml': types })
  assert.deepEqual(
    checkTemplate(openTemplate(file), SCOPE).faults.map(({ where }) => where),
    ['a page header', 'a footnote'],
  )
  const box = `<w:p><w:r><w:pict><w:txbxContent>${p('{counsil}')}</w:txbxContent></w:pict></w:r></w:p>`
  assert.match(faultsOf(box)[0]!, /^error at a text box: the paragraph “\{counsil\}”/)
})

test('what would run or be fetched is refused or told', () => {
  const field = '<w:p><w:r><w:instrText> DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe" </w:instrText></w:r></w:p>'
  assert.match(faultsOf(field).join(), /^error .*starts another program/)
  assert.match(faultsOf('<w:altChunk/>').join(), /^error .*another document inside it/)
  const fetched = (type: string, target: string) => {
    const relation = `<Relationship Id="a" Type="http://schemas.example/${type}" Target="${target}" TargetMode="External"/>`
    const file = withParts(aWordFile(p('x'), { styles: STYLES }), {
      'word/_rels/document.xml.rels': `<Relationships>${relation}</Relationships>`,
    })
    return checkTemplate(openTemplate(file), SCOPE).faults.map(({ message }) => message)
  }
  assert.match(
    fetched('image', 'https://pictures.example/p.png').join(),
    /Word would fetch something .* https:\/\/pictures\.example\/p\.png/,
  )
  assert.match(fetched('attachedTemplate', 'https://pictures.example/t.dotm').join(), /Word would fetch/)
  assert.deepEqual(fetched('hyperlink', 'https://wexcombe.example'), [])
  assert.deepEqual(fetched('attachedTemplate', 'file:///C:/Brand/Wexcombe.dotx'), [])
  assert.match(faultsOf(`<w:p><w:ins w:author="A">${run('x')}</w:ins></w:p>`).join(), /^warning .*tracked changes/)
})

test('a template that names no language is told so', () => {
  assert.match(faultsOf(p('x'), { styles: wordXml('', 'styles') }).join(), /^warning at the file: It does not say in which language/)
})
