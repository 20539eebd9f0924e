import { groupsOf } from './cell-lines.ts'
import { splitParts } from './part-labels.ts'

/** Who answers for something: each name or post as written, and whose part each has where the document says. */
export interface OwnersFound {
  owners: string[]
  byPart: { part: string; owner: string }[]
}

const NOBODY = /^(?:n\/?a|none|not applicable|vacant|[-–—.\s]*)$/i
const PREFIX =
  /^(?:lead(?: officers?| members?)?|(?:cabinet |executive )?members?|link officers?|owners?|responsible(?: officers?)?|officers?|to)\s*:\s*/i
const ROLE =
  /^(?:interim |acting |joint |senior |group |deputy |assistant |associate |corporate |strategic |executive |divisional |principal )*(?:head|director|chair|vice[- ]chair|chief|manager|leader|lead|cabinet|portfolio|councillor|cllr|officer|ad\b|member|commissioner|superintendent|inspector|clerk|monitoring|service|team|section|borough|city|town|solicitor|treasurer|secretary|coordinator|co-ordinator|headteacher|principal|president|mayor|police|programme|project)/i
const ROLE_ANYWHERE =
  /\b(?:head|director|chair|chief|manager|leader|lead|officer|ad|member|commissioner|superintendent|inspector|clerk|adviser|advisor|coordinator|co-ordinator|principal|secretary|councillor|cllr|team|service|services|board|group|committee|council|partnership|department|trust)\b/i
const BODY =
  /\b(?:council|police|nhs|trust|constabulary|partnership|board|ltd|limited|association|university|college|service|services|ccg|icb|authority|foundation|charity|probation)\W*$/i
const PERSON =
  /^(?:(?:mr|mrs|ms|miss|dr|cllr|councillor|sir|prof|professor)\.?\s+)?(?:[A-Z](?:[a-z'’][\w'’-]*|[’'][A-Z]\w+)?\.?\s?){1,2}\s[A-Z][a-z'’][\w'’-]*$/
/** Words of departments and their work, which look like names to whoever sees only capitals. */
const WORK =
  /\b(?:public|health|housing|community|safety|planning|adult|adults|child|children|childrens|education|environment\w*|finance|financial|legal|social|care|protection|learning|skills|early|help|young|people|youth|schools?|human|resources|digital|customer|neighbourhood|economic|growth|transport|highways|leisure|culture|property|assets?|policy|performance|democratic|scrutiny|strategic|strategy|joint|families|family|safeguarding|licensing|waste|parks?|regeneration|commissioning|quality|data|business|support|development|england|wales|virtual|teacher|voluntary|action|network|alliance|forum|centre|inclusion|diversity|equality|equalities|engagement|response|emergency|resilience|flood|drainage|work\w*|all|relevant|partners?|agencies)\b/i
const INITIALLED = /(?<=\S)\s+(?=[A-Z]\.\s?[A-Z][a-z])/

/** The owners of a cell: split at new lines, slashes, semicolons and parts; at `and` and commas only between whole names or posts. */
export function readOwners(lines: readonly string[]): OwnersFound {
  const filled = lines.map((line) => line.trim()).filter((line) => /[a-z]{2}|[A-Z]{2}|[A-Z]\.? ?[A-Z]/.test(line))
  const parts = splitParts(filled)
  if (parts.length > 0) {
    const byPart = parts.flatMap(({ part, text }) => namesOf([text.replaceAll('\n', ' ')]).map((owner) => ({ part, owner })))
    return { owners: unique(byPart.map(({ owner }) => owner)), byPart }
  }
  return { owners: unique(groupsOf(lines).flatMap((group) => namesOf(group.lines))), byPart: [] }
}

/** `Head of Service Name`: lines that belong to one owner (a person and the body or post that follows) are one. */
function namesOf(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines.map((one) =>
    one
      .replace(PREFIX, '')
      .replace(/^[-–•]\s+/, '')
      .trim(),
  )) {
    if (line === '' || NOBODY.test(line)) continue
    const last = joined.at(-1)
    if (last !== undefined && continues(last, line)) joined[joined.length - 1] = join(last, line)
    else joined.push(line)
  }
  return joined.flatMap(namesOfLine).filter((name) => name !== '' && !NOBODY.test(name))
}

function continues(before: string, line: string): boolean {
  if (/[/;]$/.test(before)) return false
  if (/[,&–-]$|\b(?:and|of|for|the|to|in|with|via)$/i.test(before)) return true
  if (/^(?:[a-z(&]|and\b|of\b|via\b|for\b)/.test(line)) return true
  return (
    isPerson(before) &&
    !isPerson(line) &&
    (BODY.test(line) || (ROLE_ANYWHERE.test(line) && !ROLE_ANYWHERE.test(before) && !line.includes('/')))
  )
}

function join(before: string, line: string): string {
  return before.endsWith('-') && /^[A-Z]/.test(line) ? `${before}${line}` : `${before} ${line}`
}

function namesOfLine(line: string): string[] {
  return line
    .replace(/,\s*$/, '')
    .split(/\s*[;\n]\s*|(?<!\band)\s*\/\s*(?!or\b)/)
    .flatMap((piece) => piece.split(INITIALLED))
    .flatMap(splitBetweenWholes)
    .flatMap(splitRunTogether)
    .map((name) =>
      name
        .replace(PREFIX, '')
        .replace(/[,;]\s*$/, '')
        .trim(),
    )
}

/** `Head of Housing and Head of Planning` are two; `Learning and Skills` is one; a comma parts a name from its post. */
function splitBetweenWholes(text: string): string[] {
  const names = text.split(/\s*,\s*|\s+(?:and|&)\s+/)
  if (names.length < 2) return [text]
  const wholes =
    names.every((name) => ROLE.test(name)) ||
    names.every((name) => isPerson(name.replace(/\s(?:[A-Z]{2,4})$/, ''))) ||
    names.every((name) => /^[A-Z]{2,6}s?$/.test(name))
  return wholes ? names : [text]
}

/** Two or three words that begin with capitals, none of them of a department or a post; a degree or post in capitals may follow. */
function isPerson(text: string): boolean {
  return PERSON.test(text) && !BODY.test(text) && !WORK.test(text) && !ROLE_ANYWHERE.test(text.replace(/^(?:cllr|councillor)\b/i, ''))
}

/** Names that lost the lines between them: `Jane Hill Omar Khan`, perhaps with the body that the last belongs to. */
function splitRunTogether(text: string): string[] {
  const words = text.split(' ')
  if (words.length < 4 || words.length % 2 === 1 || words.length > 12 || !words.every((word) => /^[A-Z][a-z'’-]+$/.test(word)))
    return [text]
  const pairs = words.flatMap((word, at) => (at % 2 === 0 ? [`${word} ${words[at + 1]}`] : []))
  if (!pairs.every((pair) => isPerson(pair) || BODY.test(pair)) || !pairs.some(isPerson)) return [text]
  return pairs.reduce<string[]>((names, pair) => {
    const last = names.at(-1)
    if (last !== undefined && BODY.test(pair) && isPerson(last)) names[names.length - 1] = `${last} ${pair}`
    else names.push(pair)
    return names
  }, [])
}

function unique(names: readonly string[]): string[] {
  return names.filter((name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at)
}
