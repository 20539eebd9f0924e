/**
 * The descriptions of exempt information in England: Part 1 of Schedule 12A to the Local Government Act 1972, as substituted by the Local Government
 * (Access to Information) (Variation) Order 2006.
 */
export const SCHEDULE_12A: Record<number, string> = {
  1: 'Information relating to any individual.',
  2: 'Information which is likely to reveal the identity of an individual.',
  3: 'Information relating to the financial or business affairs of any particular person (including the authority holding that information).',
  4: 'Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority.',
  5: 'Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings.',
  6: 'Information which reveals that the authority proposes (a) to give under any enactment a notice under or by virtue of which requirements are imposed on a person; or (b) to make an order or direction under any enactment.',
  7: 'Information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime.',
}

export const PARAGRAPHS = [1, 2, 3, 4, 5, 6, 7] as const

/** `paragraph 3`, `paragraphs 1 and 2` */
export function paragraphsInWords(paragraphs: readonly number[]): string {
  const [last, ...before] = paragraphs.toSorted((a, b) => b - a)
  if (before.length === 0) return `paragraph ${last}`
  return `paragraphs ${before.toReversed().join(', ')} and ${last}`
}

/** Why the public may not see an item, in the statute's words and no word of the item's own. */
export function whyExempt(paragraphs: readonly number[]): string {
  return [
    `Not for publication, by virtue of ${paragraphsInWords(paragraphs)} of Part 1 of Schedule 12A to the Local Government Act 1972:`,
    ...paragraphs.toSorted((a, b) => a - b).map((one) => `- ${SCHEDULE_12A[one]}`),
    'The public interest in maintaining the exemption outweighs the public interest in disclosing the information.',
  ].join('\n')
}

/**
 * The paragraphs of Part 1 of Schedule 12A that a paper names where it says that an item is exempt; none where it names no paragraph, or one of another
 * schedule: an officer has to say then by which the item is kept back.
 */
export function paragraphsNamed(words: string): number[] {
  const [, schedule] = /\bschedule\s+(\w+)/i.exec(words) ?? []
  const [, numbers = ''] = /\bparagraphs?\s+(\d{1,2}(?:\s*(?:,|and|&|or)\s*\d{1,2})*)/i.exec(words) ?? []
  if (schedule !== undefined && schedule.toLowerCase() !== '12a') return []
  return [...new Set((numbers.match(/\d+/g) ?? []).map(Number))].filter((one) => SCHEDULE_12A[one] !== undefined)
}
