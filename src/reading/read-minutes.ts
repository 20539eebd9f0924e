import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceTable } from '../platform/documents/source-document.ts'
import { joinCut } from './cut-text.ts'
import { BEGAN_AND_ENDED, isEnd } from './end-of-minutes.ts'
import { markExempt } from './exempt-words.ts'
import { headOf } from './head-of-minutes.ts'
import { firstItem, follows, itemOf, itemsOf, NAMES, plainItem, untitledItem } from './items-of-minutes.ts'
import type { Item } from './items-of-minutes.ts'
import { apologiesOf, isPerson, mayBeOne, peopleOf } from './meeting-names.ts'
import { kindOfMeetingTable, loggedActions, minutedLines, programmeLines, REFERENCE } from './meeting-tables.ts'
import { looksLikeMinutes } from './minutes-signs.ts'
import { labelOf, readAttendance } from './read-attendance.ts'
import { declarationsIn, isOfInterests } from './read-declarations.ts'
import { requestsIn, resolutionOf } from './read-outcomes.ts'
import type { Doubt, ReadDeclaration, ReadMeeting, ReadMinute } from './reading.ts'
import { englishOf } from './two-languages.ts'
import { writtenDays } from './written-days.ts'

const BEGINS =
  /^(?:draft |confirmed |unconfirmed )?(?:minutes?|notes|record) of (?:the |a |an )?(?:[\w-]+ )?(?:meeting|proceedings)\b|^(?:draft )?minutes of .{5,80} (?:committee|panel|cabinet|council|commission|board)\b.*\bheld\b/i
/** A title that is hardly more than the word: `COFNODION / MINUTES – 6 February 2025`, `Scrutiny Committee – Minutes`, `Action notes`. */
const TITLED = /^(?:\W*(?:draft|unconfirmed|confirmed|public|action|the)\W+)*(?:minutes?|notes)\b|^[^.()]{0,80}\b(?:minutes|notes)$/i
const ALONE = new RegExp(`^(${REFERENCE})[.:)]?$`)

/** Where the minutes of a meeting stand among the blocks of a document, from their title to the end of the meeting; `from` is where their own words begin. */
export interface MinutesFound {
  from: number
  to: number
}

export function minutesAt(blocks: readonly SourceBlock[]): MinutesFound[] {
  const starts = blocks.flatMap((block, at) => (isStart(blocks, block, at) ? [at] : []))
  const titled = starts.length === 0 || (starts[0] ?? 0) > 15 ? titledAt(blocks) : -1
  if (titled !== -1) starts.unshift(titled)
  // Some have no title but their committee and day: who was present, and items with references of minutes, show what they are.
  if (starts.length === 0 && (isUntitled(blocks) || (looksLikeMinutes(blocks) && hasItems(blocks)))) starts.push(0)
  return starts.map((from, index) => {
    const limit = starts[index + 1] ?? blocks.length
    let end = from + 1
    while (end < limit && !isEnd(blocks[end])) end++
    // What is to be done is often listed behind the end.
    const after = blocks.slice(end, Math.min(limit, end + 8))
    const log = after.findLastIndex((block) => block.kind === 'table' && kindOfMeetingTable(block) === 'actions')
    return { from, to: log === -1 ? end : end + log + 1 }
  })
}

function isStart(blocks: readonly SourceBlock[], block: SourceBlock, at: number): boolean {
  if (block.kind !== 'paragraph' || block.text.length >= 400 || block.list?.marker !== undefined || !BEGINS.test(block.text)) return false
  // `Minutes of the meeting held on 7 July` and `Minutes of the previous meeting` may be items.
  if (/^\W*minutes of (?:the |our )?(?:previous|last|preceding)\b/i.test(block.text)) return false
  const namesNone = /\bminutes of (?:the |a |an )?(?:meeting|proceedings)(?: held)?(?: on| of \d|\W*$)/i.test(block.text)
  return namesNone ? attendedAfter(blocks, at) || at < 4 : true
}

/** A short line near the top that says these are minutes, where who was present follows it. */
function titledAt(blocks: readonly SourceBlock[]): number {
  const at = blocks
    .slice(0, 15)
    .findIndex(
      (block) =>
        block.kind === 'paragraph' &&
        block.text.length < 160 &&
        !block.list &&
        TITLED.test(englishOf(block.text)) &&
        !/\.$|\b(?:was|were)\b/i.test(block.text) &&
        !NAMES.test(block.text),
    )
  return at !== -1 && attendedAfter(blocks, at) ? at : -1
}

