import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { askedFor } from '../../support/asked-owner.ts'
import { askedByLink, linkSentTo, openedBy } from '../../support/asked-by-link.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { visitorOf } from '../../support/visitor.ts'
import { buildApp } from '../app.ts'
import { addCouncil } from '../council/add-council.ts'
import { inCouncil } from '../platform/database/database.ts'
import { roundLines } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'

const heed = await testApp({ after })
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const [earlier, round] = [carers.rounds[0]!, carers.rounds.at(-1)!]
const rosa = await askedByLink(heed, round.slug, 'Rosa Field', ['Data Protection Officer'])

/** Everything in Rosa's asking that has an address of its own. */
const there = await (async () => {
  const visitor = rosa.visitor()
  const files = `${rosa.home}/items/${rosa.items[0]}/attachments`
  await visitor.submit(
    await visitor.get(files),
    { files: { name: 'secret figures.csv', bytes: Buffer.from('School,Visited\n') } },
    'Attach',
  )
  await visitor.submit(await visitor.get(`${rosa.home}/items/${rosa.items[0]}/notes`), { words: 'For your eyes only.' }, 'Send the note')
  const form = await visitor.get(`${rosa.home}/form`)
  const made = await visitor.ask('POST', `${rosa.home}/form/making`, form.forms[0]!.values)
  const word = await visitor.ask('GET', String(made.headers.location))
  const came = await visitor.submit(form, { document: { name: 'back.docx', bytes: word.rawPayload } }, 'Bring it back')
  await visitor.submit(
    await visitor.get(`${rosa.home}/passing-on`),
    { name: 'Sam Okoro', address: 'sam@wexcombe.example' },
    'Send them a link',
  )
  const attachment = (await visitor.get(files)).links
    .find(({ text }) => text === 'secret figures.csv')!
    .href.split('/')
    .at(-1)!
  return { attachment, code: String(made.headers.location).split('/').at(-1)!, id: came.address.split('/').at(-1)! }
})()
const passedOn = (await linkSentTo(heed, 'sam@wexcombe.example')).split('/').at(-1)!

/** Every page of the asking, whichever part of Heed it is of. */
function pages(asking = rosa.askingId): string[] {
  const values: Record<string, string> = { asking, item: rosa.items[0]!, group: '1', link: rosa.linkId, ...there }
  return heed.app.pageAddresses
    .filter((address) => address.startsWith('/asked/:asking'))
    .map((address) => address.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? `no value for ${name}`))
}

const guess = () => randomBytes(32).toString('base64url')
const revoke = (id: string) =>
  heed.inCouncil((trx) => trx.insertInto('asking_link_revocation').values({ council_id: heed.councilId, asking_link_id: id }).execute())
const linkIdOf = async (address: string) =>
  (await heed.inCouncil((trx) => trx.selectFrom('asking_link').select('id').where('for_address', '=', address).executeTakeFirstOrThrow()))
    .id

/** A link of another council's, in the same database. */
const elsewhere = await addCouncil(
  heed.database.app,
  { name: 'Otherham Council', colour: '#222222', contact: '' },
  async (_, councilId) => {
    const officer = { ...heed.officers.officer, councilId }
    return {
      ...heed,
      councilId,
      officers: { ...heed.officers, officer },
      inCouncil: <T>(work: Parameters<typeof inCouncil<T>>[2]) => inCouncil(heed.database.app, councilId, work),
    }
  },
)
const ofOtherham = await (async () => {
  const { rounds } = await elsewhere.inCouncil((trx) => putYoungCarers(trx, elsewhere.officers.officer))
  const slug = rounds.at(-1)!.slug
  const found = await elsewhere.inCouncil((trx) => findRound(trx, slug))
  const items = roundLines(found, []).map(({ itemId }) => itemId)
  return { ...(await askedFor(elsewhere, found.id, items, { name: 'Odo Otherham', address: 'odo@otherham.example' })), slug }
})()

/** What every link that does not open is answered with, to the last byte. */
const answers = async (secret: string | null, addresses: string[]) => {
  const visitor = secret === null ? visitorOf(heed.app) : openedBy(heed, secret)
  const bodies = await Promise.all(addresses.map(async (address) => visitor.ask('GET', address)))
  return bodies.map(({ statusCode, body }) => ({ statusCode, body }))
}
const [plain] = await answers(null, [`/asked/open/${guess()}`])

