import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedByHand } from '../../support/asked-owner.ts'
import { emailOf, testApp } from '../../support/test-app.ts'
import { loadWexcombe } from '../demonstration/load-wexcombe.ts'
import { listEvents } from '../history/history.queries.ts'
import { saveUpdate } from '../rounds/save-update.ts'

const heed = await testApp({ after })
const { officer, administrator } = heed.officers
heed.clock.now = new Date('2026-12-14T10:00:00Z')
await heed.inCouncil((trx) => loadWexcombe(trx, administrator))
const visitor = await heed.visitor('officer')
const council_id = heed.councilId

const before = { updates: await visitor.get('/your-updates'), home: await visitor.get('/') }

/** Asked as the contact of the officer's own address; Una is somebody else. */
const own = await askedByHand(heed, 'winter-2027', { name: 'Oswin Thorpe', email: emailOf('officer') })
const hers = await askedByHand(heed, 'winter-2027')

test('who is asked nothing is told why, and what to do', () => {
  match(before.updates.text, /You are asked nothing/)
  match(before.updates.text, /officer@wexcombe\.example/)
  doesNotMatch(before.home.text, /yourself/)
})

test('what is asked of the contact with the account’s address stands there, and on Home, with its day', async () => {
  const page = await visitor.get('/your-updates')
  const [table] = page.tables
  equal(table?.length, 2, 'the asking of nobody else')
  match(table?.[1]?.join(' ') ?? '', /Winter 2027.* 6 January 2027 0 of 3/)
  doesNotMatch(page.text, /Late/)
  const home = await visitor.get('/')
  match(home.text, /You are asked for 3 updates yourself, due 6 January 2027/)
  ok(home.links.some(({ href }) => href === '/your-updates'))
})

test('opening it makes one link, keeps it for the pages of that asking alone, and goes there; again is the same link', async () => {
  const links = () =>
    heed.inCouncil((trx) =>
      trx.selectFrom('asking_link').select(['id', 'for_name', 'for_address']).where('asking_id', '=', own.askingId).execute(),
    )
  const open = async () => {
    const page = await visitor.get('/your-updates')
    const form = page.forms.find(({ action }) => action === `/your-updates/${own.askingId}/opening`)!
    return visitor.ask('POST', form.action, form.values)
  }
  const answer = await open()
  equal(answer.headers.location, `/asked/${own.askingId}`)
  const cookie = answer.cookies.find(({ name }) => name === 'heed_asked')!
  equal(cookie.path, `/asked/${own.askingId}`)
  deepEqual([cookie.httpOnly, cookie.sameSite], [true, 'Lax'])
  match(cookie.value, /^[\w-]{43}$/)
  equal((await visitor.ask('GET', `/asked/${own.askingId}/calendar.ics`)).statusCode, 200)
  equal((await visitor.ask('GET', `/asked/${hers.askingId}/calendar.ics`)).statusCode, 404)
  await open()
  deepEqual(
    (await links()).map(({ for_name, for_address }) => [for_name, for_address]),
    [['Oswin Thorpe', emailOf('officer')]],
  )
  const { events } = await heed.inCouncil((trx) => listEvents(trx, { thing: '', by: '', before: null }))
  equal(events.filter(({ kind }) => kind === 'link.made').length, 1)
  doesNotMatch(JSON.stringify(events), new RegExp(cookie.value))
})

test('what is asked of somebody else opens for nobody who is signed in', async () => {
  const page = await visitor.get('/your-updates')
  const { values } = page.forms.find(({ action }) => action.startsWith('/your-updates/'))!
  const answer = await visitor.ask('POST', `/your-updates/${hers.askingId}/opening`, values)
  equal(answer.statusCode, 404)
  equal(
    answer.cookies.find(({ name }) => name === 'heed_asked'),
    undefined,
  )
  const stranger = await heed.visitor()
  match(String((await stranger.ask('GET', '/your-updates')).headers.location), /^\/sign-in/)
  const links = await heed.inCouncil((trx) => trx.selectFrom('asking_link').select('id').where('asking_id', '=', hers.askingId).execute())
  deepEqual(links, [])
})

test('the late come first, and what is answered goes below', async () => {
  const roundOf = async (name: string, due_on: string) => {
    await heed.inCouncil(async (trx) => {
      const [from] = await trx.selectFrom('round').selectAll().where('slug', '=', 'winter-2027').execute()
      const { id } = await trx
        .insertInto('round')
        .values({ council_id, slug: name.toLowerCase(), name, meeting_id: from!.meeting_id, presented_on: '2027-01-20', due_on })
        .returning('id')
        .executeTakeFirstOrThrow()
      const [item] = await trx.selectFrom('round_item').selectAll().where('round_id', '=', from!.id).limit(1).execute()
      const { id: item_id } = await trx
        .insertInto('round_item')
        .values({ council_id, round_id: id, position: 1, recommendation_id: item!.recommendation_id, action_id: null, statement: 1 })
        .returning('id')
        .executeTakeFirstOrThrow()
      const asking = await trx
        .insertInto('asking')
        .values({ council_id, round_id: id, contact_id: own.contactId })
        .returning('id')
        .executeTakeFirstOrThrow()
      await trx.insertInto('asking_item').values({ council_id, asking_id: asking.id, item_id }).execute()
    })
  }
  await roundOf('Extra', '2026-12-01')
  await roundOf('Soon', '2026-12-18')
  const names = (await visitor.get('/your-updates')).tables.map((table) => table.slice(1).map(([first]) => first?.split(' ')[0]))
  deepEqual(names, [['Extra', 'Soon', 'Winter']])
  match((await visitor.get('/your-updates')).text, /Extra .* 1 December 2026 Late 0 of 1 .* Soon .* 18 December 2026 0 of 1/)
  const wanted = await heed.inCouncil((trx) =>
    trx.selectFrom('item_standing').select('item_id').where('item_id', 'in', own.items).where('state', '=', 'unanswered').execute(),
  )
  for (const { item_id } of wanted)
    await heed.inCouncil((trx) => saveUpdate(trx, officer, item_id, 0, { evidence: 'Done.', gradeCode: '1' }))
  const [open, rest] = (await visitor.get('/your-updates')).tables
  deepEqual(
    open?.slice(1).map(([first]) => first?.split(' ')[0]),
    ['Extra', 'Soon'],
  )
  match(rest?.[1]?.join(' ') ?? '', /Winter 2027.*3 of 3/)
})
