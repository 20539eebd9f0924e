import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { askEveryPart } from '../../support/every-part.ts'
import { setPost } from '../../support/outbox.ts'
import type { Page } from '../../support/page.ts'
import { testApp } from '../../support/test-app.ts'
import { loadWexcombe } from '../demonstration/load-wexcombe.ts'
import { saveUpdate } from '../rounds/save-update.ts'
import { linkFor, openLink } from './asking-link.ts'
import { insertRevocation } from './insert-revocation.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-12-16T10:00:00Z')
await heed.inCouncil(async (trx) => {
  await loadWexcombe(trx, heed.officers.administrator)
  await askEveryPart(trx, heed.officers.officer, 'winter-2027')
})
let visitor = await heed.visitor('officer')

/** A session ends by itself: whoever comes back on another day signs in again. */
async function onDay(day: string): Promise<void> {
  heed.clock.now = new Date(`${day}T10:00:00Z`)
  visitor = await heed.visitor('officer')
}

const ticked = (page: Page) => [page.forms.find(({ values }) => 'people' in values)?.values.people ?? []].flat()
const NOTIFY = `heed-${'a'.repeat(8)}-aaaa-4aaa-8aaa-${'a'.repeat(12)}-${'b'.repeat(8)}-bbbb-4bbb-8bbb-${'b'.repeat(12)}`
const ROUND = '/rounds/winter-2027'

const tableOf = async (address: string, caption: RegExp) =>
  (await visitor.get(address)).tables.find(([head]) => caption.test(head?.join(' ') ?? ''))?.slice(1) ?? []
const messages = (step: string) =>
  heed.inCouncil((trx) => trx.selectFrom('message').selectAll().where('step', '=', step).orderBy('queued_at').execute())
const askingAddress = async (name: string) => (await visitor.get(`${ROUND}/asking`)).links.find(({ text }) => text === name)?.href ?? ''

/** As an owner answers by their link. */
async function answer(itemId: string, name: string): Promise<void> {
  await heed.inCouncil(async (trx) => {
    const { version: before } = await trx
      .selectFrom('item_standing')
      .select('version')
      .where('item_id', '=', itemId)
      .executeTakeFirstOrThrow()
    const { version } = await saveUpdate(trx, heed.officers.officer, itemId, before, { evidence: 'All of it is done.' }, 'owner')
    const link = await trx.selectFrom('asking_link').selectAll().where('for_name', '=', name).executeTakeFirstOrThrow()
    const by = { council_id: heed.councilId, asking_id: link.asking_id, asking_link_id: link.id, submitted_by: name }
    const { id } = await trx.insertInto('submission').values(by).returning('id').executeTakeFirstOrThrow()
    await trx.insertInto('submission_update').values({ council_id: heed.councilId, submission_id: id, item_id: itemId, version }).execute()
  })
}

