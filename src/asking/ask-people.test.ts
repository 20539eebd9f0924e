import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { askEveryPart } from '../../support/every-part.ts'
import { setPost } from '../../support/outbox.ts'
import { testApp } from '../../support/test-app.ts'
import { listContacts } from '../contacts/contact.queries.ts'
import { listOwners } from '../contacts/owners.queries.ts'
import { recordAbsence } from '../contacts/record-absence.ts'
import { speakFor } from '../contacts/speak-for.ts'
import { correctContact } from '../contacts/save-contact.ts'
import { loadWexcombe } from '../demonstration/load-wexcombe.ts'
import { closeRound, reopenRound } from '../rounds/close-round.ts'
import { sendBack } from '../rounds/send-back.ts'
import { saveUpdate } from '../rounds/save-update.ts'
import { askPeople } from './ask-people.ts'
import { planAsking } from './asking-plan.ts'
import { loadRoundAsking } from './asking-plan.queries.ts'
import { wantedLines } from './asking.ts'
import { askingsOfRound } from './asking.queries.ts'
import { lineInMessage } from './line-words.ts'
import { loadReminding, remind } from './remind.ts'
import { whyAskingWithheld } from './why-withheld.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
heed.clock.now = new Date('2026-12-16T10:00:00Z')
const SLUG = 'winter-2027'
await heed.inCouncil(async (trx) => {
  await loadWexcombe(trx, heed.officers.administrator)
  await askEveryPart(trx, officer, SLUG)
})

const byWords = (a: string | null | undefined, b: string | null | undefined) => String(a).localeCompare(String(b))
const minute = () => (heed.clock.now = new Date(heed.clock.now.getTime() + 60_000))
const plan = () => heed.inCouncil((trx) => loadRoundAsking(trx, SLUG, heed.clock.now.toISOString().slice(0, 10)))
const contact = async (name: string) => (await heed.inCouncil(listContacts)).find((one) => one.name === name)!
const ask = (contactIds: readonly string[], withForm = false) =>
  minute() &&
  heed.inCouncil((trx) =>
    askPeople(trx, officer, heed.key, { slug: SLUG, contactIds, withForm, returnTo: 'scrutiny@wexcombe.example' }, heed.clock.now),
  )
const messages = () => heed.inCouncil((trx) => trx.selectFrom('message').selectAll().orderBy('queued_at').execute())
/** Lines that somebody answered already, and that will not do. */
await heed.inCouncil(async (trx) => {
  const { lines } = await loadRoundAsking(trx, SLUG, '2026-12-16')
  for (const line of lines.filter(({ recommendation, part }) => recommendation.ref === '3' || part?.ref === 'b'))
    await sendBack(trx, officer, line.itemId, 1, 'Please say by when.')
  const [piers, imogen] = [await listContacts(trx)].flatMap((all) =>
    ['Piers Halloran', 'Imogen Strand'].map((name) => all.find((one) => one.name === name)!),
  )
  await recordAbsence(trx, officer, piers!, { from: '2026-12-14', until: '2026-12-24', coverId: imogen!.id })
})

const askings = async () => heed.inCouncil(async (trx) => askingsOfRound(trx, (await plan()).round.id))
const askingNamed = async (name: string) => (await askings()).find((one) => one.contact.name === name)!

/** As an owner does. */
async function answer(itemId: string): Promise<void> {
  await heed.inCouncil(async (trx) => {
    const { version } = await trx.selectFrom('item_standing').select('version').where('item_id', '=', itemId).executeTakeFirstOrThrow()
    await saveUpdate(trx, officer, itemId, version, { evidence: 'All done.' }, 'owner')
  })
}

test('whom a round asks is worked out from the owners of its lines, absence cover followed; what nobody can be asked is told apart', async () => {
  const { plan: found } = await plan()
  const imogen = found.people.find((person) => person.contact.name === 'Imogen Strand')
  deepEqual(
    imogen?.coversFor.map(({ name }) => name),
    ['Piers Halloran'],
  )
  equal(imogen?.lines.length, 2)
  ok(!found.people.some((person) => person.contact.name === 'Piers Halloran'))
  deepEqual(
    found.people.map((person) => person.contact.name),
    ['Bronagh Tilley', 'Hester Quill', 'Imogen Strand', 'Odette Marlow', 'Silas Orme'],
    'both who speak for a line, and whoever has a line that was sent back',
  )
  ok(found.unasked.length > 0)
  for (const one of found.unasked) equal(one.why, 'nobody-speaks')
})

