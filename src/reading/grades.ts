import type { Meaning } from '../scales/scale.ts'
import { chosenIn } from './chosen-box.ts'
import type { ReadGrade, ReadScale } from './reading.ts'

/** What was read at the head of a text: the meaning, the council's label, and the words after it. `doubt` says why it may be wrong. */
export interface GradeFound {
  grade: Meaning | null
  label?: string
  rest: string
  doubt?: string
}

/**
 * Families of status words, the longer and the negated first: the first family that matches at a place wins.
 * From 24 published layouts of councils, the NHS, auditors and fire services.
 */
const FAMILIES: [Meaning, string][] = [
  [
    'superseded',
    'superseded|cancelled|abandoned|stopped|(?:\\w+ )?not to be pursued|no longer (?:required|relevant|applicable|needed|being pursued)|not (?:to be )?pursued|withdrawn|overtaken by events|discontinued',
  ],
  [
    'not_started',
    'not (?:yet )?(?:started|commenced|begun)|scheduled|planned|yet to (?:start|begin|commence)|(?:has|have) (?:yet to|not) (?:start|begin|commence|begun)(?:ed|d)?|no progress|pending|to be started',
  ],
  [
    'overdue',
    '(?:date|deadline|timescale)[ -](?:has )?passed(?:[, ]+(?:and )?not (?:yet )?completed?)?|passed,? (?:and )?not complete|overdue|past (?:its )?due(?: date)?|missed|late',
  ],
  [
    'slipped',
    'in progress,? but (?:is )?behind(?: schedule| target)?|not (?:fully )?on (?:track|target|schedule)(?: to deliver)?|off[ -](?:track|target|schedule)|behind (?:schedule|target|plan|time)|slipp(?:ed|age|ing)|(?:significantly |slightly )?delayed|at risk|some (?:issues|concerns|slippage|delay)|minor slippage|stalled|blocked|deferred|unacceptable progress|behind',
  ],
  [
    'not_achieved',
    '(?:will )?not (?:(?:yet )?(?:been |be )?(?:fully )?)(?:achieved|implemented|delivered|met|completed?|done)|unachieved|failed|unable to (?:deliver|implement|achieve)',
  ],
  [
    'in_progress',
    '(?:achieved|completed?|implemented|met|delivered) in part|(?:partially|part(?:ly)?|nearly|mostly|largely|substantially|almost)[ -](?:achieved|completed?|implemented|met|delivered|done)|being (?:implemented|progressed|developed|delivered)|awaiting \\w+',
  ],
  [
    'on_track',
    'in progress,? (?:and )?on (?:schedule|track|target)|on[ -]track,? but not yet due(?: for completion)?|on[ -](?:track|target|schedule|course)(?: (?:to deliver|for delivery|for completion))?|progressing (?:well|to plan|as planned)|going to plan|to plan|ahead of (?:schedule|target|plan)|acceptable progress|not (?:yet )?due',
  ],
  [
    'in_progress',
    '(?:work )?in progress|(?:on-?going|underway|under way|in hand|in train|in development|under (?:review|development|consideration))|early stages|live|active|outstanding|progressing|continuing|commenced|work (?:has )?(?:started|begun)|started|paused|on hold|(?:remains? )?open|(?:some|good|limited|reasonable|significant|steady|further) progress(?: (?:being )?made)?|to be (?:re-?negotiated|confirmed)',
  ],
  ['achieved', '(?:recommendation )?(?:fully )?achieved(?: \\(?fully\\)?)?|fully (?:implemented|met)|met'],
  [
    'completed',
    '(?:(?:actions?|tasks?|work|recommendations?) (?:is |now |has been |been )*)?(?:fully |now )?(?:completed?|implemented|closed)(?: and (?:checked|verified|embedded))?|(?:fully )?(?:delivered|implemented|discharged|embedded)|actioned|concluded|resolved|finished|done|signed off|(?:proposed|recommend(?:ed)?)(?: for)? (?:to )?(?:closure|close)',
  ],
]