test('the officer sees who cannot be asked with what mends it, whom the round would ask, and the message as it would go', async () => {
  const page = await visitor.get(`${ROUND}/asking`)
  match(page.text, /1 line cannot be asked about yet/)
  const mend = page.links.find(({ text }) => text === 'Say who speaks for Scrutiny Officer')
  match(mend?.href ?? '', /^\/owners\//)
  deepEqual(
    (await tableOf(`${ROUND}/asking`, /Person Where they work/)).map(([name]) => name),
    ['Imogen Strand', 'Piers Halloran', 'Silas Orme'],
  )
  equal(ticked(page).length, 3, 'all are ticked')
  match(page.text, /To Imogen Strand, imogen\.strand@wexcombe\.example/)
  match(page.text, /Support for Young Carers, 8/)
  const silas = page.links.find(({ text }) => text === 'See the message to Silas Orme')
  match((await visitor.get(silas?.href ?? '')).text, /Dear Silas Orme/)
})

test('who is asked for which line goes out as a list', async () => {
  const list = (await visitor.ask('GET', `${ROUND}/asking.csv`)).body
  match(list, /Nobody can be asked for Scrutiny Officer/)
  match(list, /Imogen Strand.*imogen\.strand@wexcombe\.example.*Still to ask/s)
})

test('nobody is asked while the round has no due day; the page says where to set it', async () => {
  await heed.inCouncil((trx) =>
    sql`insert into round_day (council_id, round_id, version) select council_id, id, days_version + 1 from round_now where slug = 'winter-2027'`.execute(
      trx,
    ),
  )
  const page = await visitor.get(`${ROUND}/asking`)
  match(page.text, /has no day by which updates are due/)
  equal(
    page.links.some(({ href }) => href === `${ROUND}/days`),
    true,
  )
  equal(
    page.forms.filter(({ method }) => method === 'post').some(({ values }) => 'people' in values),
    false,
  )
  await heed.inCouncil((trx) =>
    sql`insert into round_day (council_id, round_id, version, due_on)
      select council_id, id, days_version + 1, '2027-01-06' from round_now where slug = 'winter-2027'`.execute(trx),
  )
})

test('the officer asks those who are ticked; the others stay to be asked; the form sent twice asks once', async () => {
  const page = await visitor.get(`${ROUND}/asking`)
  const none = await visitor.submit(page, { people: [] })
  deepEqual(none.errors, [{ text: 'Tick whom to ask.', field: 'people' }])
  const [imogen, piers] = ticked(page)
  const asked = await visitor.submit(page, { people: [imogen!, piers!] })
  match(asked.said ?? '', /2 people were asked about 2 lines/)
  await visitor.submit(page, { people: [imogen!, piers!] })
  equal((await messages('asking')).length, 2)
  deepEqual(
    (await tableOf(`${ROUND}/asking`, /Person Where they work/)).map(([name]) => name),
    ['Silas Orme'],
  )
  match(asked.text, /Imogen Strand .* Has not opened the link 0 of 1/)
})

test('where messages go by GOV.UK Notify no form in Word is attached, and the page says so', async () => {
  await setPost(heed, { post: 'notify', notifyTemplate: 'a6ee1d5f-6a0c-4cb6-8ea3-9c5c5b4c5f34' }, { smtpPassword: '', notifyKey: NOTIFY })
  const page = await visitor.get(`${ROUND}/asking`)
  match(page.text, /carries no files/)
  await visitor.submit(page, { withForm: 'yes', returnTo: 'here' })
  const rows = await heed.inCouncil((trx) => trx.selectFrom('message_attachment').select('name').execute())
  equal(rows.length, 2, 'those of the two asked before')
  await setPost(heed, {})
})

test('one person’s asking shows their lines, links and messages; reminded by hand, they get one message a day', async () => {
  const address = await askingAddress('Imogen Strand')
  const page = await visitor.get(address)
  match(page.text, /Answered 0 of 1 line/)
  match(page.text, /Opens until the end of 20 January 2027/)
  const confirming = await visitor.get(page.links.find(({ text }) => text === 'Remind')?.href ?? '')
  match(confirming.text, /Reminder: updates for Winter 2027 are due on 6 January 2027/)
  const done = await visitor.submit(confirming)
  equal(done.said, 'One person is reminded.')
  match((await visitor.get(address.replace('/asking/', '/reminding?asking='))).text, /All of them have been reminded today/)
  const [reminder, ...more] = await messages('reminder')
  equal(reminder?.to_name, 'Imogen Strand')
  deepEqual(more, [])
})

test('chosen lines of the round lead to who is reminded of what, and to what nobody is reminded of', async () => {
  await onDay('2026-12-17')
  const rows = await heed.inCouncil((trx) =>
    trx
      .selectFrom('round_item as i')
      .innerJoin('round as r', 'r.id', 'i.round_id')
      .select('i.id')
      .where('r.slug', '=', 'winter-2027')
      .execute(),
  )
  const page = await visitor.get(`${ROUND}/reminding?${new URLSearchParams(rows.map(({ id }) => ['item', id])).toString()}`)
  match(page.text, /Asked of nobody yet/)
  deepEqual(
    page.tables[0]?.slice(1).map(([name]) => name?.split(' ').slice(0, 2).join(' ')),
    ['Imogen Strand', 'Piers Halloran', 'Silas Orme'],
  )
  equal((await visitor.submit(page)).said, '3 people are reminded.')
})

test('a revoked link opens nothing, whoever holds it is not reminded, and a fresh link opens', async () => {
  const address = await askingAddress('Piers Halloran')
  const revoking = await visitor.get((await visitor.get(address)).links.find(({ text }) => text.startsWith('Revoke the link'))?.href ?? '')
  match(revoking.text, /Piers Halloran, piers\.halloran@wexcombe\.example/)
  const revoked = await visitor.submit(revoking)
  equal(revoked.said, 'The link is revoked.')
  match(revoked.text, /Revoked 17 December 2026, 10:00 by Oswin Thorpe|Revoked \d/)
  await onDay('2026-12-18')
  match((await visitor.get(`${ROUND}/reminding`)).text, /Cannot be reminded .* The link of Piers Halloran was revoked/)
  const forms = [await visitor.get(`${address}/fresh-link`), await visitor.get(`${address}/fresh-link`)]
  const both = await Promise.all(forms.map(async (form) => visitor.another().submit(form)))
  const [fresh, late] = both.toSorted((a, b) => a.status - b.status)
  deepEqual([fresh!.status, late!.status], [200, 409], 'two who send one at once send one')
  match(late!.errors[0]!.text, /Somebody else has just sent Piers Halloran a fresh link/)
  equal(fresh!.said, 'A fresh link for Piers Halloran is in the outbox.')
  const links = await heed.inCouncil((trx) => trx.selectFrom('asking_link').select('id').where('for_name', '=', 'Piers Halloran').execute())
  equal(links.length, 2)
  match((await visitor.get(`${ROUND}/reminding`)).tables[0]?.flat().join(' ') ?? '', /Piers Halloran/)
  equal(await openLink(heed.database.app, 'x'.repeat(43), heed.clock.now), null)
})

test('lines are passed to another contact, who is asked for them, or only taken off', async () => {
  const address = await askingAddress('Silas Orme')
  const form = await visitor.get(`${address}/lines`)
  const bare = await visitor.submit(form, { to: '' })
  deepEqual(bare.errors, [{ text: 'Tick at least one line.', field: 'item' }])
  const item = /name="item" type="checkbox" value="([^"]+)"/.exec(form.html)?.[1] ?? ''
  const tobias = await heed.inCouncil((trx) =>
    trx.selectFrom('contact_now').select('contact_id').where('name', '=', 'Tobias Fenn').executeTakeFirstOrThrow(),
  )
  const passed = await visitor.submit(form, { item, to: tobias.contact_id, reason: 'Silas is on leave.' })
  equal(passed.said, 'The lines were passed to Tobias Fenn, who is asked for them now.')
  match(passed.text, /Nothing is asked of them any more/)
  equal((await messages('asking')).filter(({ to_name }) => to_name === 'Tobias Fenn').length, 1)
  ok(!(await tableOf(`${ROUND}/asking`, /Person Where they work/)).some(([name]) => name === 'Silas Orme'), 'not asked again by itself')
  const tobiass = await askingAddress('Tobias Fenn')
  const off = await visitor.submit(await visitor.get(`${tobiass}/lines`), { item })
  equal(off.said, 'The lines were taken off.')
})

