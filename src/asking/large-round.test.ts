import { deepEqual, equal, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { ownerName, personAddress, putRoundToAsk } from '../../support/round-to-ask.ts'
import { mailServer } from '../../support/mail-server.ts'
import { ALWAYS, setPost } from '../../support/outbox.ts'
import { testApp } from '../../support/test-app.ts'
import { later, today } from '../platform/core/calendar-date.ts'
import { closeRound } from '../rounds/close-round.ts'
import { findingsOfRound, stopping } from '../rounds/findings-of-round.ts'
import { freezeRound } from '../rounds/freeze-round.ts'
import { overrideFindings } from '../rounds/override-finding.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { saveUpdate } from '../rounds/save-update.ts'
import { runWorker } from '../worker.ts'
import { askPeople } from './ask-people.ts'
import { loadRoundAsking } from './asking-plan.queries.ts'
import { wantedLines } from './asking.ts'
import { askingsOfRound } from './asking.queries.ts'
import { remind } from './remind.ts'

/** The measure of issue 4: everything at the size of a large council, by the real worker, against a real mail server. */
const LINES = 400
const OWNERS = 120
/** Owners from 1: these answer before the reminder, these while theirs waits, these after it; the rest never. */
const EARLY = 60
const MEANWHILE = 70
const LATE = 100

const heed = await testApp({ after })
const { officer } = heed.officers
const server = await mailServer({ after })
const folder = mkdtempSync(join(tmpdir(), 'heed-large-'))
after(() => rmSync(folder, { recursive: true }))

const TODAY = today()
const at = (days: number) => new Date(`${later(TODAY, days)}T10:00:00Z`)

/** What is done while the worker runs; it ends before the database does. */
async function whileWorking(work: () => Promise<void>): Promise<void> {
  const { url, app: db } = heed.database
  const worker = await runWorker({ url, db, key: heed.key, dataFolder: folder, clock: () => heed.clock.now })
  try {
    await work()
  } finally {
    await worker.stop()
  }
}

async function allSent(): Promise<void> {
  const waiting = () => heed.inCouncil((trx) => trx.selectFrom('message_waiting').select('message_id').execute())
  for (const until = Date.now() + 30_000; (await waiting()).length > 0; await sleep(50)) ok(Date.now() < until, 'not all was sent')
}

/** The addresses that got a letter since the last time, in order. */
function gotSince(): string[] {
  return server.got.splice(0).map(({ to }) => {
    equal(to.length, 1)
    return to[0]!
  })
}

const addresses = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => personAddress(from + n)).toSorted(byWords)
const byWords = (a: string, b: string) => a.localeCompare(b)

/** Owners from … to … answer all their lines, each at once. */
async function answer(slug: string, from: number, to: number): Promise<void> {
  const { lines } = await heed.inCouncil((trx) => loadRoundAsking(trx, slug, TODAY))
  for (let owner = from; owner <= to; owner += 1) {
    const name = ownerName(owner)
    const said = { gradeCode: '2', impact: '120 families said that it helped.' }
    await heed.inCouncil(async (trx) => {
      for (const { itemId } of lines.filter(({ owners }) => owners.includes(name))) {
        const evidence = `Published on 3 May by ${name}, item ${itemId}.`
        await saveUpdate(trx, { councilId: heed.councilId, name, accountId: null }, itemId, 0, { ...said, evidence }, 'owner')
      }
    })
  }
}