function isUntitled(blocks: readonly SourceBlock[]): boolean {
  const present = blocks.slice(0, 12).findIndex((block) => block.kind === 'paragraph' && isPresent(block.text))
  const isAgenda = blocks.slice(0, 40).some((block) => block.kind === 'paragraph' && /\bagenda\b|\bsummons\b/i.test(block.text))
  if (present < 1 || isAgenda || blocks.slice(0, present).some((block) => block.kind === 'table')) return false
  const items = blocks.slice(present).filter((block) => block.kind === 'paragraph' && itemOf(block, undefined) !== null)
  return (
    items.length >= 2 &&
    blocks.slice(present).some((block) => block.kind === 'paragraph' && /\b(?:RESOLVED|AGREED|resolved|correct record)\b/.test(block.text))
  )
}

/** Items such as minutes have, among the lines or in a table. */
function hasItems(blocks: readonly SourceBlock[]): boolean {
  const lines = blocks.flatMap(linesOf)
  return lines.filter((block) => itemOf(block, undefined) !== null).length >= 2
}

function attendedAfter(blocks: readonly SourceBlock[], at: number): boolean {
  for (const block of blocks.slice(at + 1, at + 26)) {
    if (block.kind === 'table') {
      if (
        kindOfMeetingTable(block) === 'attendance' ||
        block.rows.slice(0, 12).some((row) => isPresent(textOf(row.cells[0]?.blocks ?? [])))
      )
        return true
    } else if (/^agenda$/i.test(block.text.trim())) return false
    else if (isPresent(block.text)) return true
  }
  return false
}

function isPresent(text: string): boolean {
  const head = /^[^:\t\n–]{2,60}/.exec(text.trim())?.[0] ?? ''
  return labelOf(head)?.group === 'present' && !/\bmember(?:s|ship)?$/i.test(head.trim())
}

/** The minutes of one meeting; null where its blocks hold no item. `front`: the lines above them that say whose they are. */
export function readMinutes(
  blocks: readonly SourceBlock[],
  from: number,
  front: readonly SourceBlock[] = [],
  committee = '',
  behind: readonly SourceBlock[] = [],
  doubts: Doubt[] = [],
): ReadMeeting | null {
  const logs = blocks.flatMap((block) => (block.kind === 'table' && kindOfMeetingTable(block) === 'actions' ? loggedActions(block) : []))
  const joined = withoutCuts(withNumbers(blocks.flatMap(linesOf)))
  const [heading] = joined
  const itemAt = [itemOf, untitledItem, plainItem(joined)].find((one) => firstItem(joined, one) !== -1)
  const first = itemAt ? firstItem(joined, itemAt) : -1
  if (heading?.kind !== 'paragraph' || !itemAt) return null
  const timed = joined.filter((block) => block.kind === 'paragraph' && BEGAN_AND_ENDED.test(block.text))
  const head = [...front, ...joined.slice(0, first), ...timed, ...behind]
  const meeting: ReadMeeting = { ...headOf(heading.text, head, committee), place: { paragraph: from + 1 } }
  Object.assign(meeting, readAttendance(joined.slice(1, first)))
  const declared = declaredAtHead(joined.slice(1, first), meeting.present ?? [])
  if (declared.length > 0) meeting.declarations = declared
  const items = itemsOf(joined.slice(first), itemAt)
  const doubt = (field: string, why: string): void => void doubts.push({ field, why })
  for (const { ref, line } of logs) {
    const { item, known } = minuteOfLog(items, ref)
    item?.blocks.push({ kind: 'paragraph', text: line })
    if (!known)
      doubt(
        'requests',
        `The log of actions does not say which minute “${line.replace(/^Action: /, '').slice(0, 80)}” is of: it stands with the last.`,
      )
  }
  meeting.minutes = items.map(minuteOf)
  fromItems(meeting, items)
  for (const { ref, title } of markExempt(meeting.minutes, false) as ReadMinute[])
    doubt('exempt', `Minute ${ref} ${title} is taken for exempt because the public was excluded before it. Is it?`)
  if (!meeting.date) doubt('date', 'These minutes do not say on what day the meeting was held.')
  if (!meeting.present)
    doubt('present', 'Nobody who was present was read from these minutes: marks in a table may be lost. Say who was there.')
  for (const [at, { ref }] of meeting.minutes.entries()) {
    const before = meeting.minutes[at - 1]?.ref
    if (before && !follows(ref, before, false)) doubt('minutes', `Between the minutes ${before} and ${ref} none was read.`)
  }
  return meeting
}

