/** What is known of a document's words: which it uses whole, and whether it breaks words at the ends of lines. */
export interface KnownWords {
  whole: ReadonlySet<string>
  hyphenates: boolean
}

const SOFT = '\u00ad'
const BROKEN = /(\p{L}[\p{L}’']*)[-\u2010]$/u
/** Only the end of what is joined matters; looking at all of it again for each line would take for ever. */
const LONGEST = 60

/** First parts of words that keep their hyphen before a word. */
const PREFIX = /^(?:co|pre|post|re|e|sub|anti|semi|inter|un|de|micro|over|under|mid|out|up|in|on|off)$/i
/** Those that keep it before anything, unless the document breaks words at the ends of lines. */
const KEEPS =
  /^(?:self|cross|well|long|short|part|full|high|low|cost|year|face|peer|end|follow|one|two|three|four|five|six|half|ex|age|day|week|month|evidence|community|user|child|person|action|decision|value|life|hard|near|real|risk|third|second|first|vice|city|county|borough|council|large|small|good|open|free|non|multi|stand|take|start|trauma|place|strength|needs|outcome)$/i
/** Second parts of words with a hyphen. */
const FOLLOWS =
  /^(?:term|based|wide|agency|disciplinary|making|going|led|to|in|up|out|off|down|year|years|depth|time|being|ordinated?|ordination|ordinator|operation|operative|economic|face|line|school|age|date|house|quality|risk|level|scale|profit|statutory|standing|known|life|ended|run|funded|site|free|only|related|specific|driven|owned|effective|efficient|assessment|evaluation|harm|care|employed|sufficient|called|day|week|month|monthly|old|olds|person|border|cutting|party|sector|wave|tier|class|rate|hand|sixth|teen|teens|lead|leads|chair|president|opted|design|production|produced|produce|informed|centred|focused|ready|through|purpose|racist|racism|social|bullying|poverty|fraud|elect)$/i

/** Takes stock of a document's words, so that a word broken at the end of a line can be known again. */
export function knownWords(lines: readonly string[]): KnownWords {
  const whole = new Set<string>()
  let ends = 0
  for (const line of lines) {
    if (BROKEN.test(line.slice(-LONGEST)) || line.endsWith(SOFT)) ends += 1
    // A word alone on its line may be the beginning of a longer one.
    if (/^\p{L}+$/u.test(line)) continue
    for (const word of line.matchAll(/[\p{L}’']+(?:[-\u2010][\p{L}’']+)*/gu))
      if (word.index + word[0].length < line.length || !BROKEN.test(line.slice(-LONGEST)))
        whole.add(word[0].toLowerCase().replaceAll('\u2010', '-'))
  }
  return { whole, hyphenates: ends > 2 && ends > 0.025 * lines.length }
}

/** The lines of a paragraph as one: a word broken at the end of a line is whole again, one that has a hyphen keeps it. */
export function joinWords(lines: readonly string[], known: KnownWords): string {
  return lines
    .reduce((text, line) => {
      if (text === '') return line
      if (text.endsWith(SOFT)) return text.slice(0, -1) + line
      const broken = BROKEN.exec(text.slice(-LONGEST))
      const next = /^[\p{L}’']+/u.exec(line)?.[0] ?? ''
      if (/^(?:and|or|to|nor|but)$/i.test(next)) return `${text} ${line}`
      if (!broken || next === '') return /[\p{L}\p{N}][-\u2010]$/u.test(text) ? `${text}${line}` : `${text} ${line}`
      return keepsHyphen(broken[1] ?? '', next, known) ? `${text.slice(0, -1)}-${line}` : `${text.slice(0, -1)}${line}`
    }, '')
    .replaceAll(SOFT, '')
    .replaceAll('\u2010', '-')
    .trim()
}

function keepsHyphen(before: string, after: string, { whole, hyphenates }: KnownWords): boolean {
  const [one, other] = [before.toLowerCase(), after.toLowerCase()]
  const [joined, parted] = [whole.has(one + other), whole.has(`${one}-${other}`)]
  if (joined !== parted) return parted
  if (/^\p{Lu}/u.test(after)) return true
  const isWord = FOLLOWS.test(other) || (whole.has(other) && other.length > 3)
  if (KEEPS.test(one)) return isWord || !hyphenates
  if (PREFIX.test(one)) return isWord || (/[aeo]$/.test(one) && /^[aeiou]/.test(other))
  return isWord && whole.has(one) && (!hyphenates || one.length > 3)
}
