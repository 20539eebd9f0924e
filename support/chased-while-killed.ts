import { setTimeout as sleep } from 'node:timers/promises'
import { askPeople } from '../src/asking/ask-people.ts'
import { loadRoundAsking } from '../src/asking/asking-plan.queries.ts'
import { CLIMB_LADDER } from '../src/asking/climb-ladder.job.ts'
import { addContact, correctContact } from '../src/contacts/save-contact.ts'
import { listContacts } from '../src/contacts/contact.queries.ts'
import { addCouncil } from '../src/council/add-council.ts'
import { UNSAVED } from '../src/messages/post-settings.ts'
import { savePostSettings } from '../src/messages/save-post-settings.ts'
import { SWEEP_MESSAGES } from '../src/messages/sweep-messages.job.ts'
import { addAccount } from '../src/people/add-account.ts'
import type { Officer } from '../src/people/officer.ts'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import { later, today } from '../src/platform/core/calendar-date.ts'
import { keyOfHeed } from '../src/platform/core/seal.ts'
import { inCouncil, type Trx } from '../src/platform/database/database.ts'
import { queueJob } from '../src/platform/jobs/queue-job.ts'
import { killedHeed, type KilledHeed, type Victim } from './killed-heed.ts'
import { personAddress, putRoundToAsk } from './round-to-ask.ts'
import { mailServer, type GotLetter, type MailServer } from './mail-server.ts'
import { ALWAYS } from './outbox.ts'
import { PASSWORD, TEST_SECRET } from './test-app.ts'
import type { Visitor } from './visitor.ts'
import { visitorOnTheWeb } from './web-door.ts'

export interface Chase {
  kills: number
  owners: number
  linesEach: number
}

/** What Heed had acknowledged to the people at their browsers, and what stands on its record at the end. */
export interface Chased {
  /** By line: the last text of it that was acknowledged as saved, and whether it was sent and that acknowledged. */
  typed: Map<string, { person: number; text: number; sent: boolean }>
  /** How many texts were acknowledged. */
  acknowledged: number
  /** How many messages the officer was told to be on their way. */
  sentByOfficer: number
  killed: Record<Victim, number>
  got: GotLetter[]
  inCouncil: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>
}

/** What somebody types on a line, over and over. */
export const wordsOf = (person: number, text: number) => `Person ${person} did all of it in text ${text}.`

type Ending = { after: (work: () => Promise<void>) => void }

/** Of the owners so many answer, and half as many again only type; the rest do nothing. */
const ANSWER = 0.5
const TYPE = 0.75

interface Chasing {
  heed: KilledHeed
  mail: MailServer
  kills: number
  slug: string
  /** How many kills are over; `over` once nobody waits for Heed any more. */
  progress: { kills: number; over: boolean }
  chased: Chased
}

/**
 * A round is chased and answered while Heed is killed: its worker climbs the ladder and sends, owners open the link that came by mail, type and send, an
 * officer writes to their manager, and one of Heed's processes after another is killed -9 at random moments. Ends when all has been sent.
 */
export async function chasedWhileKilled({ kills, owners, linesEach }: Chase, ending: Ending): Promise<Chased> {
  const heed = await killedHeed()
  // Before the mail server, which waits for those that speak to it.
  ending.after(heed.stop)
  const mail = await mailServer(ending)
  mail.answer.letter = async () => sleep(Math.random() * 20, undefined)
  await heed.start()
  const { officer, session, slug } = await askedRound(heed, mail, owners, linesEach)
  const council: Chased['inCouncil'] = (work) => inCouncil(heed.db(), officer.councilId, work)
  const killed = { server: 0, worker: 0, database: 0 }
  const chased: Chased = { typed: new Map(), acknowledged: 0, sentByOfficer: 0, killed, got: mail.got, inCouncil: council }
  const chasing: Chasing = { heed, mail, kills, slug, progress: { kills: 0, over: false }, chased }
  ending.after(async () => void (chasing.progress.over = true))
  const people = Array.from({ length: Math.floor(owners * TYPE) }, (_, at) => ownerAtBrowser(chasing, at + 1, owners * ANSWER))
  const done = Promise.all([...people, officerAtBrowser(chasing, session)])
  // A failure is told once the killing has ended.
  done.catch(() => {})
  for (; chasing.progress.kills < kills; chasing.progress.kills += 1) {
    await nudge(council)
    const what = victimOf(chasing.progress.kills, kills)
    await heed.ready(what)
    await someWork(chasing, what)
    await heed.kill(what)
    killed[what] += 1
  }
  await done
  await allSent(council)
  return chased
}

