import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { testApp } from '../../support/test-app.ts'

const heed = await testApp({ after })
const administrator = await heed.visitor('administrator')

test('settings are the administrator’s, and the navigation shows them to no one else', async () => {
  const officer = await heed.visitor('officer')
  for (const address of ['/settings', '/settings/council', '/settings/committees', '/settings/scales', '/people'])
    equal((await officer.get(address)).status, 403)
  const words = async (visitor: typeof officer) => (await visitor.get('/')).links.map(({ text }) => text)
  equal((await words(officer)).includes('Settings'), false)
  equal((await words(administrator)).includes('Settings'), true)
})

test('the council’s name and colour are on every page, and each change is another version', async () => {
  const saved = await administrator.submit(await administrator.get('/settings/council'), {
    name: 'Wexcombe Town Council',
    colour: 'B5121B',
  })
  match(saved.said ?? '', /saved/)
  equal(saved.links.find(({ href }) => href === '/')?.text.startsWith('Wexcombe Town Council'), true)
  match(saved.html, /council-b5121b-1\.css/)
  const versions = await heed.inCouncil((trx) => trx.selectFrom('council_version').select(['version', 'name']).orderBy('version').execute())
  deepEqual(
    versions.map(({ name }) => name),
    ['Wexcombe Borough Council', 'Wexcombe Town Council'],
  )
})

test('a colour too pale to be seen is refused, and what was typed is kept', async () => {
  const refused = await administrator.submit(await administrator.get('/settings/council'), { name: 'Another name', colour: '#ffee99' })
  equal(refused.status, 422)
  match(refused.title, /^1 error: Council/)
  deepEqual(
    refused.errors.map(({ field }) => field),
    ['colour'],
  )
  equal(refused.forms.find(({ values }) => values.colour)?.values.name, 'Another name')
})

test('of two who change the same setting, the second is told and loses nothing typed', async () => {
  const page = await administrator.get('/settings/council')
  const again = await administrator.get('/settings/council')
  await administrator.submit(page, { contact: 'Committee Suite, Wexcombe' })
  const late = await administrator.submit(again, { contact: 'The Guildhall' })
  equal(late.status, 409)
  match(late.errors[0]?.text ?? '', /Someone else changed/)
  equal(late.forms.find(({ values }) => 'contact' in values)?.values.contact, 'The Guildhall')
})

test('a committee is added once however often its form is sent', async () => {
  const page = await administrator.get('/settings/committees/add')
  const sent = { name: 'Places Scrutiny Committee', kind: 'scrutiny' }
  const answers = await Promise.all([administrator.submit(page, sent), administrator.submit(page, sent), administrator.submit(page, sent)])
  deepEqual(
    answers.map(({ address }) => address),
    ['/settings/committees', '/settings/committees', '/settings/committees'],
  )
  equal(answers[0].tables[0]?.length, 2)
  const events = await heed.inCouncil((trx) => trx.selectFrom('event').select('kind').where('kind', '=', 'committee.added').execute())
  equal(events.length, 1)
})

test('a committee that meets no more stays in the list', async () => {
  const closed = await administrator.submit(await administrator.get('/settings/committees/places-scrutiny-committee'), { closed: 'yes' })
  deepEqual(closed.tables[0]?.[1], ['Places Scrutiny Committee', 'Scrutiny or select committee, or panel', 'Meets no more'])
})

test('a name that is taken is refused beside the form', async () => {
  const refused = await administrator.submit(await administrator.get('/settings/committees/add'), {
    name: 'places scrutiny committee',
    kind: 'board',
  })
  equal(refused.status, 409)
  match(refused.errors[0]?.text ?? '', /already has a committee called/)
})
