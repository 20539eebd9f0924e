import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceParagraph } from '../platform/documents/source-document.ts'

const VERB = '(?:resolved|agreed|recommended|decided|determined)'
/** How a paragraph begins that says what was decided. */
const OUTCOME = new RegExp(
  `^(?:it was |the \\w+ |members |the (?:[\\w&-]+ ){0,4}(?:(?:sub-)?committee|panel|board|commission|partnership) )?(?:unanimously )?(?:resolved|agreed)\\b|(?:^|[.;,]\\s+)the (?:[\\w&-]+ ){0,4}(?:(?:sub-)?committee|panel|board|commission)\\s*:$|^the (?:[\\w&-]+ ){0,4}(?:(?:sub-)?committee|panel|board|commission)['’]s recommendations?\\b.{0,60}:$|\\bit was (?:further |unanimously |therefore )?(?:agreed|resolved|recommended)\\b`,
  'i',
)
/** `RESOLVED –`, `DECISION:`, `PENDERFYNWYD / RESOLVED`, `Recommended:`: a word of its own that is followed by what was decided, or stands above it. */
const MARKED =
  /^(?:\p{L}+\s*\/\s*)?(?:unanimously )?(?:RESOLVED|AGREED|RECOMMENDED|RECOMMENDATIONS?|DECISIONS?|DECIDED|CONCLUSIONS?|OUTCOME|NOTED)\b|^(?:\p{L}+\s*\/\s*)?(?:Resolved|Agreed|Decisions?|Recommended|Resolutions?|Outcome|Decided)(?=\s*(?:[:–-]|$|\bto\b|\bthat\b))/u
const ALONE =
  /^(?:\p{L}+\s*\/\s*)?(?:(?:it was|the \w+)?\s*(?:unanimously )?)?(?:resolved|agreed|recommended|recommendations?|decisions?|decided|outcome|resolutions?)\b[\s\w]{0,24}[:.–-]*$/iu
/** `…, seconded by Councillor Fee, and RESOLVED – that the report be noted.` */
const WITHIN =
  /^(?=.*?\b(?:[Pp]roposed|[Ss]econded|[Pp]roposal|[Mm]oved|[Mm]otion|[Pp]anel|[Cc]ommittee|[Bb]oard|[Mm]embers|was)\b).{0,300}?\b(?:RESOLVED|AGREED|resolved(?=\s*[:–-]|$)|agreed(?=\s*[:–-]|\s*$)|(?<=(?:[Pp]roposed|[Ss]econded|[Mm]oved)\b.{0,80}and (?:unanimously )?)(?:agreed|resolved))\b/su
/** `… on one day. Agreed: visit both.` */
const AMID = /[.;]\s+(?:Agreed|Resolved|Decision|AGREED|RESOLVED)\s*[:–-]\s/
const ENDS_OPEN = new RegExp(`\\b${VERB}\\b[\\s\\w]{0,24}[:–-]*$`, 'i')
const LISTED = /^(?:\(?(?:[a-z]|[ivx]+|\d{1,2})[.)]|[-•])\s/
const ACTION = /^actions?(?: point)?(?: \d+)?\s*[:–-](?=\s*\S)/i
const ACTIONS = /^(?:agreed |further |summary of )?actions?(?: points?| agreed| arising| required)?\s*[:–-]?$/i

const isListed = (block: SourceBlock) => block.kind === 'paragraph' && (block.list !== undefined || LISTED.test(block.text))

/** The paragraphs that say what was decided, with what stands under one that introduces it; an item that is only `None` decided that. */
export function resolutionOf(blocks: readonly SourceBlock[]): string {
  const whole = textOf(blocks)
    .trim()
    .replace(/\n(?:date of )?(?:the )?next meeting\b.*$/is, '')
    .replace(/^\((?:agenda )?(?:item )?no\.? ?\d+\)\s*/i, '')
  if (
    /^(?:none|nil|there (?:was|were) (?:none|no declarations?(?: of interests?)?)|none received|no declarations? (?:was|were) (?:made|received))\.?$/i.test(
      whole,
    )
  )
    return whole
  const said: SourceBlock[] = []
  let open = false
  /** A word alone was above: the next paragraph is what it announced, list or not. */
  let awaits = false
  for (const block of blocks) {
    const outcome = block.kind === 'paragraph' && isOutcome(block)
    const goesOn: boolean =
      (open && (isListed(block) || (block.kind === 'paragraph' && /^that\s/i.test(block.text)))) ||
      (awaits && block.kind === 'paragraph' && !ACTION.test(block.text) && block.text.trim() !== '')
    if (outcome || goesOn) said.push(block)
    awaits = outcome && block.kind === 'paragraph' && (ALONE.test(block.text.trim()) || ENDS_OPEN.test(block.text.trim()))
    open = outcome || goesOn
  }
  const [first, ...rest] = said
  const lead = first?.kind === 'paragraph' ? withoutLead(first) : first
  return textOf([...(lead ? [lead] : []), ...rest])
    .trim()
    .replace(/^(?:it was )?resolved\s*[:–-]?\s*/i, '')
    .trim()
}

