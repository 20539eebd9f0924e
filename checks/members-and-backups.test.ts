import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { noteOwnQuestion } from '../src/decisions/note-own-question.ts'
import { questionsFor } from '../src/decisions/question.queries.ts'
import { findMeeting } from '../src/meetings/meeting.queries.ts'
import { backUp } from '../src/platform/database/backup.ts'
import { inCouncil, type Db } from '../src/platform/database/database.ts'
import { restore } from '../src/platform/database/restore.ts'
import { anItem, putAgenda } from '../support/fictional-agenda.ts'
import { memberVisitor, publish, putMemberAccount } from '../support/fictional-briefing.ts'
import { putCommittee } from '../support/fictional-review.ts'
import { putMembers } from '../support/fictional-room.ts'
import { kept, putMarkedMeeting } from '../support/marked-meeting.ts'
import { answerOf, asOutgoing, squeezed, type Outgoing } from '../support/outgoing.ts'
import { readPage } from '../support/page.ts'
import { testApp } from '../support/test-app.ts'
import { emptyTestDatabase } from '../support/test-database.ts'
import type { Visitor } from '../support/visitor.ts'

/**
 * Among the council’s own people: members read the exempt matters of their own committees and of no other, what a member noted for themselves is read by
 * nobody else, and a backup brings all of it back, kept as it was.
 */

const heed = await testApp({ after })
const { officer } = heed.officers
heed.clock.now = new Date('2026-12-09T10:00:00Z')
const put = await heed.inCouncil((trx) =>
  putMarkedMeeting(trx, officer, heed.key, {
    about: 'review',
    besides: 'round',
    late: false,
    dropped: false,
    decided: 'challenge',
    before: 'published',
  }),
)
/** A committee of its own, with a seat for one who has none on the first. */
const health = await heed.inCouncil(async (trx) => {
  const committee = { id: await putCommittee(trx, officer, 'health', 'Health Panel'), slug: 'health', name: 'Health Panel' }
  const members = await putMembers(trx, officer, committee, [{ name: 'Cllr Elder', place: 'chair' }])
  const exempt = anItem('Ownmatter', { exemptParagraphs: [3], publicInterest: 'Bids are open.' })
  const agenda = await putAgenda(trx, officer, committee.id, '2026-12-10', [anItem('Dentists'), exempt])
  await publish(trx, officer, await findMeeting(trx, agenda.slug))
  return { ...agenda, elder: members.get('Cllr Elder')! }
})
const accounts = {
  ash: await putMemberAccount(heed, put.members.get('Cllr Ash')!, 'Cllr Ash'),
  birch: await putMemberAccount(heed, put.members.get('Cllr Birch')!, 'Cllr Birch'),
  elder: await putMemberAccount(heed, health.elder, 'Cllr Elder'),
}
const [ash, birch, elder] = await Promise.all([accounts.ash, accounts.birch, accounts.elder].map((one) => memberVisitor(heed, one)))
const OWN = 'zqxown'
await heed.inCouncil(async (trx) => {
  const meeting = await findMeeting(trx, put.meetings.now)
  for (const [about, recommendationId] of Object.entries(put.recommendations))
    await noteOwnQuestion(trx, accounts.ash, meeting, { recommendationId, words: `${OWN}${about}`, shared: false }, '2026-12-09')
})

test('a member reads the exempt matters of their own committee, and of another not a word at any address', async () => {
  const [own, others] = [await asMember(ash!), await asMember(elder!)]
  const words = 'title text reason papertext papertitle exemptletterbody evidence resolution question lefttitle'.split(' ')
  deepEqual(
    words.filter((word) => !own.some(({ text }) => text.includes(kept(word).toLowerCase()))),
    [],
  )
  ok(own.some(({ where, text }) => where.includes('/files/') && text.includes(kept('papertext').toLowerCase())))
  ok(own.some(({ where, text }) => LINE.test(where) && text.includes(kept('evidence').toLowerCase())))
  deepEqual(
    others.filter(({ text }) => text.includes(kept('').toLowerCase())).map(({ where }) => where),
    [],
  )
  ok(others.some(({ text }) => text.includes('ownmatter')))
  equal(
    own.some(({ text }) => text.includes('ownmatter')),
    false,
  )
})

test('what a member noted for themselves is on their own pages and on none of anybody else’s, in no list, paper, file or event', async () => {
  const has = ({ text }: Outgoing) => text.includes(OWN)
  const own = (await asMember(ash!)).filter(has)
  ok(own.some(({ where }) => where.endsWith('/questions')))
  ok(own.length > 2)
  const others = [...(await asMember(birch!)), ...(await asMember(elder!)), ...(await asOfficer(await heed.visitor('administrator')))]
  ok(others.length > 200, `only ${others.length} pages were looked at`)
  ok(others.some(({ where }) => where.endsWith('.xlsx')) && others.some(({ where }) => where.includes('/room/')))
  deepEqual(
    others.filter(has).map(({ where }) => where),
    [],
  )
  const rows = await heed.inCouncil(async (trx) => [
    ...(await trx.selectFrom('event').selectAll().execute()),
    ...(await trx.selectFrom('message').selectAll().execute()),
    ...(await trx.selectFrom('publication').selectAll().execute()),
    ...(await trx.selectFrom('paper').selectAll().execute()),
  ])
  equal(squeezed(JSON.stringify(rows)).includes(OWN), false)
})

/** Every table that members’ signing in, the public record, files in papers and meetings that change have brought. */
const LATELY =
  'question enclosure item_paper item_paper_version publication_file letter_request letter_attachment meeting_cancellation meeting_resumption notice_contact'

