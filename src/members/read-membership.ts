import type { Member, MemberKind, SeatPlace } from './member.ts'

/** One line of a list of members, as it is offered. */
export interface ListedMember {
  name: string
  kind: MemberKind
  place: SeatPlace
  represents: string
  /** The member on record that this may be; null where there is none like it. */
  like: Member | null
}

const PLACES: [RegExp, SeatPlace][] = [
  [/\bvice[- ]?(?:chair(?:man|woman|person)?|convener)\b|\bdep(?:uty|ute) (?:chair(?:man|woman|person)?|convener)\b/i, 'vice-chair'],
  [/\bchair(?:man|woman|person)?\b|\bconvener\b/i, 'chair'],
  [/\bsubstitut\w*|\bsub\b|\breserve\b|\bin place of\b|\bdeputising\b/i, 'substitute'],
  [/\bco-?opt(?:ed|ee)?(?: member)?s?\b|\b(?:lay|independent) member\b/i, 'co-optee'],
]
const COUNCILLOR = /^(?:cllrs?|councillors?|aldermen|ald(?:erman)?|provost|bailie|baillie)\b\.?/i

/**
 * The members of a list as it is pasted or printed, one a line: a name, perhaps a place in brackets, perhaps after a comma or a dash whom they speak for.
 * Where some are called councillor, those who are not are co-optees. A line that only names a group (`Co-opted members:`) says it of those below.
 */
export function readMembership(text: string, members: readonly Member[]): ListedMember[] {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•*]|\d{1,2}[.)])\s*/, '').trim())
    .filter(Boolean)
  const called = lines.some((line) => COUNCILLOR.test(line) && !isGroup(line))
  // On a board where councillors are the fewer, those who speak for another body are members as much as they are.
  const named = lines.filter((line) => !isGroup(line))
  const isBoard = named.filter((line) => COUNCILLOR.test(line)).length * 2 < named.length
  const listed: ListedMember[] = []
  let group: SeatPlace | 'councillors' | null = null
  for (const line of lines) {
    if (isGroup(line)) {
      group = COUNCILLOR.test(line) ? 'councillors' : (placeIn(line) ?? null)
      continue
    }
    const one = readLine(line)
    const isCouncillor = COUNCILLOR.test(one.name) || group === 'councillors'
    const place =
      one.place ??
      (group === 'councillors' || group === null
        ? isCouncillor || !called || (isBoard && one.represents !== '')
          ? 'member'
          : 'co-optee'
        : group)
    const kind: MemberKind = place === 'co-optee' || (called && !isCouncillor) ? 'co-optee' : 'councillor'
    listed.push({ name: one.name, kind, place, represents: one.represents, like: likest(one.name, members) })
  }
  return listed.filter(({ name }) => name !== '')
}

/** A line that ends in a colon, or that holds nothing but the name of a group. */
function isGroup(line: string): boolean {
  return /^(?:the )?(?:councillors?|cllrs?|members?|membership|co-?opt(?:ed members?|ees?)|substitutes?(?: members?)?)\s*:?$/i.test(line)
}

function placeIn(words: string): SeatPlace | undefined {
  return PLACES.find(([pattern]) => pattern.test(words))?.[1]
}

function readLine(line: string): { name: string; place: SeatPlace | undefined; represents: string } {
  const [head = '', ...tail] = line.split(/\s+[-–—]\s+|,\s*|\t+|\s*[()]\s*/).filter((piece) => piece.trim() !== '')
  const place = tail.map(placeIn).find(Boolean)
  const represents = tail.filter((piece) => !isPlaceOnly(piece)).join(', ')
  return { name: head.replace(/\s+/g, ' ').trim(), place, represents: represents.trim() }
}

/** `Chair`, `Vice-Chair`, `co-opted member`: it says nothing of whom somebody speaks for. */
function isPlaceOnly(piece: string): boolean {
  const left = PLACES.reduce((words, [pattern]) => words.replace(pattern, ''), piece)
  return placeIn(piece) !== undefined && left.replace(/\b(?:member|the|of|committee|panel)\b|\W/gi, '') === ''
}

const TITLES =
  /^(?:the\s+)?(?:cllrs?|councillors?|alderman|mr|mrs|ms|miss|mx|dr|rev(?:erend|d)?|canon|sir|dame|prof(?:essor)?|lord|lady)\b\.?\s*/i

/** The surname and the letters that given names begin with, as far as a name tells them. */
export function nameKey(name: string): { surname: string; initials: string } {
  let bare = name.trim()
  while (TITLES.test(bare)) bare = bare.replace(TITLES, '')
  const words = bare
    .replace(/\(.*?\)/g, '')
    .replaceAll('.', ' ')
    .split(/\s+/)
    .filter(Boolean)
  const surname = (words.pop() ?? '').toLowerCase().replace(/[^\p{L}]/gu, '')
  return { surname, initials: words.map((word) => word[0]?.toLowerCase() ?? '').join('') }
}

/** The member whom a name most likely means: the same surname, and initials that do not differ as far as both go; the same words first. */
export function likest<Named extends Pick<Member, 'name'>>(name: string, members: readonly Named[]): Named | null {
  const same = members.find((member) => member.name.toLowerCase() === name.toLowerCase())
  if (same) return same
  const key = nameKey(name)
  const alike = members.filter((member) => {
    const other = nameKey(member.name)
    return other.surname !== '' && other.surname === key.surname && agree(key.initials, other.initials)
  })
  return alike.length === 1 ? (alike[0] ?? null) : null
}

function agree(one: string, other: string): boolean {
  return one === '' || other === '' || one.startsWith(other) || other.startsWith(one)
}
