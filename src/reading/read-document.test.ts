import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { readDocx } from '../platform/documents/read-docx.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { readText } from '../platform/documents/read-text.ts'
import { aWordFile, p, tbl, tc, tr } from '../platform/documents/word-file.fixture.ts'
import { readDocument } from './read-document.ts'
import type { ReadRecommendation, Reading } from './reading.ts'

const validate = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL('reading.schema.json', import.meta.url), 'utf8')),
)

function read(text: string): Reading {
  const reading = readDocument(readText(text, 'pasted text'))
  assert.ok(validate(JSON.parse(JSON.stringify(reading))), JSON.stringify(validate.errors))
  return reading
}

function recommendations(reading: Reading): ReadRecommendation[] {
  return reading.reviews.flatMap((review) => review.recommendations)
}

const row = (...cells: string[]): string => tr(...cells.map((cell) => tc(p(cell))))

test('a tracker with a response, two owners and colours', () => {
  const reading = read(`Wexcombe Borough Council
Overview and Scrutiny Committee
12 March 2026

Ref\tMeeting Date\tRecommendation\tExecutive Response\tLead Officer\tCabinet Member\tTarget Date\tProgress Update\tRAG
OSC1\t12 June 2025\tThat the Council keeps one register of empty homes.\tAgreed\tHead of Housing\tCllr A Brook\tMarch 2026\tThe register went live in January.\tGreen
OSC2\t12 June 2025\tThat garden waste fees be reviewed.\tPartially agreed – in 2027.\tDirector of Place\tCllr J Fenn\t31/12/2025\tNot begun because of vacancies.\tRed`)
  const [first, second] = recommendations(reading)
  assert.equal(reading.committee, 'Overview and Scrutiny Committee')
  assert.deepEqual(first?.owners, ['Head of Housing', 'Cllr A Brook'])
  assert.deepEqual(first?.due, [{ text: 'March 2026', iso: '2026-03-31' }])
  assert.equal(first?.updates[0]?.presented_on, '2026-03-12')
  assert.deepEqual(second?.response, { answer: 'accepted_in_part', text: 'Partially agreed – in 2027.' })
  assert.equal(second?.updates[0]?.assessment_text, 'Red')
  assert.ok(reading.unplaced.some((one) => one.text === '12 June 2025' && one.why.includes('Meeting Date')))
  assert.ok(reading.doubts.some((doubt) => doubt.why.includes('No key says what Red means')))
})

test('an action plan headed by questions', () => {
  const reading = read(`ACTION PLAN – LIBRARIES REVIEW

Recommendation\tWhat will we do?\tWho\tBy when?\tHow will we know?\tCost
1. Extend opening hours.\tConsult staff and unions.\tLibraries Manager\tJune 2026\tHours up by ten a week\tWithin budget
2. Deliver to homes.\tRecruit ten volunteers.\tVolunteer Coordinator\tQ1 2026/27\tFifty households\t£2,000`)
  const [, second] = recommendations(reading)
  assert.equal(second?.ref, '2')
  assert.equal(second?.text, 'Deliver to homes.')
  assert.equal(second?.success_measure, 'Fifty households')
  assert.deepEqual(
    second?.actions.map(({ text, owners, due, budget }) => ({ text, owners, due, budget })),
    [
      {
        text: 'Recruit ten volunteers.',
        owners: ['Volunteer Coordinator'],
        due: { text: 'Q1 2026/27', iso: '2026-06-30' },
        budget: '£2,000',
      },
    ],
  )
})

test('two rounds side by side, each with its own status; what was finished does not come back blank', () => {
  const [first, second] = recommendations(
    read(`No\tRecommendation\tOwner\tUpdate March 2025\tStatus March 2025\tUpdate September 2025\tStatus September 2025
R1\tMap every culvert.\tFlood Manager\tSurvey commissioned.\tIn progress\tSurvey finished.\tComplete
R2\tWrite to the water company.\tCouncillor Dene\tLetter sent.\tComplete\t\t
R3\tTrain flood wardens.\tEmergency Officer\tNone trained yet.\tNot started\t\t`),
  )
  assert.deepEqual(
    first?.updates.map(({ round, evidence, grade }) => [round, evidence, grade]),
    [
      ['March 2025', 'Survey commissioned.', 'in_progress'],
      ['September 2025', 'Survey finished.', 'completed'],
    ],
  )
  assert.equal(second?.updates.length, 1)
})

test('an audit’s issues with original and revised dates, the status in the words of the update', () => {
  const [first, second] = recommendations(
    read(`Issue\tRecommendation\tManagement Action Agreed\tPriority\tResponsibility\tOriginal Agreed Implementation Date\tRevised Implementation Date\tPosition as at January 2026
Keys are not logged.\tKeep a log at each depot.\tA log will be kept.\tHigh\tDepot Manager\t31 July 2025\t31 March 2026\tLog in place at two of three depots.
Stock is not counted.\tCount stock twice a year.\tCounts in April and October.\tMedium\tStores Supervisor\t31 October 2025\t\tImplemented. Count made on 14 October 2025.`),
  )
  assert.equal(first?.text, 'Keep a log at each depot.')
  assert.deepEqual(first?.updates[0]?.revised_due, { text: '31 March 2026', iso: '2026-03-31' })
  assert.equal(first?.updates[0]?.grade, null)
  assert.equal(second?.updates[0]?.grade, 'completed')
})

