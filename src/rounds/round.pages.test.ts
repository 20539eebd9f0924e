import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { openRound } from './open-round.ts'

const heed = await testApp({ after })
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))

const open = () => carers.rounds.at(-1)!.slug

async function firstItem(): Promise<string> {
  const page = await (await heed.visitor('officer')).get(`/rounds/${open()}`)
  return page.links.find(({ href }) => href.includes('/items/'))!.href
}

test('the list says how much of each round is answered', async () => {
  const page = await (await heed.visitor('officer')).get('/rounds')
  assert.equal(page.heading, 'Rounds')
  assert.equal(page.tables[0]!.length, 1 + carers.rounds.length)
  assert.match(page.text, /\d+ of \d+/)
})

test('an update that is saved is shown with what the referee says of it', async () => {
  const officer = await heed.visitor('officer')
  const item = await officer.get(await firstItem())
  const saved = await officer.submit(
    item,
    { evidence: 'All 31 schools were written to.', grade: '3', explanation: 'Two heads were away.' },
    'Save',
  )
  assert.equal(saved.status, 200)
  assert.match(saved.said ?? '', /is saved/)
  assert.match(saved.text, /Slipped needs|new date|date by which/i)
  const mended = await officer.submit(saved, { newDate: '31 March 2029', newDateReason: 'The heads return in spring.' }, 'Save')
  assert.match(mended.text, /Heed reads the new date as 31 March 2029/)
  assert.match(mended.text, /Earlier versions/)
})

test('the referee answers a draft as it would the saved update, and saves nothing', async () => {
  const officer = await heed.visitor('officer')
  const address = await firstItem()
  const page = await officer.get(address)
  const form = page.forms.find((one) => one.buttons.some(({ text }) => text === 'Save'))!
  const draft = { ...form.values, evidence: 'As above', grade: '3', explanation: '', newDate: '', newDateReason: '' }
  const answer = await officer.ask('POST', `${address}/findings`, draft)
  assert.equal(answer.statusCode, 200)
  assert.match(answer.body, /Slipped/)
  const again = await officer.get(address)
  assert.deepEqual(again.forms.find((one) => one.buttons.some(({ text }) => text === 'Save'))!.values.evidence, form.values.evidence)
})

test('two officers on one update: the second is told, and neither text is lost', async () => {
  const [ann, bo] = [await heed.visitor('officer'), await heed.visitor('administrator')]
  const address = await firstItem()
  const [hers, his] = [await ann.get(address), await bo.get(address)]
  await ann.submit(hers, { evidence: 'Ann’s text about the leaflets.' }, 'Save')
  const told = await bo.submit(his, { evidence: 'Bo’s text about the assembly.' }, 'Save')
  assert.equal(told.status, 409)
  assert.match(told.errors[0]!.text, /Somebody else saved/)
  assert.match(told.text, /leaflets/)
  assert.match(told.text, /Bo’s text about the assembly/)
  const kept = await bo.submit(told, {}, 'Save')
  assert.equal(kept.status, 200)
  assert.match((await ann.get(address)).text, /Ann’s text about the leaflets/, 'the first text is among the earlier versions')
})

test('the same form sent twice saves one version', async () => {
  const officer = await heed.visitor('officer')
  const address = await firstItem()
  const page = await officer.get(address)
  const before = Number(page.forms.find((one) => one.values.version)!.values.version)
  const values = { evidence: 'Sent twice by an impatient finger.' }
  await Promise.all([officer.submit(page, values, 'Save'), officer.submit(page, values, 'Save')])
  const then = await officer.get(address)
  assert.equal(Number(then.forms.find((one) => one.values.version)!.values.version), before + 1)
})

test('a percentage that is none, and a missing form key, are answered in words', async () => {
  const officer = await heed.visitor('officer')
  const page = await officer.get(await firstItem())
  const refused = await officer.submit(page, { percent: 'most', evidence: 'Kept.' }, 'Save')
  assert.equal(refused.status, 422)
  assert.match(refused.errors[0]!.text, /whole number from 0 to 100/)
  assert.match(refused.html, />Kept\.</)
})

