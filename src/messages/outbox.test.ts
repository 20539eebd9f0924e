import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { mailServer, notifyServer, smtpError } from '../../support/mail-server.ts'
import { ALWAYS, queued, setPost } from '../../support/outbox.ts'
import { testApp } from '../../support/test-app.ts'
import { keyOfHeed } from '../platform/core/seal.ts'
import type { Job, JobWork } from '../platform/jobs/start-worker.ts'
import { hearOfMessagesJob } from './hear-of-messages.job.ts'
import { messageAt, wholeMessage } from './message.queries.ts'
import { openPosts } from './open-posts.ts'
import { sendMessageJob } from './send-message.job.ts'
import type { WhyWithheld } from './take-message.ts'

const heed = await testApp({ after })
const server = await mailServer({ after })
const notify = await notifyServer({ after })
const folder = mkdtempSync(join(tmpdir(), 'heed-outbox-'))
after(() => rmSync(folder, { recursive: true }))
const posts = openPosts({ key: heed.key, folder, notifyAddress: notify.address })
after(() => posts.close())
const work: JobWork = { councilId: heed.councilId, inCouncil: heed.inCouncil, clock: () => heed.clock.now }
const KEY = `heed-${'a'.repeat(8)}-aaaa-4aaa-8aaa-${'a'.repeat(12)}-${'b'.repeat(8)}-bbbb-4bbb-8bbb-${'b'.repeat(12)}`

const overSmtp = { ...ALWAYS, post: 'smtp' as const, smtpHost: '127.0.0.1', smtpPort: server.port, smtpSecurity: 'none' as const }
let number = 0
const another = () => `asking ${(number += 1)}`

beforeEach(async () => {
  heed.clock.now = new Date('2026-12-01T10:00:00Z')
  server.answer.recipient = server.answer.letter = undefined
  server.got.length = 0
  await setPost(heed, overSmtp)
})

async function send(messageId: string, { why, job }: { why?: WhyWithheld[]; job?: Job } = {}) {
  await (job ?? sendMessageJob({ posts, key: heed.key, why })).run(work, { messageId })
  return heed.inCouncil((trx) => messageAt(trx, messageId))
}

const later = (minutes: number) => (heed.clock.now = new Date(heed.clock.now.getTime() + minutes * 60_000))

test('a message goes out whole, once, with the link that the outbox keeps sealed', async () => {
  const files = [{ name: 'form.docx', type: 'application/octet-stream', bytes: Buffer.from('form') }]
  const { id } = await queued(heed, { purpose: another(), files })
  equal((await send(id)).state, 'sent')
  await send(id)
  equal(server.got.length, 1)
  const [got] = server.got
  match(got?.raw ?? '', /Dear Rosa Field/)
  match(got?.raw ?? '', /asked\/a-secret-of-43/)
  match(got?.raw ?? '', /filename=form\.docx/)
  equal(got?.header('from'), 'Wexcombe Scrutiny <scrutiny@wexcombe.example>')
  const kept = await heed.inCouncil((trx) => wholeMessage(trx, id))
  doesNotMatch(JSON.stringify(kept), /a-secret-of-43/)
  const { rows } = await sql<{ all: string }>`select string_agg(e::text, ' ') as all from event e`.execute(heed.database.owner)
  doesNotMatch(rows[0]?.all ?? '', /a-secret-of-43/)
  deepEqual(kept.files, ['form.docx'])
})

test('two workers that come for one message send it once', async () => {
  const { id } = await queued(heed, { purpose: another() })
  await Promise.all([send(id), send(id), send(id)])
  equal(server.got.length, 1)
})

test('what the server puts off is tried again by the ladder, and given up after three days', async () => {
  server.answer.recipient = () => smtpError(451, 'Later, please')
  const { id } = await queued(heed, { purpose: another() })
  const line = await send(id)
  deepEqual([line.state, line.words], ['delayed', 'The mail server did not take it: 451 Later, please'])
  equal((await send(id)).dueAt?.getTime(), heed.clock.now.getTime() + 5 * 60_000, 'not before its time')
  let tries = 1
  for (let state = 'delayed'; state === 'delayed'; tries += 1) {
    later(1_500)
    state = (await send(id)).state
  }
  equal((await send(id)).state, 'given_up')
  equal(tries, 9)
  server.answer.recipient = undefined
  later(5_000)
  equal((await send(id)).state, 'given_up')
  equal(server.got.length, 0)
})

test('what the server refuses is at its end, and the history says why', async () => {
  server.answer.recipient = () => smtpError(550, 'No such mailbox')
  const { id } = await queued(heed, { purpose: another() })
  equal((await send(id)).state, 'refused')
  const event = await heed.inCouncil((trx) =>
    trx
      .selectFrom('event')
      .select(['kind', 'detail'])
      .where('subject', '=', `/messages/${id}`)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow(),
  )
  equal(event.kind, 'message.refused')
  match(JSON.stringify(event.detail), /No such mailbox/)
})

