import { gradeOf } from './grades.ts'
import { fieldsOfHeading } from './heading-families.ts'
import type { Field } from './heading-families.ts'

/** What a box of a form holds, told from its label. */
export type FormField =
  | 'review'
  | 'link'
  | 'agreed'
  | 'round'
  | 'theme'
  | 'ref'
  | 'recommendation'
  | 'owner'
  | 'due'
  | 'revised'
  | 'action'
  | 'measure'
  | 'evidence'
  | 'assessment'
  | 'explanation'
  | 'impact'
  | 'budget'
  | 'percent'
  | 'response'

/** Families of labels, the first that matches wins: `Evidence of impact` is impact, `Assessment of progress` is not evidence. */
const FAMILIES: [FormField, RegExp][] = [
  [
    'recommendation',
    /^(?:(?:scrutiny|panel|committee|agreed|original) )?rec(?:ommendation)?s?\b\.?(?: (?:made|text|wording|agreed))?(?:\s*(?:no|number|ref(?:erence)?|n[°ºo])\b\.?)?\s*\(?[a-z]{0,2}\d{0,3}(?:\.\d+)*[a-z]?\)?$/i,
  ],
  ['recommendation', /^rec(?:ommendation)?\.? \d{1,3}(?: of \d{1,3})?$/i],
  ['recommendation', /^(?:what )?(?:the )?(?:[\w’'-]+ ){1,4}(?:recommended|recommends|asked for)(?: that)?$/i],
  ['recommendation', /^(?:area for improvement|what (?:did )?(?:the )?(?:committee|panel|scrutiny|we) recommend(?:ed)?)$/i],
  ['ref', /^(?:ref(?:erence)?|rec(?:ommendation)? (?:no|ref)|no|number|item|id)\b\.?(?: (?:no|number))?\.?$/i],
  [
    'round',
    /^(?:date of (?:this |the |last )?(?:update|report|review|meeting)|(?:update|report(?:ing)?|meeting) (?:date|period)|as at|period|quarter|round|presented (?:to|on)\b.*)$/i,
  ],
  [
    'agreed',
    /^(?:action plan|plan|recommendations?|report) (?:agreed|approved|adopted)\b|^date (?:action plan |plan )?(?:agreed|approved)\b/i,
  ],
  [
    'review',
    /^(?:scrutiny |title of (?:the )?|name of (?:the )?)?review(?: title| topic| name)?$|^(?:review )?topic$|^(?:task (?:and finish )?group|inquiry|subject)$/i,
  ],
  ['link', /^link officers?(?:\/s|\(s\))?$/i],
  ['theme', /^(?:theme|priority(?: area)?|strand|objective|workstream)$/i],
  ['percent', /%\s*complete|per ?cent(?:age)? (?:complete|done)|completion %/i],
  [
    'revised',
    /^(?:revised|new|extended|proposed|anticipated|updated|expected)\b.{0,25}\b(?:date|deadline|timescale|timeframe|completion)$|\bif (?:slipped|late|delayed)\b.*\bdate\b/i,
  ],
  [
    'due',
    /^(?:(?:agreed|target|due|completion|original|planned|implementation|delivery|end|expected|anticipated|by) ?)*(?:date|timescales?|deadlines?|timeframe|timetable)(?:\/s|\(s\))?(?: (?:due|set|agreed)| (?:for|of) (?:completion|implementation|delivery))?$|^(?:by )?when\b.{0,20}$|^due(?: by)?$|^to be (?:completed|done) by$/i,
  ],
  [
    'explanation',
    /^(?:reasons?|explanations?|comments?|narrative|justification|further information|if (?:not|slipped|late)\b.*|why (?:not|late|slipped).*)\b/i,
  ],
  [
    'measure',
    /success|\bmeasures?\b|how (?:will we|we will|do we|will you) know|\bkpis?\b|performance indicator|(?:expected|intended|desired|target) (?:outcome|result|benefit)|outcome sought/i,
  ],
  ['impact', /impact|difference|benefits?\b|outcomes? (?:achieved|to date|so far)|so what/i],
  [
    'assessment',
    /assessment|\bgrad(?:e|ing)\b|\bb?rag\b|\bstatus\b|\brating\b|progress (?:score|category|colour)|how (?:is it|are we|well) (?:going|doing)/i,
  ],
  ['budget', /\bbudget|\bcosts?\b|\bresources?\b|\bfunding\b|financial implications/i],
  [
    'evidence',
    /evidence|progress|\bupdates?\b|what (?:we|you|has|have|did|was|they)(?: we| you| have| has| they)? (?:did|done|do\b|been|happened|achieved)|(?:current )?position|achievements?|actions? (?:taken|completed|undertaken)|work (?:done|undertaken)|done so far/i,
  ],
  ['response', /\bresponse\b|\bdecision\b|\baccepted\b|^agreed ?(?:\/ ?not agreed)?\??$/i],
  [
    'action',
    /\bactions?\b|what (?:we|you|they|will)(?: we| you)? (?:will|agreed|said|plan|intend|be)|\bproposed\b|\bplanned\b|how (?:it|this|will)\b.*\b(?:achieved|delivered|done|it|this)|next steps|milestones/i,
  ],
  [
    'owner',
    /responsib|^(?:action |recommendation |lead |project )*owners?(?:\/s|\(s\))?\b|^(?:.{0,20} )?lead\b|^leads?\b|accountable|^by whom$|^who\b|\bofficers?\b/i,
  ],
]

/** What the label of a box says that the box holds, and what stands in brackets after it (`July 2024`); null for a label that is not known. */
export function fieldOf(label: string): { field: FormField; round?: string; ref?: string } | null {
  const line = label.replaceAll(/\s+/g, ' ').trim()
  if (line === '' || line.length > 140) return null
  const notes = [...line.matchAll(/\(([^()]*)\)/g)].map((match) => (match[1] ?? '').trim())
  const bare = line
    .replaceAll(/\s*\([^()]{2,}\)/g, '')
    .replace(/\s*[:?–-]+\s*$/, '')
    .replace(/[:]\s*$/, '')
    .trim()
  const match = FAMILIES.find(([, pattern]) => pattern.test(bare)) ?? asHeading(bare)
  if (!match || bare.split(' ').length > 12) return null
  const round =
    notes.find((note) => /\b(?:19|20)\d\d\b|\bq(?:uarter|tr)?\s?[1-4]\b/i.test(note)) ??
    /\b(?:as at|as of|at|for|in|to)\s+((?:\d{1,2}\w{0,2} )?[A-Z][a-z]+ (?:19|20)\d\d)\s*$/.exec(bare)?.[1]
  const ref =
    match[0] === 'recommendation'
      ? /\b(?:rec(?:ommendation)?s?)\b\.?\s*(?:(?:no|number|ref|reference)\b\.?)?\s*\(?([a-z]{0,2}\d{1,3}(?:\.\d+)*[a-z]?|[a-z])\)?(?: of \d{1,3})?$/i.exec(
          bare,
        )?.[1]
      : undefined
  return { field: match[0], ...(round ? { round } : {}), ...(ref ? { ref } : {}) }
}

/** What headings of columns mean is also what a label means that no family of labels knows. */
const OF_COLUMN: Partial<Record<Field, FormField>> = {
  owner: 'owner',
  due: 'due',
  revisedDue: 'revised',
  action: 'action',
  measure: 'measure',
  budget: 'budget',
  response: 'response',
  evidence: 'evidence',
  grade: 'assessment',
  impact: 'impact',
  percent: 'percent',
}

function asHeading(label: string): [FormField] | undefined {
  // `On target` is what a box says, not what it is called.
  const said = gradeOf(label)
  const field =
    label.length > 50 || (said.grade !== null && said.rest === '') ? undefined : OF_COLUMN[fieldsOfHeading(label)[0] ?? 'unknown']
  return field && [field]
}

/** A label and its words in one line or one cell: `Owner: Head of Housing`, `Recommendation 3: That …`. */
export function labelledLine(text: string): { label: string; value: string } | null {
  const match = /^([^:\n]{2,70}?)\s*(?::|\s[–-]\s|\n)\s*(\S[\s\S]*)$/.exec(text.trim())
  return match?.[1] && match[2] && fieldOf(match[1]) ? { label: match[1], value: match[2] } : null
}
