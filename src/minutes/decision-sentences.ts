/** A decision as minutes tell it. */
export interface DecisionLine {
  kind: 'agree' | 'challenge' | 'sign-off' | 'defer' | 'call' | 'grant-extension' | 'refuse-extension' | 'close' | 'reopen'
  /** `7a`, `10 part c` */
  recommendation: string
  /** The review's title, where decisions of several reviews stand in one minute. */
  review: string | null
  /** The owner's grade, and the committee's own. */
  ownerGrade: string | null
  committeeGrade: string | null
  /** The later date that was asked for. */
  laterDate: string | null
  ending: string | null
  words: string
  movedBy: string | null
  secondedBy: string | null
}

const ENDINGS: Record<string, string> = {
  'achieved-in-time': 'achieved in time',
  'achieved-late': 'achieved late',
  partly: 'achieved in part',
  'not-accepted-in-substance': 'not accepted in substance',
  superseded: 'superseded',
  'no-longer-relevant': 'no longer relevant',
  'asked-and-refused': 'asked and refused',
}

/**
 * What was decided, as resolutions: those alike and without words of their own are one (`That the assessments of recommendations 1 (Achieved) and 2 (On
 * Track) be agreed.`), every other one stands by itself in the committee's words. Several are a list.
 */
export function resolutionsOf(decisions: readonly DecisionLine[], recordsMovers: boolean): string {
  const groups = Map.groupBy(decisions, (one) => (one.words === '' && ALIKE[one.kind] ? groupKey(one, recordsMovers) : one))
  const said = [...groups.values()].map((own) => [whole(own), ...movers(own[0]!, recordsMovers)].join(' '))
  return said.length > 1 ? said.map((line) => `- ${line}`).join('\n') : said.join('')
}

/** Those that are told together. */
const ALIKE: Partial<Record<DecisionLine['kind'], true>> = { agree: true, 'sign-off': true, defer: true, call: true, reopen: true }

function groupKey({ kind, ending, review, movedBy, secondedBy }: DecisionLine, recordsMovers: boolean): string {
  return JSON.stringify([kind, ending, review, ...(recordsMovers ? [movedBy, secondedBy] : [])])
}

function whole(own: readonly DecisionLine[]): string {
  const [first] = own
  const several = own.length > 1
  const names = listed(own.map(nameWithGrade))
  const of = first!.review ? ` of ${first!.review}` : ''
  const about = `recommendation${several ? 's' : ''} ${names}${of}`
  const { kind, committeeGrade, ownerGrade, ending, laterDate } = first!
  const ended = ending ? ENDINGS[ending] : ''
  const resolved: Record<DecisionLine['kind'], string> = {
    agree: `That the assessment${several ? 's' : ''} of ${about} be agreed`,
    challenge: `That the assessment of ${about} be challenged${committeeGrade ? `: the Committee’s assessment is ${committeeGrade}${ownerGrade ? `, in place of ${ownerGrade}` : ''}` : ''}`,
    'sign-off': `That ${about} be signed off${ended ? ` as ${ended}` : ''}`,
    defer: `That ${about} be deferred`,
    call: `That the owner${several ? 's' : ''} of ${about} be called to the next meeting`,
    'grant-extension': `That a later date for ${about} be granted${laterDate ? `: ${laterDate}` : ''}`,
    'refuse-extension': `That the later date asked for on ${about} be refused${laterDate ? ` (${laterDate})` : ''}`,
    close: `That ${about} be closed without implementation${ended ? ` (${ended})` : ''}`,
    reopen: `That ${about} be taken up again`,
  }
  const words = first!.words.replaceAll('\n', ' ').trim()
  return [`${resolved[kind]}.`, words && sentence(words)].filter(Boolean).join(' ')
}

/** What is agreed is told with the grade that was agreed. */
function nameWithGrade({ kind, recommendation, ownerGrade }: DecisionLine): string {
  return kind === 'agree' && ownerGrade ? `${recommendation} (${ownerGrade})` : recommendation
}

function movers({ movedBy, secondedBy }: DecisionLine, recordsMovers: boolean): string[] {
  const said = [movedBy && `moved by ${movedBy}`, secondedBy && `seconded by ${secondedBy}`].filter(Boolean).join(', ')
  return recordsMovers && said ? [`(${said.replace(/^./, (letter) => letter.toUpperCase())}.)`] : []
}

/** `1, 2 and 3` */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The words with a full stop, where they have no end of their own. */
export function sentence(words: string): string {
  return /[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`
}
