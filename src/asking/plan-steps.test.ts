import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Contact } from '../contacts/contact.ts'
import { later, type CalendarDate } from '../platform/core/calendar-date.ts'
import { londonClock, londonMoment } from '../platform/core/london-time.ts'
import { nextOpenMoment } from '../messages/quiet-hours.ts'
import { UNSAVED } from '../messages/post-settings.ts'
import { HEEDS_LADDER, LADDER_STEPS, isOwnerStep, type LadderStep } from './ladder.ts'
import { planSteps, type ChasedAsking, type ChasingMatter, type PlannedStep, type SentStep } from './plan-steps.ts'

const DUE = '2027-01-06'
const person = (id: string, changes: Partial<Contact> = {}): Contact => ({
  id,
  slug: id,
  version: 1,
  name: id,
  post: `Post of ${id}`,
  body: '',
  directorate: 'Place',
  email: `${id}@wexcombe.example`,
  managerId: 'max',
  gone: false,
  ...changes,
})
const CONTACTS = [
  person('ann'),
  person('bob'),
  person('cyd'),
  person('max', { managerId: 'dot' }),
  person('dot', { managerId: null }),
  person('cab', { managerId: null, directorate: '' }),
]
const asked = (id: string, changes: Partial<ChasedAsking> = {}): ChasedAsking => ({
  id: `asking-of-${id}`,
  contact: CONTACTS.find((each) => each.id === id)!,
  askedOn: '2026-12-10',
  revoked: false,
  wanted: [{ itemId: `line-of-${id}`, dueOn: DUE }],
  ...changes,
})
const openDay = (day: CalendarDate) => londonClock(nextOpenMoment(londonMoment(day, '08:00'), UNSAVED)).day
const matter = (changes: Partial<ChasingMatter> = {}): ChasingMatter => ({
  roundId: 'winter',
  open: true,
  dueOn: DUE,
  presentedOn: '2027-01-29',
  today: DUE,
  goesToday: true,
  ladder: HEEDS_LADDER,
  askings: [asked('ann')],
  contacts: CONTACTS,
  absences: [],
  escalations: [{ service: 'Place', version: 1, directorId: 'dot', cabinetMemberId: 'cab' }],
  sent: [],
  withheld: [],
  openDay,
  ...changes,
})
/** As if its message had been queued on a day. */
const sent = (step: PlannedStep, on: CalendarDate): SentStep => ({
  purpose: step.purpose,
  step: step.step,
  askingIds: step.about.map(({ asking }) => asking.id),
  on,
  withheld: false,
})
const brief = (steps: readonly PlannedStep[]) =>
  steps.map(({ step, to, about }) => `${step} to ${to.contact.id} of ${about.map(({ asking }) => asking.contact.id).join(', ')}`)
const dueOf = (changes: Partial<ChasingMatter>) => brief(planSteps(matter(changes)).due)

const BY_DAY: [day: CalendarDate, due: string[]][] = [
  ['2026-12-29', []],
  ['2026-12-30', ['reminder to ann of ann']],
  ['2027-01-05', ['reminder to ann of ann']],
  ['2027-01-06', ['due-today to ann of ann']],
  ['2027-01-07', ['overdue to ann of ann']],
  ['2027-01-08', ['overdue to ann of ann']],
  // Three days after is a Saturday: the manager's step waits until Monday.
  ['2027-01-09', ['overdue to ann of ann']],
  ['2027-01-11', ['overdue to ann of ann', 'to-manager to max of ann']],
  ['2027-01-29', ['overdue to ann of ann', 'to-manager to max of ann']],
  ['2027-01-30', []],
]
for (const [today, due] of BY_DAY)
  test(`with nothing sent, on ${today} Heed’s ladder has ready: ${due.join('; ') || 'nothing'}`, () => deepEqual(dueOf({ today }), due))

test('every day of a round, each step is taken once and a step at a time', () => {
  const outbox: SentStep[] = []
  const taken: string[] = []
  for (let day = '2026-12-11'; day <= '2027-01-29'; day = later(day, 1)) {
    if (openDay(day) !== day) continue
    for (const step of planSteps(matter({ today: day, sent: outbox, presentedOn: '2027-02-28' })).due) {
      outbox.push(sent(step, day))
      taken.push(`${day} ${step.step} to ${step.to.contact.id}`)
    }
  }
  deepEqual(taken, [
    '2026-12-30 reminder to ann',
    '2027-01-06 due-today to ann',
    '2027-01-07 overdue to ann',
    '2027-01-11 to-manager to max',
    // As many days after the manager's as the ladder says, though that went late.
    '2027-01-13 to-director to dot',
    '2027-01-18 to-cabinet-member to cab',
    '2027-01-20 chairs-letter to cab',
  ])
})