const COMPILED = FAMILIES.map(([meaning, words]) => ({
  meaning,
  anywhere: new RegExp(`\\b(?:${words})\\b`, 'i'),
  leading: new RegExp(`^(?:${words})(?![\\w-])\\)?`, 'i'),
}))

/** What a colour means where the document has no key: convention only, so it always carries a doubt. */
const COLOURS: Record<string, Meaning> = {
  blue: 'completed',
  green: 'on_track',
  yellow: 'slipped',
  amber: 'slipped',
  orange: 'slipped',
  red: 'overdue',
  grey: 'not_started',
}
const COLOUR_WORD = /^(?:rag(?:\s*(?:rating|status))?\s*[:–-]?\s*)?(blue|green|yellow|amber|orange|red|gr[ea]y)(?![\w-])/i
/** A map, since what is looked up comes from outside: an object has words of its own, such as `constructor`. */
const LIGHTS = new Map<string, string>(
  Object.entries({
    '🟢': 'Green',
    '🟩': 'Green',
    '🟠': 'Amber',
    '🟧': 'Amber',
    '🟡': 'Yellow',
    '🟨': 'Yellow',
    '🔴': 'Red',
    '🟥': 'Red',
    '🔵': 'Blue',
    '🟦': 'Blue',
  }),
)
const LETTERS = new Map<string, string>(Object.entries({ b: 'blue', g: 'green', y: 'yellow', a: 'amber', r: 'red' }))

/** What words about a grade mean: the earliest status phrase in them (`Green – on target`, `shows that progress … has slipped`). */
export function meaningOf(words: string): Meaning | null {
  let best: { meaning: Meaning; at: number; length: number } | null = null
  for (const { meaning, anywhere } of COMPILED) {
    const match = anywhere.exec(words)
    if (!match) continue
    const longer = best !== null && match.index === best.at && match[0].length > best.length
    if (best === null || match.index < best.at || longer) best = { meaning, at: match.index, length: match[0].length }
  }
  return best === null || isInside(words, best) ? wider(words, best) : best.meaning
}

/** `not fully achieved` begins before `achieved`: a later family may cover the earliest match from further left. */
function isInside(words: string, best: { at: number }): boolean {
  return /\b(?:not|never|yet to be)\s+(?:\w+\s+){0,2}$/i.test(words.slice(0, best.at))
}

function wider(words: string, best: { meaning: Meaning; at: number } | null): Meaning | null {
  if (best === null) return colourOf(words) === null ? null : (COLOURS[colourOf(words) ?? ''] ?? null)
  return best.meaning === 'on_track'
    ? 'slipped'
    : best.meaning === 'achieved' || best.meaning === 'completed'
      ? 'not_achieved'
      : best.meaning
}

/** The colour that words begin with, by its common name; null for none. */
export function colourOf(words: string): string | null {
  const word = COLOUR_WORD.exec(words.trim())?.[1]?.toLowerCase()
  return word === undefined ? null : word === 'gray' ? 'grey' : word
}

/** The name of a cell's background (`RRGGBB`), for status shown by colour alone; null for white, black and pale headings. */
export function colourOfFill(fill: string | undefined): string | null {
  if (!fill || !/^[0-9a-f]{6}$/i.test(fill)) return null
  const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16)) as [number, number, number]
  const top = Math.max(r, g, b)
  const spread = top - Math.min(r, g, b)
  if (spread < 70) return spread < 12 && top > 90 && top < 200 ? 'grey' : null
  if (b === top) return 'blue'
  if (g === top) return r > 0.85 * g ? 'yellow' : 'green'
  return g > 0.85 * r ? 'yellow' : g > 0.4 * r ? 'amber' : 'red'
}

/**
 * The grade at the head of an assessment (`2- On Track - Since…`, `3. Slipped`, `3 – progress needed`, `Achieved.`, `Green`, `75%`).
 * A scale of the document goes before what words commonly mean. Where nothing at the head is a grade, `grade` is null and `rest` the whole.
 */
