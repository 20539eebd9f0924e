import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedByLink, linkSentTo } from '../../support/asked-by-link.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import type { Visitor } from '../../support/visitor.ts'
import { closeRound, reopenRound } from '../rounds/close-round.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-10T09:30:00Z')
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const slug = carers.rounds.at(-1)!.slug
const rosa = await askedByLink(heed, slug, 'Rosa Field', ['Data Protection Officer'])
const passing = `${rosa.home}/passing-on`

const passOn = async (visitor: Visitor, name: string, address: string) =>
  visitor.submit(await visitor.get(passing), { name, address }, 'Send them a link')
const openedFrom = async (href: string) => {
  const visitor = await heed.visitor()
  return { visitor, page: await visitor.get(href) }
}
const messages = (address: string) =>
  heed.inCouncil((trx) => trx.selectFrom('message').selectAll().where('to_address', '=', address).orderBy('queued_at').execute())

test('a colleague gets a message with a link of their own, and answers the same lines in their own name', async () => {
  const told = await passOn(rosa.visitor(), 'Sam Okoro', 'Sam.Okoro@wexcombe.example')
  equal(told.said, 'A link of their own is on its way to Sam Okoro, sam.okoro@wexcombe.example.')
  match(told.tables[0]![1]!.join(' '), /^Sam Okoro sam\.okoro@wexcombe\.example By Rosa Field, .* Not yet Stop the link of Sam Okoro$/)
  const [message] = await messages('sam.okoro@wexcombe.example')
  equal(message!.step, 'link-for-colleague')
  match(message!.subject, /^Rosa Field asks you to give updates for/)
  match(message!.body_text, /Support for young carers.*The link opens until/s)
  const due = await heed.inCouncil((trx) =>
    trx.selectFrom('message_waiting').select('due_at').where('message_id', '=', message!.id).executeTakeFirstOrThrow(),
  )
  equal(due.due_at.getTime(), heed.clock.now.getTime(), 'it goes at once')
  const of = await heed.inCouncil((trx) =>
    trx.selectFrom('asking_message').select('asking_id').where('message_id', '=', message!.id).execute(),
  )
  deepEqual(of, [{ asking_id: rosa.askingId }])

  const sam = await openedFrom(await linkSentTo(heed, 'sam.okoro@wexcombe.example'))
  equal(sam.page.status, 200)
  match(sam.page.text, /asks Sam Okoro where/)
  ok(!(await rosa.visitor().get(passing)).text.includes('Not yet'), 'that it was opened is seen')
  const event = await heed.inCouncil((trx) =>
    trx.selectFrom('event').selectAll().where('kind', '=', 'link.passed-on').executeTakeFirstOrThrow(),
  )
  deepEqual([event.actor_name, event.detail], ['Rosa Field', { name: 'Sam Okoro', address: 'sam.okoro@wexcombe.example' }])
})

test('the link of a colleague is stopped, opens nothing any more, and can be sent anew', async () => {
  const before = await linkSentTo(heed, 'sam.okoro@wexcombe.example')
  const visitor = rosa.visitor()
  const stopped = await visitor.submit(await visitor.get(passing), {}, 'Stop the link of Sam Okoro')
  match(stopped.said!, /The link of Sam Okoro is stopped/)
  match(stopped.tables[0]![1]![3]!, /Stopped By Rosa Field/)
  equal((await openedFrom(before)).page.status, 404)
  heed.clock.now = new Date(heed.clock.now.getTime() + 60_000)
  match((await passOn(visitor, 'Sam Okoro', 'sam.okoro@wexcombe.example')).said!, /on its way/)
  equal((await openedFrom(await linkSentTo(heed, 'sam.okoro@wexcombe.example'))).page.status, 200)
  equal((await openedFrom(before)).page.status, 404)
})

test('a colleague passes it on in turn; whoever passed it to them sees and stops that too, and not the other way', async () => {
  const sam = (await openedFrom(await linkSentTo(heed, 'sam.okoro@wexcombe.example'))).visitor
  await passOn(sam, 'Ines Vale', 'ines@wexcombe.example')
  const page = await rosa.visitor().get(passing)
  match(page.text, /Ines Vale ines@wexcombe\.example By Sam Okoro/)
  const ines = (await openedFrom(await linkSentTo(heed, 'ines@wexcombe.example'))).visitor
  const own = await ines.get(passing)
  equal(own.tables.length, 0, 'Ines has passed it on to nobody')
  const form = own.forms[0]!.values
  const samsLink = page.forms.find(({ buttons }) => buttons.some(({ text }) => text === 'Stop the link of Sam Okoro'))!.action
  equal((await ines.ask('POST', samsLink, form)).statusCode, 404)
  equal((await ines.ask('POST', `${passing}/${rosa.linkId}/revocation`, { ...form, _key: crypto.randomUUID() })).statusCode, 404)
  match((await rosa.visitor().submit(page, {}, 'Stop the link of Ines Vale')).said!, /Ines Vale is stopped/)
  equal((await ines.get(rosa.home)).status, 404)
})