test('a message that is not wanted any more when its time comes is not sent, and says why', async () => {
  const { id } = await queued(heed, { purpose: another(), notBefore: new Date('2026-12-02T10:00:00Z') })
  equal((await send(id)).state, 'waiting')
  heed.clock.now = new Date('2026-12-02T10:00:00Z')
  const asked: string[] = []
  const why: WhyWithheld = async (_, { purpose }) => {
    asked.push(purpose)
    return 'Rosa Field has answered meanwhile.'
  }
  const line = await send(id, { why: [async () => null, why] })
  deepEqual([line.state, line.words, asked.length], ['withheld', 'Rosa Field has answered meanwhile.', 1])
  await send(id)
  equal(server.got.length, 0)
})

test('at night, at weekends and on bank holidays a message waits for the morning; a receipt does not', async () => {
  await setPost(heed, { ...overSmtp, from: '08:00', until: '18:00', weekends: false, bankHolidays: false, closedDays: ['2026-12-29'] })
  heed.clock.now = new Date('2026-12-24T18:30:00Z')
  const { id } = await queued(heed, { purpose: another() })
  const line = await send(id)
  equal(line.state, 'waiting')
  equal(line.dueAt?.toISOString(), '2026-12-30T08:00:00.000Z', 'Christmas, Boxing Day kept on Monday, and a day of the council’s own')
  heed.clock.now = new Date('2026-12-30T08:00:00Z')
  equal((await send(id)).state, 'sent')
})

test('quiet hours that begin after a message was queued hold it too', async () => {
  const { id } = await queued(heed, { purpose: another() })
  await setPost(heed, { ...overSmtp, from: '12:00', until: '18:00' })
  const line = await send(id)
  deepEqual([line.state, line.dueAt?.toISOString()], ['waiting', '2026-12-01T12:00:00.000Z'])
})

test('an attempt that was cut short is made again under the same Message-ID, but not before its lease is over', async () => {
  const { id } = await queued(heed, { purpose: another() })
  const hung = Promise.withResolvers<Error>()
  const reached = new Promise<void>((resolve) => {
    server.answer.letter = () => (resolve(), hung.promise)
  })
  const first = send(id)
  await reached
  server.answer.letter = undefined
  later(4)
  equal((await send(id)).state, 'sending')
  later(2)
  equal((await send(id)).state, 'sent')
  const { attempts, letterId } = await heed.inCouncil((trx) => wholeMessage(trx, id))
  deepEqual(
    attempts.map(({ became }) => became),
    ['sent', null],
  )
  equal(server.got[0]?.id, letterId)
  hung.resolve(smtpError(451, 'Too late'))
  equal((await first).state, 'sent', 'what the first attempt says afterwards changes nothing')
})

test('a secret that was sealed with another key delays the message in words, and new settings let it go at once', async () => {
  await setPost(heed, { ...overSmtp, smtpUser: 'heed' }, { smtpPassword: 'secret', notifyKey: '' })
  const { id } = await queued(heed, { purpose: another() })
  const otherKey = keyOfHeed('', 'another Heed with another key')
  const elsewhere = openPosts({ key: otherKey, folder })
  const line = await send(id, { job: sendMessageJob({ posts: elsewhere, key: otherKey }) })
  equal(line.state, 'delayed')
  match(line.words ?? '', /sealed with another key/)
  await setPost(heed, overSmtp)
  equal((await send(id)).state, 'sent')
})

test('GOV.UK Notify sends it, and is asked later what became of it', async () => {
  await setPost(heed, { ...ALWAYS, post: 'notify', notifyTemplate: 'template-1' }, { smtpPassword: '', notifyKey: KEY })
  const { id } = await queued(heed, { purpose: another() })
  equal((await send(id)).state, 'sent')
  match(notify.sent[0]?.personalisation.body ?? '', /^Dear Rosa Field[^]*asked\/a-secret/)
  const hear = hearOfMessagesJob(posts)
  await hear.run(work, {})
  equal((await heed.inCouncil((trx) => messageAt(trx, id))).state, 'sent')
  notify.status.set(notify.sent[0]?.id ?? '', 'permanent-failure')
  await hear.run(work, {})
  const line = await heed.inCouncil((trx) => messageAt(trx, id))
  equal(line.state, 'bounced')
  match(line.words ?? '', /The address does not exist/)
})

test('no secret of the post is in the database in clear, in its events or in a job', async () => {
  await setPost(heed, { ...overSmtp, smtpUser: 'heed' }, { smtpPassword: 'open-sesame-of-ours', notifyKey: KEY })
  const { rows: tables } = await sql<{ name: string }>`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'graphile_worker')`.execute(heed.database.owner)
  const secrets = ['open-sesame-of-ours', 'bbbb-4bbb', 'a-secret-of-43'].flatMap((each) => [each, Buffer.from(each).toString('hex')])
  for (const { name } of tables) {
    const { rows } = await sql<{ all: string | null }>`select string_agg(r::text, ' ') as all from ${sql.raw(name)} r`.execute(
      heed.database.owner,
    )
    doesNotMatch(rows[0]?.all ?? '', new RegExp(secrets.join('|')), name)
  }
})
