import { deepEqual, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { addCouncil } from '../src/council/add-council.ts'
import { addAccount } from '../src/people/add-account.ts'
import type { Officer } from '../src/people/officer.ts'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import { inCouncil } from '../src/platform/database/database.ts'
import { kept, open, putMarkedMeeting, type Marked, type MarkedMeeting } from '../support/marked-meeting.ts'
import { answerOf, squeezed, textOf, type Outgoing } from '../support/outgoing.ts'
import { PASSWORD, testApp } from '../support/test-app.ts'
import { visitorOf } from '../support/visitor.ts'

/**
 * Nothing exempt is in anything that leaves the council's own people. Marked words are planted in every text of an exempt matter and others in every text of
 * a public one; officers do with the meeting what they do; then everything that goes out is looked through for both.
 */

const heed = await testApp({ after })
// The day of the meeting: links of the round still open.
heed.clock.now = new Date('2026-12-09T10:00:00Z')

const marked: fc.Arbitrary<Marked> = fc.record({
  about: fc.constantFrom('review', 'round', 'nothing'),
  besides: fc.constantFrom('no', 'round', 'review', 'response'),
  late: fc.boolean(),
  dropped: fc.boolean(),
  decided: fc.constantFrom('agree', 'challenge', 'call', 'defer', 'close', 'grant-extension'),
  before: fc.constantFrom('document', 'taken-in', 'published'),
})

/** What went wrong once, or easily could: each is tried whatever is drawn. */
const ALWAYS: [Marked][] = [
  [{ about: 'review', besides: 'round', late: false, dropped: false, decided: 'challenge', before: 'document' }],
  [{ about: 'round', besides: 'response', late: true, dropped: false, decided: 'call', before: 'published' }],
]

test('whatever is exempt, none of its words is in anything that goes out, and the public words are', async () => {
  const property = fc.asyncProperty(marked, async (one) => {
    const { council, officer } = await foundCouncil()
    const put = await inCouncil(heed.database.app, officer.councilId, (trx) => putMarkedMeeting(trx, officer, heed.key, one))
    const outgoing = [
      ...(await publicRows(council)),
      ...(await openPages(council, put)),
      ...(await publicPapers(officer, put)),
      ...(await recorded(officer, council)),
    ]
    deepEqual(
      outgoing.flatMap(({ where, text }) => (text.includes(WORD_KEPT) ? [`${where}: ${wordsIn(text)}`] : [])),
      [],
    )
    deepEqual(missing(outgoing, one), [])
  })
  await fc.assert(property, { numRuns: 5, seed: 18_1972, examples: ALWAYS, endOnFailure: true })
})

const WORD_KEPT = kept('').toLowerCase()

function wordsIn(text: string): string {
  return [...new Set([...text.matchAll(new RegExp(`${WORD_KEPT}[a-z]{3,16}`, 'g'))].map(([word]) => word))].join(', ')
}

/** What must be there, so that the test cannot pass because nothing is looked at. */
function missing(outgoing: readonly Outgoing[], { late, dropped }: Marked): string[] {
  const wanted: [RegExp, string[]][] = [
    [/publications\/agenda-1$/, ['title', 'text', 'recommendation', 'evidence', 'explanation', 'impact', 'revised', 'review', 'venue']],
    // Of each format by itself: one that could not be looked into would hold no word of either kind.
    ...['word', 'pdf', 'html', 'content.json'].flatMap((format): [RegExp, string[]][] => [
      [new RegExp(`publications/agenda-1/${format}$`), ['title', 'evidence']],
      [new RegExp(`publications/minutes-1/${format}$`), ['minute', 'resolution', 'request']],
    ]),
    [/publications\/minutes-\d$/, ['interest', 'words', 'correction']],
    ...(late ? ([[/publications\/supplement-1$/, ['latetitle', 'late']]] as [RegExp, string[]][]) : []),
    [/2027-01-13-place\/publications\/agenda-1$/, ['request', 'programme', 'minute']],
    ...['csv', 'xlsx', 'json', 'ics'].map((ending): [RegExp, string[]] => [new RegExp(`meetings\\.${ending}$`), ['venue']]),
    [/^\/asked\//, ['recommendation', 'note']],
    [/calendar\/.*\.ics/, ['round', 'review']],
    [/publications\/(agenda|supplement)-1\/html$/, ['papertext', 'papertitle', 'letterbody', 'letterfiletext']],
    [/publications\/(agenda|supplement)-1\/files\/\d$/, ['papertext']],
    [/publications\/(agenda|supplement)-1\/files\/\d$/, ['letterfiletext']],
    [/publications\/notice-1\/html$/, ['venue', 'othervenue']],
    [/publications\/notice-2\/html$/, ['cancelled']],
    [/2027-01-13-place\/publications\/agenda-1$/, ['lefttitle', 'lefttext']],
    [/^messageresponse|^message .*(response|report)/i, ['recommendation', 'review']],
    [/^message .*asked for is overdue/, ['request', 'due']],
    ...['word', 'pdf', 'html'].map((format): [RegExp, string[]] => [new RegExp(`decisions/${format}$`), ['words', 'recommendation']]),
    [/projector$/, ['recommendation']],
    [/^message/, ['recommendation', 'subject', 'body', 'filetext']],
    [/^event/, ['title', 'request', 'subject', 'interest']],
  ]
  const absent = wanted.flatMap(([where, words]) => {
    const texts = outgoing.filter((one) => where.test(one.where)).map(({ text }) => text)
    return words.filter((word) => !texts.some((text) => text.includes(open(word).toLowerCase()))).map((word) => `${where.source}: ${word}`)
  })
  // That there was an exempt item is told, by the paragraphs of the Act.
  const told = dropped || outgoing.some(({ where, text }) => where.endsWith('minutes-1') && text.includes('schedule12a'))
  return told ? absent : [...absent, 'minutes: why an item is exempt']
}

/** A council of its own for each meeting, with an officer. */
async function foundCouncil(): Promise<{ council: string; officer: Officer }> {
  const name = `Council ${crypto.randomUUID().slice(0, 8)}`
  const said = { name, colour: '#1d4f6e', contact: 'Town Hall' }
  return addCouncil(heed.database.app, said, async (trx, councilId) => {
    const person = { email: `${councilId}@wexcombe.example`, name: 'Oswin Thorpe', role: 'officer' as const, password: PASSWORD }
    const accountId = await addAccount(trx, councilId, person, null)
    const { slug } = await trx.selectFrom('council').select('slug').where('id', '=', councilId).executeTakeFirstOrThrow()
    return { council: slug, officer: { councilId, accountId, name: person.name, role: person.role } }
  })
}

/** What the public role can read at all, whether or not a page shows it. */
async function publicRows(council: string): Promise<Outgoing[]> {
  const { public: db } = heed.database
  const rows = [
    ...(await db.selectFrom('register.council').selectAll().where('slug', '=', council).execute()),
    ...(await db.selectFrom('register.committee').selectAll().where('council', '=', council).execute()),
    ...(await db.selectFrom('register.meeting').selectAll().where('council', '=', council).execute()),
    ...(await db.selectFrom('register.publication').selectAll().where('council', '=', council).execute()),
  ]
  return rows.map((row) => ({ where: `row of ${row.slug}`, text: squeezed(JSON.stringify(row)) }))
}

/**
 * Every page and file that opens without signing in, by every address that there is, and with every id that could be meant: to a stranger, and to an owner
 * who answers for something else by their link.
 */
async function openPages(council: string, { meetings, openAsking, calendars }: MarkedMeeting): Promise<Outgoing[]> {
  const stranger = visitorOf(heed.app)
  const owner = visitorOf(heed.app)
  await owner.get(openAsking.href)
  const names = ['agenda', 'supplement', 'minutes', 'notice'].flatMap((kind) => [1, 2, 3].map((number) => `${kind}-${number}`))
  const ids: Record<string, string[]> = {
    council: [council],
    meeting: Object.values(meetings),
    position: ['1', '2', '3', '4'],
    publication: names.flatMap((name) => [name, `${name}-exempt`]),
    asking: [openAsking.askingId],
    item: openAsking.items,
    group: ['1'],
    secret: [...calendars, openAsking.href.split('/').at(-1)!],
  }
  const found: Outgoing[] = []
  for (const address of heed.app.pageAddresses.filter((each) => !each.endsWith('*'))) {
    const parameters = [...address.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
    const filled = parameters.reduce(
      (all, name) => all.flatMap((each) => (ids[name] ?? ['1']).map((id) => each.replace(`:${name}`, id))),
      [address],
    )
    const asksToSignIn = (await stranger.ask('GET', filled[0]!)).headers.location?.toString().startsWith('/sign-in')
    if (asksToSignIn) continue
    const visitor = address.startsWith('/asked') ? owner : stranger
    for (const each of filled) found.push(await answerOf(visitor, each))
  }
  ok(found.length > 100, `only ${found.length} open pages were found`)
  return found
}

/** Papers that an officer makes for the public, of each meeting, before and after they are sealed. */
async function publicPapers({ accountId, councilId }: Officer, { meetings }: MarkedMeeting): Promise<Outgoing[]> {
  const secret = await openSession(heed.database.app, accountId, councilId, heed.clock.now)
  const officer = visitorOf(heed.app, new Map([[SESSION_COOKIE, secret]]))
  const papers = ['room/projector', 'decisions/word', 'decisions/pdf', 'decisions/html', 'minutes/draft/html', 'pack/draft/html']
  const found: Outgoing[] = []
  for (const meeting of Object.values(meetings))
    for (const paper of papers) found.push(await answerOf(officer, `/meetings/${meeting}/${paper}`))
  return found
}

/**
 * What the record itself sends or shows to those who are not of the exempt matter: messages to others than its owner, with what is attached; history of the
 * meeting, of requests and letters; and the addresses of meetings, requests and letters.
 */
async function recorded({ councilId }: Officer, council: string): Promise<Outgoing[]> {
  const found = await inCouncil(heed.database.app, councilId, async (trx) => ({
    messages: await trx.selectFrom('message').selectAll().where('to_address', '<>', 'sam@wexcombe.example').execute(),
    files: await trx
      .selectFrom('message_attachment as a')
      .innerJoin('message_file as f', (join) => join.onRef('f.council_id', '=', 'a.council_id').onRef('f.sha256', '=', 'a.sha256'))
      .innerJoin('message as m', (join) => join.onRef('m.council_id', '=', 'a.council_id').onRef('m.id', '=', 'a.message_id'))
      .select(['a.name', 'a.type', 'f.bytes'])
      .where('m.to_address', '<>', 'sam@wexcombe.example')
      .execute(),
    events: await trx
      .selectFrom('event')
      .select(['kind', 'subject', 'detail'])
      .where(
        'kind',
        '~',
        '^(agenda|supplement|item-paper|enclosure|notice.published|response\\.|minute|decision|interest|declaration|question|request|letter|calendar|meeting|attendance)',
      )
      .execute(),
    slugs: [
      ...(await trx.selectFrom('meeting').select('slug').execute()),
      ...(await trx.selectFrom('request').select('slug').execute()),
      ...(await trx.selectFrom('letter').select('slug').execute()),
    ],
  }))
  return [
    ...found.messages.map(({ subject, body_text, body_html, said, to_name, about }) => ({
      where: `message ${subject}`,
      text: squeezed([subject, body_text, body_html, JSON.stringify(said), to_name, about].join(' ')),
    })),
    ...(await Promise.all(
      found.files.map(async ({ name, type, bytes }) => ({
        where: `message file ${name}`,
        text: squeezed(name) + (await textOf(type, bytes)),
      })),
    )),
    ...found.events.map(({ kind, subject, detail }) => ({ where: `event ${kind}`, text: squeezed(JSON.stringify([subject, detail])) })),
    ...found.slugs.map(({ slug }) => ({ where: `address ${council} ${slug}`, text: squeezed(slug) })),
  ]
}