/** Some of what a process does is done, so that it is killed at work: letters of the worker, else texts that were acknowledged. */
async function someWork({ mail, chased }: Chasing, what: Victim): Promise<void> {
  const done = () => (what === 'worker' ? mail.got.length : chased.acknowledged)
  const enough = done() + 1 + Math.floor(Math.random() * 6)
  for (const until = Date.now() + (what === 'worker' ? 700 : 3_000); done() < enough && Date.now() < until;) await sleep(5)
  await sleep(Math.random() * 50)
}

/** The database a few times, the others at random. */
function victimOf(at: number, kills: number): Victim {
  if (at % Math.ceil(kills / 4) === Math.ceil(kills / 8)) return 'database'
  return Math.random() < 0.5 ? 'worker' : 'server'
}

/** The worker's timetable goes by the minute and the hour: its jobs are queued here instead. */
async function nudge(council: Chased['inCouncil']): Promise<void> {
  await council(async (trx) => {
    await queueJob(trx, CLIMB_LADDER, {}, { key: 'nudge' })
    await queueJob(trx, SWEEP_MESSAGES, {}, { key: 'nudge' })
  })
}

async function allSent(council: Chased['inCouncil']): Promise<void> {
  const until = Date.now() + 120_000
  for (let quiet = 0; quiet < 3;) {
    await nudge(council)
    await sleep(400)
    const waiting = await council((trx) => trx.selectFrom('message_waiting').select('message_id').execute())
    quiet = waiting.length === 0 ? quiet + 1 : 0
    if (Date.now() > until) throw new Error(`${waiting.length} messages were not sent.`)
  }
}

