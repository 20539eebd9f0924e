/** What is known of a document's words: which it uses whole, and whether it breaks words at the ends of lines. */
export interface KnownWords {
  whole: ReadonlySet<string>
  hyphenates: boolean
}

const SOFT = '\u00ad'
const BROKEN = /(\p{L}[\p{L}’']*)[-\u2010]$/u
/** First parts of words that keep their hyphen. */
const KEEPS =
  /^(?:co|pre|post|re|non|multi|e|self|sub|anti|semi|inter|cross|well|long|short|mid|on|off|up|part|full|high|low|cost|year|face|peer|end|follow|in|out|one|two|three|four|five|six|half|ex|so|age|day|week|month|evidence|community|user|child|person|action|decision|value|life|hard|ill|near|real|risk|time|work|third|second|first|vice|city|county|borough|council|on|over|under|pan|large|small|wide|large|best|better|good|open|free|cross|sign|set|drop|stand|take|roll|check|start|build)$/i

/** Takes stock of a document's words, so that a word broken at the end of a line can be known again. */
export function knownWords(lines: readonly string[]): KnownWords {
  const whole = new Set<string>()
  let ends = 0
  for (const line of lines) {
    if (BROKEN.test(line) || line.endsWith(SOFT)) ends += 1
    for (const word of line.matchAll(/[\p{L}’']+(?:[-\u2010][\p{L}’']+)*/gu))
      if (word.index + word[0].length < line.length || !BROKEN.test(line)) whole.add(word[0].toLowerCase().replaceAll('\u2010', '-'))
  }
  return { whole, hyphenates: ends > 6 && ends > 0.035 * lines.length }
}

/** The lines of a paragraph as one: a word broken at the end of a line is whole again, one that has a hyphen keeps it. */
export function joinWords(lines: readonly string[], known: KnownWords): string {
  return lines
    .reduce((text, line) => {
      if (text === '') return line
      if (text.endsWith(SOFT)) return text.slice(0, -1) + line
      const broken = BROKEN.exec(text)
      const next = /^[\p{L}’']+/u.exec(line)?.[0] ?? ''
      if (!broken || next === '' || /^(?:and|or|to|nor|but)$/i.test(next))
        return /[\p{L}\p{N}][-\u2010]$/u.test(text) ? `${text}${line}` : `${text} ${line}`
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
  if (/^\p{Lu}/u.test(after) || KEEPS.test(one)) return true
  if (!hyphenates) return true
  return whole.has(one) && whole.has(other) && one.length > 3 && other.length > 3
}
