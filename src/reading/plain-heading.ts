const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const PERIOD = /^(?:spring|summer|autumn|winter|q[1-4]|first|second|third|fourth|sept|\d+(?:st|nd|rd|th)?)$/

/** The words of a heading whatever round they name: `Progress, October 2026` and `Progress April 2027` are both `progress #`. */
export function plainHeading(words: string): string {
  const plain = words
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word !== '')
    .map((word) => (PERIOD.test(word) || isMonth(word) ? '#' : word))
  return plain.filter((word, at) => word !== '#' || plain[at - 1] !== '#').join(' ')
}

/** `mar` and `march`, but not `marked`. */
function isMonth(word: string): boolean {
  return word.length > 2 && MONTHS.some((month) => month === word || (word.length === 3 && month.startsWith(word)))
}
