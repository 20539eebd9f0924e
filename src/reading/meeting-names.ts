const GROUP =
  /^(?:and\s+)?(?:borough |county |parish |district )?(councillors?|cllrs?|aldermen|co-?opt(?:ees?|ed members?)|(?:committee |panel )?members?|officers?|independent members?)\b\s*[:,]?\s*/i
const POST =
  /\b(?:manager|officer|director|head|specialist|lead|chief|service|team|group|assistant|leader|clerk|solicitor|co-?ordinator)\b/i
/** After the comma behind a name: what somebody is, no other person. */
const ROLE =
  /\b(?:member|chair(?:man|person|woman)?|convener|governor|auditor|audit|commissioner|representative|secretary|accountant|engineer|executive|president|consultant|nurse|inspector|superintendent|constable|partner|analyst|administrator|planner|trust|council|university|board|authority|icb|opcc|ombudsman|volunteer|union|nhs|sector|interface)\b|\bfor items?\b/i
const PERSON = /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Rev|Sir|Canon)\.?\s+)?(?:\p{Lu}[\p{L}\d'’.-]*\s+){1,3}\p{Lu}[\p{L}\d'’-]+$/u

/** The people of a list as written, one each: split at commas, semicolons and `and`, never inside brackets; words for a group left out. */
export function peopleOf(text: string): string[] {
  return piecesOf(text.replaceAll(/\s+/g, ' '))
    .map(withoutGroup)
    .filter((name) => /[A-Za-z]{2}/.test(name) && !/^none\b/i.test(name))
}

/** As `peopleOf`, each with whether the word before the list calls them councillors. */
export function calledOf(text: string): { name: string; called: boolean }[] {
  let called = false
  return piecesOf(text.replaceAll(/\s+/g, ' ')).flatMap((piece) => {
    const group = GROUP.exec(piece)?.[1]
    if (group) called = /^(?:councillors|cllrs)$/i.test(group)
    const name = withoutGroup(piece)
    return /\p{L}{2}/u.test(name) && !/^(?:none|nil)\b/i.test(name) ? [{ name, called }] : []
  })
}

/** As `peopleOf`, with `Cllr` before each name that stands in a list of councillors. */
export function membersOf(text: string): string[] {
  return calledOf(text).map(({ name, called }) => (called && !/^(?:mr|mrs|ms|miss|dr|cllr)\b/i.test(name) ? `Cllr ${name}` : name))
}

/** Who sent apologies, from the sentence that says so; a post before a name is left out. */
export function apologiesOf(text: string): string[] {
  const match =
    /\bapologies(?: for absence)?(?: (?:were|was|had been|have been))?(?: (?:received|given|submitted|noted))?(?: and (?:accepted|noted|approved))?(?: (?:from|by|on behalf of|for))\s*:?\s+([\s\S]+)/i.exec(
      text,
    )
  // A line that ends a sentence ends the names: what follows tells who came late, who sat for whom.
  const [named = ''] = (match?.[1] ?? '').split(
    /\.[ \t]*(?:\n|$)|(?<=\p{Ll}{2})\.\s+(?=(?:The|It|There|An|In)\b)|(?<=\p{Ll}{4})\.\s+(?=\p{Lu})|[,;]?\s*\b(?:and )?for (?:lateness|late arrival|early departure)\b/u,
  )
  return peopleOf(named.replace(/\.\s*$/, '')).map((name) => {
    const sides = name.split(/\s+[-–]\s*/).filter((side) => side !== '')
    return sides.length > 1 && POST.test(sides[0] ?? '')
      ? (sides.find((side) => PERSON.test(side) && !POST.test(side)) ?? name)
      : name.replace(/\s*[-–]\s*$/, '')
  })
}

function piecesOf(text: string): string[] {
  const pieces = ['']
  const commas = [false]
  let depth = 0
  const parts = text.split(/([,;()\n]|\s+and\s+)/)
  parts.forEach((part, at) => {
    if (part === '(') depth++
    if (part === ')') depth = Math.max(0, depth - 1)
    const joins = /^\s+and\s+$/.test(part) && !beginsPerson(parts[at + 1] ?? '', pieces.at(-1) ?? '')
    if (depth === 0 && !joins && /^(?:[,;\n]|\s+and\s+)$/.test(part)) {
      pieces.push('')
      commas.push(part === ',')
    } else pieces[pieces.length - 1] += part
  })
  return rejoined(pieces.flatMap((piece, at) => (piece.trim() === '' ? [] : [{ piece: piece.trim(), comma: commas[at] === true }])))
}

/** After `and`: another person or group of people, not the rest of a post (`Head of Parks and Gardens`). */
function beginsPerson(words: string, before: string): boolean {
  if (/\)\s*$/.test(before) && isPerson(before) && isPerson(words)) return true
  const personBefore = PERSON.test(before.replace(GROUP, '').trim()) && !POST.test(before)
  if (GROUP.test(words) || (personBefore && /^[A-Z]/.test(words))) return true
  return (
    PERSON.test(words.replace(/\s*[–-].*$/, '').trim()) &&
    !POST.test(words) &&
    !ROLE.test(words.replace(/\s*\(.*$/, '')) &&
    !/\s[–-]\s|\bof\b/.test(before)
  )
}

/** `Head of Parks and Gardens`: what follows an `and` or a comma and is no name belongs to the post before it. */
function rejoined(pieces: readonly { piece: string; comma: boolean }[]): string[] {
  const people: string[] = []
  for (const { piece, comma } of pieces) {
    const last = people.at(-1)
    const bare = piece.replace(/\s*[(–-].*$/, '').trim()
    const named = GROUP.test(piece) || PERSON.test(bare)
    const isPosted =
      comma && last !== undefined && isPerson(last) && !GROUP.test(piece) && !namesAfterDash(piece) && (POST.test(bare) || ROLE.test(bare))
    if (isPosted) people[people.length - 1] = `${last}, ${piece}`
    else if (last !== undefined && POST.test(last) && !named)
      people[people.length - 1] = `${last}${/^[A-Z][a-z]+$/.test(piece) ? ' and' : ','} ${piece}`
    else people.push(piece)
  }
  return people
}

/** A name such as people have, without a post in it. */
export function isPerson(words: string): boolean {
  const bare = words
    .replace(/^(?:and\s+)/i, '')
    .replace(/^(?:councillors?|cllrs?|alderman|provost|bailie)\.?\s+/i, 'Cllr ')
    .replace(/\s*[(,–].*$|\s+-\s.*$/s, '')
    .trim()
  return PERSON.test(bare) && !POST.test(bare)
}

const TITLES =
  /^(?:the\s+)?(?:cllrs?|councillors?|ald(?:erman)?|provost|bailie|mr|mrs|ms|miss|mx|dr|rev(?:erend|d)?|canon|sir|dame|prof(?:essor)?|lord|lady)\b\.?\s*/i

/** The surname of somebody and the letters that their given names begin with, whatever titles and posts stand around them. */
function keyOf(name: string): { surname: string; initials: string } {
  let bare = name.replace(/\s*[(,–*].*$|\s+-\s.*$/s, '').trim()
  while (TITLES.test(bare)) bare = bare.replace(TITLES, '')
  const words = bare.replaceAll('.', ' ').split(/\s+/).filter(Boolean)
  const surname = (words.pop() ?? '').toLowerCase()
  return { surname, initials: words.map((word) => word[0]?.toLowerCase() ?? '').join('') }
}

/** Whether two names may be one person's: the same surname, and initials that do not differ as far as both go. */
export function mayBeOne(one: string, other: string): boolean {
  const [a, b] = [keyOf(one), keyOf(other)]
  return a.surname !== '' && a.surname === b.surname && (a.initials.startsWith(b.initials) || b.initials.startsWith(a.initials))
}

/** `Head of Rivers - Ann Weir` */
const namesAfterDash = (piece: string) => /\s[-–]\s/.test(piece) && isPerson(piece.split(/\s[-–]\s/).at(-1)!)

function withoutGroup(piece: string): string {
  // `County Councillor Ann Weir` is a councillor, as another council would call her.
  const bare = piece.replace(/^and\s+/i, '').replace(/^(?:county|borough|city|town|parish|district) (?=(?:councillor|cllr)\b)/i, '')
  const group = GROUP.exec(bare)
  if (!group) return bare.replace(/[.,;]\s*$/, '').trim()
  const rest = bare.slice(group[0].length).trim()
  return /^cllr$/i.test(group[1] ?? '') || /^councillor$/i.test(group[1] ?? '') ? bare.trim() : rest
}
