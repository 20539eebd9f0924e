import type { SourceBlock, SourceTable } from '../platform/documents/source-document.ts'
import { cellAt, wordsOf } from './cut-text.ts'
import { calledOf, isPerson } from './meeting-names.ts'
import { BODIES, MEMBER, columnOf, headsOf, kindOfMeetingTable } from './meeting-tables.ts'
import { englishOf } from './two-languages.ts'

const GROUPS = ['membership', 'present', 'also_present', 'in_attendance', 'apologies'] as const
export type Group = (typeof GROUPS)[number]
export type Attendance = Partial<Record<Group, string[]>>

/** What a label says of those after it: where they were, and what they are. `null`: nobody that a reading has a list for. */
interface Label {
  group: Group | null
  role?: string
  /** It calls them councillors. */
  councillors?: boolean
}

/** The first that fits holds: `Other members in attendance` are no members present. */
const LABELS: [RegExp, Label][] = [
  [/^apolog(?:ies|y)\b|^absent with apolog|^ymddiheuriadau/, { group: 'apologies' }],
  [/^(?:absent|not present)\b/, { group: null }],
  [
    /^(?:also|other|visiting|hefyd)\b|invit|^visitors?\b|^guests?\b|^witness|\bpartners?\b|^external\b|^(?:cabinet|executive|portfolio)(?: members?| holders?)?\b|^non-?committee/,
    { group: 'also_present' },
  ],
  [/^vice[- ]?(?:chair|convener)|^dep(?:uty|ute) (?:chair|convener)/, { group: 'present', role: 'Vice-Chair' }],
  [/^(?:in the )?chair(?:man|woman|person)?\b|^convener\b|^presiding\b/, { group: 'present', role: 'Chair' }],
  [/^(?:named )?substitutes?\b|^reserves?\b/, { group: 'present', role: 'Substitute' }],
  [
    /\bco-?opt|^lay members?\b|^(?:independent|non-voting|church|diocesan|parent governor)\b.*\b(?:members?|representatives?|governors?)\b|cyfetholedig/,
    { group: 'present', role: 'Co-opted member' },
  ],
  [
    /^(?:(?:committee|panel|board|voting|elected|scrutiny)? ?(?:members?|councillors?)|cllrs?|attendees?)(?: (?:were )?(?:present|in attendance|attending))?(?: of the (?:committee|panel|board))?$/,
    { group: 'present' },
  ],
  [
    /^(?:sederunt|those present|presennol|yn bresennol|attendance|attendees|aldermen|alderman|(?:committee |panel |scrutiny )?membership(?: of the [\w-]+)?)$/,
    { group: 'present' },
  ],
  [/^present\b(?! position)/, { group: 'present' }],
  [
    /\bofficers?\b|\bofficials?\b|^staff\b|\bin attendance\b|^(?:whole|part) of (?:the )?meeting\b|^clerk\b|^support\b|^secretariat\b|^(?:also )?attending$/,
    { group: 'in_attendance' },
  ],
]
const LABELLED = /^([^\n:\t]{2,90}?)\s*(?::\s*[-–]?|\t|\s[–-](?=\s))\s*(.*)$/s
const RUN_IN =
  /^(?:(PRESENT|APOLOGIES|IN ATTENDANCE|Present|Apologies|In attendance)\s+(?=(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Dr)\b)|((?:Whole|Part) of (?:the )?meeting)\s+)(.*)$/s

function runIn(line: string): string[] | null {
  const match = RUN_IN.exec(line)
  return match ? [line, match[1] ?? match[2] ?? '', match[3] ?? ''] : null
}

/** `P R E S E N T` */
const unspaced = (words: string) => (/^(?:\p{Lu} ){3,}\p{Lu}\W*$/u.test(words.trim()) ? words.replaceAll(' ', '') : words)