test('a round is closed, its findings overridden with a reason, frozen, and then cannot change', async () => {
  const officer = await heed.visitor('officer')
  const slug = open()
  const writing = await officer.get(await firstItem())
  const closed = await officer.submit(await officer.get(`/rounds/${slug}/closing`), {}, 'Close the round')
  assert.match(closed.said ?? '', /closed/)

  const late = await officer.submit(writing, { evidence: 'Written after the round closed.' }, 'Save')
  assert.equal(late.status, 409)
  assert.match(late.text, /Written after the round closed/, 'what was typed is shown to be copied')

  const refused = await officer.get(`/rounds/${slug}/freezing`)
  assert.match(refused.text, /stop the paper|stops the paper/)
  const findings = await officer.get(`/rounds/${slug}/findings`)
  const keys = findings.html.matchAll(/name="finding" value="([^"]+)"/g)
  const all = [...keys].map(([, key]) => key!.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"'))
  const empty = await officer.submit(findings, { finding: all, reason: '' }, 'Override the findings ticked')
  assert.equal(empty.status, 422)
  const overridden = await officer.submit(
    findings,
    { finding: all, reason: 'No update came by the date for papers.' },
    'Override the findings ticked',
  )
  assert.match(overridden.said ?? '', /overridden/)

  const frozen = await officer.submit(await officer.get(`/rounds/${slug}/freezing`), {}, 'Freeze the round')
  assert.equal(frozen.heading, 'What members saw')
  const [hash] = /[0-9a-f]{64}/.exec(frozen.text) ?? []
  const file = await officer.ask('GET', `/rounds/${slug}/frozen.json`)
  assert.equal(createHash('sha256').update(file.rawPayload).digest('hex'), hash)

  const stale = await officer.submit(writing, { evidence: 'Written after it froze.' }, 'Save')
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Written after it froze/)
})

test('the paper is made of the frozen round, and comes as Word, PDF and HTML', async () => {
  const officer = await heed.visitor('officer')
  const making = await officer.get(`/papers/making?round=${open()}`)
  const paper = await officer.submit(making, { title: 'Young carers: progress' }, 'Make the paper')
  assert.equal(paper.heading, 'Young carers: progress')
  assert.match(paper.text, /As frozen/)
  assert.match(paper.text, /No update came by the date for papers/, 'an override is shown to members with its reason')
  const [word, pdf, html] = await Promise.all(['word', 'pdf', 'html'].map((kind) => officer.ask('GET', `${paper.address}/${kind}`)))
  assert.equal(word!.rawPayload.subarray(0, 2).toString(), 'PK')
  assert.equal(pdf!.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.match(html!.body, /^<!doctype html>/)
})

test('a new round asks about every line that the last one did not settle', async () => {
  const { officer } = heed.officers
  const { slug } = await heed.inCouncil((trx) =>
    openRound(trx, officer, {
      name: 'Spring 2027',
      committeeId: carers.committeeId,
      presentedOn: '2027-04-14',
      dueOn: null,
      reviewIds: [carers.reviewId],
      leftOut: [],
    }),
  )
  const lines = async (round: string) =>
    heed.inCouncil((trx) =>
      trx
        .selectFrom('round_item as i')
        .innerJoin('round as r', 'r.id', 'i.round_id')
        .select(['i.recommendation_id', 'i.action_id', 'i.statement'])
        .where('r.slug', '=', round)
        .execute(),
    )
  const asked = await lines(slug)
  for (const line of await lines(open()))
    assert.ok(
      asked.some((one) => JSON.stringify(one) === JSON.stringify(line)),
      'no line of the last round vanishes',
    )
})

test('a review whose round is not frozen is not put into another', async () => {
  const refused = heed.inCouncil((trx) =>
    openRound(trx, heed.officers.officer, {
      name: 'Too soon',
      committeeId: carers.committeeId,
      presentedOn: '2027-09-01',
      dueOn: null,
      reviewIds: [carers.reviewId],
      leftOut: [],
    }),
  )
  await assert.rejects(refused, { code: 'conflict' })
})

test('a round that is frozen is not asked to be closed, opened or frozen again', async () => {
  const officer = await heed.visitor('officer')
  const [frozen] = carers.rounds
  for (const change of ['closing', 'reopening', 'freezing']) {
    const page = await officer.get(`/rounds/${frozen!.slug}/${change}`)
    assert.equal(page.status, 409, change)
    assert.match(page.text, /is frozen/)
  }
})
