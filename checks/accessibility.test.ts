import { deepEqual } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { askWexcombe } from '../src/demonstration/ask-wexcombe.ts'
import { loadWexcombe } from '../src/demonstration/load-wexcombe.ts'
import { openPosts } from '../src/messages/open-posts.ts'
import { sendMessageJob } from '../src/messages/send-message.job.ts'
import { aWorkbook } from '../src/platform/documents/workbook.fixture.ts'
import { later, today } from '../src/platform/core/calendar-date.ts'
import type { SignedInMember } from '../src/people/officer.ts'
import { findMeeting } from '../src/meetings/meeting.queries.ts'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import { findRound } from '../src/rounds/round-record.queries.ts'
import { findForm } from '../src/travelling-forms/travelling-form.queries.ts'
import { linesOfForm } from '../src/travelling-forms/travelling-form.ts'
import { askedFor, fieldsOf, itemsOfRound } from '../support/asked-owner.ts'
import { keepMeetingPapers, meetingOn } from '../src/meetings/insert-meeting.ts'
import { anItem, putAgenda } from '../support/fictional-agenda.ts'
import { memberVisitor, publish, putMemberAccount } from '../support/fictional-briefing.ts'
import { accessibilityFaults } from '../support/axe.ts'
import { DESK, PHONE, openBrowser } from '../support/browser.ts'
import { filledForm, inWord, paragraphOf } from '../support/filled-forms.ts'
import { AUTUMN_ROWS, aTrackerPdf } from '../support/drawn-tracker.ts'
import { readPage } from '../support/page.ts'
import { testApp } from '../support/test-app.ts'
import { parksPaper } from '../support/wexcombe-papers.ts'
import type { Visitor } from '../support/visitor.ts'

/**
 * Every page that Heed has, in real Chromium, at a desk's width and a phone's: axe finds nothing wrong with any. The pages are found as a
 * person finds them, from link to link; a page that no link leads to is named here, or the test fails.
 */

/** Two of a kind are visited: a page that is right for one review may be wrong for another in a different layout. */
const VISITED_OF_EACH_KIND = 2
/** More are read for their links, since not every recommendation has actions and not every import is unfinished. */
const FOLLOWED_OF_EACH_KIND = 12

/** Before the meeting of the demonstration's round, on whatever day this runs. */
const WHILE_ASKED = new Date('2026-12-02T10:00:00Z')

const heed = await testApp({ after })
await heed.inCouncil(async (trx) => {
  await loadWexcombe(trx, heed.officers.administrator)
  await askWexcombe(trx, heed.officers.administrator, heed.key, WHILE_ASKED)
})
const ADMINISTRATOR = heed.officers.administrator.accountId
const HOLLOWAY = await memberWhoSignsIn()
const origin = await heed.app.listen({ host: '127.0.0.1', port: 0 })

test('no page breaks a rule of axe, at a desk or on a phone', async () => {
  const browser = await openBrowser()
  after(() => browser.close())
  const kinds = kindsOfPage()
  await bringInPapers()
  const faults = await faultsOf(browser, ['/nowhere', ...(await findPages(kinds))], ADMINISTRATOR)
  faults.push(...(await ownersFaults(browser)))
  const round = await makePaperAndClose()
  // Linked to once nothing stops the paper; the page itself says what still does.
  const freezing = `${round}/freezing`
  faults.push(
    ...(await faultsOf(browser, [freezing, ...(await findPages(kinds))], ADMINISTRATOR)),
    ...(await faultsOf(browser, await strangersPages(), null)),
    ...(await membersFaults(browser)),
  )
  deepEqual(faults, [])
  const missed = kinds
    .filter(({ met, shape, address }) => met.length === 0 && !shape.test(freezing) && !UNMET.has(address))
    .map(({ address }) => address)
  deepEqual(missed, [], 'no link leads to these')
})

/** Some pages are there only while an import is unfinished or a paper is being checked. */
async function bringInPapers(): Promise<void> {
  const administrator = await heed.visitor('administrator')
  await administrator.submit(await administrator.get('/people/invitations/add'), { name: 'Una Reed', email: 'una@wexcombe.example' })
  const paper = { name: 'Parks.txt', type: 'text/plain', bytes: Buffer.from(parksPaper('autumn')) }
  await administrator.submit(await administrator.get('/imports'), { document: paper })
  await administrator.submit(await administrator.get('/imports'), { words: MINUTES })
  await administrator.submit(await administrator.get('/check'), { words: parksPaper('spring') })
  await sendFormBack(administrator)
  await planARound(administrator)
  await sendLetter(administrator)
  const template = { name: 'Starter.docx', bytes: (await administrator.ask('GET', '/settings/templates/starter')).rawPayload }
  await administrator.submit(await administrator.get('/settings/templates/add'), { name: 'Corporate report', template })
  await showHowToRead(administrator)
  await makeCalendars(administrator)
  await writeNotes(administrator)
  await askWhetherItStuck(administrator)
  await publishAgenda(administrator)
  await minuteMeeting(administrator)
}

