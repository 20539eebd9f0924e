import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedByLink } from '../../support/asked-by-link.ts'
import { fieldsOf } from '../../support/asked-owner.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-10T09:30:00Z')
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const { slug } = carers.rounds.at(-1)!
const rosa = await askedByLink(heed, slug, 'Rosa Field', ['Data Protection Officer'])
const [item] = rosa.items as [string]
const visitor = rosa.visitor()

const typed = async (values: Record<string, string>) => {
  const page = await visitor.get(rosa.home)
  return visitor.submit(page, fieldsOf(item, { answer: 'report', ...EMPTY, ...values }), 'Check your answers')
}
const EMPTY = { evidence: '', grade: '', explanation: '', impact: '', percent: '', newDate: '', newDateReason: '', because: '' }
const updates = () => heed.inCouncil((trx) => trx.selectFrom('progress_update').select('version').where('item_id', '=', item).execute())
const long = (letters: number) => `Begins ${'x'.repeat(letters - 7)}`

const wrong: [what: string, values: Record<string, string>, why: RegExp, kept: string][] = [
  ['evidence longer than a page of a paper', { evidence: long(20_001) }, /too long\. Keep it to 20,000/, 'evidence'],
  ['an explanation that is too long', { evidence: 'Done.', explanation: long(20_001) }, /Keep it to 20,000/, 'explanation'],
  ['an impact that is too long', { evidence: 'Done.', impact: long(20_001) }, /Keep it to 20,000/, 'impact'],
  [
    'a reason that is too long',
    { evidence: 'Done.', newDate: 'May 2027', newDateReason: long(20_001) },
    /Keep it to 20,000/,
    'newDateReason',
  ],
  ['a date that is a story', { evidence: 'Done.', newDate: long(201) }, /Keep it to 200/, 'newDate'],
  ['a grade of no scale', { evidence: 'Done.', grade: 'splendid' }, /Choose one of the grades/, 'evidence'],
]

for (const [what, values, why, kept] of wrong)
  test(`${what} is told at its field, kept as it was typed, and goes nowhere`, async () => {
    const page = await typed(values)
    ok(
      page.errors.some(({ text }) => why.test(text)),
      page.errors.map(({ text }) => text).join('\n'),
    )
    equal(page.forms.find((form) => `lines.${item}.${kept}` in form.values)!.values[`lines.${item}.${kept}`], values[kept])
    equal((await visitor.get(rosa.home)).forms[0]!.values[`lines.${item}.${kept}`], values[kept], 'it is there again later')
    deepEqual(await updates(), [])
  })

test('a flood of words is refused at its field, with all of them still in the box', async () => {
  const flood = long(100_001)
  const page = await typed({ evidence: flood })
  equal(page.status, 422)
  match(page.errors[0]!.text, /Keep it to 100,000/)
  equal(page.forms[0]!.values[`lines.${item}.evidence`], flood)
})

test('100 MB of words are answered with a page in words, and what was saved before stays', async () => {
  await typed({ evidence: 'Saved before the flood.' })
  const page = await visitor.get(rosa.home)
  const flooded = await visitor.submit(page, fieldsOf(item, { evidence: 'x'.repeat(100 * 1024 * 1024) }), 'Check your answers')
  equal(flooded.status, 413)
  match(flooded.text, /larger than 25 MB/)
  match((await visitor.get(rosa.home)).html, /Saved before the flood\./)
})

const HOSTILE = `</textarea></td></p><script>alert('evidence')</script><img src=x onerror="alert(1)"> {name} \${7*7} <%= 7 %> "'&amp;\u0000\u202E`

test('markup in evidence is words on every page, in the receipt and in the form in Word', async () => {
  const checking = await typed({
    evidence: `${HOSTILE} evidence`,
    grade: '3',
    impact: `${HOSTILE} impact`,
    explanation: `${HOSTILE} why`,
    newDate: '31 March 2027',
    newDateReason: `${HOSTILE} later`,
  })
  const sent = await visitor.submit(checking, {}, 'Send this answer')
  equal(sent.status, 200, sent.text)
  const officer = await heed.visitor('administrator')
  const [message] = await heed.inCouncil((trx) => trx.selectFrom('message').selectAll().where('step', '=', 'receipt').execute())
  ok(message, 'there is a receipt')
  const shown = [
    await visitor.get(rosa.home),
    checking,
    sent,
    await visitor.get(`${rosa.home}/form`),
    await officer.get(`/rounds/${slug}/items/${item}`),
    await officer.get(`/rounds/${slug}`),
    await officer.get(`/messages/${message.id}`),
    await officer.get('/history'),
    await officer.get(`/reviews/${carers.slug}/recommendations/2`),
  ]
  for (const page of shown) {
    equal(page.status, 200, page.address)
    ok(!/<script>alert|<img src=x/.test(page.html), page.address)
  }
  ok(!/<script>|<img src=x/.test(message.body_html))
  match(message.body_html, /&lt;script&gt;alert/)
  match(message.body_text, /<script>alert\('evidence'\)<\/script>.*\{name\}/s)
  const making = await visitor.get(`${rosa.home}/form`)
  const made = await visitor.ask('POST', `${rosa.home}/form/making`, making.forms[0]!.values)
  equal((await visitor.ask('GET', String(made.headers.location))).statusCode, 200)
  const kept = await heed.inCouncil((trx) =>
    trx.selectFrom('progress_update').select('evidence').where('item_id', '=', item).executeTakeFirstOrThrow(),
  )
  equal(kept.evidence, `${HOSTILE.replaceAll('\0', '')} evidence`, 'as it was typed')
})

test('forms that were made up say nothing of Heed’s insides and change nothing', async () => {
  const page = await visitor.get(rosa.home)
  const values = page.forms[0]!.values
  const forged: Record<string, string>[] = [
    { 'lines.__proto__.evidence': 'x' },
    { 'lines.constructor.prototype.evidence': 'x' },
    { 'lines.not-a-line.evidence': 'x' },
    { [`lines.${item}`]: 'x' },
    { [`lines.${item}.draft`]: "'; drop table draft; --", [`lines.${item}.revision`]: '99999999999', [`lines.${item}.version`]: '-1' },
    { lines: 'x' },
    { then: 'https://elsewhere.example' },
    { then: '//elsewhere.example' },
    { then: 'items/../../../sign-out' },
  ]
  for (const made of forged) {
    const answer = await visitor.ask('POST', rosa.home, { ...values, _key: crypto.randomUUID(), ...made })
    ok([200, 303, 404, 409, 422].includes(answer.statusCode), `${JSON.stringify(made)}: ${answer.statusCode}`)
    ok(!/elsewhere/.test(answer.headers.location ?? ''), answer.headers.location)
    ok(!/at file:|node_modules|syntax error/i.test(answer.body))
  }
})
