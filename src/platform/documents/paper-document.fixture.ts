import type { PaperBlock, PaperDocument, PaperRow } from './paper-document.ts'
import { bold, heading, note, paragraph } from './paper-document.ts'

/** Words that would be markup somewhere: in Typst, in HTML, in XML. */
export const HOSTILE = '#let x = 1; \\ [a] $x$ @ref `code` <b>&amp;</b> *bold* _it_ // /* */ ~ -- "q" {{x}} <script>alert(1)</script>'

/** A paper with one of everything and a table of as many rows as asked, each row's words its own. */
export function aPaper(rows = 3, words = ''): PaperDocument {
  return {
    title: `Paths & play areas ${HOSTILE}`,
    language: 'en-GB',
    author: 'Wexcombe Borough Council',
    header: 'Wexcombe Borough Council',
    footer: 'Paths and play areas',
    sections: [
      { orientation: 'portrait', blocks: openingBlocks() },
      {
        orientation: 'landscape',
        blocks: [heading(1, 'Appendix'), tableOf(Array.from({ length: rows }, (_, index) => rowOf(index + 1, words)))],
      },
    ],
  }
}

function openingBlocks(): PaperBlock[] {
  return [
    heading(1, 'Paths and play areas'),
    heading(3, HOSTILE),
    paragraph('Read ', bold('this'), ' or ', { text: 'that', link: 'https://wexcombe.example/paths' }, ' or ', {
      text: 'not this',
      link: 'javascript:alert(1)',
    }),
    note(HOSTILE),
    {
      kind: 'list',
      numbered: true,
      items: [
        { runs: [{ text: 'First' }], list: { kind: 'list', items: [{ runs: [{ text: 'Under it' }] }] } },
        { runs: [{ text: 'Second' }] },
      ],
    },
    {
      kind: 'pairs',
      pairs: [
        { label: 'Contact', blocks: [paragraph(HOSTILE)] },
        { label: 'Nobody yet', blocks: [] },
      ],
    },
  ]
}

function tableOf(rows: PaperRow[]): PaperBlock {
  const header = ['No.', 'Recommendation', 'Owner', 'Evidence'].map((text) => ({ blocks: [paragraph(text)] }))
  return { kind: 'table', title: 'Progress', widths: [1, 4, 2, 4], header: [{ cells: header }], rows }
}

function rowOf(number: number, words: string): PaperRow {
  return {
    cells: [
      { blocks: [paragraph(String(number))], rowHeader: true },
      { blocks: [paragraph(`row${number}first ${HOSTILE}`)] },
      { blocks: [paragraph('Head of Parks')] },
      { blocks: [paragraph(`row${number}evidence`), ...(words ? [paragraph(words)] : []), paragraph(`row${number}last`)] },
    ],
  }
}
