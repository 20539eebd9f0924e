const FEWEST = 3
const MOST = 12
const LONGEST_LABEL = 60

const APART =
  'The labels of this text’s forms stand together, away from what was written beside them, so that Heed cannot tell which words answer which. Give Heed the Word or PDF file itself, or paste from the Word file.'

/** A remark where three forms or more have lost their answers: the same few short lines, whatever their numbers, over and over with nothing between. */
export function remarksOnLabels(text: string): string[] {
  const keys = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (line.length > LONGEST_LABEL || line.includes('\t') ? '' : line.replaceAll(/\d+/g, '#')))
  for (let period = FEWEST; period <= MOST; period++) {
    let run = 0
    for (let at = period; at < keys.length; at++) {
      run = keys[at] !== '' && keys[at] === keys[at - period] ? run + 1 : 0
      if (run >= 2 * period && new Set(keys.slice(at - period + 1, at + 1)).size >= FEWEST) return [APART]
    }
  }
  return []
}