/** An owner can be told at once of a note beside their line. */
async function writeNotes(administrator: Visitor): Promise<void> {
  const round = await administrator.get('/rounds/winter-2027')
  const lines = new Set(round.links.map(({ href }) => href).filter((href) => /\/items\/[0-9a-f-]{36}$/.test(href)))
  for (const line of lines) await administrator.submit(await administrator.get(line), { words: 'Which schools?' }, 'Write the note')
}

/** A committee downloads what is asked about again once something is. */
async function askWhetherItStuck(administrator: Visitor): Promise<void> {
  const reviews = await heed.inCouncil((trx) => trx.selectFrom('review_now').select('slug').execute())
  for (const { slug } of reviews)
    for (const { href } of (await administrator.get(`/reviews/${slug}`)).links) {
      if (!/\/recommendations\/[^/?#]+$/.test(href)) continue
      const checkBack = (await administrator.get(href)).links.find((link) => link.href.endsWith('/check-back'))
      if (checkBack) return void (await administrator.submit(await administrator.get(checkBack.href), { when: '6' }))
    }
}

/** Calendars with an address can have it revoked. */
async function makeCalendars(administrator: Visitor): Promise<void> {
  for (const page of ['/account', '/contacts/ada-minster', '/committees/children-and-young-people-panel'])
    await administrator.submit(await administrator.get(`${page}/calendar`))
}

/** A round of the timetable that should have been opened. */
async function planARound(administrator: Visitor): Promise<void> {
  const choosing = await administrator.get('/rounds/timetable/planning')
  const [year = '', month = '', day = ''] = later(today(heed.clock.now), 20).split('-')
  const planned = { 'rows.0.name': 'Soon', 'rows.0.meeting.day': day, 'rows.0.meeting.month': month, 'rows.0.meeting.year': year }
  await administrator.submit(await administrator.submit(choosing, {}, 'Go on'), planned, 'Set the timetable')
}

/** A committee with members, a meeting to come whose agenda is out with an exempt item, and then has a late one, and a meeting that is cancelled. */
async function publishAgenda(administrator: Visitor): Promise<void> {
  const [slug = ''] =
    /(?<=value=")[a-z][a-z-]+(?=")/.exec((await administrator.get('/meetings/planning')).html.split('name="committee"')[1] ?? '') ?? []
  const words = 'Cllr Maple (Chair), Labour\nCllr Rowan\nMrs Birch (Parent governors)'
  const list = await administrator.submit(await administrator.get(`/committees/${slug}/membership/list`), { words })
  await administrator.submit(list)
  const nextYear = new Date().getFullYear() + 1
  const planning = { committee: slug, days: `10 March ${nextYear}\n9 June ${nextYear}, 2pm`, time: '6.30pm', venue: 'Guildhall' }
  await administrator.submit(await administrator.get('/meetings/planning'), planning)
  const meeting = `/meetings/${nextYear}-03-10-${slug}`
  await administrator.submit(await administrator.get(`${meeting}/agenda/building`))
  const [papers = ''] = (await administrator.get(`${meeting}/agenda`)).links.flatMap(({ href }) =>
    /agenda.+papers$/.test(href) ? [href] : [],
  )
  const report = { files: { name: 'Lamps.txt', bytes: Buffer.from('Lamps\n\nWard\tLamps\nNorth\t4\n') } }
  await administrator.submit(await administrator.submit(await administrator.get(papers), report, 'Add'), { taken: 'both' }, 'Confirm')
  await administrator.submit(await administrator.get(papers), { files: { name: 'Scan.pdf', bytes: Buffer.from('%PDF-1.4') } }, 'Add')
  const exempt = { title: 'A contract', exempt: ['3'], publicInterest: 'Bids are being weighed.', appended: 'yes' }
  await administrator.submit(await administrator.get(`${meeting}/agenda/adding`), exempt)
  await administrator.submit(await administrator.get(`${meeting}/pack/publishing`))
  await administrator.submit(await administrator.get(`${meeting}/agenda/adding`), {
    ...exempt,
    title: 'Another',
    lateReason: 'It came today.',
  })
  await administrator.submit(await administrator.get(`/meetings/${nextYear}-06-09-${slug}/cancelling`), { reason: 'Too few can come.' })
}

/** A meeting that was held, with minutes in draft, a request made and one suggested, a work programme, and a letter with its answer. */
async function minuteMeeting(administrator: Visitor): Promise<void> {
  const held = await heed.inCouncil(async (trx) => {
    const { officer } = heed.officers
    const { committee_id: committeeId } = await trx
      .selectFrom('committee_now')
      .select('committee_id')
      .orderBy('name')
      .executeTakeFirstOrThrow()
    const items = [
      anItem('Apologies for absence', { kind: 'apologies' }),
      anItem('Works', { exemptParagraphs: [3], publicInterest: 'Bids are being weighed.' }),
    ]
    const meeting = await putAgenda(trx, officer, committeeId, '2026-01-13', items)
    const asked = 'It was agreed that officers would provide figures at the next meeting.'
    await keepMeetingPapers(trx, officer, meeting.id, { minutes: [{ ref: '1/26', title: 'Works', text: asked, requests: [asked] }] })
    await meetingOn(trx, officer, committeeId, '2026-01-20')
    return `/meetings/${meeting.slug}`
  })
  await administrator.submit(await administrator.get(`${held}/minutes`), {}, 'Draft the minutes')
  await administrator.submit(await administrator.get(`${held}/requests/add`), { words: 'Figures by ward', owner: 'Head of Works' })
  const committee = held.split('/').at(-1)!.slice('2026-01-13-'.length)
  const programme = `/committees/${committee}/programme`
  const preview = await administrator.submit(await administrator.get(`${programme}/list`), { words: 'Works\nGates\nLamps – Autumn 2027' })
  const inProgramme = await administrator.submit(preview)
  const dropping = inProgramme.links.find(({ href }) => href.endsWith('/dropping'))?.href ?? ''
  await administrator.submit(await administrator.get(dropping))
  const out = { correspondent: 'The Minister', subject: 'Lamps', body: 'Please say when.' }
  const letter = await administrator.submit(await administrator.get('/letters/adding'), out)
  await administrator.submit(await administrator.get(`${letter.address}/sending`), { by: 'post', how: 'By post' })
  await administrator.submit(await administrator.get('/letters/adding'), {
    ...out,
    subject: 'Gates',
    files: { name: 'Gates.txt', bytes: Buffer.from('Twelve gates.') },
  })
}

/** A message that has gone out has pages that one still waiting has not. */
async function sendLetter(administrator: Visitor): Promise<void> {
  const { address } = await administrator.submit(await administrator.get('/settings/messages'), {}, 'Send me a test letter')
  const folder = mkdtempSync(join(tmpdir(), 'heed-letters-'))
  after(() => rmSync(folder, { recursive: true }))
  const sending = sendMessageJob({ posts: openPosts({ key: heed.key, folder }), key: heed.key })
  const work = { councilId: heed.councilId, inCouncil: heed.inCouncil, clock: () => new Date() }
  await sending.run(work, { messageId: address.split('/').at(-1) })
}

/** A form in Word that came back with an answer, and with words outside its boxes. */
async function sendFormBack(administrator: Visitor): Promise<void> {
  const round = (await administrator.get('/rounds')).links.find(({ href }) => /^\/rounds\/winter[\w-]*$/.test(href))?.href ?? ''
  const forms = await administrator.submit(await administrator.get(`${round}/forms/making`))
  const code = /[2-9A-Z]{6}(?=\/word)/.exec(forms.html)?.[0] ?? ''
  const made = await heed.inCouncil(async (trx) => findForm(trx, (await findRound(trx, round.split('/').at(-1) ?? '')).id, code))
  const answer = { item: linesOfForm(made)[0]?.code ?? '', box: 'evidence' as const, words: 'Every ward was visited in May.' }
  const bytes = inWord(await filledForm(made, [answer]), (body) => body.replace('<w:sectPr', `${paragraphOf('See you then.')}<w:sectPr`))
  await administrator.submit(await administrator.get(`${round}/returns`), { documents: { name: 'Back.docx', bytes } })
}

/** A table that Heed reads only as it was shown, a later one of the same shape, a workbook with a hidden sheet, and a PDF. */
async function showHowToRead(administrator: Visitor): Promise<void> {
  const table = (said: string) => `Wexcombe Borough Council\n\nNr\tWished\tWho\n1\tThat gates are painted.\t${said}\n`
  const first = await administrator.submit(await administrator.get('/imports'), { words: table('Head of Estates') })
  const meant = { heading: '1', 'columns.c0': 'ref', 'columns.c1': 'text', 'columns.c2': 'owner' }
  await administrator.submit(await administrator.get(`${first.address}/tables/1`), meant, 'Read the table again')
  await administrator.submit(await administrator.get(`${first.address}/confirmation`), {}, 'Confirm: put it on the record')
  await administrator.submit(await administrator.get('/imports'), { words: table('Head of Gates') })
  const sheets = aWorkbook([
    {
      name: 'Tracker',
      rows: [
        ['Ref', 'Recommendation', 'Owner'],
        ['1', 'That lamps are lit.', 'Head of Light'],
      ],
    },
    { name: 'Archive', state: 'hidden', rows: [['Old']] },
  ])
  await administrator.submit(await administrator.get('/imports'), { document: { name: 'tracker.xlsx', bytes: sheets } })
  const drawn = aTrackerPdf({ day: '14 October 2026', rows: AUTUMN_ROWS, pages: 2 })
  await administrator.submit(await administrator.get('/imports'), { document: { name: 'tracker.pdf', bytes: drawn } })
}

/** Some pages are there only once a round is closed or has its paper. */
async function makePaperAndClose(): Promise<string> {
  const administrator = await heed.visitor('administrator')
  const making = (await administrator.get('/rounds')).links.find(({ href }) => /^\/rounds\/winter[\w-]*$/.test(href))?.href ?? ''
  const round = making.split('/').at(-1) ?? ''
  await administrator.submit(await administrator.get(`/papers/making?round=${round}`))
  await administrator.submit(await administrator.get(`/rounds/${round}/closing`))
  return making
}

/** Pages that no link leads to, with the reason: none. */
const UNMET = new Set<string>()

/** Minutes, and words outside any table, as somebody pastes them: the import has a page for each. */
const MINUTES = `Wexcombe Borough Council

Minutes of the meeting of the Environment Scrutiny Committee held on 15 April 2026

Present: Cllr Maple (Chair), Cllr Rowan
Apologies: Cllr Birch

12 Declarations of Interest
There were none.
13 Review of Parks and Open Spaces
Members asked how often play areas are inspected.
RESOLVED that the report be noted.

The meeting closed at 7.10pm

The next paper on parks comes in the autumn, with the costs of every inspection since January.
`

/** Pages for strangers, whose addresses hold a secret or are not linked from within. */
const STRANGERS = new Set([
  '/sign-in',
  '/invitations/:secret',
  '/passwords/:secret',
  '/calendar/:secret.ics',
  '/asked/:asking/calendar.ics',
  '/register',
  '/register/*',
  // No page: a program that the room's script asks for.
  '/meetings/:slug/room/worker.js',
])

async function strangersPages(): Promise<string[]> {
  const administrator = await heed.visitor('administrator')
  const invited = await administrator.submit(await administrator.get('/people/invitations/add'), {
    name: 'Ivy Marsh',
    email: 'ivy@wexcombe.example',
  })
  const person = (await administrator.get('/people')).links.find(({ text }) => text === 'Oswin Thorpe')?.href ?? ''
  const reset = await administrator.submit(await administrator.get(person), {}, 'Make a link to set a new password')
  const links = [invited, reset].map((page) => /\/(?:invitations|passwords)\/[\w-]{43}/.exec(page.text)?.[0] ?? '')
  return ['/sign-in', '/register', '/register/nowhere', ...links, '/invitations/not-a-link', '/asked/stopped', '/asked/open/not-a-link']
}

/** The pages of an asking, few lines and many: they open by a link, and each is visited without a draft and with one. */
async function ownersFaults(browser: Browser): Promise<string[]> {
  const { id } = await heed.inCouncil((trx) =>
    trx.selectFrom('round_now').select('id').where('state', '=', 'open').orderBy('opened_at', 'desc').executeTakeFirstOrThrow(),
  )
  const items = await itemsOfRound(heed, id!)
  const faults: string[] = []
  for (const [name, lines] of [
    ['Rosa Field', items.slice(0, 3)],
    ['Theo Marsh', items.slice(0, 7)],
  ] as const) {
    const { askingId, href } = await askedFor(heed, id!, lines, { name, address: `${name.split(' ')[0]}@wexcombe.example`.toLowerCase() })
    const owner = await heed.visitor()
    const home = await owner.get(href)
    const kinds = heed.app.pageAddresses.filter((address) => address.startsWith('/asked/:asking'))
    const addresses = kinds.map((kind) => kind.replace(':asking', askingId).replace(':group', '1').replace(':item', lines[0]!))
    const pages: string[] = []
    for (const address of addresses) if (isPage(await owner.ask('GET', address))) pages.push(address)
    faults.push(...(await faultsOf(browser, pages, null, href)))
    const form = lines.length > 5 ? await owner.get(`/asked/${askingId}/lines/1`) : home
    await owner.submit(form, fieldsOf(lines[0]!, { answer: 'report', evidence: 'As above' }), 'Check your answers')
    const came = await fillBeside(owner, `/asked/${askingId}`, lines[0]!)
    faults.push(...(await faultsOf(browser, [...pages, came], null, href)))
  }
  return faults
}

/** What stands beside answers: a file, a note, a colleague with a link, a form in Word that came back. Gives the address of the last. */
async function fillBeside(owner: Visitor, home: string, item: string): Promise<string> {
  const at = `${home}/items/${item}`
  await owner.submit(
    await owner.get(`${at}/attachments`),
    { files: { name: 'visits.csv', bytes: Buffer.from('Ward,Visited\n') } },
    'Attach',
  )
  await owner.submit(await owner.get(`${at}/notes`), { words: 'The figures come on Friday.' }, 'Send the note')
  const sam = { name: 'Sam Okoro', address: 'sam.okoro@wexcombe.example' }
  await owner.submit(await owner.get(`${home}/passing-on`), sam, 'Send them a link')
  const form = await owner.get(`${home}/form`)
  const made = await owner.ask('POST', `${home}/form/making`, form.forms[0]?.values)
  const word = await owner.ask('GET', String(made.headers.location))
  const bytes = inWord(word.rawPayload, (body) => body.replace('<w:sectPr', `${paragraphOf('See you then.')}<w:sectPr`))
  return (await owner.submit(form, { document: { name: 'Back.docx', bytes } }, 'Bring it back')).address
}

/** The chair of the demonstration’s panel, who can sign in. */
async function memberWhoSignsIn(): Promise<SignedInMember> {
  const name = 'Cllr Beatrix Holloway'
  const { member_id: memberId } = await heed.inCouncil((trx) =>
    trx.selectFrom('member_now').select('member_id').where('name', '=', name).executeTakeFirstOrThrow(),
  )
  return putMemberAccount(heed, memberId, name)
}

/** What a member of committees reads: a meeting whose papers are out, one whose are not, a line of a round and one of a response, and their questions. */
async function membersFaults(browser: Browser): Promise<string[]> {
  const { officer } = heed.officers
  const meeting = await heed.inCouncil(async (trx) => {
    const round = await trx
      .selectFrom('round_now as r')
      .innerJoin('round_review as v', (join) => join.onRef('v.council_id', '=', 'r.council_id').onRef('v.round_id', '=', 'r.id'))
      .innerJoin('review_now as n', (join) => join.onRef('n.council_id', '=', 'v.council_id').onRef('n.review_id', '=', 'v.review_id'))
      .innerJoin('seat_now as s', (join) => join.onRef('s.council_id', '=', 'n.council_id').onRef('s.committee_id', '=', 'n.committee_id'))
      .select(['r.id', 'v.review_id', 'n.committee_id'])
      .where('s.member_id', '=', HOLLOWAY.memberId)
      .where('r.state', '=', 'frozen')
      .orderBy('r.presented_on', 'desc')
      .executeTakeFirstOrThrow()
    const nextYear = new Date().getFullYear() + 1
    await meetingOn(trx, officer, round.committee_id, `${nextYear}-11-17`)
    const { slug } = await putAgenda(trx, officer, round.committee_id, `${nextYear}-10-20`, [
      anItem('Progress', { kind: 'round', roundId: round.id }),
      anItem('Response', { kind: 'response', reviewId: round.review_id }),
      anItem('A contract', { exemptParagraphs: [3], publicInterest: 'Bids are being weighed.', text: 'Two bids came in.' }),
      anItem('Minutes', { kind: 'minutes', appended: true }),
    ])
    await publish(trx, officer, await findMeeting(trx, slug))
    return slug
  })
  const member = await memberVisitor(heed, HOLLOWAY)
  const agenda = await member.get(`/briefing/${meeting}`)
  const lines = agenda.links
    .map(({ href }) => href)
    .filter((href) => href.startsWith(`/briefing/${meeting}/`) && href.split('/').length === 5)
  for (const readers of ['private', 'shared'])
    await member.submit(await member.get(lines[0]!), { words: `Why not sooner? (${readers})`, readers }, 'Note the question')
  const home = await member.get('/briefing')
  const meetings = home.links.map(({ href }) => href).filter((href) => href.startsWith('/briefing/'))
  const addresses = [
    '/briefing',
    ...meetings,
    agenda.address,
    lines[0]!,
    lines.at(-1)!,
    `/briefing/${meeting}/questions`,
    '/account',
    '/people',
  ]
  return faultsOf(browser, [...new Set(addresses)], HOLLOWAY.accountId)
}

function isPage({ headers, statusCode }: Awaited<ReturnType<Visitor['ask']>>): boolean {
  const toKeep = String(headers['content-disposition']).startsWith('attachment')
  return statusCode < 300 && !toKeep && String(headers['content-type']).startsWith('text/html')
}

interface Kind {
  address: string
  shape: RegExp
  met: string[]
}

function kindsOfPage(): Kind[] {
  return heed.app.pageAddresses
    .filter((address) => !STRANGERS.has(address) && !address.startsWith('/asked/') && !address.startsWith('/briefing'))
    .map((address) => ({ address, shape: shapeOf(address), met: [] }))
}

/** Follows every link from the first page; gives some pages of each kind, but for those that were met before. */
async function findPages(kinds: Kind[]): Promise<string[]> {
  const administrator = await heed.visitor('administrator')
  const queue = ['/']
  const seen = new Set(queue)
  const pages: string[] = []
  const followed = new Map<Kind, number>()
  const met = new Set(kinds.flatMap((kind) => kind.met))
  for (const address of queue) {
    const kind = kinds.find(({ shape }) => shape.test(address.split('?')[0] ?? ''))
    if (!kind || (followed.get(kind) ?? 0) >= FOLLOWED_OF_EACH_KIND) continue
    followed.set(kind, (followed.get(kind) ?? 0) + 1)
    const answer = await administrator.ask('GET', address)
    if (kind.met.length < VISITED_OF_EACH_KIND && !met.has(address)) kind.met.push(address)
    // A file holds no links, and takes long to write.
    if (String(answer.headers['content-disposition']).startsWith('attachment')) followed.set(kind, FOLLOWED_OF_EACH_KIND)
    if (!isPage(answer)) continue
    if (kind.met.includes(address) && !met.has(address)) pages.push(address)
    for (const { href } of readPage(answer.body, 200, address).links) {
      const next = new URL(href, new URL(address, origin))
      const found = next.pathname + next.search
      if (next.origin !== origin || seen.has(found)) continue
      seen.add(found)
      queue.push(found)
    }
  }
  return pages
}

/** `/reviews/:slug` as a pattern; a part that is written out is preferred to a parameter, as the router does. */
function shapeOf(address: string): RegExp {
  const written = heed.app.pageAddresses.filter((other) => !other.includes(':'))
  const parts = address.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  const shape = new RegExp(`^${parts.join('/')}/?$`)
  const others = address.includes(':') ? written.filter((other) => shape.test(other)) : []
  return others.length === 0 ? shape : new RegExp(`^(?!(?:${others.join('|')})$)${parts.join('/')}/?$`)
}

/** The pages as the person with that account sees them, or as a stranger with a link. */
async function faultsOf(browser: Browser, addresses: string[], accountId: string | null, link?: string): Promise<string[]> {
  const context = await browser.newContext({ baseURL: origin })
  if (link) await (await context.newPage()).goto(link)
  if (accountId) {
    const secret = await openSession(heed.database.app, accountId, heed.councilId, new Date())
    await context.addCookies([{ name: SESSION_COOKIE, value: secret, url: origin }])
  }
  const queue = [...addresses]
  const faults: string[] = []
  const visitor = async () => {
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(`${page.url()}: a script failed: ${error.message}`))
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`)
    })
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      await page.goto(address)
      for (const size of [DESK, PHONE]) {
        await page.setViewportSize(size)
        const wider = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
        if (wider > 0) faults.push(`${address} at ${size.width}: ${wider} pixels wider than the screen`)
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${address} at ${size.width}: ${fault}`))
      }
    }
  }
  await Promise.all([visitor(), visitor()])
  await context.close()
  return faults
}
