import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { parse } from 'parse5'
import { faultsOfPdf, wordsInTagOrder } from '../../support/accessible-pdf.ts'
import { faultsOfWord, wordsOfWord } from '../../support/accessible-word.ts'
import { FULL_READING } from '../../support/full-reading.ts'
import { generatedReadings } from '../../support/generated-readings.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { writeHtml } from '../platform/documents/write-html.ts'
import { closePdfPress, writePdf } from '../platform/documents/write-pdf.ts'
import { LAYOUTS } from '../reading/reading.ts'
import { makePack } from './make-pack.ts'
import { makePaper } from './write-paper.ts'

after(closePdfPress)

const covering = { points: [], findings: [] }

for (const layout of LAYOUTS)
  test(`a paper as ${layout} can be read by everyone, in Word and as PDF, in the order of the page`, async () => {
    const [generated] = fc.sample(generatedReadings(layout), { seed: 21, numRuns: 1 })
    for (const reading of [generated!, FULL_READING]) await holds(makePaper(reading, { layout, covering }))
  })

test('a meeting’s pack can be read by everyone, in Word and as PDF, in the order of the page', async () => {
  await holds(makePack(FULL_READING, { layout: 'own', covering }))
})

test('what is not accessible is found', async () => {
  const paper = makePaper(FULL_READING, { layout: 'progress-table' })
  const word = await writeDocx({
    ...paper,
    title: '',
    sections: [{ orientation: 'portrait', blocks: [{ kind: 'paragraph', runs: [{ text: '• typed' }] }] }],
  })
  assert.deepEqual(faultsOfWord(word), ['it has no title', 'it has no heading', '“• typed” is a list only in its looks'])
  const pdf = Buffer.from(await writePdf(paper)).toString('latin1')
  const broken = pdf.replaceAll('/Scope /', '/Scape /').replaceAll('/Headers [', '/Haeders [').replace('/Lang (en-GB)', '/Lung (en-GB)')
  const faults = (await faultsOfPdf(Buffer.from(broken, 'latin1'))).map((fault) => fault.replace(/\d+/, 'N'))
  assert.deepEqual([...new Set(faults)].toSorted(), [
    'cell N has no header',
    'header N does not say what it heads',
    'it does not say its language',
  ])
})

async function holds(paper: PaperDocument): Promise<void> {
  const [word, pdf, html] = [await writeDocx(paper), await writePdf(paper), textOfHtml(writeHtml(paper))]
  assert.deepEqual(faultsOfWord(word), [])
  assert.deepEqual(await faultsOfPdf(pdf), [])
  assert.equal(firstUnlike(wordsOfWord(word), html), null)
  assert.equal(firstUnlike((await wordsInTagOrder(pdf)).join(''), html), null)
}

/** The words of a page's body; captions, which are not printed, running heads and feet and the contents left out. */
function textOfHtml(html: string): string {
  type Node = { nodeName: string; value?: string; attrs?: { name: string; value: string }[]; childNodes?: Node[] }
  const walk = (node: Node): string => {
    if (
      ['head', 'caption'].includes(node.nodeName) ||
      node.attrs?.some(({ value }) => value === 'paper-running' || value === 'paper-contents')
    )
      return ''
    return node.nodeName === '#text' ? (node.value ?? '') : (node.childNodes ?? []).map(walk).join(' ')
  }
  return walk(parse(html) as Node)
}

/** Where two texts first say different things, a few words of each. */
function firstUnlike(one: string, other: string): string | null {
  const [left, right] = [letters(one), letters(other)]
  if (left === right) return null
  let at = 0
  while (left[at] === right[at]) at += 1
  const from = Math.max(0, at - 20)
  return `${left.slice(from, from + 80)} / ${right.slice(from, from + 80)}`
}

function letters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')
}