/** What the minutes themselves say of the meeting: apologies, substitutes, interests, and when the committee meets next. */
function fromItems(meeting: ReadMeeting, items: readonly Item[]): void {
  const declarations = [...(meeting.declarations ?? [])]
  for (const [at, minute] of meeting.minutes!.entries()) {
    if (/\bapologies\b|\bymddiheuriadau\b/i.test(minute.title)) {
      for (const name of apologiesIn(minute.text)) {
        const known = meeting.apologies ?? []
        // Some minutes name them twice: at their head and in the item.
        if (!known.includes(name) && !known.some((other) => isSameAway(other, name))) meeting.apologies = [...known, name]
      }
    }
    declarations.push(...declarationsIn(minute, unnumbered(items[at]!.blocks, minute.ref), meeting.present ?? []))
  }
  nameSubstitutes(meeting)
  if (declarations.length > 0) meeting.declarations = declarations
  const next = nextMeeting(items, meeting.date)
  if (next) meeting.next_meeting = next
}

/** `Declarations: Councillor Weir declared an interest in item 3.` beside those who were there. */
function declaredAtHead(head: readonly SourceBlock[], present: readonly string[]): ReadDeclaration[] {
  return head.flatMap((block) => {
    const said = block.kind === 'paragraph' ? /^(declarations?(?: of interests?)?)\s*[:–-]\s*(\S.*)$/is.exec(block.text.trim()) : null
    return said?.[1] && said[2]
      ? declarationsIn({ ref: '', title: said[1], text: said[2] }, [{ kind: 'paragraph', text: said[2] }], present)
      : []
  })
}

/** `Cllr Ince` where `Cllr Hester Ince` stands at the head; two whose initials differ are two. */
const isSameAway = (one: string, other: string) => mayBeOne(one, other) && !/\.\s*\p{Lu}/u.test(other)

function apologiesIn(text: string): string[] {
  const said = apologiesOf(text)
  const whole = text.trim()
  if (said.length > 0 || whole.length > 300 || /\b(?:was|were|had|none|above|received)\b/i.test(whole)) return said
  return peopleOf(whole.replace(/\.$/, '')).filter(isPerson)
}

/** Who sat for whom, where only the apologies say so: `Councillor Tilley (Councillor O’Hara substituting)`. */
function nameSubstitutes(meeting: ReadMeeting): void {
  const words = [
    ...(meeting.apologies ?? []),
    ...(meeting.minutes ?? []).flatMap(({ title, text }) =>
      /apolog|substitut/i.test(title) ? text.split(/[\n;]|(?<=\p{Ll}{2})\.\s/u) : [],
    ),
  ]
  for (const line of words) {
    const match =
      /^(.*?)\s*\((?:substitut\w*(?: by)?\s*[:–-]?\s*(.+?)|(.+?)\s+(?:substitut\w*|attended in (?:his|her|their) place))\)/i.exec(line) ??
      /^(?<by>.*?)\s+(?:substituted|was substituting|(?:attended|was present|sat) as (?:a |the )?substitute|deputised)\s+for\s+(?<of>.+?)\.?$/i.exec(
        line,
      )
    const sitter = match?.groups?.by ?? match?.[2] ?? match?.[3]
    const away = match?.groups?.of ?? match?.[1]
    if (!sitter || !away) continue
    const at = (meeting.present ?? []).findIndex((name) => mayBeOne(name, sitter))
    if (at !== -1 && !/substitut|in place of/i.test(meeting.present![at]!))
      meeting.present![at] = `${meeting.present![at]} (substitute for ${away.replace(/^.*?\b(?:from|by)\s+/i, '').trim()})`
  }
  meeting.apologies = meeting.apologies?.map((name) => name.replace(/\s*\([^()]*\bsubstitut[^()]*\)$/i, ''))
  if (!meeting.apologies) delete meeting.apologies
}