test('400 recommendations, 120 owners: one message per person and step, none to those who answered, accepted and frozen', async (t) => {
  heed.clock.now = at(-30)
  await setPost(heed, { ...ALWAYS, post: 'smtp', smtpHost: '127.0.0.1', smtpPort: server.port, smtpSecurity: 'none' })
  const size = { recommendations: LINES, owners: OWNERS, reviews: 4, presentedOn: later(TODAY, 20), dueOn: later(TODAY, -10) }
  const { slug } = await timed(t, 'open', () => heed.inCouncil((trx) => putRoundToAsk(trx, officer, size)))
  // A database that has run for a while has counted its rows.
  await sql`analyze`.execute(heed.database.owner)
  const { plan } = await timed(t, 'plan', () => heed.inCouncil((trx) => loadRoundAsking(trx, slug, TODAY)))
  const wanted = { slug, contactIds: plan.people.map(({ contact }) => contact.id), withForm: true, returnTo: 'scrutiny@wexcombe.example' }
  const ask = () => heed.inCouncil((trx) => askPeople(trx, officer, heed.key, wanted, heed.clock.now))
  const reminding = () => heed.inCouncil((trx) => remind(trx, officer, heed.key, slug, {}, heed.clock.now))

  await whileWorking(async () => {
    deepEqual(await timed(t, 'ask', ask), { people: OWNERS, lines: LINES })
    await timed(t, 'send', allSent)
    ok(server.got.every(({ raw }) => raw.includes('.docx')))
    deepEqual(gotSince().toSorted(byWords), addresses(1, OWNERS))
    heed.clock.now = at(-20)
    await timed(t, 'answer', () => answer(slug, 1, EARLY))
  })

  heed.clock.now = at(-14)
  deepEqual(await timed(t, 'remind', reminding), { reminded: OWNERS - EARLY, already: 0 })
  deepEqual(await reminding(), { reminded: 0, already: OWNERS - EARLY })
  await answer(slug, EARLY + 1, MEANWHILE)
  await whileWorking(async () => {
    await allSent()
    deepEqual(gotSince().toSorted(byWords), addresses(MEANWHILE + 1, OWNERS), 'whoever answered while theirs waited has none')
    await answer(slug, MEANWHILE + 1, LATE)
    heed.clock.now = at(-8)
    equal((await reminding()).reminded, OWNERS - LATE)
    await allSent()
    deepEqual(gotSince().toSorted(byWords), addresses(LATE + 1, OWNERS))
    await outboxIsRight()
  })

  heed.clock.now = at(-7)
  equal((await reminding()).reminded, OWNERS - LATE)
  await timed(t, 'accept and freeze', () => acceptAndFreeze(slug))
  await whileWorking(allSent)
  deepEqual(gotSince(), [], 'a frozen round writes to nobody, though a message waited')
})

async function outboxIsRight(): Promise<void> {
  const rows = await heed.inCouncil((trx) => trx.selectFrom('message_now').select(['step', 'to_address', 'state']).execute())
  const sent = rows.filter(({ state }) => state === 'sent').map(({ step, to_address }) => `${step} ${to_address}`)
  equal(new Set(sent).size, sent.length, 'once per person and step')
  const states = Object.groupBy(rows, ({ state }) => String(state))
  deepEqual([states.sent?.length, states.withheld?.length], [OWNERS + (OWNERS - MEANWHILE) + (OWNERS - LATE), MEANWHILE - EARLY])
  equal(rows.length, sent.length + (MEANWHILE - EARLY))
}

async function acceptAndFreeze(slug: string): Promise<void> {
  await heed.inCouncil(async (trx) => {
    const round = await findRound(trx, slug)
    const answered = await trx
      .selectFrom('item_standing')
      .select(['council_id', 'item_id', 'version'])
      .where('round_id', '=', round.id)
      .where('state', '=', 'answered')
      .execute()
    await trx
      .insertInto('acceptance')
      .values(answered.map((row) => ({ ...row, accepted_by: officer.accountId })))
      .execute()
    const late = (await askingsOfRound(trx, round.id)).filter((asking) => wantedLines(asking).length > 0)
    equal(late.length, OWNERS - LATE)
    await closeRound(trx, officer, slug)
    const left = stopping(await findingsOfRound(trx, round)).map(({ key }) => key)
    if (left.length > 0) await overrideFindings(trx, officer, slug, left, 'No update was received.')
    await freezeRound(trx, officer, slug)
  })
}

async function timed<T>(t: { diagnostic: (words: string) => void }, what: string, work: () => Promise<T>): Promise<T> {
  const from = Date.now()
  const done = await work()
  t.diagnostic(`${what}: ${Date.now() - from} ms`)
  return done
}