export function labelOf(words: string): Label | null {
  const plain = englishOf(unspaced(words))
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*\(.*?\)\s*/g, ' ')
    .replace(/[:.]+$/, '')
    .trim()
  if (plain.split(' ').length > 9) return null
  const label = LABELS.find(([pattern]) => pattern.test(plain))?.[1]
  if (!label) return null
  return label.group === 'present' && /\b(?:councillors|cllrs)\b/.test(plain) ? { ...label, councillors: true } : label
}

/** Somebody of a list: `called` is how their group was called, where a word for all of them stood before their names. */
interface Named {
  group: Group
  name: string
  called: boolean
  /** Listed with the body that they speak for: whoever they are, they sit there. */
  sits?: boolean
}

/** Who was there, who was not and who are members, from the lines and tables at the head of a meeting's paper. */
export function readAttendance(blocks: readonly SourceBlock[], asMembership = false): Attendance {
  const found: Named[] = []
  let label: Label | null = null
  const add = (group: Group, words: string, { role, councillors = false }: Label): void => {
    for (const { name, called } of namesOf(words, group, councillors)) found.push({ group, name: withRole(name, role), called })
  }
  const say = (line: string): void => {
    const [, head = '', rest = ''] = runIn(line) ?? LABELLED.exec(line) ?? []
    const alone = labelOf(line.trim())
    const labelled = head === '' ? null : labelOf(head)
    if (labelled) {
      label = labelled
      if (labelled.group) add(labelled.group, rest, labelled)
    } else if (alone && !isSomebody(line) && line.length < 80) label = alone
    else if (/^apologies\b/i.test(line)) found.push(...sentApologies(line))
    else if (label?.group && isList(line)) add(label.group, line, label)
    else if (line.trim() !== '') label = null
  }
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      // A heading that is no label is of what comes after those who were there.
      if (block.heading !== undefined && !labelOf(block.text)) label = null
      for (const line of block.text.split('\n')) say(line)
    } else if (kindOfMeetingTable(block) === 'attendance') found.push(...inTable(block, label))
    else {
      let byItem = false
      for (const row of block.rows) {
        const [given = '', ...rest] = row.cells.map((cell) => wordsOf(cell))
        // `Agenda item | Officer attending` may stand under other lines: what follows are numbers and names.
        if (/^(?:agenda )?item(?: no\.?)?$/i.test(given) && /officer|attend/i.test(rest[0] ?? '')) {
          label = { group: 'in_attendance' }
          byItem = true
          continue
        }
        const first = byItem && /^[\d, &and]+$/.test(given) ? '' : given
        const beside = rest.filter((words) => words !== '').join('\n')
        const own = labelOf(first)
        // Lists beside each other, each under its label.
        const lists = row.cells.map((cell) => wordsOf(cell).split('\n')).filter((lines) => lines.length > 1 && labelOf(lines[0]!) !== null)
        if (lists.length > 0) for (const line of lists.flat()) say(line)
        else if (own) {
          label = own
          for (const line of beside.split('\n').filter(Boolean)) {
            const [, head = '', names = ''] = LABELLED.exec(line) ?? []
            const inner = head === '' ? null : labelOf(head)
            if (own.group) add(own.group, inner ? names : line, { ...inner, ...own })
          }
        } else if (isSomebody(first) && OF_BODY.test(beside)) say(`${first} – ${beside}`)
        else for (const line of [first, beside].join('\n').split('\n').filter(Boolean)) say(line)
      }
    }
  }
  return gathered(found, asMembership)
}

function sentApologies(line: string): Named[] {
  const [, names = ''] = /^apologies(?: for (?:absence|non-attendance))?\b.*?\b(?:from|by|on behalf of|for)\s*:?\s+(.*)$/is.exec(line) ?? []
  return namesOf(names.replace(/\.\s*$/, ''), 'apologies').map((one) => ({ group: 'apologies', ...one }))
}

/** Whom somebody speaks for, in the cell beside their name. */
const OF_BODY = /^\p{Lu}[^\n,;]{2,60}\b(?:council|authority|trust|university|board|partnership)$/iu

const SHOUTED = /^\P{Ll}+$/u

/** `In Attendance` has the shape of a name. */
const isSomebody = (line: string) => isPerson(line) && !/\b(?:attendance|present|apologies|absent)\b/i.test(line)