function nextMeeting(items: readonly Item[], heldOn: string | undefined): ReadMeeting['next_meeting'] {
  for (const { title, blocks } of items.toReversed()) {
    const isTitled = /\bnext meeting\b|\bdate of (?:the )?next\b|\bfuture meetings?\b/i.test(englishOf(title))
    for (const line of [title, ...textOf(blocks).split('\n')].filter((text) => text.length < 400)) {
      if (
        !isTitled &&
        !/\b(?:date of (?:the )?)?next meeting\b(?: of the [\w &-]+?)?(?: (?:will|would|is|was|to) be| held|\s*[:–-])/i.test(line)
      )
        continue
      const day = writtenDays(englishOf(line)).find(({ day: one }) => heldOn === undefined || one > heldOn)
      if (day) return { text: day.words, iso: day.day }
    }
  }
  return undefined
}

/** A table of minutes, of a work programme or of actions as the lines that say the same; any other as it is. */
function linesOf(block: SourceBlock): SourceBlock[] {
  if (block.kind === 'paragraph') return BEGAN_AND_ENDED.test(block.text) ? [{ ...block, bold: false, text: block.text }] : [block]
  const kind = kindOfMeetingTable(block)
  if (kind === 'minutes') return minutedLines(block)
  if (kind === 'programme') return programmeLines(block).map((text) => ({ kind: 'paragraph', text }))
  return kind === 'actions' ? [] : [block]
}

/** The tables of these minutes, which hold no recommendations that are followed. */
export function tablesOfMinutes(blocks: readonly SourceBlock[]): SourceTable[] {
  return blocks.filter((block): block is SourceTable => block.kind === 'table' && kindOfMeetingTable(block) !== null)
}

/** A number on a line of its own belongs to the title under it. */
function withNumbers(blocks: readonly SourceBlock[]): SourceBlock[] {
  const whole: SourceBlock[] = []
  for (const block of blocks) {
    const last = whole.at(-1)
    const number = last?.kind === 'paragraph' && !last.list ? ALONE.exec(last.text.trim())?.[1] : undefined
    if (number && block.kind === 'paragraph' && block.text.length < 160 && !/[.;]$/.test(block.text) && /^\p{Lu}/u.test(block.text))
      whole[whole.length - 1] = { ...block, text: `${number} ${block.text}` }
    else whole.push(block)
  }
  return whole
}

/** A paragraph that begins in mid-sentence is the rest of the one before, which a page cut. */
function withoutCuts(blocks: readonly SourceBlock[]): SourceBlock[] {
  const joined: SourceBlock[] = []
  for (const block of blocks) {
    const runsOn = block.kind === 'paragraph' && /^[a-z]/.test(block.text) && !block.list && !/^(?:[a-z]|[ivx]{1,5})[.)]\s/.test(block.text)
    joined.push(...(runsOn ? joinCut(joined.splice(-1), [block]) : [block]))
  }
  return joined
}

/** The paragraphs of an item without their own numbers: `23.4` of item 23. */
function unnumbered(blocks: readonly SourceBlock[], ref: string): SourceBlock[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' && block.text.startsWith(`${ref}.`)
      ? { ...block, text: block.text.slice(ref.length).replace(/^\.\d{1,3}[.)]?\s+/, '') }
      : block,
  )
}

function minuteOfLog(items: readonly Item[], ref: string): { item: Item | undefined; known: boolean } {
  const plain = (text: string) => text.toLowerCase().replaceAll(/\b(?:item|minute|no)\b|[^\p{L}\d]/gu, '')
  const found = items.find((item) => plain(item.ref) === plain(ref) && ref !== '')
  return { item: found ?? items.at(-1), known: found !== undefined }
}

function minuteOf({ ref, title, blocks }: Item): ReadMinute {
  const minute: ReadMinute = { ref, title, text: textOf(blocks).trim() }
  const said = unnumbered(blocks, ref)
  const resolution = resolutionOf(said)
  if (resolution !== '') minute.resolution = resolution
  const requests = isOfInterests(title) ? [] : requestsIn(said)
  if (requests.length > 0) minute.requests = requests
  return minute
}
