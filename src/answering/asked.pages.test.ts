import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedFor, fieldsOf, itemsOfRound } from '../../support/asked-owner.ts'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { closeRound } from '../rounds/close-round.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-10T09:30:00Z')
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const round = carers.rounds.at(-1)!
const [form2a, form2b, breaks, passes, evening] = (await itemsOfRound(heed, round.id)) as [string, string, string, string, string]
let people = 0

/** Somebody asked for these lines, at the page that their link opens. */
async function opened(...items: string[]) {
  people += 1
  const asked = await askedFor(heed, round.id, items, { name: `Rosa Field ${people}`, address: `rosa.${people}@wexcombe.example` })
  const rosa = await heed.visitor()
  return { asked, rosa, page: await rosa.get(asked.href) }
}

async function drafts(askingId: string) {
  return heed.inCouncil((trx) => trx.selectFrom('draft').selectAll().where('asking_id', '=', askingId).orderBy('begun_at').execute())
}

test('the link in a message opens what was asked of its contact and nothing else', async () => {
  const { page, rosa } = await opened(form2a, form2b)
  assert.equal(page.status, 200)
  assert.match(
    page.text,
    /Wexcombe Borough Council asks Rosa Field 1 where these 2 stand, for the meeting of Children and Young People Panel on 9 December 2026/,
  )
  assert.match(page.text, /Please answer by 20 November 2026/)
  assert.match(page.text, /Recommendation 2, part a/)
  assert.match(page.text, /Promised: December 2025 – past by the meeting of 9 December 2026/)
  assert.doesNotMatch(page.text, /bus passes/)
  assert.match((await rosa.get('/rounds')).heading, /Sign in/, 'the link is no account')
})

test('a line says which date it is on, asks after its measure, and tells what was said last time', async () => {
  const { page } = await opened(breaks)
  assert.match(page.text, /Promised: July 2026, the second date/)
  assert.match(page.text, /The provider withdrew and the contract was let again\. \(granted by Children and Young People Panel\)/)
  assert.match(page.text, /Success would be: “200 breaks a year”\. Where does that stand now\?/)
  assert.match(page.text, /What was said last time, Spring 2026 Slipped/)
  assert.match(page.text, /It went before Children and Young People Panel on 22 April 2026/)
})

test('a line tells what the committee made of last time’s update, but nothing that it decided in private', async () => {
  await heed.inCouncil(async (trx) => {
    const { officer } = heed.officers
    const last = await trx
      .selectFrom('round_item as i')
      .innerJoin('round_item as now', 'now.recommendation_id', 'i.recommendation_id')
      .select(['i.id', 'i.recommendation_id', 'now.id as asked'])
      .where('i.round_id', '=', carers.rounds[1]!.id)
      .where('now.id', 'in', [breaks, passes])
      .execute()
    const meeting = await putAgenda(trx, officer, carers.committeeId, '2026-04-22', [
      anItem('Young carers', { kind: 'round', roundId: carers.rounds[1]!.id }),
      anItem('A contract', { exemptParagraphs: [3], publicInterest: 'Bids are being weighed.' }),
    ])
    for (const { id, recommendation_id, asked } of last) {
      const title = asked === breaks ? 'Young carers' : 'A contract'
      const item = meeting.agenda.find((one) => one.title === title)!
      const decision = { meeting_id: meeting.id, agenda_item_id: item.id, recommendation_id, item_id: id }
      const said = {
        kind: 'challenge' as const,
        grade_label: 'Not Achieved',
        words: `Of ${title}: too few breaks.`,
        minute_reference: '14/26',
      }
      const pressed = { device_key: crypto.randomUUID(), decided_at: new Date('2026-04-22T19:00:00Z') }
      await trx
        .insertInto('decision')
        .values({ council_id: heed.councilId, ...decision, ...said, ...pressed })
        .execute()
    }
  })
  const { page } = await opened(breaks, passes)
  assert.match(
    page.text,
    /What the committee made of it: ?Challenged the assessment: Not Achieved\. Of Young carers: too few breaks\. \(Children and Young People Panel, 22 April 2026, minute 14\/26\)/,
  )
  assert.doesNotMatch(page.text, /Of A contract/)
})

