import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'

const heed = await testApp({ after })
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const round = carers.rounds.at(-1)!.slug

test('a paper is offered as Word, PDF, HTML, Excel and CSV, each a file of its own kind with the paper’s name', async () => {
  const officer = await heed.visitor('officer')
  const paper = await officer.submit(await officer.get(`/papers/making?round=${round}`), { title: 'Progress in autumn' }, 'Make the paper')
  assert.equal(paper.status, 200)
  const opening = { Word: 'PK', PDF: '%PDF-1.7', HTML: '<!doctype html>', Excel: 'PK', CSV: '\ufeffWexcombe Borough Council' }
  const ending = { Word: 'docx', PDF: 'pdf', HTML: 'html', Excel: 'xlsx', CSV: 'csv' }
  for (const format of ['Word', 'PDF', 'HTML', 'Excel', 'CSV'] as const) {
    const { href } = paper.links.find(({ text }) => text === format)!
    const answer = await officer.ask('GET', href)
    assert.equal(answer.statusCode, 200, format)
    assert.match(String(answer.headers['content-disposition']), new RegExp(`filename="${round}-progress-in-autumn\\.${ending[format]}"`))
    assert.ok(answer.rawPayload.subarray(0, 40).toString('utf8').startsWith(opening[format]), format)
  }
})

test('the whole pack for the meeting is offered where the paper is made', async () => {
  const officer = await heed.visitor('officer')
  const making = await officer.get(`/papers/making?round=${round}`)
  const paper = await officer.submit(making, { pack: 'yes', layout: 'own' }, 'Make the paper')
  assert.match(paper.heading ?? '', /^Agenda and papers – /)
  assert.match(paper.text, /Contents of this pack/)
  assert.match(paper.text, /Appendix A – Support for young carers/)
  const lines = paper.links.filter(({ href }) => href.startsWith('#appendix-'))
  assert.ok(lines.length >= 2)
  assert.match((await officer.get('/papers')).text, /Each review in its own layout/)
})