async function sayNothing(secret: string | null, addresses: string[]): Promise<void> {
  for (const [at, answer] of (await answers(secret, addresses)).entries()) deepEqual(answer, plain, addresses[at])
}

test('while it opens, every page of the asking is there', async () => {
  ok(pages().length >= 9, pages().join('\n'))
  for (const [at, { statusCode }] of (await answers(rosa.secret, pages())).entries()) ok(statusCode < 400, `${pages()[at]}: ${statusCode}`)
})

test('the plain page says what to do, and neither the council, the round nor the person', () => {
  equal(plain!.statusCode, 404)
  match(plain!.body, /This link does not open, or opens no longer/)
  for (const word of ['Wexcombe', 'Otherham', 'Rosa', round.slug, 'young carers']) ok(!plain!.body.includes(word), word)
})

test('a guessed link, and a page without a link, get the plain page', async () => {
  await sayNothing(null, pages())
  await sayNothing(guess(), pages())
  await sayNothing(null, [
    `/asked/open/${guess()}`,
    '/asked/open/short',
    `/asked/open/${rosa.secret}x`,
    `/asked/open/${rosa.secret.slice(0, -1)}`,
  ])
  await sayNothing('', pages().slice(0, 2))
})

test('an altered address of an asking gets the plain page, there or not', async () => {
  const altered = [
    randomUUID(),
    'not-an-id',
    rosa.askingId.toUpperCase(),
    `%${rosa.askingId.charCodeAt(0).toString(16)}${rosa.askingId.slice(1)}`,
  ]
  for (const asking of altered) await sayNothing(rosa.secret, pages(asking))
})

test('the link of another asking in the round, of another round and of another council open nothing of it, nor it of theirs', async () => {
  const other = await askedByLink(heed, round.slug, 'Tess Hale', ['Transport Policy Officer'])
  const before = await askedByLink(heed, earlier.slug, 'Ulf Ray')
  const away = ofOtherham.href.split('/').at(-1)!
  for (const secret of [other.secret, before.secret, away]) await sayNothing(secret, pages())
  for (const asking of [other.askingId, before.askingId, ofOtherham.askingId]) await sayNothing(rosa.secret, pages(asking))
  equal((await answers(away, [`/asked/${ofOtherham.askingId}`]))[0]!.statusCode, 200, 'it opens its own')
})

test('what is sent to an asking by a link that does not open it is refused, and says nothing either', async () => {
  const own = (await rosa.visitor().get(`${rosa.home}/passing-on`)).forms[0]!.values
  const sent = { ...own, name: 'Eve', address: 'eve@elsewhere.example', words: 'Typed by Eve' }
  const counts = () =>
    heed.inCouncil(async (trx) => ({
      links: (await trx.selectFrom('asking_link').select('id').execute()).length,
      notes: (await trx.selectFrom('note').select('id').execute()).length,
      revoked: (await trx.selectFrom('asking_link_revocation').select('asking_link_id').execute()).length,
    }))
  const before = await counts()
  const addresses = ['passing-on', 'revocation', `passing-on/${rosa.linkId}/revocation`, 'form/making', `items/${rosa.items[0]}/notes`]
  for (const secret of [null, guess(), ofOtherham.href.split('/').at(-1)!]) {
    const visitor = secret === null ? visitorOf(heed.app) : openedBy(heed, secret)
    for (const address of addresses) {
      const answer = await visitor.ask('POST', `${rosa.home}/${address}`, sent)
      equal(answer.statusCode, 404, address)
      for (const word of ['Wexcombe', 'Rosa', 'young carers']) ok(!answer.body.includes(word), `${address}: ${word}`)
    }
  }
  deepEqual(await counts(), before)
})