test('a link that was opened is noted once a day', async () => {
  const { asked, rosa } = await opened(form2a)
  await rosa.get(`/asked/${asked.askingId}`)
  heed.clock.now = new Date('2026-11-11T09:30:00Z')
  await rosa.get(`/asked/${asked.askingId}`)
  const { openings, events } = await heed.inCouncil(async (trx) => ({
    openings: await trx.selectFrom('asking_link_opening').selectAll().where('asking_link_id', '=', asked.linkId).execute(),
    events: (await trx.selectFrom('event').selectAll().where('kind', '=', 'link.opened').execute()).filter(
      ({ detail }) => (detail as { asking: string }).asking === asked.askingId,
    ),
  }))
  assert.deepEqual(openings.map(({ opened_on }) => opened_on).sort(), ['2026-11-10', '2026-11-11'])
  assert.equal(events.length, 2)
})

test('links that open nothing are answered alike, and after many from one address in words', async () => {
  const stranger = await heed.visitor()
  const wrong = await stranger.get(`/asked/open/${'x'.repeat(43)}`)
  assert.equal(wrong.status, 404)
  assert.match(wrong.text, /This link does not open, or opens no longer/)
  assert.deepEqual((await stranger.get('/asked/open/short')).text, wrong.text)
  assert.deepEqual((await stranger.get(`/asked/${form2a}`)).text, wrong.text)
  for (let count = 0; count < 40; count += 1) await stranger.ask('GET', `/asked/open/${'y'.repeat(43)}`)
  const many = await stranger.get(`/asked/open/${'z'.repeat(43)}`)
  assert.equal(many.status, 503)
  assert.match(many.text, /Too many links that do not open/)
  const { page } = await opened(form2a)
  assert.equal(page.status, 200, 'a link that opens is never counted')
  heed.clock.now = new Date('2026-11-11T10:00:00Z')
})

test('a form sent by a link that opens no longer is refused, and shows whoever filled it in their own words', async () => {
  const { rosa, page, asked } = await opened(form2a)
  await heed.inCouncil((trx) =>
    trx.insertInto('asking_link_revocation').values({ council_id: heed.councilId, asking_link_id: asked.linkId }).execute(),
  )
  const refused = await rosa.submit(
    page,
    fieldsOf(form2a, { answer: 'report', evidence: 'Ten minutes of my own words.' }),
    'Save and come back later',
  )
  assert.equal(refused.status, 404)
  assert.match(refused.text, /This link does not open, or opens no longer.*Ten minutes of my own words\./)
  assert.equal((await drafts(asked.askingId)).length, 0)
})

test('what is written is kept by the page’s own button, and is there again', async () => {
  const { asked, rosa, page } = await opened(form2a, form2b)
  const saved = await rosa.submit(
    page,
    fieldsOf(form2a, { answer: 'same', because: 'The form waits for the network.' }),
    'Save and come back later',
  )
  assert.match(saved.said ?? '', /Everything you wrote is saved/)
  assert.match(saved.html, />The form waits for the network\.</)
  assert.match(saved.text, /Saved 10:00/)
  const [draft, ...others] = await drafts(asked.askingId)
  assert.deepEqual([others.length, draft?.revision, draft?.written_by], [0, 1, `Rosa Field ${people}`], 'an untouched line makes no draft')
  const same = await rosa.submit(saved, {}, 'Save and come back later')
  assert.equal(same.status, 200)
  assert.equal((await drafts(asked.askingId))[0]?.revision, 1, 'the same words are the same draft')
})

test('a draft may be as wrong as it likes; what is wrong is said when it is checked', async () => {
  const { rosa, page } = await opened(breaks)
  const change = await rosa.get(page.links.find(({ text }) => text.startsWith('Change this answer'))!.href)
  const wrong = fieldsOf(breaks, { answer: 'report', evidence: '<script>alert(1)</script>', newDate: 'x'.repeat(201) })
  const saved = await rosa.submit(change, wrong, 'Save and come back later')
  assert.equal(saved.status, 200)
  assert.match(saved.html, /&lt;script&gt;alert\(1\)/)
  const checked = await rosa.submit(saved, {}, 'Check your answers')
  assert.deepEqual(checked.errors, [
    { text: 'Recommendation 3: This is too long. Keep it to 200 characters.', field: `lines-${breaks}-newDate` },
  ])
})

test('as somebody types, each line is kept, and the referee speaks without keeping anything back', async () => {
  const { asked, rosa, page } = await opened(passes)
  const at = `/asked/${asked.askingId}/items/${passes}`
  const token = String(page.forms[0]!.values._token)
  const typed = { draft: '', revision: '0', version: '0', answer: 'report', evidence: 'As above', _token: token }
  const kept = await rosa.ask('POST', `${at}/draft`, typed)
  assert.equal(kept.statusCode, 200)
  const said = kept.json<{ draft: string; revision: number; saved: string; apart: unknown }>()
  assert.deepEqual([said.revision, said.apart, said.saved], [1, null, 'Saved 10:00'])
  const again = await rosa.ask('POST', `${at}/draft`, { ...typed, draft: said.draft, revision: '1', evidence: 'As above, and more.' })
  assert.equal(again.json<{ revision: number }>().revision, 2)
  const findings = await rosa.ask('POST', `${at}/findings`, typed)
  assert.match(findings.body, /Members read each line by itself/)
  assert.match(findings.body, /Choose the grade that fits best/)
  assert.equal((await drafts(asked.askingId)).length, 1)
})