test('lettered recommendations with roman parts over several lines, the answer inside the action', () => {
  const [first, second] = recommendations(
    read(`Scrutiny recommendation\tResponse Action Taken/Planned\tLead\tTimetable
a) That the Executive:
(i) appoints a champion; and
(ii) reports yearly.\tAccepted. Councillor Marsh was appointed.\tDirector of Care / Cllr Marsh\tMay 2025
b) That the strategy be refreshed (paragraph 4.12).\tAccepted in principle. A refresh is planned.\tCommissioner\tApril 2027`),
  )
  assert.deepEqual(first?.parts, [
    { ref: 'i', text: 'appoints a champion; and' },
    { ref: 'ii', text: 'reports yearly.' },
  ])
  assert.equal(first?.response?.answer, 'accepted')
  assert.equal(second?.response?.answer, 'accepted_in_principle')
  assert.deepEqual(second?.paragraph_refs, ['4.12'])
})

test('themes in rows across the table, and answers ticked in columns of their own', () => {
  const themed = recommendations(
    read(`Ref\tRecommendation\tLead\tTimescale\tProgress\tStatus
Theme 1: Getting around\t\t\t\t\t
1\tThat stops be given timetables.\tTransport Officer\tJuly 2025\tAll done.\tCompleted
Theme 2: Getting online\t\t\t\t\t
2\tThat libraries lend tablets.\tLibraries Manager\tTBC\tNo progress.\tNot started`),
  )
  assert.deepEqual(
    themed.map((one) => one.theme),
    ['Theme 1: Getting around', 'Theme 2: Getting online'],
  )
  const ticked = recommendations(
    read(
      'No.\tRecommendation\tAgreed\tPartly Agreed\tNot Agreed\tLead officer\tCompletion date\n1\tThat fines be doubled.\t\t\t✓\tEnforcement Manager\tn/a',
    ),
  )
  assert.deepEqual(ticked[0]?.response, { answer: 'rejected', text: 'Not Agreed' })
})

test('recommendations that stand above their tables of actions', () => {
  const reading = read(`# Action plan: Young carers

## Recommendation 1: That every school names a champion.

No.\tAction\tLead\tTimescale\tProgress\tRAG
1.1\tWrite to head teachers.\tDirector of Education\tMay 2025\tLetter sent.\tGreen
1.2\tList the champions.\tWeb Team\tJuly 2025\tAwaiting replies.\tAmber

## Recommendation 2: That a card be issued.

No.\tAction\tLead\tTimescale\tProgress\tRAG
2.1\tPrint the card.\tCommunications Team\tSeptember 2025\tNot started.\tRed`)
  assert.equal(reading.reviews.length, 1)
  const [first, second] = recommendations(reading)
  assert.deepEqual(
    first?.actions.map((action) => action.ref),
    ['1.1', '1.2'],
  )
  assert.deepEqual(
    first?.updates.map((update) => update.action),
    [1, 2],
  )
  assert.equal(second?.text, 'That a card be issued.')
})

test('recommendations that a report only lists', () => {
  const [, second] = recommendations(
    read(
      '# Recommendations\n\n1. That charges be reviewed.\n2. That Cabinet consider:\n(a) resident permits; and\n(b) visitor permits.\n3. That progress be reported.\n\n# Background\n\n1. The group met.',
    ),
  )
  assert.equal(second?.text, 'That Cabinet consider:')
  assert.equal(second?.parts?.length, 2)
})

test('headings in two rows, a recommendation merged down beside its actions, a status in colour alone', () => {
  const down = (kind: string): string => `<w:vMerge${kind === '' ? '' : ` w:val="${kind}"`}/>`
  const reading = readDocument(
    readDocx(
      aWordFile(
        tbl(
          tr(
            tc(p('Recommendation'), down('restart')),
            tc(p('Action'), down('restart')),
            tc(p('Responsibility'), '<w:gridSpan w:val="2"/>'),
            tc(p('Progress'), '<w:gridSpan w:val="2"/>'),
          ),
          tr(tc(p(''), down('')), tc(p(''), down('')), tc(p('Lead officer')), tc(p('By when')), tc(p('Update March 2026')), tc(p('RAG'))),
          tr(
            tc(p('1. That damp be treated.'), down('restart')),
            tc(p('Hire surveyors.')),
            tc(p('Housing Manager')),
            tc(p('May 2026')),
            tc(p('Interviews held.')),
            tc(p(''), '<w:shd w:fill="FFC000"/>'),
          ),
          tr(
            tc(p(''), down('')),
            tc(p('Write a policy.')),
            tc(p('Policy Officer')),
            tc(p('June 2026')),
            tc(p('Draft written.')),
            tc(p(''), '<w:shd w:fill="00B050"/>'),
          ),
        ),
      ),
      'a.docx',
    ),
  )
  const [only, none] = recommendations(reading)
  assert.equal(none, undefined)
  assert.deepEqual(
    only?.actions.map((action) => [action.text, action.owners[0], action.due?.iso]),
    [
      ['Hire surveyors.', 'Housing Manager', '2026-05-31'],
      ['Write a policy.', 'Policy Officer', '2026-06-30'],
    ],
  )
  assert.deepEqual(
    only?.updates.map((update) => update.grade),
    ['slipped', 'on_track'],
  )
  assert.ok(reading.doubts.some((doubt) => doubt.why.includes('colour alone')))
})