test('updates are sent back with a note beside what was said; whoever gave them gets one message, and answers are wanted again', async () => {
  const address = await askingAddress('Imogen Strand')
  const asked = await heed.inCouncil((trx) =>
    trx
      .selectFrom('asking_item_now as i')
      .innerJoin('asking as a', 'a.id', 'i.asking_id')
      .innerJoin('contact_now as c', 'c.contact_id', 'a.contact_id')
      .select(['i.item_id as id', 'c.name'])
      .where('c.name', 'in', ['Imogen Strand', 'Piers Halloran'])
      .execute(),
  )
  const query = new URLSearchParams(asked.map(({ id }) => ['item', id])).toString()
  match((await visitor.get(`${ROUND}/sending-back?${query}`)).text, /2 lines have no update, so there is nothing to send back/)
  for (const { id, name } of asked) await answer(id, name)
  match((await visitor.get(address)).text, /Answered 1 of 1 line/)
  const page = await visitor.get(`${ROUND}/sending-back?${query}`)
  match(page.text, /All of it is done/)
  match(page.text, /Imogen Strand, Piers Halloran will get one message each|Piers Halloran, Imogen Strand will get one message each/)
  const blank = await visitor.submit(page, { note: '' })
  equal(blank.errors[0]?.field, 'note')
  await answer(asked[0]!.id, asked[0]!.name)
  const late = await visitor.submit(page, { note: 'By when?' })
  equal(late.status, 409)
  match(late.errors[0]?.text ?? '', /answered anew since you looked/)
  equal((await messages('sent-back')).length, 0, 'all or nothing')
  const done = await visitor.submit(late)
  match(done.said ?? '', /^2 updates were sent back\. .* are told\.$/)
  const sent = await messages('sent-back')
  deepEqual(new Set(sent.map(({ to_name }) => to_name)), new Set(['Imogen Strand', 'Piers Halloran']))
  match(sent[0]?.body_text ?? '', /By when\?/)
  match(sent[0]?.body_text ?? '', /Please change it by 6 January 2027/)
  match((await visitor.get(address)).text, /Answered 0 of 1 line/)
})