/** Somebody who was asked opens the link in their letter and types on every line again and again; whoever answers sends it once so many kills are over. */
async function ownerAtBrowser({ heed, mail, kills, progress, chased }: Chasing, person: number, answering: number): Promise<void> {
  const visitor = visitorOnTheWeb(heed.origin, () => progress.over)
  const page = await visitor.get(await linkIn(mail, person, () => progress.over))
  const token = page.forms.flatMap(({ values }) => values._token ?? []).find((each) => each !== '')
  const itemIds = [...new Set([...page.html.matchAll(/name="lines\.([0-9a-f-]{36})\./g)].map(([, itemId]) => itemId!))]
  const home = page.address
  const drafts = new Map(itemIds.map((itemId) => [itemId, { draft: '', revision: '0' }]))
  const until = person <= answering ? Math.ceil((kills * person) / (answering + 1)) : kills
  for (let text = 1; text === 1 || progress.kills < until; text += 1) {
    for (const itemId of itemIds) {
      const typed = { answer: 'report', evidence: wordsOf(person, text), grade: '2', impact: 'Families say so.', version: '0' }
      const answer = await visitor.ask('POST', `${home}/items/${itemId}/draft`, { ...typed, ...drafts.get(itemId), _token: token ?? '' })
      if (answer.statusCode !== 200) throw new Error(`A draft was answered with ${answer.statusCode}: ${answer.body.slice(0, 300)}`)
      const kept = JSON.parse(answer.body) as { draft: string; revision: number }
      drafts.set(itemId, { draft: kept.draft, revision: String(kept.revision) })
      chased.typed.set(itemId, { person, text, sent: false })
      chased.acknowledged += 1
      await sleep(50 + Math.random() * 200)
    }
  }
  if (person > answering) return
  await sendAnswers(visitor, home)
  for (const itemId of itemIds) chased.typed.set(itemId, { ...chased.typed.get(itemId)!, sent: true })
}

async function sendAnswers(visitor: Visitor, home: string): Promise<void> {
  const checked = await visitor.get(`${home}/sending`)
  const form = checked.forms.find(({ buttons }) => buttons.some(({ text }) => text.startsWith('Send th')))
  const button = form?.buttons.find(({ text }) => text.startsWith('Send th'))?.text
  const because = Object.keys(form?.values ?? {}).filter((name) => name.startsWith('because.'))
  const receipt = await visitor.submit(checked, Object.fromEntries(because.map((name) => [name, 'It was agreed so.'])), button)
  if (receipt.heading !== 'What you have sent')
    throw new Error(`Answers were answered with ${receipt.status}: ${receipt.text.slice(0, 500)}`)
}

/** The address in the letter that asked somebody. */
async function linkIn({ got }: MailServer, person: number, isOver: () => boolean): Promise<string> {
  for (;;) {
    const letter = got.find(({ to }) => to.includes(personAddress(person)))
    const plain = letter?.raw.replaceAll(/=\r?\n/g, '')
    const link = /\/asked\/open\/[\w-]{43}/.exec(plain ?? '')
    if (link) return link[0]
    if (isOver()) throw new Error(`Person ${person} got no letter with a link.`)
    await sleep(50)
  }
}

/** The officer looks at what is ready, and sends all of it. */
async function officerAtBrowser({ heed, kills, slug, progress, chased }: Chasing, session: string): Promise<void> {
  const visitor = visitorOnTheWeb(heed.origin, () => progress.over, new Map([[SESSION_COOKIE, session]]))
  for (let last = false; ; last = progress.kills >= kills) {
    const page = await visitor.get(`/rounds/${slug}/chasing?tick=all`)
    if (/Send those ticked/.test(page.text)) {
      const done = await visitor.submit(page, {}, 'Send those ticked')
      const count = /(One|\d+) messages? (?:is|are) on/.exec(done.said ?? '')?.[1]
      chased.sentByOfficer += count === 'One' ? 1 : Number(count ?? 0)
    }
    if (last) return
    await sleep(300)
  }
}

/** A round whose answers were due five days ago, with everybody asked a week before that, and one manager over them all. Their messages still wait. */
async function askedRound(heed: KilledHeed, mail: MailServer, owners: number, linesEach: number) {
  const now = new Date()
  const key = keyOfHeed('', TEST_SECRET)
  const day = today(now)
  const council = { name: 'Wexcombe Borough Council', colour: '#1d4f6e', contact: '' }
  const made = await addCouncil(heed.db(), council, async (trx, councilId) => {
    const account = { email: 'officer@wexcombe.example', name: 'Oswin Thorpe', role: 'officer' as const }
    const accountId = await addAccount(trx, councilId, { ...account, password: PASSWORD }, null)
    const officer: Officer = { councilId, accountId, name: account.name, role: 'officer' }
    const { version, smtpSealed: _smtp, notifySealed: _notify, ...unsaved } = UNSAVED
    const post = { post: 'smtp', smtpHost: '127.0.0.1', smtpPort: mail.port, smtpSecurity: 'none', webAddress: heed.origin } as const
    const settings = { ...unsaved, ...ALWAYS, ...post, senderAddress: 'scrutiny@wexcombe.example' }
    await savePostSettings(trx, officer, key, settings, { smtpPassword: '', notifyKey: '' }, version, now)
    const size = { recommendations: owners * linesEach, owners, reviews: 2 }
    const { slug } = await putRoundToAsk(trx, officer, { ...size, presentedOn: later(day, 10), dueOn: later(day, -5) })
    await underOneManager(trx, officer)
    const asked = new Date(now.getTime() - 12 * 86_400_000)
    const { plan } = await loadRoundAsking(trx, slug, today(asked))
    const contactIds = plan.people.map(({ contact }) => contact.id)
    await askPeople(trx, officer, key, { slug, contactIds, withForm: false, returnTo: '' }, asked)
    return { officer, slug }
  })
  return { ...made, session: await openSession(heed.db(), made.officer.accountId, made.officer.councilId, now) }
}

async function underOneManager(trx: Trx, officer: Officer): Promise<void> {
  const said = {
    name: 'Mona Chief',
    post: 'Chief Officer',
    body: '',
    directorate: '',
    email: 'mona@wexcombe.example',
    managerId: null,
    gone: false,
  }
  const people = await listContacts(trx)
  const manager = await addContact(trx, officer, said)
  for (const person of people) {
    const { id: _id, slug: _slug, version, ...known } = person
    await correctContact(trx, officer, person, { ...known, managerId: manager.id }, version)
  }
}