test('nobody who has answered is written to or of', () => {
  const askings = [asked('ann', { wanted: [] }), asked('bob')]
  deepEqual(dueOf({ today: '2027-01-12', askings }), ['overdue to bob of bob', 'to-manager to max of bob'])
})

test('a round that is closed, without a due day, or past its meeting is left alone', () => {
  for (const changes of [{ open: false }, { dueOn: null }, { presentedOn: '2027-01-05' }])
    deepEqual(planSteps(matter(changes)), { due: [], stuck: [], coming: [] })
})

test('a manager of three late people gets one message', () => {
  const askings = [asked('ann'), asked('bob'), asked('cyd')]
  deepEqual(dueOf({ today: '2027-01-12', askings }).slice(-1), ['to-manager to max of ann, bob, cyd'])
})

test('whoever was written to since the step was due is not written to again for it', () => {
  const byHand = { purpose: 'by hand', step: 'reminder', askingIds: ['asking-of-ann'], on: '2026-12-31', withheld: false }
  deepEqual(dueOf({ today: '2027-01-04', sent: [byHand] }), [])
  deepEqual(dueOf({ today: '2027-01-04', sent: [{ ...byHand, withheld: true }] }), ['reminder to ann of ann'])
  deepEqual(dueOf({ today: '2027-01-04', sent: [{ ...byHand, step: 'receipt' }] }), ['reminder to ann of ann'])
  deepEqual(dueOf({ today: '2027-01-04', askings: [asked('ann', { askedOn: '2027-01-02' })] }), [])
})

test('a line sent back after the due day is late from that day on', () => {
  const askings = [asked('ann', { wanted: [{ itemId: 'line', dueOn: '2027-01-14' }] })]
  const sentBack = { purpose: 'sent back', step: 'sent-back', askingIds: ['asking-of-ann'], on: '2027-01-14', withheld: false }
  deepEqual(dueOf({ today: '2027-01-14', askings, sent: [sentBack] }), [])
  deepEqual(dueOf({ today: '2027-01-15', askings, sent: [sentBack] }), ['overdue to ann of ann'])
})

test('for somebody away, whoever covers is written to; where nobody covers, they are, and it is said', () => {
  const away = { id: 'a', contactId: 'ann', from: '2027-01-01', until: '2027-01-20' }
  const covered = planSteps(matter({ absences: [{ ...away, coverId: 'bob' }] })).due[0]!
  deepEqual([covered.to.contact.id, covered.to.coversFor?.id, covered.to.away], ['bob', 'ann', false])
  const uncovered = planSteps(matter({ absences: [{ ...away, coverId: null }] })).due[0]!
  deepEqual([uncovered.to.contact.id, uncovered.to.away], ['ann', true])
})

test('whoever covers for a colleague and was asked too gets one message', () => {
  const absences = [{ id: 'a', contactId: 'ann', from: '2027-01-01', until: null, coverId: 'bob' }]
  const askings = [asked('ann'), asked('bob')]
  const { due } = planSteps(matter({ absences, askings }))
  deepEqual(brief(due), ['due-today to bob of ann, bob'])
  // Ann is back in the afternoon: her message has been sent.
  deepEqual(dueOf({ askings, sent: [sent(due[0]!, DUE)] }), [])
})

test('whoever covers for their own manager is not told of themselves', () => {
  const absences = [{ id: 'a', contactId: 'max', from: '2027-01-01', until: null, coverId: 'ann' }]
  deepEqual(dueOf({ today: '2027-01-12', absences }).slice(-1), ['to-manager to max of ann'])
})

test('where nobody is known to go to, that is said with where to mend it, and the next step is not held up', () => {
  const contacts = CONTACTS.map((each) => (each.id === 'ann' ? { ...each, managerId: null } : each))
  const plan = planSteps(matter({ today: '2027-01-14', contacts, askings: [asked('ann', { contact: contacts[0]! })] }))
  deepEqual(
    plan.stuck.map(({ step, words, href }) => [step, words, href]),
    [['to-manager', 'Nobody is known as the manager of ann. Say who it is.', '/contacts/ann/correcting']],
  )
  deepEqual(brief(plan.due), ['overdue to ann of ann', 'to-director to dot of ann'])
  const unsaid = planSteps(matter({ today: '2027-01-29', escalations: [], sent: [], ladder: HEEDS_LADDER.slice(4) }))
  deepEqual(
    unsaid.stuck.map(({ words, href }) => [words, href]),
    [
      ['Nobody is known as the director of Place. Say who it is.', '/settings/escalation/place'],
      ['Nobody is known as the cabinet member of Place. Say who it is.', '/settings/escalation/place'],
      ['Nobody is known as the cabinet member or director of Place. Say who it is.', '/settings/escalation/place'],
    ],
  )
})