export function gradeOf(text: string, scale?: ReadScale): GradeFound {
  const whole = text.trim()
  const words = LIGHTS.get(whole) ?? chosenIn(whole)
  return (
    gradeOfScale(words, scale) ??
    gradeOfCode(words, scale) ??
    gradeOfNumber(words, scale) ??
    gradeOfWords(words) ??
    gradeOfColour(words) ??
    gradeOfPercent(words) ??
    broken(words, scale) ?? { grade: null, rest: words }
  )
}

/**
 * A grade that stands in a box that is not for grades: only where it is set off from what follows (`On Track - Schools have…`,
 * `2 On Track - …`), so that `Completed forms were returned` is left alone.
 */
export function misplacedGrade(text: string, scale?: ReadScale): GradeFound | null {
  const found = gradeOf(text, scale)
  if (found.grade === null || found.doubt !== undefined) return null
  const head = text.trim().slice(0, text.trim().length - found.rest.length)
  return found.rest === '' || /[-–—:.\n]\s*$/.test(head) ? found : null
}

/**
 * A status that closes the words about progress as a sentence or line of its own (`… by phone. Complete.`, `Status: ongoing`), where no column
 * is for grades; `rest` is what stands before it. Null where the last sentence is anything more than a status.
 */
export function closingGrade(text: string, scale?: ReadScale): GradeFound | null {
  const words = text.trim()
  const match = /(?:[.!?)]\s+|\n\s*)(?:(?:current )?(?:status|rag|grade|progress)\s*[:–-]\s*)?([A-Z][^.!?\n]{2,40})\.?$/.exec(words)
  if (!match) return null
  const found = gradeOf(match[1] ?? '', scale)
  if (found.grade === null || found.doubt !== undefined || found.rest !== '') return null
  return { ...found, rest: words.slice(0, match.index + 1).trim() }
}

function gradeOfScale(words: string, scale?: ReadScale): GradeFound | null {
  for (const grade of [...(scale?.grades ?? [])].sort((a, b) => b.label.length - a.label.length)) {
    const label = patternOf(grade.label)
    const code = grade.code === grade.label ? '' : `(?:${patternOf(grade.code)}\\s*[.):]?\\s*[-–—:]?\\s*)?`
    const match = new RegExp(`^\\(?${code}${label}(?![\\w-])\\)?`, 'i').exec(words)
    if (match && mayEnd(words.slice(match[0].length))) return found(meaningOfGrade(grade), grade.label, words, match[0].length)
  }
  return null
}

/** A word that a narrow column broke: `Complet e`. */
function broken(words: string, scale?: ReadScale): GradeFound | null {
  if (words.length > 24 || !/[a-z]\s[a-z]{1,4}$/.test(words)) return null
  const found = gradeOf(words.replace(/\s(?=[a-z]{1,4}$)/, ''), scale)
  return found.grade !== null && found.rest === '' ? found : null
}

/** A code of two or three letters that the scale explains, alone or set off: `IP`, `NS – awaiting funding`. */
function gradeOfCode(words: string, scale?: ReadScale): GradeFound | null {
  const match = /^\(?([A-Z]{2,3})\)?(?:\s*[-–—:.]\s*|\s*\n\s*|\s*$)/.exec(words)
  const grade = match && scale?.grades.find((one) => one.code === match[1] && one.code !== one.label)
  return match && grade ? found(meaningOfGrade(grade), grade.label, words, match[0].length) : null
}