function isOutcome({ text }: SourceParagraph): boolean {
  const line = text.trim()
  if ((/^agreed (?:by|with|at)\b/i.test(line) && line.length < 30) || ACTIONS.test(line)) return false
  return OUTCOME.test(line) || MARKED.test(line) || WITHIN.test(line) || AMID.test(line)
}

/** Without the marker before the words: `Proposed by … and RESOLVED – that …`, `PENDERFYNWYD / RESOLVED`. */
function withoutLead(block: SourceParagraph): SourceParagraph {
  const line = block.text.trim()
  const shouted = /^.{0,300}?(?:\p{L}+\s*\/\s*)?\b(?:RESOLVED|AGREED|DECISION|DECIDED)\b(?:\s+UNANIMOUSLY)?\s*[:–-]*\s*/su.exec(line)?.[0]
  const marked = shouted ?? /^(?:\p{L}+\s*\/\s*)?(?:Resolved|Decision|Decided)\b\s*[:–-]+\s*/u.exec(line)?.[0]
  const amid = AMID.exec(line)
  if (marked === undefined && amid) return { ...block, text: line.slice(amid.index + amid[0].length) }
  return marked === undefined ? block : { ...block, text: line.slice(marked.length) }
}

const GIVE =
  '(?:provide|present|supply|circulate|bring|send|report back|share|submit|confirm|arrange|write|look into|follow up|investigate|forward|find out|feed back|liaise|obtain|prepare|produce|come back|return|brief|email|e-mail)'
const GIVEN = '(?:provided|circulated|presented|sent|brought|supplied|reported|shared|submitted|arranged|forwarded|prepared|produced)'
const REQUEST = new RegExp(
  [
    `would (?:be able to |also )?${GIVE}\\b`,
    `would be ${GIVEN}\\b`,
    `(?:was|were|be) (?:also )?(?:requested|asked (?:to|for))`,
    `(?:be|to be) ${GIVEN} (?:back )?(?:to|at|with|for|in) (?:the |a |an |all )?(?:\\w+ )?(?:committee|panel|board|members|next|future|meeting)`,
    `request(?:ed|s)? (?:that|a|an|further|information|details?|more|the|for|figures|data)\\b`,
    `ask(?:ed|s)? (?:for|that)\\b`,
    `^\\W*(?:\\(?\\w{1,3}[.)]\\s*)?(?:that )?(?:to )?(?:ask|instruct)(?:ed)? (?:the )?[\\p{L}\\d ,&()’'-]{2,80}? to ${GIVE}`,
    `(?:to|and|also|committee|panel|board|members|chair) (?:also )?(?:ask|asked|asks|request|requests|requested|invited?) (?:the )?[\\p{L}\\d ,&()’'-]{2,80}? to (?:also )?${GIVE}`,
    `(?:undertook|undertakes) to\\b`,
    `(?:agreed|offered|promised|would ensure|committed) (?:to|that) (?:also )?${GIVE}\\b`,
    `^\\W*(?:\\(?\\w{1,3}[.)]\\s*)?(?:and )?that (?!(?:the |this )?(?:\\w+ )?(?:report|minutes?)\\b)(?:the |an? )?(?!(?:[\\w&-]+ ){0,4}(?:cabinet|council|committee|panel|commission|board|sub-committee)\\b)[\\p{L}\\d ,&()’'-]{2,80}? (?:report back|${GIVE}|publish|report)\\b(?! by\\b)(?=.*\\S)`,
    `\\breceive (?:a|an|further) (?:further |update |written |\\w+ )?(?:report|update|note|paper|briefing)\\b`,
    `\\bbe arranged\\b`,
    `(?:is|are) to ${GIVE}\\b`,
    `\\bbe (?:invited|instructed|requested|asked) to\\b`,
    `\\b(?:to|will) (?:report back|be brought back|come back)\\b`,
    `\\bwill (?:be )?(?:${GIVE}|${GIVEN})\\b`,
  ]
    .map((pattern) => `(?:${pattern.startsWith('^') ? '' : '\\b'}${pattern})`)
    .join('|'),
  'iu',
)
/** It was done already, or it is how minutes always speak. */
const NO_REQUEST =
  /\bminutes\b.*\b(?:confirmed|signed|approved)\b|\b(?:cabinet|council|executive) be (?:asked|requested|recommended|invited) to\b|\b(?:had|has|have) (?:been|since|already|now)?\s*(?:circulated|provided|sent|brought|asked|requested)\b|\b(?:asked|requested|invited) (?:members|the (?:committee|panel)) to (?:note|consider|approve|agree|comment)\b/i

