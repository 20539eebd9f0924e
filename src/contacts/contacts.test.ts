import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { testApp } from '../../support/test-app.ts'
import { loadWexcombe } from '../demonstration/load-wexcombe.ts'
import type { Absence, Contact, ContactSaid } from './contact.ts'
import { contactsFor, listContacts } from './contact.queries.ts'
import { listOfContacts, readContactsList } from './contacts-list.ts'
import { listOwners, unspokenFor } from './owners.queries.ts'
import { recordAbsence } from './record-absence.ts'
import { addContact, correctContact } from './save-contact.ts'
import { speakFor } from './speak-for.ts'
import { takeInContacts } from './take-in-contacts.ts'
import { suggestContacts } from './suggest-contacts.ts'
import { reachedFor } from './whom-to-write-to.ts'

const heed = await testApp({ after })
await heed.inCouncil((trx) => loadWexcombe(trx, heed.officers.administrator))
const { officer } = heed.officers
const said = (changes: Partial<ContactSaid>): ContactSaid => ({
  name: 'Una Birch',
  post: '',
  body: '',
  directorate: '',
  email: '',
  managerId: null,
  gone: false,
  ...changes,
})
const added = (changes: Partial<ContactSaid>) => heed.inCouncil((trx) => addContact(trx, officer, said(changes)))
const owner = async (name: string) => (await heed.inCouncil(listOwners)).find((each) => each.name === name)!

test('Wexcombe’s owners have contacts but for some, who are shown first with suggestions that nobody has taken', async () => {
  const visitor = await heed.visitor('officer')
  const page = await visitor.get('/contacts')
  match(page.text, /Nobody speaks for these \d owners: they cannot be asked/)
  const owners = await visitor.get('/owners')
  match(owners.text, /Winifred Lacey speaks for Solicitor to the Council the same post/)
  const [form] = owners.forms.filter(({ action }) => action === '/owners/suggestions')
  equal(form?.values.taken, undefined, 'nothing is ticked beforehand')
  const none = await visitor.submit(owners, {}, 'Save what is ticked')
  deepEqual(none.errors, [{ text: 'Tick what is right, or leave this page', field: 'taken' }])
  const [winifred] = (await heed.inCouncil(listContacts)).filter(({ name }) => name === 'Winifred Lacey')
  const solicitor = await owner('Solicitor to the Council')
  const done = await visitor.submit(owners, { taken: `${solicitor.id} 0 ${winifred?.id}` }, 'Save what is ticked')
  equal(done.said, 'One owner is spoken for now.')
  equal((await owner('Solicitor to the Council')).speakers[0]?.name, 'Winifred Lacey')
})

test('an officer adds a contact, says for whom they speak, and corrects them; two who correct at once lose nothing', async () => {
  const visitor = await heed.visitor('officer')
  const adding = await visitor.get('/contacts/adding')
  const refused = await visitor.submit(adding, { name: '', email: 'not an address' })
  deepEqual(
    refused.errors.map(({ field }) => field),
    ['name', 'email'],
  )
  equal(refused.status, 422)
  const page = await visitor.submit(adding, { name: 'Dara Quince', post: 'Digital lead', email: 'Dara@Wexcombe.example' })
  equal(page.heading, 'Dara Quince')
  match(page.text, /dara@wexcombe\.example/)
  const digital = await owner('Digital Services')
  const choosing = await visitor.get(`/owners/${digital.id}`)
  match(choosing.text, /Bringing empty homes back into use/i)
  const [dara] = (await heed.inCouncil(listContacts)).filter(({ name }) => name === 'Dara Quince')
  await visitor.submit(choosing, { speakers: dara?.id ?? '' })
  match((await visitor.get('/contacts/dara-quince')).text, /Digital Services, 1 recommendation/)
  const [mine, theirs] = [await visitor.get('/contacts/dara-quince/correcting'), await visitor.get('/contacts/dara-quince/correcting')]
  await visitor.submit(mine, { post: 'Head of Digital' })
  const second = await visitor.submit(theirs, { post: 'Digital manager' })
  equal(second.status, 409)
  equal(second.forms.find(({ values }) => 'post' in values)?.values.post, 'Digital manager')
  const same = await visitor.submit(await visitor.get('/contacts/adding'), { name: 'Another Dara', email: 'dara@wexcombe.example' })
  match(same.errors[0]?.text ?? '', /Dara Quince has this e-mail address already/)
})