test('a draft that changed meanwhile is never replaced: both texts are shown and either can be taken', async () => {
  const { rosa, page, asked } = await opened(passes)
  const colleague = rosa.another()
  const elsewhere = await colleague.get(`/asked/${asked.askingId}`)
  await rosa.submit(page, fieldsOf(passes, { answer: 'report', evidence: 'The first text.' }), 'Save and come back later')
  heed.clock.now = new Date('2026-11-11T10:05:00Z')
  const both = await colleague.submit(
    elsewhere,
    fieldsOf(passes, { answer: 'report', evidence: 'The second text.' }),
    'Save and come back later',
  )
  assert.match(both.text, /There are two texts of this line/)
  assert.match(both.text, /The first text\./)
  assert.match(both.html, />The second text\.</)
  assert.match(both.text, /Saved by Rosa Field \d+, 11 November 2026, 10:00/)
  const checked = await rosa.submit(await rosa.get(`/asked/${asked.askingId}`), {}, 'Check your answers')
  assert.match(checked.text, /not ready.*There are two texts/)
  const taken = await rosa.submit(both, {}, 'Put this text into the boxes')
  assert.match(taken.html, />The first text\.<\/textarea>/)
  assert.match(taken.text, /The second text\./)
  const kept = await rosa.submit(taken, {}, 'Remove this text')
  assert.doesNotMatch(kept.text, /two texts/)
  assert.match(kept.html, />The first text\.<\/textarea>/)
})

test('more lines than five stand in parts, with a list of what is done', async () => {
  const more = await heed.inCouncil(async (trx) => {
    const { recommendation_id, council_id } = await trx
      .selectFrom('round_item')
      .selectAll()
      .where('id', '=', evening)
      .executeTakeFirstOrThrow()
    const rows = [2, 3].map((statement) => ({ council_id, round_id: round.id, recommendation_id, statement, position: 10 + statement }))
    return (await trx.insertInto('round_item').values(rows).returning('id').execute()).map(({ id }) => id)
  })
  const { page, rosa } = await opened(form2a, form2b, breaks, passes, evening, ...more)
  assert.equal(page.heading, 'What you were asked')
  assert.match(page.text, /Part 1 of 2.*Recommendation 2, part a.*To answer.*Part 2 of 2/)
  const part = await rosa.get(page.links.find(({ text }) => text === 'Start')!.href)
  assert.equal(part.heading, 'Part 1 of 2')
  const next = await rosa.submit(part, fieldsOf(form2a, { answer: 'same', because: 'Nothing yet.' }), 'Save and go on')
  assert.equal(next.heading, 'Part 2 of 2')
  assert.match((await rosa.get(`/asked/${page.address.split('/')[2]}`)).text, /part a.*?Begun/)
  assert.equal((await rosa.get(`${page.address}/lines/9`)).status, 404)
})

test('a round that closes meanwhile is said clearly, with the text kept and shown', async () => {
  const { rosa, page, asked } = await opened(form2b)
  const begun = await rosa.submit(page, fieldsOf(form2b, { answer: 'report', evidence: 'Kept as a draft.' }), 'Save and come back later')
  await heed.inCouncil((trx) => closeRound(trx, heed.officers.officer, round.slug))
  const late = await rosa.submit(begun, fieldsOf(form2b, { answer: 'report', evidence: 'Typed too late.' }), 'Save and come back later')
  assert.equal(late.status, 409)
  assert.match(late.errors[0]!.text, /This round is closed/)
  assert.match(late.text, /Typed too late\./)
  assert.match(late.text, /Kept as a draft\./)
  const sending = await rosa.get(`/asked/${asked.askingId}/sending`)
  assert.match(sending.text, /no more answers can be sent.*Kept as a draft\./)
  const draft = await rosa.ask('POST', `/asked/${asked.askingId}/items/${form2b}/draft`, {
    ...fieldsOf(form2b, {}),
    evidence: 'Typed later still.',
    _token: String(begun.forms[0]!.values._token),
  })
  assert.equal(draft.statusCode, 409)
})