/** Names on a line, each short and none a sentence. */
function isList(line: string): boolean {
  const text = line.trim()
  if (text === '' || text.length > 600 || !/\s/.test(text) || (SHOUTED.test(text) && !/[,;(]/.test(text)) || /\d{3}/.test(text))
    return false
  if (/^[*†]|\b(?:please|contact|enquir\p{L}+|quorum|https?|www)\b|\b(?:was|were|had|the (?:committee|panel|meeting))\b/iu.test(text))
    return false
  return /^[\p{Lu}\t]|^and /u.test(text) && /(?:^|[\s.,;(])\p{Lu}[^\s]*$|[)*†]$/u.test(text.replace(/[.;,]$/, ''))
}

/** Those who sent apologies for being late were there; whoever has a star took part from afar. */
function namesOf(given: string, group: Group, councillors = false): { name: string; called: boolean }[] {
  const [words = ''] = given
    .replaceAll(/(?<=\p{L})[ ]*\t[ ]*(?=\p{Lu})/gu, ', ')
    .split(/[,;]?\s*\b(?:and )?for (?:lateness|late arrival|early departure)\b/i)
  const tidy = (name: string) =>
    name
      .replace(/^\p{Lu}\p{L}+\s*\/\s*(?=(?:Councillors?|Cllrs?)\b)/u, '')
      .replace(/^and\s+/i, '')
      .replace(/\s*[*†✓✔]+\s*$/u, '')
      .replace(/[.;,]$/, '')
      .trim()
  const parts = group === 'in_attendance' || group === 'also_present' ? splitLoosely(words) : splitAtSemicolons(words)
  return parts.flatMap((part) => {
    const bare = tidy(part)
    const all = group === 'in_attendance' && parts.length > 1 ? [{ name: bare, called: false }] : calledOf(bare)
    const names = sharedRole(all.map(({ name }) => tidy(name)))
    return names.map((name, at) => ({ name, called: councillors || all[at]!.called })).filter(({ name }) => /\p{L}{2}/u.test(name))
  })
}

/** `Head of Finance; A Lorimer, Chief Internal Auditor; and …`: where there are semicolons, a comma parts nobody. */
function splitLoosely(words: string): string[] {
  return words.includes(';') ? splitAtSemicolons(words) : [words]
}

function splitAtSemicolons(words: string): string[] {
  return words.split(/;\s*(?:and\s+)?(?![^(]*\))/).filter((part) => part.trim() !== '')
}

/** `Mrs S Dacre and Mr J Ogden (Independent Members)`: what stands behind the last is of all of them. */
function sharedRole(names: readonly string[]): string[] {
  const [, role] = /\(((?:independent|lay|co-?opted|non-voting)[\w -]*)s\)$/i.exec(names.at(-1) ?? '') ?? []
  return role
    ? names.map((name, at) => (at === names.length - 1 ? name.replace(/\([^()]*\)$/, `(${role})`) : `${name} (${role})`))
    : [...names]
}

function withRole(name: string, role: string | undefined): string {
  if (!role) return name
  const said = new RegExp(`\\b${role.replace(/-/g, '.?').replace(/ member$/i, '')}`, 'i')
  if (said.test(name)) return name
  const [, before = name, inside] = /^(.*?)\s*\(([^()]*)\)$/.exec(name) ?? []
  return inside ? `${before} (${role}, ${inside})` : `${name} (${role})`
}

const MARKED = /^(?:[✓✔☑√xX●•*]|y(?:es)?|p(?:resent)?|attended|in attendance)$/i

/** A table of names with marks under `Present` and `Apologies`, of authorities and their members, or of officers by item. */
function inTable(table: SourceTable, label: Label | null): Named[] {
  const heads = headsOf(table)
  const at = (pattern: RegExp, but: readonly (number | undefined)[] = []) => columnOf(heads, pattern, but)
  const member = at(MEMBER)
  const officers = at(/officers?.*attend|attending|in attendance/, [member])
  const isByItem = member === undefined && officers !== undefined
  const present = at(/^(?:present|attended|attendance|in attendance)$/)
  const away = at(/^apolog/)
  const absent = at(/^absent$/)
  const substitute = at(/^substitut/)
  const bodies = at(BODIES)
  const role = at(/^(?:role|position|status)$/)
  let inner: Label | null = null
  return table.rows.slice(1).flatMap((row): Named[] => {
    const words = (column: number | undefined) => (column === undefined ? '' : wordsOf(cellAt(row, column)))
    const all = (group: Group, text: string) => text.split('\n').flatMap((line) => namesOf(line, group).map((one) => ({ group, ...one })))
    if (isByItem) return all('in_attendance', words(officers))
    const alone = labelOf(words(member))
    // `Officers in attendance` in a row of its own is of those below.
    if (alone && row.cells.every((cell) => wordsOf(cell) === '' || wordsOf(cell) === words(member))) {
      inner = alone
      return []
    }
    const [place, body] = [words(role).split('\n')[0]!, words(bodies).replaceAll(/\s+/g, ' ')]
    const names = words(member)
      .split('\n')
      .filter(Boolean)
      .map(
        (name) =>
          `${withRole(name, /^members?$/i.test(place) || place === '' ? undefined : place)}${body && !name.includes(body) ? ` – ${body}` : ''}`,
      )
      .join('\n')
    const inPlace = words(substitute)
    if (inPlace !== '' && isPerson(inPlace)) return all('present', `${inPlace} (substitute for ${words(member)})`)
    const mark = words(present)
    if (present === undefined && away === undefined) {
      const named = all(inner?.group ?? label?.group ?? 'present', names)
      return named.map((one) => (bodies !== undefined && one.group === 'present' ? { ...one, sits: true } : one))
    }
    if (words(away) !== '' || /^apol/i.test(mark)) return all('apologies', names)
    if (words(absent) !== '' || /^(?:absent|no|n|a)$/i.test(mark)) return []
    return MARKED.test(mark) || present === undefined ? all('present', names) : []
  })
}

/**
 * The lists, each person once. Where some of a list are called councillor by themselves, those whom a word before them calls so are called it too: nobody would
 * know else that they are.
 */
function gathered(found: readonly Named[], asMembership: boolean): Attendance {
  const attendance: Attendance = {}
  const isTitled = found.some(({ group, name }) => group === 'present' && /^(?:councillor|cllr|alderman|provost|bailie)\b/i.test(name))
  for (const { group: said, name, called, sits = false } of found) {
    // An officer who is listed with the members is in attendance.
    const isOfficer = said === 'present' && isTitled && !called && !sits && isOfficerAmong(name)
    const group = isOfficer ? 'in_attendance' : asMembership && said === 'present' ? 'membership' : said
    const prefixed = called && (isTitled || asMembership) && !/^(?:councillor|cllr|mr|mrs|ms|miss|dr|rev)\b/i.test(name)
    const whole = prefixed ? `${asMembership ? 'Cllr' : 'Councillor'} ${name}` : name
    const list = (attendance[group] ??= [])
    const known = list.findIndex((other) => isSame(other, whole))
    if (known === -1) list.push(whole)
    else if (whole.length > list[known]!.length) list[known] = whole
  }
  return attendance
}

const isOfficerAmong = (name: string) =>
  !/^(?:councillor|cllr|alderman|provost|bailie)\b/i.test(name) &&
  !/\b(?:co-?opt|lay|independent|governor|representative|diocese|member|chair)/i.test(name) &&
  /[(,–-]\s*[^(,]*\b(?:officer|manager|director|head of|chief|clerk|engineer|solicitor|lead|adviser|advisor|consultant)\b/i.test(name)

/** The same name but for what stands around it. */
function isSame(one: string, other: string): boolean {
  const bare = (name: string) =>
    name
      .replace(/^(?:councillor|cllr)\.?\s+/i, '')
      .replace(/\s*[(,–].*$/s, '')
      .toLowerCase()
      .trim()
  return bare(one) === bare(other)
}