test('two owners that are one, spelt in two ways, are both spoken for by one contact and stay two', async () => {
  const [one, two] = [await owner('Head of Inclusion'), await owner('Service Manager, Early Help')]
  const una = await added({ name: 'Una Both', email: 'both@wexcombe.example' })
  for (const each of [one, two]) await heed.inCouncil((trx) => speakFor(trx, officer, each.id, [una.id], each.version))
  const found = await heed.inCouncil((trx) => contactsFor(trx, [one.id, two.id], '2026-12-01'))
  deepEqual(
    [...found.values()].map((reached) => reached.map(({ contact }) => contact.name)),
    [['Una Both'], ['Una Both']],
  )
  await rejects(
    heed.inCouncil((trx) => speakFor(trx, officer, one.id, [], one.version)),
    { code: 'conflict' },
  )
})

test('on days away, cover is written to, and cover’s cover; whoever has left is not', async () => {
  const cover = await added({ name: 'Cora Cover', email: 'cora@wexcombe.example' })
  const second = await added({ name: 'Cyril Cover', email: 'cyril@wexcombe.example' })
  const absent = await added({ name: 'Abel Away', email: 'abel@wexcombe.example' })
  const left = await added({ name: 'Lena Left', email: 'lena@wexcombe.example', gone: true })
  const transport = await owner('Transport Policy Manager')
  await heed.inCouncil(async (trx) => {
    await speakFor(trx, officer, transport.id, [absent.id], transport.version)
    await recordAbsence(trx, officer, absent, { from: '2027-01-04', until: '2027-01-08', coverId: cover.id })
    await recordAbsence(trx, officer, cover, { from: '2027-01-07', until: null, coverId: second.id })
  })
  const on = async (day: string) => {
    const reached = (await heed.inCouncil((trx) => contactsFor(trx, [transport.id], day))).get(transport.id) ?? []
    return reached.map(({ contact, coversFor, away }) => [contact.name, coversFor?.name ?? null, away])
  }
  deepEqual(await on('2027-01-03'), [['Abel Away', null, false]])
  deepEqual(await on('2027-01-04'), [['Cora Cover', 'Abel Away', false]])
  deepEqual(await on('2027-01-08'), [['Cyril Cover', 'Abel Away', false]])
  deepEqual(await on('2027-01-09'), [['Abel Away', null, false]])
  await heed.inCouncil((trx) => recordAbsence(trx, officer, second, { from: '2027-01-08', until: null, coverId: absent.id }))
  deepEqual(await on('2027-01-08'), [['Abel Away', null, true]], 'cover that goes round in a circle')
  await rejects(
    heed.inCouncil((trx) => speakFor(trx, officer, transport.id, [left.id], 3)),
    { code: 'invalid' },
  )
  await rejects(
    heed.inCouncil((trx) => recordAbsence(trx, officer, absent, { from: '2027-01-08', until: null, coverId: null })),
    { code: 'conflict', message: /away on some of these days already/ },
  )
})