test('a form that another link, or another site, sends in the name of this one is refused', async () => {
  const tess = await askedByLink(heed, round.slug, 'Tom Reed', ['Scrutiny Officer'])
  const { _token } = (await tess.visitor().get(`${tess.home}/passing-on`)).forms[0]!.values
  const page = await rosa.visitor().get(`${rosa.home}/passing-on`)
  const values = { ...page.forms[0]!.values, name: 'Eve', address: 'eve@elsewhere.example' }
  equal((await rosa.visitor().ask('POST', `${rosa.home}/passing-on`, { ...values, _token: _token! })).statusCode, 403)
  equal((await rosa.visitor().ask('POST', `${rosa.home}/passing-on`, values, { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
})

test('no page, list, event or table holds the secret of a link', async () => {
  const secrets = [rosa.secret, passedOn]
  const officer = await heed.visitor('administrator')
  const seen = [
    '/',
    '/messages',
    '/history',
    `/rounds/${round.slug}`,
    `/rounds/${round.slug}/asking`,
    `/rounds/${round.slug}/asking/${rosa.askingId}`,
  ]
  const queue = (await officer.get('/messages')).links.map(({ href }) => href).filter((href) => /^\/messages\/[0-9a-f-]{36}$/.test(href))
  ok(queue.length > 0)
  const bodies = await Promise.all([...seen, ...queue].map(async (address) => (await officer.ask('GET', address)).body))
  for (const secret of secrets) bodies.push(...(await answers(secret, pages())).map(({ body }) => body))
  const tables = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(
    heed.database.owner,
  )
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(heed.database.owner)
    bodies.push(...rows.map(({ row }) => row))
  }
  for (const secret of secrets) {
    const hex = Buffer.from(secret).toString('hex')
    equal(bodies.filter((body) => body.includes(secret) || body.includes(hex)).length, 0)
  }
})

test('the log of a Heed that serves holds no secret, whatever fails', async () => {
  const lines: string[] = []
  const logger = { level: 'error', stream: { write: (line: string) => void lines.push(line) } }
  const broken = () => {
    throw new Error('broken')
  }
  const app = await buildApp({
    db: heed.database.app,
    publicDb: heed.database.public,
    key: heed.key,
    clock: () => heed.clock.now,
    logger,
    pages: (more) => {
      more.get('/asked/:asking/broken', { config: { open: true } }, broken)
      more.get('/asked/open/:secret/broken', { config: { open: true } }, broken)
    },
  })
  try {
    const visitor = visitorOf(app, new Map([['heed_asked', rosa.secret]]))
    for (const address of [rosa.href, `/asked/open/${guess()}`, ...pages()]) await visitor.ask('GET', address)
    for (const address of [`${rosa.home}/broken`, `${rosa.href}/broken`]) equal((await visitor.ask('GET', address)).statusCode, 500)
  } finally {
    await app.close()
  }
  equal(lines.length, 2)
  ok(!lines.join('\n').includes(rosa.secret), lines.join('\n'))
})

test('a link that was passed on opens nothing once it is revoked, and nothing once the link that it was passed on by is', async () => {
  const second = `${rosa.home}/passing-on`
  const visitor = rosa.visitor()
  await visitor.submit(await visitor.get(second), { name: 'Una Reeve', address: 'una@wexcombe.example' }, 'Send them a link')
  const una = (await linkSentTo(heed, 'una@wexcombe.example')).split('/').at(-1)!
  equal((await answers(una, [rosa.home]))[0]!.statusCode, 200)
  await revoke(await linkIdOf('una@wexcombe.example'))
  await sayNothing(una, [...pages(), `/asked/open/${una}`])
  equal((await answers(passedOn, [rosa.home]))[0]!.statusCode, 200)
  await revoke(rosa.linkId)
  for (const secret of [rosa.secret, passedOn]) await sayNothing(secret, [...pages(), `/asked/open/${secret}`])
})

test('a link that has expired opens nothing any more, from one moment to the next', async () => {
  const expiresAt = new Date(heed.clock.now.getTime() + 60_000)
  const vic = await askedByLink(heed, round.slug, 'Vic Marsh', ['Data Protection Officer'], { expiresAt })
  const began = heed.clock.now
  equal((await answers(vic.secret, [vic.home]))[0]!.statusCode, 200)
  heed.clock.now = expiresAt
  await sayNothing(vic.secret, [...pages(vic.askingId), vic.href])
  heed.clock.now = began
})

test('whoever tries many links is heard no longer, and the true link opens for others', async () => {
  const last = await askedByLink(heed, round.slug, 'Wyn Dale', ['Data Protection Officer'])
  const visitor = visitorOf(heed.app)
  const tried = []
  for (let at = 0; at < 60; at++) tried.push((await visitor.ask('GET', `/asked/open/${guess()}`)).statusCode)
  equal(tried.at(-1), 503)
  const answer = await heed.app.inject({ url: last.href, remoteAddress: '203.0.113.7' })
  equal(answer.statusCode, 303)
  ok(!String(answer.headers.location).includes(last.secret))
})