test('a row that a page cut is whole again, and the heading repeated on the next page is dropped', () => {
  const found = recommendations(
    readDocument(
      readDocx(
        aWordFile(
          tbl(
            row('Rec', 'Recommendation', 'Owner', 'Due date', 'Status', 'Comments'),
            row('1', 'That the market be moved to the', 'Markets Officer', '1 May 2026', 'On target', 'The square has been'),
            row('', 'square on Saturdays.', '', '', '', 'measured and stalls drawn.'),
            row('Rec', 'Recommendation', 'Owner', 'Due date', 'Status', 'Comments'),
            row('2', 'That stalls be cheaper.', 'Head of Finance', '1 November 2026', 'Complete', 'Fees cut.'),
          ),
        ),
        'a.docx',
      ),
    ),
  )
  assert.deepEqual(
    found.map((one) => [one.ref, one.text, one.updates[0]?.evidence]),
    [
      ['1', 'That the market be moved to the square on Saturdays.', 'The square has been measured and stalls drawn.'],
      ['2', 'That stalls be cheaper.', 'Fees cut.'],
    ],
  )
})

test('several grades in a cell go to the statements beside them, however the column wrapped', () => {
  const lines = (...all: string[]): string => all.map((line) => p(line)).join('')
  const long = 'Talks with every school in the borough have been held and most have joined. '
  const [only] = recommendations(
    readDocument(
      readDocx(
        aWordFile(
          tbl(
            row('No.', 'Recommendation', 'Progress', 'Assessment of progress'),
            tr(
              tc(p('1')),
              tc(p('That schools be helped.')),
              tc(lines(long, '', 'A fair was planned.', '', long, '', 'Leaflets were sent.')),
              tc(lines('2', '', '', '', '', '', '3 – venue lost', '', '', '', '', '', '', '', '', '1')),
            ),
          ),
        ),
        'a.docx',
      ),
    ),
  )
  assert.deepEqual(
    only?.updates.map((update) => [update.evidence.slice(0, 12), update.assessment_text]),
    [
      ['Talks with e', '2'],
      ['A fair was p', '3 – venue lost'],
      ['Talks with e', ''],
      ['Leaflets wer', '1'],
    ],
  )
})

test('a title in a row of its own above the headings names the review', () => {
  const [review] = readDocument(
    readDocx(
      aWordFile(
        tbl(
          tr(tc(p('Scrutiny review of allotments – action plan'), '<w:gridSpan w:val="4"/>')),
          row('No', 'Recommendation', 'Lead', 'Timescale'),
          row('1', 'That the waiting list be published.', 'Parks Officer', 'May 2027'),
        ),
      ),
      'a.docx',
    ),
  ).reviews
  assert.match(review?.title ?? '', /allotments/i)
  assert.equal(review?.recommendations.length, 1)
})

test('an officer’s hint gives a column another meaning', () => {
  const source = readText('Ref\tRecommendation\tOwner\tMisc\n1\tThat trees be planted.\tAnn Reed\tForty planted.', 'a')
  const [plain] = recommendations(readDocument(source))
  assert.deepEqual(plain?.updates, [])
  const [hinted] = recommendations(readDocument(source, { hints: { tables: { 1: { columns: { 3: 'evidence' } } } } }))
  assert.equal(hinted?.updates[0]?.evidence, 'Forty planted.')
})

test('a document that holds nothing that Heed knows keeps all that it says', () => {
  const reading = read('Dear members,\n\nHere are the keys to the hall and the rota for the week.\n\nDay\tKeys\nMonday\tAnn\nTuesday\tBob')
  assert.deepEqual(reading.reviews, [])
  const kept = reading.unplaced.map((one) => one.text).join(' ')
  for (const words of ['keys to the hall', 'Monday', 'Bob']) assert.ok(kept.includes(words), words)
})

const seeds = new URL('../../../shared/seeds/', import.meta.url)
test(
  'readings of real papers have the shape that the schema describes',
  { skip: existsSync(seeds) ? false : 'the papers are not on this machine' },
  async () => {
    for (const name of readdirSync(seeds).filter((file) => /\.(?:docx|txt)$/.test(file))) {
      const reading: Reading = JSON.parse(JSON.stringify(readDocument(await readFile(readFileSync(new URL(name, seeds)), name))))
      assert.ok(validate(reading), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`)
      assert.ok(reading.reviews.length > 0, name)
    }
  },
)