test('whoever covers for whom, the way to somebody ends, and never with one who has left', () => {
  const ids = ['a', 'b', 'c', 'd']
  const person = fc.record({
    gone: fc.boolean(),
    email: fc.constantFrom('', 'x@y.example'),
    cover: fc.constantFrom(...ids, null),
    away: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.tuple(person, person, person, person), (people) => {
      const contacts = new Map(
        people.map((one, index) => [
          ids[index]!,
          { ...said({ name: ids[index]!, gone: one.gone, email: one.email }), id: ids[index]!, slug: '', version: 1 },
        ]),
      )
      const absences = people.flatMap(({ away, cover }, index): Absence[] =>
        away ? [{ id: '', contactId: ids[index]!, from: '2027-01-01', until: null, coverId: cover }] : [],
      )
      const reached = reachedFor(contacts.get('a')!, contacts, absences, '2027-01-02')
      equal(reached === null, people[0].gone)
      if (!reached) return
      equal(reached.contact.gone, false)
      if (reached.coversFor) ok(reached.contact.email !== '' && reached.contact.id !== 'a')
    }),
  )
})

test('nobody is their own manager, however long the way round', async () => {
  const top = await added({ name: 'Theo Top', email: 'theo@wexcombe.example' })
  const middle = await added({ name: 'Mina Middle', email: 'mina@wexcombe.example', managerId: top.id })
  await rejects(
    heed.inCouncil((trx) => correctContact(trx, officer, top, { ...said(top), managerId: middle.id }, 1)),
    { code: 'conflict', message: /Mina Middle answers to Theo Top/ },
  )
})

test('absence is recorded and ended on its page, with its faults named', async () => {
  const visitor = await heed.visitor('officer')
  const eli = await added({ name: 'Eli Holt', email: 'eli@wexcombe.example' })
  const page = await visitor.get(`/contacts/${eli.slug}/absence`)
  const backwards = { 'from.day': '12', 'from.month': '1', 'from.year': '2099', 'until.day': '1', 'until.month': '1', 'until.year': '2099' }
  const refused = await visitor.submit(page, backwards, 'Save')
  deepEqual(refused.errors, [{ text: 'The last day away must not be before the first', field: 'until' }])
  const saved = await visitor.submit(refused, { ...backwards, 'until.day': '20' }, 'Save')
  match(saved.text, /12 January 2099 to 20 January 2099; nobody covers/)
  const again = await visitor.get(`/contacts/${eli.slug}/absence`)
  const ended = await visitor.submit(
    again,
    {},
    again.forms.flatMap(({ buttons }) => buttons).find(({ text }) => text.startsWith('Back,'))?.text,
  )
  match(ended.text, /No days away are known/)
})

const LIST = `Name;Post;E-mail;Manager;Speaks for
Ida Frost;Head of Parks;ida@parks.example;;Head of Revenues
Bo Frost;;bo@parks.example;Ida Frost;
Bo Again;;BO@parks.example;;
;Nameless;n@parks.example;;
Zed;;not-an-address;Nobody Known;No Such Owner
`

test('a list is looked at before it is taken in, its faults are named by line, and taken in twice it adds nobody', async () => {
  const visitor = await heed.visitor('officer')
  const bytes = (text: string) => ({ name: 'contacts.csv', type: 'text/csv', bytes: Buffer.from(text) })
  const before = (await heed.inCouncil(listContacts)).length
  const preview = await visitor.submit(await visitor.get('/contacts/file'), { list: bytes(LIST) })
  equal(preview.heading, 'Is this list right?')
  const rows = preview.tables[0]?.slice(1).map((row) => [row[0], row[5]])
  deepEqual(rows, [
    ['4', 'Left out The same person stands on line 3 already.'],
    ['5', 'Left out There is no name.'],
    [
      '6',
      'Left out “not-an-address” is not an e-mail address. No recommendation has the owner “No Such Owner”. The manager “Nobody Known” is neither in this list nor among your contacts.',
    ],
    ['2', 'Added'],
    ['3', 'Added'],
  ])
  equal((await heed.inCouncil(listContacts)).length, before, 'looking keeps nothing')
  equal((await visitor.submit(preview, {}, 'Take in 2 contacts')).said, '2 contacts were added and 0 changed.')
  const contacts = await heed.inCouncil(listContacts)
  const ida = contacts.find(({ name }) => name === 'Ida Frost')
  equal(contacts.find(({ name }) => name === 'Bo Frost')?.managerId, ida?.id)
  deepEqual(
    (await owner('Head of Revenues')).speakers.map(({ name }) => name),
    ['Jocasta Penn', 'Ida Frost'],
  )
  const again = await visitor.submit(await visitor.get('/contacts/file'), { list: bytes(LIST) })
  equal((await visitor.submit(again, {}, 'Take in 2 contacts')).said, '0 contacts were added and 0 changed.')
  const headless = await visitor.submit(await visitor.get('/contacts/file'), { list: bytes('Ida,x@y.example\n') })
  match(headless.errors[0]?.text ?? '', /The first line must name the columns/)
})