test('what a colleague answered by a link that was passed to them is sent back to the colleague', async () => {
  const [asking] = await heed.inCouncil((trx) =>
    trx.selectFrom('asking_link').selectAll().where('for_name', '=', 'Imogen Strand').execute(),
  )
  const until = { askingId: asking!.asking_id, expiresAt: new Date('2027-01-21T00:00:00Z'), passedBy: asking!.id }
  const colleague = { ...until, name: 'Tess Rowan', address: 'tess.rowan@wexcombe.example' }
  const { item_id } = await heed.inCouncil(async (trx) => {
    await linkFor(trx, heed.officers.officer, heed.key, colleague, heed.clock.now)
    return trx.selectFrom('asking_item_now').select('item_id').where('asking_id', '=', asking!.asking_id).executeTakeFirstOrThrow()
  })
  await answer(item_id, 'Tess Rowan')
  const page = await visitor.get(`${ROUND}/sending-back?item=${item_id}`)
  const done = await visitor.submit(page, { note: 'Which schools?' })
  equal(done.said, 'The update was sent back. Tess Rowan is told.')
  equal((await messages('sent-back')).filter(({ to_address }) => to_address === colleague.address).length, 1)
})

test('what was answered by a link passed on twice is not sent back to its holder once the first link is revoked', async () => {
  const [tess] = await heed.inCouncil((trx) => trx.selectFrom('asking_link').selectAll().where('for_name', '=', 'Tess Rowan').execute())
  const { asking_id: askingId, expires_at: expiresAt, passed_by: first } = tess!
  const further = { askingId, expiresAt, passedBy: tess!.id, name: 'Bo Lind', address: 'bo.lind@wexcombe.example' }
  const { item_id } = await heed.inCouncil(async (trx) => {
    await linkFor(trx, heed.officers.officer, heed.key, further, heed.clock.now)
    return trx.selectFrom('asking_item_now').select('item_id').where('asking_id', '=', askingId).executeTakeFirstOrThrow()
  })
  await answer(item_id, 'Bo Lind')
  match((await visitor.get(`${ROUND}/sending-back?item=${item_id}`)).text, /Bo Lind will get one message/)
  await heed.inCouncil((trx) => insertRevocation(trx, { councilId: heed.councilId, linkId: tess!.id }, first!, heed.clock.now))
  ok(!(await visitor.get(`${ROUND}/sending-back?item=${item_id}`)).text.includes('Bo Lind will'))
})
