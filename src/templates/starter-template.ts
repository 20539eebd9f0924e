import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type PaperBlock, type PaperDocument, heading, lead, note, paragraph } from '../platform/documents/paper-document.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'

/** So short while it is written that no column is made wide for the sake of a placeholder. */
const BEGIN = '{#r}'
const END = '{/r}'

/** Columns of the table of recommendations: heading, share of the width, and what stands in the row that is repeated. */
const COLUMNS: [string, number, string[]][] = [
  ['No.', 5, [`${BEGIN}{ref}`]],
  ['Recommendation', 24, ['{recommendation}']],
  ['Owner', 12, ['{owners}']],
  ['Due', 11, ['{due}']],
  ['Evidence of progress', 28, ['{evidence}', '{#impact}', 'Impact: {impact}', '{/impact}']],
  [
    'Assessment',
    14,
    ['{grade}', '{#explanation}', '{explanation}', '{/explanation}', '{#new date}', 'New date: {new date}', `{/new date}${END}`],
  ],
]

/** A template that works as it is: to be given the council's own letterhead, styles and words in Word. */
export async function starterTemplate(): Promise<Uint8Array> {
  const { 'word/document.xml': body, ...parts } = unzipSync(await writeDocx(STARTER))
  const xml = strFromU8(body!).replaceAll(BEGIN, '{#recommendations}').replaceAll(END, '{/recommendations}')
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) })
}

const words = (...lines: string[]): PaperBlock[] => lines.map((line) => paragraph(line))

/** Real items of a real list, one for each thing. */
const each = (list: string, name: string, numbered: boolean): PaperBlock[] => [
  ...words(`{#${list}}`),
  { kind: 'list', numbered, items: [{ runs: [{ text: `{${name}}` }] }] },
  ...words(`{/${list}}`),
]

const STARTER: PaperDocument = {
  title: 'Starter template',
  language: 'en-GB',
  header: '{draft} {council} – {committee} – {meeting date}',
  footer: '{title}',
  sections: [
    {
      orientation: 'portrait',
      blocks: [
        lead('{council}'),
        heading(1, '{title}'),
        {
          kind: 'pairs',
          pairs: [
            { label: 'Report to', blocks: words('{committee}') },
            { label: 'Date of meeting', blocks: words('{meeting date}') },
            { label: 'Contact officer', blocks: words('{contact name}', '{contact post}', '{contact telephone}', '{contact email}') },
          ],
        },
        heading(2, 'Purpose'),
        ...words('{purpose}'),
        heading(2, 'Background'),
        ...each('every background', 'line', true),
        heading(2, 'How progress is assessed'),
        {
          kind: 'table',
          title: 'What the grades mean',
          widths: [3, 8],
          header: [{ cells: [{ blocks: words('Assessment') }, { blocks: words('What it means') }] }],
          rows: [{ cells: [{ blocks: words('{#grades}{code} {label}'), rowHeader: true }, { blocks: words('{definition}{/grades}') }] }],
        },
        ...words('{#points}'),
        heading(2, 'Points for members'),
        ...each('every point', 'point', false),
        ...words('{/points}'),
        heading(2, 'What members are asked to do'),
        ...each('every ask', 'ask', true),
      ],
    },
    {
      orientation: 'landscape',
      blocks: [
        heading(1, 'Progress on the recommendations'),
        ...words('{#reviews}'),
        heading(2, '{review}'),
        note('{round}'),
        {
          kind: 'table',
          title: 'Progress on each recommendation',
          widths: COLUMNS.map(([, width]) => width),
          header: [{ cells: COLUMNS.map(([head]) => ({ blocks: words(head) })) }],
          rows: [
            { cells: COLUMNS.map(([, , lines], column) => ({ blocks: words(...lines), ...(column === 0 ? { rowHeader: true } : {}) })) },
          ],
        },
        ...words('{/reviews}'),
      ],
    },
  ],
}