test('all who speak for an owner by a list are said at once, after those who do already, and managers may stand below', async () => {
  const before = await owner('Head of Revenues')
  const list =
    'Name,E-mail,Manager,Speaks for\nAda Low,ada@low.example,Zoe High,Head of Revenues\nZoe High,zoe@high.example,,Head of Revenues; Digital Services\n'
  const taken = await heed.inCouncil((trx) => takeInContacts(trx, officer, list))
  deepEqual(taken, { added: 2, changed: 0 })
  const later = await owner('Head of Revenues')
  deepEqual(
    later.speakers.map(({ name }) => name),
    [...before.speakers.map(({ name }) => name), 'Ada Low', 'Zoe High'],
  )
  equal(later.version, before.version + 1)
  equal((await owner('Digital Services')).speakers.at(-1)?.name, 'Zoe High')
  const contacts = await heed.inCouncil(listContacts)
  const [ada, zoe] = ['Ada Low', 'Zoe High'].map((called) => contacts.find(({ name }) => name === called))
  equal(ada?.managerId, zoe?.id)
})

test('the list that goes out comes back in as it is, and no cell of it is a formula', async () => {
  await added({ name: '=HYPERLINK("http://evil.example")', post: '"Quoted", and; parted', email: 'evil@wexcombe.example' })
  const answer = await (await heed.visitor('officer')).ask('GET', '/contacts.csv')
  match(String(answer.headers['content-disposition']), /attachment/)
  equal(answer.body.includes('\n=HYPERLINK') || answer.body.includes(',"=HYPERLINK'), false)
  const { contacts, owners } = await heed.inCouncil(async (trx) => ({ contacts: await listContacts(trx), owners: await listOwners(trx) }))
  equal(answer.body, listOfContacts(contacts, owners))
  const read = readContactsList(answer.body.slice(1), contacts, owners)
  deepEqual(
    read.contacts.flatMap(({ faults }) => faults),
    [],
  )
  const there = contacts.filter(({ gone }) => !gone)
  deepEqual(new Set(read.contacts.map(({ known }) => known?.id)), new Set(there.map(({ id }) => id)))
  for (const { known, said: of } of read.contacts) deepEqual([of.name, of.post, of.email], [known?.name, known?.post, known?.email])
})

test('what is suggested is a likeness that a person can judge, and nothing where there is none', () => {
  const contact = (name: string, post: string, body = ''): Contact => ({ ...said({ name, post, body }), id: name, slug: '', version: 1 })
  const orphan = (name: string) => ({ id: name, name, recommendations: 1, version: 0, speakers: [] })
  const contacts = [contact('Rosa Field', 'Head of Parks'), contact('Ned', '', 'Wexcombe Hospital Trust')]
  const suggested = suggestContacts(['Head of Parks', 'Wexcombe Hospitals Trust', 'Rosa Field', 'Chief Constable'].map(orphan), contacts)
  deepEqual(
    suggested.map((each) => [each.owner.name, each.contact.name, each.why]),
    [
      ['Head of Parks', 'Rosa Field', 'the same post'],
      ['Wexcombe Hospitals Trust', 'Ned', 'the body is alike: Wexcombe Hospital Trust'],
      ['Rosa Field', 'Rosa Field', 'the same name'],
    ],
  )
  equal(unspokenFor([{ ...orphan('x'), recommendations: 0 }]).length, 0, 'an owner of nothing needs nobody')
})