test('a backup brings back what members keep to themselves, with who may read it, and the public sees the register alone', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-kept-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'wexcombe.backup')
  const to = await emptyTestDatabase(t)
  await backUp(heed.database.url, file)
  await restore(to.url, file)
  for (const table of LATELY.split(' ')) {
    const rows = (db: Db) => sql<{ row: unknown }>`select to_jsonb(x) as row from ${sql.table(table)} x order by 1`.execute(db)
    const before = (await rows(heed.database.owner)).rows
    ok(before.length > 0, `${table} has rows`)
    deepEqual((await rows(to.owner)).rows, before, table)
  }
  deepEqual(await rightsIn(to.owner), await rightsIn(heed.database.owner))

  const { councilId } = heed
  const { id } = await heed.inCouncil((trx) => findMeeting(trx, put.meetings.now))
  const read = (accountId?: string) =>
    inCouncil(to.app, councilId, async (trx) => squeezed(JSON.stringify(await questionsFor(trx, id))), accountId)
  match(await read(accounts.ash.accountId), /zqxownopen.*zqxownkept|zqxownkept.*zqxownopen/)
  for (const accountId of [undefined, accounts.birch.accountId, officer.accountId]) equal((await read(accountId)).includes(OWN), false)

  const published = await to.public.selectFrom('register.publication').selectAll().execute()
  const files = await to.public.selectFrom('register.publication_file').selectAll().execute()
  ok(published.length > 0 && files.length > 0)
  equal(squeezed(JSON.stringify([published, files.map(({ name, item }) => [name, item])])).includes(kept('').toLowerCase()), false)
  const { rows: open } = await sql<{ name: string }>`select c.oid::regclass::text as name from pg_class c
    where c.relkind in ('r', 'v', 'm', 'p', 'S') and c.relnamespace in ('public'::regnamespace, 'register'::regnamespace)
      and has_table_privilege('heed_public', c.oid, 'select, insert, update, delete') order by 1`.execute(to.owner)
  deepEqual(
    open.map(({ name }) => name),
    ['register.committee', 'register.council', 'register.meeting', 'register.publication', 'register.publication_file'],
  )
})

/** Who may do what with each table, view and function, and which rows row-level security shows to whom. */
async function rightsIn(owner: Db): Promise<unknown> {
  const { rows } = await sql<{ name: string; rights: string }>`
    select c.oid::regclass::text as name, concat(c.relacl::text, c.relrowsecurity, c.reloptions::text) as rights from pg_class c
      where c.relnamespace in ('public'::regnamespace, 'register'::regnamespace) and c.relkind in ('r', 'v', 'S')
    union all select p.oid::regprocedure::text, p.proacl::text from pg_proc p where p.pronamespace in ('public'::regnamespace, 'register'::regnamespace)
    union all select concat(tablename, ' ', policyname), concat(permissive, roles::text, cmd, qual, with_check) from pg_policies
    union all select nspname, nspacl::text from pg_namespace where nspname in ('public', 'register') order by 1, 2`.execute(owner)
  ok(rows.some(({ name, rights }) => name === 'question private_to_member' && /RESTRICTIVE/i.test(rights)))
  return rows
}

/** Every page and file that is for members, by every id of either committee that could be meant. */
async function asMember(visitor: Visitor): Promise<Outgoing[]> {
  const kinds = ['agenda', 'supplement', 'minutes', 'notice'].flatMap((kind) => [1, 2].map((number) => `${kind}-${number}`))
  const publications = kinds.flatMap((kind) => [kind, `${kind}-exempt`])
  const of = [...Object.values(put.meetings), health.slug].map((meeting) => `/briefing/${meeting}`)
  const addresses = ['/briefing', '/account', ...(await linesOfMembers())]
  for (const meeting of of) {
    addresses.push(meeting, `${meeting}/questions`)
    for (const each of publications) {
      addresses.push(`${meeting}/publications/${each}/html`)
      for (const position of ['1', '2', '3', '4']) addresses.push(`${meeting}/publications/${each}/files/${position}`)
    }
  }
  const found: Outgoing[] = []
  for (const address of addresses) found.push(await answerOf(visitor, address))
  return found
}

/** The lines that a member of the first committee has before them. */
async function linesOfMembers(): Promise<string[]> {
  const pages = await Promise.all(Object.values(put.meetings).map((meeting) => ash!.get(`/briefing/${meeting}`)))
  const lines = pages.flatMap(({ links }) => links.map(({ href }) => href.split('#')[0]!)).filter((href) => LINE.test(href))
  ok(lines.length > 1)
  return [...new Set(lines)]
}

const LINE = /^\/briefing\/[^/]+\/[0-9a-f-]{36}\//

/** What an officer comes to from page to page, lists and files too. */
async function asOfficer(visitor: Visitor): Promise<Outgoing[]> {
  const looked = new RegExp(`^/(meetings/${put.meetings.now}|reviews|history|requests|committees)(?!.*/(pdf|word)$)`)
  return reached(
    visitor,
    ['/', '/history', '/requests', `/meetings/${put.meetings.now}`, `/meetings/${put.meetings.now}/questions`],
    looked,
  )
}

async function reached(visitor: Visitor, from: readonly string[], where: RegExp): Promise<Outgoing[]> {
  const seen = new Set(from)
  const found: Outgoing[] = []
  for (const address of seen) {
    if (seen.size > 2000) throw new Error('Pages lead to ever more pages.')
    const answer = await visitor.ask('GET', address)
    found.push(await asOutgoing(address, answer))
    if (!String(answer.headers['content-type']).startsWith('text/html') || answer.headers['content-disposition']) continue
    for (const { href } of readPage(answer.body, 200, address).links) {
      const next = href.split('#')[0]!.split('?')[0]!
      if (where.test(next)) seen.add(next)
    }
  }
  return found
}
