import { mutateBytes } from './mutate-bytes.ts'
import { nastyWords } from './nasty-words.ts'
import type { Chance } from './seeded-chance.ts'

type Mutate = (lines: string[], chance: Chance) => string | Uint8Array

const SEPARATORS = ['\t', ',', ';', '|', ' | ', '\u0001', '","', '  ']

const WAYS: Mutate[] = [
  (lines, chance) => {
    const at = chance.below(lines.length)
    return lines.toSpliced(at, 0, ...Array.from({ length: 100 + chance.below(30_000) }, () => lines[at]!)).join('\n')
  },
  (lines, chance) => lines.toSpliced(chance.below(lines.length), 0, lines.join('\t').repeat(1 + chance.below(40))).join('\n'),
  (lines, chance) => lines.join('\n').replaceAll(/\t|,/g, chance.pick(SEPARATORS)),
  (lines, chance) => lines.toSpliced(chance.below(lines.length), 1, nastyWords(chance)).join('\n'),
  (lines, chance) => lines.map((line) => replaceCell(line, nastyWords(chance).slice(0, 2_000), chance)).join('\n'),
  (lines, chance) => {
    const at = chance.below(lines.length)
    return lines.with(at, replaceCell(lines[at]!, nastyWords(chance), chance)).join('\n')
  },
  (lines, chance) => lines.toSpliced(chance.below(lines.length), 0, 'x\t'.repeat(1 + chance.below(100_000))).join('\n'),
  (lines, chance) => lines.toSpliced(chance.below(lines.length), 0, ','.repeat(1 + chance.below(100_000))).join('\n'),
  (lines, chance) => lines.toSpliced(chance.below(lines.length), 0, '"').join('\n'),
  (lines) => lines.join('\n').replaceAll('"', ''),
  (lines) => lines.map((line) => `"${line}`).join('\n'),
  (lines, chance) => lines.toSorted(() => chance.below(3) - 1).join('\n'),
  (lines, chance) => lines.slice(0, chance.below(lines.length)).join(chance.pick(['\r', '\r\n', '\u2028', '\u0000', ''])),
  (lines) => Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le'),
  (lines) => Buffer.from(lines.join('\n'), 'utf16le').subarray(1),
  (lines, chance) => `${'<table><tr><td>'.repeat(1 + chance.below(20_000))}${lines.join('<br>')}`,
  (lines, chance) => `${lines.join('\n')}\n${'|'.repeat(1 + chance.below(50_000))}\n${'|---'.repeat(1 + chance.below(5_000))}|`,
  (lines) => lines.join('\n').repeat(40),
]

function replaceCell(line: string, words: string, chance: Chance): string {
  const cells = line.split('\t')
  return cells.with(chance.below(cells.length), words).join('\t')
}

/** Text, pasted or separated by commas, changed as text or as bytes. */
export function mutateText(bytes: Uint8Array, chance: Chance): Uint8Array {
  if (chance.below(5) === 0) return mutateBytes(bytes, chance)
  const lines = Buffer.from(bytes).toString('utf8').split('\n')
  const mutated = chance.pick(WAYS)(lines, chance)
  return typeof mutated === 'string' ? Buffer.from(mutated) : mutated
}

const RTF_WORDS = [
  '\\bin999999999 ',
  '\\u-99999 ',
  '\\trowd\\cellx-1\\cell\\row ',
  '\\trowd\\cellx999999999\\cell\\row ',
  '\\pict',
  '\\object\\objdata 00',
  '\\field{\\fldinst INCLUDETEXT "/etc/passwd"}',
  "\\'",
  '\\',
  '}',
  '\\stylesheet',
  '\\ls99999\\ilvl99 ',
]

/** Rich text: its groups and its words of command too. */
export function mutateRtf(bytes: Uint8Array, chance: Chance): Uint8Array {
  if (chance.below(2) === 0) return mutateText(bytes, chance)
  const text = Buffer.from(bytes).toString('latin1')
  const at = 6 + chance.below(text.length - 6)
  const set = chance.below(3) === 0 ? '{'.repeat(1 + chance.below(20_000)) : chance.pick(RTF_WORDS).repeat(1 + chance.below(500))
  return Buffer.from(text.slice(0, at) + set + text.slice(at), 'latin1')
}