/** A number or letter of the scale, alone or set off: `3 – progress needed`, `2`; never `2 meetings were held`. */
function gradeOfNumber(words: string, scale?: ReadScale): GradeFound | null {
  const match =
    /^\(?(?:grade\s*|category\s*|rating\s*)?([1-9]|[a-z])\b\)?(\s*[.:)]?\s*[-–—:]\s*|\s*[.:)]\s*(?=\D)|\s*\n\s*|\s*$|\s+)/i.exec(words)
  if (!match) return null
  const code = (match[1] ?? '').toLowerCase()
  const rest = words.slice(match[0].length)
  const byWord = gradeOfWords(rest)
  if (byWord && /\d/.test(code)) return byWord
  const grade = scale?.grades.find((one) => one.code.toLowerCase() === code)
  const setOff = rest === '' || /[^\s]|\n/.test(match[2] ?? '')
  if (grade && setOff) return found(meaningOfGrade(grade), grade.label, words, match[0].length)
  const colour = rest === '' ? LETTERS.get(code) : undefined
  return colour === undefined ? null : gradeOfColour(colour)
}

function gradeOfWords(words: string): GradeFound | null {
  let best: { meaning: Meaning; length: number } | null = null
  for (const { meaning, leading } of COMPILED) {
    const length = leading.exec(words)?.[0].length ?? 0
    if (length > (best?.length ?? 0)) best = { meaning, length }
  }
  if (best === null || !mayEnd(words.slice(best.length))) return null
  // `Ongoing – on track` says more than `Ongoing`.
  const more = best.meaning === 'in_progress' ? gradeOfWords(words.slice(best.length).replace(/^\W+/, '')) : null
  if (more && ['on_track', 'slipped', 'overdue'].includes(more.grade ?? '') && /^\W*$/.test(more.rest)) return { ...more, label: words }
  return found(best.meaning, words.slice(0, best.length), words, best.length)
}

function gradeOfColour(words: string): GradeFound | null {
  const match = COLOUR_WORD.exec(words)
  const colour = colourOf(words)
  if (!match || colour === null || !mayEnd(words.slice(match[0].length))) return null
  const rest = afterMark(words.slice(match[0].length))
  const spoken = gradeOfWords(rest.replace(/^\(/, ''))
  if (spoken?.grade) return { ...spoken, label: match[1], rest: spoken.rest.replace(/^\)\s*/, '') }
  return { grade: COLOURS[colour] ?? null, label: match[1], rest, doubt: `No key says what ${match[1]} means.` }
}

function gradeOfPercent(words: string): GradeFound | null {
  const match = /^(\d{1,3})\s*%(?:\s*complete[d]?)?(?=$|[\s.,;:–—-])/i.exec(words)
  const percent = Number(match?.[1] ?? Number.NaN)
  if (!match || percent > 100 || !mayEnd(words.slice(match[0].length))) return null
  return found(percent === 100 ? 'completed' : percent === 0 ? 'not_started' : 'in_progress', match[0], words, match[0].length)
}

/** The words after a status: an end, a mark, a new line, a capital or a figure, or a word that often follows one in a status box. */
function mayEnd(after: string): boolean {
  return /^\s*$|^\s*[.:;,()/–—↑↓→←↔⬆⬇➔▲▼-]|^\s*\n|^\s+["'“‘]?[A-Z\d]|^\s+(?:by|in|on|at|as|and|but|with|see|since|subject|pending|awaiting|from|to be|until|however|though)\b/.test(
    after,
  )
}

/** The meaning of one grade of a scale: what it says itself, or what its label or definition says. */
export function meaningOfGrade(grade: ReadGrade): Meaning | null {
  if (grade.meaning) return grade.meaning
  const defined = grade.definition ? meaningOf(grade.definition) : null
  return colourOf(grade.label) === null ? (meaningOf(grade.label) ?? defined) : (defined ?? meaningOf(grade.label))
}

function found(grade: Meaning | null, label: string, words: string, length: number): GradeFound {
  return { grade, label, rest: afterMark(words.slice(length)) }
}

/** Without the full stop, dash or colon that sets a grade off from what follows. */
function afterMark(words: string): string {
  return words.replace(/^\s*[.:;,]?\s*(?:[-–—]\s*)?/, '').trim()
}

/** A label as a pattern: `On-Track` and `On track` are one, brackets may be missing. */
function patternOf(label: string): string {
  return label
    .trim()
    .split(/[\s-]+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s-]+')
}
