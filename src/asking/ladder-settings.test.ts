import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { testApp } from '../../support/test-app.ts'
import { addContact } from '../contacts/save-contact.ts'
import { escalationsNow } from './escalation.queries.ts'
import { HEEDS_LADDER } from './ladder.ts'
import { ladderNow } from './ladder.queries.ts'

const heed = await testApp({ after })
const steps = async () =>
  (await heed.inCouncil(ladderNow)).steps.map(({ step, days, byItself }) => `${step} ${days}${byItself ? ' by itself' : ''}`)

test('a council that has set no ladder has Heed’s, and is told so', async () => {
  const administrator = await heed.visitor('administrator')
  const page = await administrator.get('/settings/ladder')
  match(page.text, /Your council has set no ladder yet, so this is Heed’s/)
  equal(page.tables[0]?.length, HEEDS_LADDER.length + 1)
  deepEqual(page.tables[0]?.[1], ['Reminder before it is due', '7 days before the due day', 'By itself'])
})

test('the council’s own ladder may leave steps out and repeat them, and nothing beyond the owner goes by itself', async () => {
  const administrator = await heed.visitor('administrator')
  const page = await administrator.get('/settings/ladder')
  const done = await administrator.submit(
    page,
    {
      'steps.0.step': 'reminder',
      'steps.0.days': '3',
      'steps.1.step': 'reminder',
      'steps.1.days': '14',
      'steps.2.step': 'to-manager',
      'steps.2.days': '5',
      'steps.2.byItself': 'yes',
      'steps.3.step': '',
      'steps.4.step': '',
      'steps.5.step': '',
      'steps.6.step': '',
    },
    'Save the ladder',
  )
  match(done.said ?? '', /The ladder was saved/)
  deepEqual(await steps(), ['reminder -14 by itself', 'reminder -3 by itself', 'to-manager 5'])
  const events = await heed.inCouncil((trx) => trx.selectFrom('event').select('kind').where('subject', '=', '/settings/ladder').execute())
  deepEqual(events, [{ kind: 'ladder.saved' }])
})

test('a step on a day on which it makes no sense is refused beside its days, and what was typed is kept', async () => {
  const administrator = await heed.visitor('administrator')
  const page = await administrator.get('/settings/ladder')
  const again = await administrator.submit(
    page,
    { 'steps.0.step': 'overdue', 'steps.0.days': '0', 'steps.1.step': 'reminder', 'steps.1.days': 'soon' },
    'Save the ladder',
  )
  equal(again.status, 422)
  deepEqual(again.errors, [
    { text: '“Overdue” goes after the due day. Enter how many days after, at least 1.', field: 'steps-0-days' },
    { text: 'Enter the days as a number, for example 7', field: 'steps-1-days' },
  ])
  equal(again.forms.find(({ values }) => 'steps.1.days' in values)?.values['steps.1.days'], 'soon')
})

test('the same step twice on one day is refused, and so is a ladder that somebody else has changed meanwhile', async () => {
  const administrator = await heed.visitor('administrator')
  const page = await administrator.get('/settings/ladder')
  const twice = { 'steps.0.step': 'reminder', 'steps.0.days': '3', 'steps.1.step': 'reminder', 'steps.1.days': '3' }
  match((await administrator.submit(page, twice, 'Save the ladder')).errors[0]?.text ?? '', /stands twice on one day/)
  await administrator.submit(await administrator.get('/settings/ladder'), { 'steps.0.days': '10' }, 'Save the ladder')
  const late = await administrator.submit(page, { 'steps.0.days': '12' }, 'Save the ladder')
  equal(late.status, 409)
  match(late.errors[0]?.text ?? '', /Someone else changed the ladder/)
})

test('Heed’s own ladder can be had again', async () => {
  const administrator = await heed.visitor('administrator')
  await administrator.submit(await administrator.get('/settings/ladder'), {}, 'Take Heed’s own ladder')
  deepEqual((await heed.inCouncil(ladderNow)).steps, [...HEEDS_LADDER])
})

test('the ladder and who stands above it are the administrator’s to set', async () => {
  const officer = await heed.visitor('officer')
  for (const address of ['/settings/ladder', '/settings/escalation']) equal((await officer.get(address)).status, 403)
})

test('each directorate and outside body has its director and cabinet member', async () => {
  const administrator = await heed.visitor('administrator')
  match((await administrator.get('/settings/escalation')).text, /No contact has a directorate yet/)
  const said = { post: '', body: '', directorate: '', managerId: null, gone: false }
  const add = (name: string, changes: object) =>
    heed.inCouncil((trx) =>
      addContact(trx, heed.officers.officer, { ...said, name, email: `${name.toLowerCase()}@wexcombe.example`, ...changes }),
    )
  await add('Ann', { directorate: 'Place and Growth' })
  await add('Hester', { body: 'Carers’ Trust' })
  await add('Dot', { directorate: 'Place and Growth' })
  const list = await administrator.get('/settings/escalation')
  deepEqual(list.tables[0]?.slice(1), [
    ['Carers’ Trust', 'Not said', 'Not said'],
    ['Place and Growth', 'Not said', 'Not said'],
  ])
  const page = await administrator.get('/settings/escalation/place-and-growth')
  const contacts = await heed.inCouncil((trx) => trx.selectFrom('contact_now').select(['name', 'contact_id']).execute())
  const dot = contacts.find(({ name }) => name === 'Dot')!.contact_id
  const done = await administrator.submit(page, { director: dot })
  equal(done.said, 'Place and Growth was saved.')
  deepEqual(await heed.inCouncil(escalationsNow), [{ service: 'Place and Growth', version: 1, directorId: dot, cabinetMemberId: null }])
  const late = await administrator.submit(page, { director: '' })
  equal(late.status, 409)
  equal((await administrator.submit(await administrator.get('/settings/escalation/place-and-growth'), { director: 'nobody' })).status, 422)
  equal((await administrator.get('/settings/escalation/parks')).status, 404)
})
