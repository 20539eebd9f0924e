import fc from 'fast-check'
import { calendarDate, inWords, lastDayOfMonth } from '../src/platform/core/calendar-date.ts'
import type { ReadTimescale } from '../src/reading/reading.ts'

/** Words of a council that does not exist, for generated readings: realistic in shape, nobody's in substance. */
const BODIES = [
  'the Council',
  'the Parks Service',
  'the Board',
  'the Housing Team',
  'Cabinet',
  'the Library Service',
  'each school',
  'the Highways Team',
]
const ACTS = ['publish', 'review', 'agree', 'set up', 'report on', 'widen', 'pilot', 'fund', 'rewrite']
const THINGS = [
  'a timetable for repairing the riverside paths',
  'its guidance on damp and mould',
  'a single point of contact for young carers',
  'the way in which missed bins are counted',
  'a register of every public defibrillator',
  'the criteria for the winter gritting routes',
  'a plan for “quiet hours” in leisure centres',
  'opening hours that suit people who work shifts',
  'the £40,000 set aside for play areas',
]
const ENDS = [
  '',
  ' so that residents know what to expect',
  ' with the parish councils',
  ', and that members see the results',
  ' before the next budget is set',
]
const DEEDS = [
  'A first draft was shared with',
  'Meetings were held with',
  'Training was given to',
  'Figures were gathered from',
  'A leaflet was sent to',
  'Work continued with',
]
const PEOPLE = [
  'tenants’ groups',
  'all 14 ward councillors',
  'the youth forum',
  'the two GP practices',
  'front-line staff',
  'local traders & markets',
]
const ROUNDING = [
  'and the comments were used.',
  'and 82% were content.',
  'without further cost.',
  'as the committee had asked.',
  '(see the annex).',
]
const POSTS = [
  'Head of Parks',
  'Director of Public Health',
  'Housing Options Manager',
  'Chair of the Youth Board',
  'Library Services Manager',
  'Head of Highways',
  'Chief Executive',
  'Assistant Director, Environment',
  'Alma Pettigrew',
  'Tobias Wren, Transport Manager',
  'Priya Sandford',
]
export const MEMBERS = [
  'Cllr A Pettigrew (Chair)',
  'Cllr B Osei',
  'Cllr J Marrable',
  'Cllr S Tran',
  'Cllr P Ketteridge',
  'Cllr D Lowe',
  'Mrs H Quill',
  'Mr F Adeyemi',
]

export const sentence = fc
  .tuple(fc.constantFrom(...DEEDS), fc.constantFrom(...PEOPLE), fc.constantFrom(...ROUNDING))
  .map((words) => words.join(' '))

export const recommendationText = fc
  .tuple(fc.constantFrom(...BODIES), fc.constantFrom(...ACTS), fc.constantFrom(...THINGS), fc.constantFrom(...ENDS))
  .map(([body, act, thing, end]) => `That ${body} ${act} ${thing}${end}.`)

export const actionText = fc
  .tuple(fc.constantFrom(...ACTS), fc.constantFrom(...THINGS), fc.constantFrom(...ENDS))
  .map(([act, thing, end]) => `${act.charAt(0).toUpperCase()}${act.slice(1)} ${thing}${end}`)

export const measureText = fc
  .tuple(
    fc.integer({ min: 55, max: 99 }),
    fc.constantFrom(...PEOPLE),
    fc.constantFrom('are content with the change', 'know whom to ask', 'were reached within a month'),
  )
  .map(([percent, people, what]) => `${percent}% of ${people} ${what}`)

/** One to three lines, sometimes ending in a list. */
export const evidenceText = fc
  .tuple(fc.array(sentence, { minLength: 1, maxLength: 3 }), fc.array(sentence, { maxLength: 3 }))
  .map(([lines, items]) => [...lines, ...items.map((item) => `- ${item}`)].join('\n'))

export const post = fc.constantFrom(...POSTS)
export const posts = fc.uniqueArray(post, { minLength: 1, maxLength: 3 })

/** A date as officers write it, with the day that it means; `Ongoing` means none. */
export const timescale: fc.Arbitrary<ReadTimescale> = fc
  .record({
    year: fc.integer({ min: 2025, max: 2028 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    way: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ year, month, day, way }): ReadTimescale => {
    const date = calendarDate(year, month, day) ?? ''
    const [, monthDigits = '', dayDigits = ''] = date.split('-')
    if (way === 0) return { text: 'Ongoing' }
    if (way === 1) return { text: inWords(`${year}-${monthDigits}`), iso: lastDayOfMonth(year, month) }
    if (way === 2) return { text: `${dayDigits}/${monthDigits}/${year}`, iso: date }
    if (way === 3) return { text: `By ${inWords(`${year}-${monthDigits}`)}`, iso: lastDayOfMonth(year, month) }
    return { text: inWords(date), iso: date }
  })

export const reviewTitle = fc.constantFrom(
  'Access to Green Spaces',
  'Young Carers',
  'Damp and Mould in Rented Homes',
  'The Future of the Libraries',
  'Safer Routes to School',
  'Household Recycling',
)
export const committee = fc.constantFrom('Community Select Committee', 'Place Scrutiny Panel', 'Health and Wellbeing Scrutiny Committee')