const UNREACHABLE: [string, Partial<Contact>, Partial<ChasedAsking>, RegExp][] = [
  ['has left', { gone: true }, {}, /ann has left/],
  ['has no e-mail address', { email: '' }, {}, /no e-mail address/],
  ['whose link was revoked', {}, { revoked: true }, /was revoked/],
]
for (const [whose, changes, asking, words] of UNREACHABLE)
  test(`somebody who ${whose} cannot be written to, and the officer is told`, () => {
    const contact = person('ann', changes)
    const contacts = [contact, ...CONTACTS.slice(1)]
    const plan = planSteps(matter({ contacts, askings: [asked('ann', { contact, ...asking })] }))
    deepEqual(plan.due, [])
    equal(plan.stuck.length, 1)
    ok(words.test(plan.stuck[0]!.words), plan.stuck[0]!.words)
  })

test('a director who was asked, or who was written to as the manager, is not written to as the director', () => {
  const steps = (contact: Contact) =>
    [1, 2, 3, 4].reduce<SentStep[]>((outbox) => {
      const beyond = planSteps(
        matter({
          today: '2027-02-20',
          presentedOn: '2027-02-28',
          sent: outbox,
          askings: [{ ...asked('ann'), contact }],
          contacts: [...CONTACTS, contact],
        }),
      ).due.filter(({ step }) => !isOwnerStep(step))
      return [...outbox, ...beyond.map((step) => sent(step, '2027-01-12'))]
    }, [])
  deepEqual(
    steps(person('eve', { managerId: 'dot' })).map(({ step }) => step),
    ['to-manager', 'to-cabinet-member', 'chairs-letter'],
  )
  deepEqual(
    steps(CONTACTS[4]!).map(({ step }) => step),
    ['to-cabinet-member', 'chairs-letter'],
  )
})

test('a step that is skipped is not taken, and the one after it is; one that is put off waits for its day', () => {
  const [overdue, manager] = planSteps(matter({ today: '2027-01-12' })).due
  const skipped = { purpose: manager!.purpose, until: null, on: '2027-01-12' }
  deepEqual(dueOf({ today: '2027-01-13', withheld: [skipped] }), [overdue!.step + ' to ann of ann'])
  deepEqual(dueOf({ today: '2027-01-14', withheld: [skipped] }).slice(-1), ['to-director to dot of ann'])
  const putOff = { purpose: manager!.purpose, until: '2027-01-15', on: '2027-01-12' }
  const plan = planSteps(matter({ today: '2027-01-14', withheld: [putOff] }))
  deepEqual(brief(plan.due), ['overdue to ann of ann'])
  deepEqual(
    plan.coming.map(({ step, on }) => `${step} ${on}`),
    ['to-manager 2027-01-15'],
  )
  deepEqual(dueOf({ today: '2027-01-15', withheld: [putOff] }).slice(-1), ['to-manager to max of ann'])
})

test('“due today” is said on the day alone: neither on a due day without messages nor after hours', () => {
  const sunday = '2027-01-10'
  const askings = [asked('ann', { wanted: [{ itemId: 'line', dueOn: sunday }] })]
  const ladder = HEEDS_LADDER.filter(({ step }) => step === 'due-today')
  deepEqual(dueOf({ dueOn: sunday, today: '2027-01-11', askings, ladder }), [])
  deepEqual(dueOf({ ladder, goesToday: false }), [])
  deepEqual(dueOf({ ladder }), ['due-today to ann of ann'])
})

test('what comes next is told, a step to each and one beyond them', () => {
  const { coming } = planSteps(matter({ today: '2026-12-20' }))
  deepEqual(
    coming.map(({ step, on }) => `${step} ${on}`),
    ['reminder 2026-12-30', 'to-manager 2027-01-11'],
  )
})

test('steps beyond the owner never go by themselves, whatever the ladder says', () => {
  const ladder = HEEDS_LADDER.map((step) => ({ ...step, byItself: true }))
  const due = planSteps(matter({ today: '2027-01-12', ladder })).due
  deepEqual(
    due.map(({ step, byItself }) => [step, byItself]),
    [
      ['overdue', true],
      ['to-manager', false],
    ],
  )
})