const refused: [what: string, name: string, address: string, why: RegExp][] = [
  ['nobody', '', '', /Enter your colleague’s name/],
  ['an address that is none', 'Ann Lee', 'ann at wexcombe', /Enter an e-mail address in the right form/],
  ['oneself', 'Rosa', 'ROSA.field@wexcombe.example', /your own address/],
  ['somebody who has a link already', 'Sam', 'sam.okoro@wexcombe.example', /Sam Okoro has a link already/],
  ['a name that is an advertisement', 'Win at https://prizes.example', 'ann@wexcombe.example', /Enter the name alone/],
  ['a name that makes a header', 'Ann\r\nBcc: all@wexcombe.example', 'ann@wexcombe.example', /Enter the name alone/],
  ['a name that is too long', 'A'.repeat(101), 'ann@wexcombe.example', /too long/],
]

for (const [what, name, address, why] of refused)
  test(`passing on to ${what} is refused in words, and sends nothing`, async () => {
    const before = await heed.inCouncil((trx) => trx.selectFrom('asking_link').select('id').execute())
    const page = await passOn(rosa.visitor(), name, address)
    equal(page.status, 422)
    match(page.errors[0]!.text, why)
    equal((await heed.inCouncil((trx) => trx.selectFrom('asking_link').select('id').execute())).length, before.length)
  })

test('the same form sent twice sends one message', async () => {
  const visitor = rosa.visitor()
  const page = await visitor.get(passing)
  const values = { name: 'Una Reeve', address: 'una@wexcombe.example' }
  const both = await Promise.all([visitor.submit(page, values, 'Send them a link'), visitor.submit(page, values, 'Send them a link')])
  deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  )
  equal((await messages('una@wexcombe.example')).length, 1)
})

test('at most ten links that were passed on open at one time', async () => {
  const visitor = rosa.visitor()
  const living = 2
  for (let at = living; at < 10; at++)
    match((await passOn(visitor, `Colleague ${at}`, `colleague-${at}@wexcombe.example`)).said!, /on its way/)
  const eleventh = await passOn(visitor, 'One More', 'more@wexcombe.example')
  equal(eleventh.status, 422)
  match(eleventh.errors[0]!.text, /to 10 people already/)
  await visitor.submit(await visitor.get(passing), {}, 'Stop the link of Colleague 9')
  match((await passOn(visitor, 'One More', 'more@wexcombe.example')).said!, /on its way/)
})

test('a closed round is passed on to nobody', async () => {
  const visitor = rosa.visitor()
  const opened = await visitor.get(passing)
  await heed.inCouncil((trx) => closeRound(trx, heed.officers.officer, slug))
  const late = await visitor.submit(opened, { name: 'Too Late', address: 'late@wexcombe.example' }, 'Send them a link')
  equal(late.status, 409)
  match(late.errors[0]!.text, /is closed/)
  match((await visitor.get(passing)).text, /is closed/)
  await heed.inCouncil((trx) => reopenRound(trx, heed.officers.officer, slug, 'One came late.'))
})

test('whoever stops their own link is told first what stops with it, and then nothing of the asking opens', async () => {
  const sam = (await openedFrom(await linkSentTo(heed, 'sam.okoro@wexcombe.example'))).visitor
  await sam.submit(await sam.get(passing), {}, 'Send them a link')
  const visitor = rosa.visitor()
  const asking = await visitor.get(`${rosa.home}/revocation`)
  match(asking.text, /links that were passed on from yours stop too:.*Sam Okoro/)
  const stopped = await visitor.submit(asking, {}, 'Stop the link')
  equal(stopped.address, '/asked/stopped')
  equal(stopped.heading, 'Your link is stopped')
  deepEqual(
    [(await visitor.get(rosa.home)).status, (await sam.get(rosa.home)).status, (await openedFrom(rosa.href)).page.status],
    [404, 404, 404],
  )
  const row = await heed.inCouncil((trx) =>
    trx.selectFrom('asking_link_revocation').selectAll().where('asking_link_id', '=', rosa.linkId).executeTakeFirstOrThrow(),
  )
  equal(row.revoked_by_link, rosa.linkId)
  const officers = await (await heed.visitor('officer')).get(`/rounds/${slug}/asking/${rosa.askingId}`)
  match(officers.text, /Passed on by Sam Okoro [^R]*Revoked [^R]* by Rosa Field/)
  ok(!officers.text.includes('Opens until'), 'the officer sees none that opens')
  const events = await heed.inCouncil((trx) =>
    trx.selectFrom('event').selectAll().where('kind', '=', 'link.revoked').orderBy('number', 'desc').execute(),
  )
  equal((events[0]!.detail as { name: string }).name, 'Rosa Field')
})