test('nobody is asked where none is chosen, and nothing is left of it', async () => {
  await rejects(ask([]), { code: 'invalid' })
  deepEqual(await messages(), [])
})

test('each is asked by one message for all their lines, with a link until the meeting’s day is over and a form of exactly these lines', async () => {
  const { plan: found } = await plan()
  const ids = found.people.map((person) => person.contact.id)
  const covers = found.people.find((person) => person.coversFor.length > 0)
  const both = await Promise.allSettled([ask(ids, true), ask(ids, true)])
  deepEqual(both.map(({ status }) => status).toSorted(byWords), ['fulfilled', 'rejected'], 'two officers who ask at once ask once')
  const sent = await messages()
  deepEqual(sent.map(({ to_name }) => to_name).toSorted(), found.people.map((person) => person.contact.name).toSorted())
  const [toCover] = sent.filter(({ contact_id }) => contact_id === covers?.contact.id)
  equal(toCover?.body_text.match(/\(you cover for Piers Halloran\)/g)?.length, 1)
  for (const person of found.people) {
    const message = sent.find(({ contact_id }) => contact_id === person.contact.id)!
    for (const line of person.lines) ok(message.body_text.includes(lineInMessage(line)), lineInMessage(line))
    match(message.body_text, /opens until 20 January 2027/)
    equal(message.about, `/rounds/${SLUG}`)
  }
  const [forms, links, events] = await heed.inCouncil(async (trx) => [
    await trx.selectFrom('travelling_form').select(['for_whom', 'content']).execute(),
    await trx.selectFrom('asking_link').select(['for_name', 'expires_at']).execute(),
    await trx.selectFrom('event').select(['kind', 'detail']).where('kind', '=', 'round.asked').execute(),
  ])
  deepEqual(new Set(links.map(({ expires_at }) => expires_at.toISOString())), new Set(['2027-01-21T00:00:00.000Z']))
  for (const person of found.people) {
    const { content } = forms.find(({ for_whom }) => for_whom === person.contact.name)!
    deepEqual(
      [...content.matchAll(/"itemId":"([^"]+)"/g)].map(([, id]) => id).toSorted(byWords),
      person.lines.map(({ itemId }) => itemId).toSorted(byWords),
    )
  }
  equal(events.length, 1)
  const attached = await heed.inCouncil((trx) => trx.selectFrom('message_attachment').select(['name']).execute())
  equal(attached.length, found.people.length)
})

test('asked again, nobody gets a second message; a new speaker is asked only what is not asked of them yet', async () => {
  await rejects(ask((await heed.inCouncil(listContacts)).map(({ id }) => id)), { code: 'invalid' })
  const before = await messages()
  const { plan: found } = await plan()
  const orphan = found.unasked[0]!
  const winifred = await contact('Winifred Lacey')
  const owner = (await heed.inCouncil(listOwners)).find(({ id }) => id === orphan.ownerId)!
  await heed.inCouncil((trx) => speakFor(trx, officer, owner.id, [winifred.id], owner.version))
  equal((await plan()).plan.people[0]?.contact.name, 'Winifred Lacey')
  await ask([winifred.id])
  equal((await messages()).length, before.length + 1)
  deepEqual(
    (await askingNamed('Winifred Lacey')).lines.map(({ itemId }) => itemId),
    orphan.lines.map(({ itemId }) => itemId),
  )
})

