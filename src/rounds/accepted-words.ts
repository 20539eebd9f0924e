import type { Accepted } from './accept-updates.ts'
import { lineName, type RoundLine } from './round-lines.ts'

// What a page says once something was done with lines of a round.

/** `Recommendation 3, part a is accepted.`, `12 lines are accepted. 3 were left as they are: …` */
export function acceptedInWords({ accepted, left }: Accepted): string {
  if (accepted.length === 0)
    return `Nothing was accepted: ${left.length === 1 ? 'that line has' : 'those lines have'} no answer that waits for you.`
  return `${linesAre(accepted)} accepted.${leftInWords(left, 'no answer waits there')}`
}

export function notReceivedInWords(said: readonly RoundLine[], left: readonly RoundLine[]): string {
  if (said.length === 0) return `Nothing was changed: ${left.length === 1 ? 'that line has' : 'those lines have'} an answer already.`
  const [of, may] = said.length === 1 ? [lineName(said[0]!), 'its owner'] : [`${said.length} lines`, 'their owners']
  return `The paper will say of ${of} that no update was received. Until the round closes ${may} may still answer.${leftInWords(left, 'there is an answer')}`
}

export function withdrawnInWords(line: RoundLine): string {
  return `“No update received” is taken back: ${lineName(line)} stands as it did before, and an answer is still wanted.`
}

export function takenBackInWords(lines: readonly RoundLine[]): string {
  return `${linesAre(lines)} answered again, and not accepted.`
}

const linesAre = (lines: readonly RoundLine[]) => (lines.length === 1 ? `${lineName(lines[0]!)} is` : `${lines.length} lines are`)

function leftInWords(left: readonly RoundLine[], why: string): string {
  if (left.length === 0) return ''
  return left.length === 1 ? ` ${lineName(left[0]!)} was left as it is: ${why}.` : ` ${left.length} lines were left as they are: ${why}.`
}