/** What somebody says to what was asked for in the sentence before: `The Director undertook to circulate these by March.` */
const PROMISES_IT = new RegExp(
  `\\b(?:undertook|agreed|offered|promised|would|will|said (?:that )?(?:he|she|they|it) would)\\b.{0,30}\\b${GIVE}\\b.{0,20}\\b(?:these|this|those|that|them|it|the (?:figures|information|data|details|note|list|report))\\b`,
  'i',
)

/** An action by itself: who is to do it, or what is to be done; `named` where it is nothing but somebody, perhaps with a day. */
const OWNER_ALONE =
  /^(?:[\p{Lu}\d][\p{L}\d'’.&/-]*|of|and|for|the|,|\/|&)(?:\s+(?:[\p{Lu}\d(][\p{L}\d'’.&/()-]*|of|and|for|the|&|[–-]))*(?:\s*[,(–-]*\s*by\b.*)?$/u

/**
 * What is asked for later, or promised, each as a sentence. An action in a column or a line of its own belongs to the sentence that it is about, and follows
 * it (`A breakdown would be brought to the December meeting. Action: Head of Response`); where there is none such it stands alone.
 */
export function requestsIn(blocks: readonly SourceBlock[]): string[] {
  const asked: string[] = []
  let latest = ''
  /** A heading of actions stands above: what is listed under it is one each. */
  let listed = false
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue
    if (ACTIONS.test(block.text.trim())) {
      listed = true
      continue
    }
    if (listed && (isListed(block) || /^\p{Lu}.{2,80}? to \p{Ll}+/u.test(block.text))) {
      takeAction(asked, `Action: ${block.text.replace(LISTED, '').trim()}`, latest)
      continue
    }
    listed = false
    const text = block.text.replaceAll(/\s*\n\s*/g, '\n').trim()
    if (/^requested:\s/i.test(text)) asked.push(text.replace(/^requested:\s*/i, ''))
    else if (ACTION.test(text)) takeAction(asked, text.replace(ACTION, 'Action:').replaceAll('\n', ' '), latest)
    else
      for (const sentence of text.split(/(?<=[.;])\s+(?=\p{Lu})|(?<=;(?: and)?)\n|\n(?=\(?\w{1,3}[.)]\s)/u)) {
        const promised = latest !== '' && asked.at(-1) === latest && PROMISES_IT.test(sentence) && text.includes(`${latest} ${sentence}`)
        if (promised) asked[asked.length - 1] = `${latest} ${sentence}`
        if (ACTION.test(sentence) && latest !== '') {
          takeAction(asked, sentence.replace(ACTION, 'Action:').replaceAll('\n', ' '), latest)
          continue
        }
        latest = promised ? asked.at(-1)! : sentence
        if (promised) continue
        if (REQUEST.test(sentence) && isAddressed(sentence) && !NO_REQUEST.test(sentence)) asked.push(sentence)
      }
  }
  return asked
}

function takeAction(asked: string[], action: string, latest: string): void {
  const words = action.replace(/^Action:\s*/, '')
  if (words === '' || /^(?:none|n\/a|noted?|-|–|nil)\.?$/i.test(words)) return
  const open = asked.map((_, at) => at).filter((at) => !asked[at]!.includes('Action: '))
  if (OWNER_ALONE.test(words) && words.length < 90) {
    const at = open.at(-1)
    if (at !== undefined) asked[at] = `${asked[at]} ${action}`
    else if (latest !== '') asked.push(`${latest} ${action}`)
    else asked.push(action)
    return
  }
  const alike = asked.map((other, at) => ({ at, like: sharedWords(other, words) })).sort((a, b) => b.like - a.like)[0]
  if (alike && (alike.like >= 0.5 || (open.length === 1 && open[0] === alike.at && alike.like > 0.15)))
    asked[alike.at] = `${asked[alike.at]} ${action}`
  else asked.push(action)
}

/** How much of the shorter's words that mean something the other has too. */
function sharedWords(one: string, other: string): number {
  const [a, b] = [contentOf(one), contentOf(other)]
  const both = [...a].filter((word) => b.has(word)).length
  return both / Math.max(1, Math.min(a.size, b.size))
}

const LITTLE =
  /^(?:that|this|with|from|would|will|have|been|were|their|they|which|action|lead|committee|panel|members|meeting|next|provide|share|send|circulate|bring|report|confirm)$/

function contentOf(text: string): Set<string> {
  const words =
    text
      .replace(/ – (?:Lead|Due): .*$/, '')
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? []
  return new Set(words.filter((word) => !LITTLE.test(word)).map((word) => word.slice(0, 6)))
}

/** `The protocol would provide a clearer view` asks for nothing: somebody agreed, or the committee is to have it. */
function isAddressed(sentence: string): boolean {
  return (
    !/\bwould provide\b/i.test(sentence) || /\b(?:agreed|request\w*|asked|committee|panel|members|meeting|officers?|team)\b/i.test(sentence)
  )
}