test('where another speaks for an owner now, asking them takes the lines off whoever was asked', async () => {
  const imogen = await askingNamed('Imogen Strand')
  const owner = (await heed.inCouncil(listOwners)).find(({ name }) => name === 'Head of Inclusion')!
  const marguerite = await contact('Marguerite Ashdown')
  await heed.inCouncil((trx) => speakFor(trx, officer, owner.id, [marguerite.id], owner.version))
  const [person] = (await plan()).plan.people.filter((one) => one.contact.id === marguerite.id)
  deepEqual(
    person?.insteadOf.map(({ name }) => name),
    ['Imogen Strand'],
  )
  equal(person?.fresh, false, 'not ticked beforehand: somebody is asked for them')
  await ask([marguerite.id])
  const moved = new Set((await askingNamed('Marguerite Ashdown')).lines.map(({ itemId }) => itemId))
  ok(moved.size > 0)
  const left = await askingNamed('Imogen Strand')
  deepEqual(
    left.lines.map(({ itemId }) => itemId),
    imogen.lines.map(({ itemId }) => itemId).filter((id) => !moved.has(id)),
  )
  // Back again: the line is asked of her once more.
  const again = (await heed.inCouncil(listOwners)).find(({ id }) => id === owner.id)!
  await heed.inCouncil((trx) => speakFor(trx, officer, owner.id, [imogen.contact.id], again.version))
  equal(
    (await plan()).plan.people.some((one) => one.contact.id === imogen.contact.id),
    false,
    'what was taken off somebody stays so while another is asked for it',
  )
})

test('one who has no e-mail address is not asked, and shown with their lines', async () => {
  const winifred = await contact('Winifred Lacey')
  const { id, slug: _, version, ...said } = winifred
  await heed.inCouncil((trx) => correctContact(trx, officer, winifred, { ...said, email: '' }, version))
  const { round, lines, owners, askings: asked } = await plan()
  const found = planAsking({ lines, states: new Map(), owners, askings: asked.filter(({ contact: one }) => one.id !== id) })
  ok(!found.people.some((one) => one.contact.id === id))
  deepEqual(
    found.unasked.map(({ owner, why }) => [owner, why]),
    [['Scrutiny Officer', 'no-address']],
  )
  const reminding = await heed.inCouncil((trx) => loadReminding(trx, round.slug, {}, heed.clock.now))
  match(reminding.notWrittenTo[0]?.why ?? '', /Winifred Lacey has no e-mail address/)
  const now = await contact('Winifred Lacey')
  await heed.inCouncil((trx) => correctContact(trx, officer, now, said, now.version))
})

test('a reminder goes once a day to whoever has not answered, and to nobody else', async () => {
  const before = (await messages()).length
  const wanted = (await askings()).filter((asking) => wantedLines(asking).length > 0)
  const [answering] = wanted
  for (const itemId of wantedLines(answering!)) await answer(itemId)
  minute()
  const { reminded } = await heed.inCouncil((trx) => remind(trx, officer, heed.key, SLUG, {}, heed.clock.now))
  const late = (await askings()).filter((asking) => wantedLines(asking).length > 0)
  equal(reminded, late.length)
  deepEqual(await heed.inCouncil((trx) => remind(trx, officer, heed.key, SLUG, {}, heed.clock.now)), {
    reminded: 0,
    already: late.length,
  })
  const sent = (await messages()).slice(before)
  equal(sent.length, late.length)
  ok(!sent.some(({ contact_id }) => contact_id === answering!.contact.id))
  deepEqual(new Set(sent.map(({ step }) => step)), new Set(['reminder']))
  const steps = async (day: string) => {
    heed.clock.now = new Date(`${day}T10:00:00Z`)
    await heed.inCouncil((trx) => remind(trx, officer, heed.key, SLUG, {}, heed.clock.now))
    return (await messages()).at(-1)
  }
  equal((await steps('2027-01-06'))?.step, 'due-today')
  const overdue = await steps('2027-01-07')
  equal(overdue?.step, 'overdue')
  match(overdue?.body_text ?? '', /1 day ago/)
})

test('chosen lines remind those who are asked for them; lines answered or asked of nobody are told', async () => {
  const { lines } = await plan()
  const all = lines.map(({ itemId }) => itemId)
  const found = await heed.inCouncil((trx) => loadReminding(trx, SLUG, { itemIds: all }, heed.clock.now))
  const asked = new Set((await askings()).flatMap((asking) => asking.lines.map(({ itemId }) => itemId)))
  equal(found.askedOfNobody.length, lines.length - asked.size)
  equal(found.answered.length + new Set(found.digests.flatMap(({ itemIds }) => itemIds)).size, asked.size)
})

