import type { Block, UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ITEMS = [
  {
    text: 'That the Council opens the archive on two evenings a month.',
    answer: 'Accepted',
    means: 'accepted',
    lead: 'Archives Manager',
    when: 'January 2025',
    iso: '2025-01-31',
    said: 'The first evening was on 15 January. Thirty people came.',
    rag: 'Green',
    grade: 'completed',
  },
  {
    text: 'That school visits are free, and that the cost of coaches is met where more than a third of pupils have free school meals.',
    answer: 'Accepted in part',
    means: 'accepted_in_part',
    lead: 'Learning Officer',
    when: 'Summer term 2025',
    iso: undefined,
    said: 'Visits are free. No money has been found for coaches, and a bid to the Bluebell Trust was turned down in February.',
    rag: 'Amber',
    grade: 'in_progress',
  },
  {
    text: 'That the museum at Wick Mill is not closed before a friends’ group has had a year to find another way.',
    answer: 'Rejected',
    means: 'rejected',
    lead: 'Head of Culture',
    when: '31 March 2025',
    iso: '2025-03-31',
    said: 'The mill closed on 31 March. The collection is in store.',
    rag: 'Red',
    grade: 'not_started',
  },
] as const

/** No table: each recommendation with its response, lead, date, update and colour in lines under it, the key at the foot. */
export const wickfoldNarrative: UnlikeDocument = {
  name: 'wickfold-narrative',
  truth: {
    organisation: 'Wickfold City Council',
    document_date: '2025-04-08',
    reviews: [
      {
        title: 'Heritage for All',
        recommendations: ITEMS.map(({ text, answer, means, lead, when, iso, said, grade }, at) =>
          recommendation(String(at + 1), text, {
            owners: [lead],
            due: [due(when, iso)],
            response: { answer: means, text: answer },
            updates: [update(said, grade, { round: 'April 2025', presented_on: '2025-04-08' })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'WICKFOLD CITY COUNCIL', level: 1 },
    { line: 'Culture Scrutiny Panel, 8 April 2025' },
    { heading: 'Heritage for All: twelve months on' },
    { line: 'The Panel’s report was published in April 2024. This paper says what has been done since.' },
    ...ITEMS.flatMap(({ text, answer, lead, when, said, rag }, at): Block[] => [
      { line: `Recommendation ${at + 1}: ${text}`, bold: true },
      { line: `Executive response: ${answer}` },
      { line: `Responsible officer: ${lead}` },
      { line: `Completion date: ${when}` },
      { line: `Update (April 2025): ${said}` },
      { line: `RAG rating: ${rag}` },
    ]),
    { heading: 'Key' },
    { line: 'Green – complete' },
    { line: 'Amber – in progress' },
    { line: 'Red – not started' },
  ],
}
