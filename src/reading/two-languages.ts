const LETTER = /[\p{L}\d]/u
const WELSH_MONTH = '(?:Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)'

/**
 * What a line says in English where it says it in two languages with a stroke between (`Ymddiheuriadau / Apologies`, `6 Chwefror 2025 / 6 February 2025`,
 * `13 Mawrth / March 2025`): its second half, with the number of the first. A stroke within a word, a number or a date is none.
 */
export function englishOf(line: string): string {
  const dated = line.replaceAll(new RegExp(`(\\d{1,2})\\s+${WELSH_MONTH}(?:\\s+\\d{4})?\\s*/\\s*(?:\\d{1,2}\\s+)?(?=\\p{Lu})`, 'gu'), '$1 ')
  const halves = dated.split(/\s+\/\s+|(?<=\p{Ll}{4})\/(?=\p{Lu}\p{Ll}{3})|(?<=\p{Lu}{4})\/(?=\p{Lu}{4})/u)
  const second = halves[1]
  if (halves.length !== 2 || second === undefined || !LETTER.test(second)) return dated
  return second.trim()
}
