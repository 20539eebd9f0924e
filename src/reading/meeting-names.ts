const GROUP =
  /^(?:and\s+)?(?:borough |county |parish )?(councillors?|cllrs?|co-?opt(?:ees?|ed members?)|(?:committee |panel )?members?|officers?|independent members?)\b\s*[:,]?\s*/i
const POST =
  /\b(?:manager|officer|director|head|specialist|lead|chief|service|team|group|assistant|leader|clerk|solicitor|co-?ordinator)\b/i
const PERSON = /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Rev|Sir|Canon)\.?\s+)?(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’-]+$/

/** The people of a list as written, one each: split at commas, semicolons and `and`, never inside brackets; words for a group left out. */
export function peopleOf(text: string): string[] {
  return piecesOf(text.replaceAll(/\s+/g, ' '))
    .map(withoutGroup)
    .filter((name) => /[A-Za-z]{2}/.test(name) && !/^none\b/i.test(name))
}

/** As `peopleOf`, with `Cllr` before each name that stands in a list of councillors. */
export function membersOf(text: string): string[] {
  let councillors = false
  return piecesOf(text.replaceAll(/\s+/g, ' ')).flatMap((piece) => {
    const group = GROUP.exec(piece)?.[1]
    if (group) councillors = /^c(?:ouncillor|llr)/i.test(group)
    const name = withoutGroup(piece)
    if (!/[A-Za-z]{2}/.test(name)) return []
    return [councillors && !/^(?:mr|mrs|ms|miss|dr|cllr)\b/i.test(name) ? `Cllr ${name}` : name]
  })
}

/** Who sent apologies, from the sentence that says so; a post before a name is left out. */
export function apologiesOf(text: string): string[] {
  const match =
    /\bapologies(?: for absence)?(?: (?:were|was|had been|have been))?(?: (?:received|given|submitted|noted))?(?: (?:from|by|on behalf of|for))\s*:?\s+([\s\S]+)/i.exec(
      text,
    )
  // A line that ends a sentence ends the names: what follows tells who came late, who sat for whom.
  const [named = ''] = (match?.[1] ?? '').split(/\.[ \t]*\n/)
  return peopleOf(named.replace(/\.\s*$/, '')).map((name) => {
    const sides = name.split(/\s+[-–]\s*/).filter((side) => side !== '')
    return sides.length > 1 && POST.test(sides[0] ?? '')
      ? (sides.find((side) => PERSON.test(side) && !POST.test(side)) ?? name)
      : name.replace(/\s*[-–]\s*$/, '')
  })
}

function piecesOf(text: string): string[] {
  const pieces = ['']
  let depth = 0
  const parts = text.split(/([,;()\n]|\s+and\s+)/)
  parts.forEach((part, at) => {
    if (part === '(') depth++
    if (part === ')') depth = Math.max(0, depth - 1)
    const joins = /^\s+and\s+$/.test(part) && !beginsPerson(parts[at + 1] ?? '', pieces.at(-1) ?? '')
    if (depth === 0 && !joins && /^(?:[,;\n]|\s+and\s+)$/.test(part)) pieces.push('')
    else pieces[pieces.length - 1] += part
  })
  return rejoined(pieces.map((piece) => piece.trim()).filter((piece) => piece !== ''))
}

/** After `and`: another person or group of people, not the rest of a post (`Head of Parks and Gardens`). */
function beginsPerson(words: string, before: string): boolean {
  const personBefore = PERSON.test(before.replace(GROUP, '').trim()) && !POST.test(before)
  if (GROUP.test(words) || (personBefore && /^[A-Z]/.test(words))) return true
  return PERSON.test(words.replace(/\s*[–-].*$/, '').trim()) && !POST.test(words) && !/\s[–-]\s|\bof\b/.test(before)
}

/** `Head of Parks and Gardens`: what follows an `and` or a comma and is no name belongs to the post before it. */
function rejoined(pieces: readonly string[]): string[] {
  const people: string[] = []
  for (const piece of pieces) {
    const last = people.at(-1)
    const named = GROUP.test(piece) || PERSON.test(piece.replace(/\s*[(–-].*$/, '').trim())
    if (last !== undefined && POST.test(last) && !named)
      people[people.length - 1] = `${last}${/^[A-Z][a-z]+$/.test(piece) ? ' and' : ','} ${piece}`
    else people.push(piece)
  }
  return people
}

function withoutGroup(piece: string): string {
  const bare = piece.replace(/^and\s+/i, '')
  const group = GROUP.exec(bare)
  if (!group) return bare.replace(/[.,;]\s*$/, '').trim()
  const rest = bare.slice(group[0].length).trim()
  return /^cllr$/i.test(group[1] ?? '') || /^councillor$/i.test(group[1] ?? '') ? bare.trim() : rest
}