test('whoever covers for one who was asked has the reminder by that one’s link; asked themselves, they have one message for all of it', async () => {
  heed.clock.now = new Date('2027-01-11T10:00:00Z')
  const [silas, callum] = [await contact('Silas Orme'), await contact('Callum Wray')]
  const away = { from: '2027-01-11', until: '2027-01-11' }
  await heed.inCouncil((trx) => recordAbsence(trx, officer, silas, { ...away, coverId: callum.id }))
  const late = (await askings()).filter((asking) => wantedLines(asking).length > 0 && asking.contact.id !== silas.id)
  const [covered, covers] = late
  await heed.inCouncil((trx) => recordAbsence(trx, officer, covered!.contact, { ...away, coverId: covers!.contact.id }))
  await heed.inCouncil((trx) => remind(trx, officer, heed.key, SLUG, {}, heed.clock.now))
  const sent = (await messages()).filter(({ queued_at }) => queued_at.getTime() === heed.clock.now.getTime())
  deepEqual(
    sent.map(({ contact_id }) => contact_id).toSorted(byWords),
    [callum.id, ...late.slice(1).map((asking) => asking.contact.id)].toSorted(byWords),
  )
  const links = await heed.inCouncil((trx) => trx.selectFrom('asking_link').selectAll().where('for_address', '=', callum.email).execute())
  deepEqual(
    links.map(({ asking_id }) => asking_id),
    [(await askingNamed('Silas Orme')).id],
  )
  const both = await askingNamed(covers!.contact.name)
  for (const itemId of wantedLines(covered!)) ok(wantedLines(both).includes(itemId), 'asked of both now')
  equal(wantedLines(await askingNamed(covered!.contact.name)).length, wantedLines(covered!).length)
})

test('a message that waits is withheld once all is answered, the round is closed, or its link is revoked', async () => {
  heed.clock.now = new Date('2027-01-12T10:00:00Z')
  await setPost(heed, {})
  await heed.inCouncil((trx) => remind(trx, officer, heed.key, SLUG, {}, heed.clock.now))
  const late = (await askings()).filter((asking) => wantedLines(asking).length > 0)
  const why = async (contactId: string) => {
    const message = (await messages()).findLast(({ contact_id }) => contact_id === contactId)!
    return heed.inCouncil((trx) => whyAskingWithheld(trx, { ...message, contactId }))
  }
  const [answered, revoked, other] = late
  equal(await why(other!.contact.id), null)
  for (const itemId of wantedLines(answered!)) await answer(itemId)
  match((await why(answered!.contact.id)) ?? '', /has been answered meanwhile/)
  await heed.inCouncil(async (trx) => {
    const links = await trx.selectFrom('asking_link').select('id').where('asking_id', '=', revoked!.id).execute()
    for (const link of links)
      await trx.insertInto('asking_link_revocation').values({ council_id: heed.councilId, asking_link_id: link.id }).execute()
  })
  equal(await why(revoked!.contact.id), 'The link in it was revoked.')
  const again = await heed.inCouncil((trx) => loadReminding(trx, SLUG, {}, heed.clock.now))
  deepEqual(
    again.notWrittenTo.map(({ asking }) => asking.id),
    [revoked!.id],
  )
  await heed.inCouncil((trx) => closeRound(trx, officer, SLUG))
  match((await why(other!.contact.id)) ?? '', /The round is closed/)
  await rejects(
    heed.inCouncil((trx) => remind(trx, officer, heed.key, SLUG, {}, heed.clock.now)),
    { code: 'conflict', message: /is closed/ },
  )
  await rejects(ask([other!.contact.id]), { code: 'conflict', message: /asks nobody for anything more/ })
  await heed.inCouncil((trx) => reopenRound(trx, officer, SLUG, 'Housing was late.'))
  equal(await why(other!.contact.id), null)
  const { id: _, slug: _slug, version, ...said } = other!.contact
  await heed.inCouncil((trx) => correctContact(trx, officer, other!.contact, { ...said, gone: true }, version))
  equal(await why(other!.contact.id), 'They have left meanwhile.')
})