const NAMES = ['ann', 'bob', 'cyd', 'max', 'dot']
const aLadder = fc
  .array(fc.record({ step: fc.constantFrom(...LADDER_STEPS), days: fc.integer({ min: 1, max: 20 }), byItself: fc.boolean() }), {
    maxLength: 9,
  })
  .map((steps) =>
    steps
      .map((each): LadderStep => ({ ...each, days: each.step === 'reminder' ? -each.days : each.step === 'due-today' ? 0 : each.days }))
      .filter((each, at, all) => all.findIndex((other) => other.step === each.step && other.days === each.days) === at),
  )
const aCouncil = fc.record({
  ladder: aLadder,
  managers: fc.array(fc.option(fc.constantFrom(...NAMES)), { minLength: 5, maxLength: 5 }),
  gone: fc.subarray(NAMES, { maxLength: 2 }),
  director: fc.option(fc.constantFrom(...NAMES)),
  member: fc.option(fc.constantFrom('cab', 'dot')),
  away: fc.array(
    fc.record({
      who: fc.constantFrom(...NAMES),
      from: fc.integer({ min: 0, max: 40 }),
      long: fc.integer({ min: 0, max: 20 }),
      cover: fc.option(fc.constantFrom(...NAMES)),
    }),
    { maxLength: 4 },
  ),
  /** On which day from the asking each answers; never, where it is after the round. */
  answers: fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 5, maxLength: 5 }),
  /** Days on which nobody looked and no job ran. */
  outage: fc.subarray(Array.from({ length: 55 }, (_, day) => day)),
})

test('whatever the ladder, the people and the outages: one message to each for each step, none to or of anybody who has answered, one a day to whoever was asked', () => {
  fc.assert(
    fc.property(aCouncil, ({ ladder, managers, gone, director, member, away, answers, outage }) => {
      const contacts = CONTACTS.map((each) => {
        const at = NAMES.indexOf(each.id)
        return at < 0
          ? each
          : { ...each, managerId: managers[at] === each.id ? null : (managers[at] ?? null), gone: gone.includes(each.id) }
      })
      const start = '2026-12-10'
      const absences = away
        .filter(({ who, cover }) => who !== cover)
        .map(({ who, from, long, cover }, at) => ({
          id: String(at),
          contactId: who,
          from: later(start, from),
          until: later(start, from + long),
          coverId: cover,
        }))
      const outbox: (SentStep & { to: string })[] = []
      for (let day = 0; day < 55; day += 1) {
        const today = later(start, day)
        if (outage.includes(day)) continue
        const answered = (at: number) => answers[at]! <= day
        const askings = NAMES.map((id, at) =>
          asked(id, { contact: contacts.find((each) => each.id === id)!, askedOn: start, ...(answered(at) && { wanted: [] }) }),
        )
        const now = matter({
          ladder,
          contacts,
          absences,
          askings,
          today,
          escalations: [{ service: 'Place', version: 1, directorId: director, cabinetMemberId: member }],
          sent: outbox,
        })
        const { due } = planSteps(now)
        for (const { about, step, to, itemIds } of due.flatMap((each) =>
          each.about.map((one) => ({ ...each, about: one.asking, itemIds: one.itemIds })),
        )) {
          ok(about.wanted.length > 0 && itemIds.length > 0, 'nobody who has answered')
          ok(!to.contact.gone && to.contact.email !== '', 'somebody who can be reached')
          ok(isOwnerStep(step) || to.contact.id !== about.contact.id || step === 'chairs-letter', 'nobody is told of themselves')
        }
        const owners = due.filter(({ step }) => isOwnerStep(step)).map(({ about }) => about[0]!.asking.id)
        equal(new Set(owners).size, owners.length, 'one a day to whoever was asked')
        outbox.push(...due.map((step) => ({ ...sent(step, openDay(today)), to: step.to.contact.id })))
        // Planned again at once, everything has been done.
        deepEqual(
          planSteps({ ...now, sent: outbox }).due.filter(({ step }) => isOwnerStep(step)),
          [],
        )
      }
      equal(new Set(outbox.map(({ purpose }) => purpose)).size, outbox.length, 'each message once')
      const told = outbox.flatMap(({ purpose, step, askingIds, to }) =>
        askingIds.map(
          (id) => `${purpose.replace(/ to [a-z-]+$/, '')} ${step} of ${id} ${isOwnerStep(step as LadderStep['step']) ? '' : to}`,
        ),
      )
      equal(new Set(told).size, told.length, 'each person and step once')
    }),
    { numRuns: 100 },
  )
})
