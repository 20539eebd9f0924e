import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperDocument, PaperSection } from '../platform/documents/paper-document.ts'
import { bold, heading, paragraph } from '../platform/documents/paper-document.ts'
import type { ReadAgendaItem } from '../reading/reading.ts'
import { type Appendix, appendixSections, withLinks } from './appendices.ts'
import { meetingPapers } from './meeting.layout.ts'
import { blocksOf, labelled } from './paper-words.ts'

/** An agenda item as a pack takes it. */
export interface PackItem {
  number: number
  title: string
  text: string
  /** Of its paper; null where it has none. */
  letter: string | null
  /** Null for a public item. */
  exempt: PackExemption | null
  late: string
  withdrawn: boolean
  /** Its paper; null where it has none, or none yet. */
  sections: PaperSection[] | null
  /** What is said where it has a letter and no paper. */
  instead: 'to-follow' | 'withheld' | 'withdrawn'
}

export interface PackExemption {
  /** Why the public may not see it, in the statute's words alone. */
  statute: string
  /** `paragraph 3` */
  paragraphs: string
  publicInterest: string
}

export interface PackOfMeeting {
  organisation: string
  body: string
  date: CalendarDate
  time?: string
  venue?: string
  membership: string[]
  /** Of a supplement; null for the agenda itself. */
  supplement: number | null
  items: PackItem[]
}

/** What the public is told of an exempt item: that it is there, and by which paragraph it is kept back. No word of the item itself is at hand. */
interface PublicItem extends Omit<PackItem, 'exempt'> {
  exempt: Pick<PackExemption, 'statute'> | null
}

/**
 * The public part of a meeting's pack: agenda and papers as one document with one sequence of pages. It is made of the public items and of nothing but
 * the number, letter and paragraphs of an exempt one.
 */
export function publicPack(pack: PackOfMeeting): PaperDocument {
  return documentOf(pack, pack.items.map(publicItem), {
    title: pack.supplement === null ? 'Agenda and papers' : `Supplement ${pack.supplement} to the agenda`,
    before: [],
    after: pack.items.some(({ exempt }) => exempt) ? exclusion() : [],
  })
}

/** The exempt part: the exempt items alone, for members; null where there are none. */
export function exemptPack(pack: PackOfMeeting): PaperDocument | null {
  const items = pack.items.filter(({ exempt, withdrawn }) => exempt && !withdrawn)
  if (items.length === 0) return null
  const reasons = items.flatMap(({ number, exempt }) => [
    paragraph(bold(`Item ${number}`)),
    ...blocksOf(exempt?.statute),
    ...labelled('Public interest:', exempt?.publicInterest ?? ''),
  ])
  return documentOf(pack, items, {
    title: pack.supplement === null ? 'Exempt papers' : `Exempt papers of supplement ${pack.supplement}`,
    mark: 'NOT FOR PUBLICATION',
    before: [paragraph(bold('Not for publication. For members of the committee and those entitled to see exempt papers.'))],
    after: [heading(2, 'Why these items are exempt'), ...reasons],
  })
}

function publicItem(item: PackItem): PublicItem {
  const { exempt, number, letter, withdrawn } = item
  if (!exempt) return { ...item, exempt: null }
  const { statute } = exempt
  return {
    number,
    letter,
    withdrawn,
    title: 'Exempt item',
    text: withdrawn ? '' : statute,
    late: '',
    sections: null,
    instead: 'to-follow',
    exempt: { statute },
  }
}

interface Parts {
  title: string
  /** At the head of every page. */
  mark?: string
  before: PaperBlock[]
  after: PaperBlock[]
}

function documentOf(pack: PackOfMeeting, items: readonly (PublicItem | PackItem)[], { title, mark, before, after }: Parts): PaperDocument {
  const name = `${pack.body} – ${inWords(pack.date)}`
  const isSecret = mark !== undefined
  const attached = items.filter((item) => !item.withdrawn && (isSecret || !item.exempt))
  // What is not in this document can be named in it, and leads nowhere.
  const appendices = attached.flatMap(appendixOf)
  const papers = attached.flatMap((item) =>
    appendixOf(item).flatMap((appendix) => appendixSections(item.sections ?? [notHere(appendix, item.instead)], appendix)),
  )
  const head = [mark, pack.organisation, name].filter(Boolean).join(' – ')
  return {
    title: `${title} – ${name}`,
    language: 'en-GB',
    author: pack.organisation,
    header: head,
    footer: title,
    sections: [
      ...front(pack, items, title, before, [...after, ...contentsOf(papers)]).map((section) => withLinks(section, appendices)),
      ...papers,
    ],
  }
}

function appendixOf({ letter, title }: Pick<PackItem, 'letter' | 'title'>): Appendix[] {
  return letter ? [{ label: `Appendix ${letter}`, title, anchor: `appendix-${letter.toLowerCase()}` }] : []
}

/** What a pack holds beside its agenda; nothing where that is all. */
function contentsOf(papers: readonly PaperSection[]): PaperBlock[] {
  return papers.length > 0 ? [heading(2, 'Contents of this pack'), { kind: 'contents' }] : []
}

/** The agenda's own page, which ends in `after`. */
function front(
  pack: PackOfMeeting,
  items: readonly (PublicItem | PackItem)[],
  title: string,
  before: PaperBlock[],
  after: PaperBlock[],
): PaperSection[] {
  const { body, date, time, venue, membership } = pack
  const agenda = items.map(agendaItem)
  const [section] = meetingPapers({ body, date, time, venue, membership, agenda }, pack.organisation)
  if (!section) return []
  const first = section.blocks.findIndex((block) => block.kind === 'heading')
  const named = pack.supplement === null && before.length === 0 ? [] : [paragraph(bold(title))]
  const blocks = [...section.blocks.slice(0, first + 1), ...named, ...before, ...section.blocks.slice(first + 1), ...after]
  return [{ ...section, name: 'Agenda', blocks }]
}

function agendaItem({ number, title, text, letter, late, withdrawn, exempt }: PublicItem | PackItem): ReadAgendaItem {
  const said = [text, late && `This item is late: ${late}`].filter(Boolean).join('\n')
  return {
    ref: String(number),
    title: withdrawn ? `${title} (withdrawn)` : title,
    ...(letter && { appendix: `Appendix ${letter}${exempt ? ' (exempt)' : ''}` }),
    ...(said && { text: said }),
  }
}

function notHere({ label }: Appendix, instead: PackItem['instead']): PaperSection {
  const [title, words] = {
    'to-follow': ['Paper to follow', `${label} is to follow in a supplement.`],
    withheld: ['Exempt paper', `${label} is exempt and is not published.`],
    withdrawn: ['Paper withdrawn', `What was published as ${label} is withdrawn.`],
  }[instead] as [string, string]
  return { orientation: 'portrait', blocks: [heading(1, title), paragraph(words)] }
}

/** What the meeting resolves before it takes exempt items (Local Government Act 1972 s.100A(4)). */
function exclusion(): PaperBlock[] {
  return [
    heading(2, 'Exclusion of the press and public'),
    paragraph(
      'Before it takes the exempt items the committee is asked to resolve that, under section 100A(4) of the Local Government Act 1972, the press and public be excluded from the meeting for those items, on the grounds that they involve the likely disclosure of exempt information as defined in the paragraphs of Part 1 of Schedule 12A to the Act given against each.',
    ),
  ]
}
