import { inWords } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperCell, PaperDocument, PaperPairs, PaperRow, PaperTable } from '../platform/documents/paper-document.ts'
import { bold, heading, lead, note, paragraph } from '../platform/documents/paper-document.ts'
import { blocksOf, labelled } from '../papers/paper-words.ts'
import { scaleTables } from '../papers/scale-key.ts'
import { gradeInWords } from '../reviews/review-as-reading.ts'
import { printedCode } from './form-code.ts'
import { percentsOf } from '../scales/scale.ts'
import {
  BOX_WORDS,
  MARKS,
  NO_GRADE_YET,
  linesOfForm,
  scaleAsRead,
  type Box,
  type FormLine,
  type FormMade,
  type FormReview,
} from './travelling-form.ts'

/** The form as a document: what it is, how it is filled in, the grades, then each line with what was said last time and boxes to write in. */
export function formDocument(form: FormMade): PaperDocument {
  const title = `Progress update: ${form.round.name}`
  const oneScale = new Set(form.reviews.map(({ scale }) => JSON.stringify(scale))).size === 1
  return {
    title: `${title} – ${form.forWhom}`,
    language: 'en-GB',
    author: form.council,
    header: `${form.council} – ${form.round.committee} – ${inWords(form.round.presentedOn)}`,
    footer: `Heed form ${form.code} – ${form.round.name}`,
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          lead(form.council),
          heading(1, title),
          particulars(form),
          heading(2, 'How to fill this in'),
          howTo(form),
          ...(oneScale ? keyOf(form.reviews[0]) : []),
          ...form.reviews.flatMap((review) => [
            heading(2, review.title),
            ...(oneScale ? [] : keyOf(review)),
            ...review.lines.flatMap((line) => lineBlocks(form, review, line)),
          ]),
        ],
      },
    ],
  }
}

function particulars(form: FormMade): PaperPairs {
  const lines = linesOfForm(form).length
  return pairs([
    ['For', form.forWhom],
    ['Goes before', `${form.round.committee}, ${inWords(form.round.presentedOn)}`],
    ['Send it back by', form.dueOn ? inWords(form.dueOn) : 'In good time for the meeting'],
    ['Send it back to', form.returnTo],
    ['It asks about', lines === 1 ? 'One line' : `${lines} lines`],
  ])
}

function howTo(form: FormMade): PaperBlock {
  const steps = [
    'Write in the framed boxes. They grow as you type, and what stands in them already may be changed.',
    'Leave out what does not apply. You may move rows, delete them, or send back only some.',
    'Leave the small codes beside the boxes as they are: they say which answer belongs where.',
    `Save it as a Word document and send it to ${form.returnTo.split('\n')[0]}.`,
  ]
  return { kind: 'list', numbered: true, items: steps.map((text) => ({ runs: [{ text }] })) }
}

/** The grades with their definitions; nothing where the scale has none. */
function keyOf(review: FormReview | undefined): PaperBlock[] {
  if (!review || (review.scale.grades.length === 0 && !review.scale.percentSteps)) return []
  return [heading(3, 'What the grades mean'), ...scaleTables(scaleAsRead(review.scale))]
}

function lineBlocks(form: FormMade, review: FormReview, line: FormLine): PaperBlock[] {
  return [
    heading(3, line.name),
    note(printedCode(form.code, line.code, MARKS.line)),
    pairs([
      ['What was recommended', line.asked],
      ['Action', line.action ?? ''],
      ['Who answers', line.owners.join('; ')],
      ['Promised for', promisedWords(line)],
      ['Is this so yet?', line.measures.join('\n')],
      [line.last ? `Said last time${line.last.round && ` (${line.last.round})`}` : '', lastWords(line)],
    ]),
    boxesTable(form, review, line),
  ]
}

function promisedWords({ promised, passed }: FormLine): PaperBlock[] {
  if (promised === '') return [paragraph('No date was given')]
  const blocks = blocksOf(promised)
  return passed ? [...blocks, paragraph(bold('This date has passed before the meeting.'))] : blocks
}

function lastWords({ last }: FormLine): PaperBlock[] {
  if (!last) return []
  return [
    ...(last.grade ? [paragraph(bold(last.grade))] : []),
    ...blocksOf(last.evidence),
    ...said('Why:', last.explanation),
    ...said('Difference made:', last.impact),
    ...said('New date given:', last.newDate),
  ]
}

function said(label: string, text: string): PaperBlock[] {
  return text === '' ? [] : labelled(label, text)
}

/** Only those that have something against them. */
function pairs(rows: [label: string, words: string | PaperBlock[]][]): PaperPairs {
  const filled = rows.map(([label, words]) => ({ label, blocks: typeof words === 'string' ? blocksOf(words) : words }))
  return { kind: 'pairs', pairs: filled.filter(({ blocks }) => blocks.length > 0) }
}

function boxesTable(form: FormMade, review: FormReview, line: FormLine): PaperTable {
  return {
    kind: 'table',
    title: `Your answers: ${line.name}`,
    widths: [34, 66],
    header: [{ cells: [{ blocks: [paragraph(line.name)] }, { blocks: [paragraph('Your answer')] }] }],
    rows: line.boxes.map((box) => boxRow(form, review, line, box)),
  }
}

function boxRow(form: FormMade, review: FormReview, line: FormLine, box: Box): PaperRow {
  const { label, hint, room } = BOX_WORDS[box]
  const { percentSteps } = review.scale
  const guidance = box === 'percent' && percentSteps ? `One of ${percentsOf(percentSteps).join(', ')}.` : hint
  const words = [paragraph(label), note(guidance), note(printedCode(form.code, line.code, MARKS[box]))]
  return {
    cells: [
      { blocks: words, rowHeader: true },
      { blocks: answerBlocks(review, line, box), box: room },
    ],
  }
}

function answerBlocks(review: FormReview, line: FormLine, box: Box): PaperCell['blocks'] {
  const words = line.filled[box] ?? ''
  if (box !== 'grade') return blocksOf(words)
  const options = review.scale.grades.map(gradeInWords)
  return [{ kind: 'paragraph', runs: words === '' ? [] : [{ text: words }], choice: { title: 'Grade', options, blank: NO_GRADE_YET } }]
}
