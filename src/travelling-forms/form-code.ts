import { randomInt } from 'node:crypto'

/** 31 letters and digits that nobody takes for one another when copying by hand: no I, L, O, 0 or 1. A prime, so that the check notices any one wrong character and any two exchanged. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const FORM_LENGTH = 6
const ITEM_LENGTH = 3

/** A code as it was found in words. Whole: its check characters are right; what it is of is then known for certain. */
export interface CodeFound {
  form: string
  /** Which line of the form. */
  item: string
  /** Which box of the line, by its mark. */
  mark: string
  whole: boolean
  /** As it stood. */
  printed: string
}

/** A code for a form, its last character a check over the others. `random` gives whole numbers below its argument. */
export function aFormCode(random: (below: number) => number = randomInt): string {
  const letters = lettersOf(FORM_LENGTH - 1, random)
  return letters + checkOf(letters)
}

/** As many codes for the lines of a form, each its own. */
export function itemCodes(count: number, random: (below: number) => number = randomInt): string[] {
  const codes = new Set<string>()
  while (codes.size < count) codes.add(lettersOf(ITEM_LENGTH, random))
  return [...codes]
}

/**
 * The code of one box of one line as a form prints it, `Heed code W4K7XC-3F2EQ`: form, line, box, and a check over all of them, so that a
 * row says by itself what it is an answer to, wherever it stands.
 */
export function printedCode(form: string, item: string, mark: string): string {
  return `Heed code ${form}-${item}${mark}${checkOf(form + item + mark)}`
}

/** However its spaces, dashes and letters came back; one character more or less is still seen to have been a code. */
const NAMED = /heed\s*code\W{0,3}([0-9a-z]{4,8})\s?[^\s0-9a-z]?\s?([0-9a-z]{3,7})(?![0-9a-z])/giu
/** Without the words before it only where it is printed as it was and its checks are right. */
const BARE = /(?<![0-9A-Za-z])([2-9A-HJKMNP-Z]{6})[^\n0-9A-Za-z]{1,3}([2-9A-HJKMNP-Z]{5})(?![0-9A-Za-z])/gu

/** Every code in words, in their order. */
export function codesIn(words: string): CodeFound[] {
  const named = [...words.matchAll(NAMED)].map(foundOf)
  const rest = words.replaceAll(NAMED, (code) => ' '.repeat(code.length))
  const bare = [...rest.matchAll(BARE)].map(foundOf).filter(({ code }) => code.whole)
  return [...named, ...bare].toSorted((a, b) => a.at - b.at).map(({ code }) => code)
}

/** The words without their codes. */
export function withoutCodes(words: string): string {
  return words.replaceAll(NAMED, '').replaceAll(BARE, (code) => (codesIn(code).length > 0 ? '' : code))
}

export function isFormCode(code: string): boolean {
  return code.length === FORM_LENGTH && isOfLetters(code) && checkOf(code.slice(0, -1)) === code.at(-1)
}

function foundOf(match: RegExpExecArray): { at: number; code: CodeFound } {
  const [printed, one = '', other = ''] = match
  const letters = (one + other).toUpperCase()
  const form = letters.slice(0, FORM_LENGTH)
  const rest = letters.slice(FORM_LENGTH)
  const item = rest.slice(0, ITEM_LENGTH)
  const mark = rest.charAt(ITEM_LENGTH)
  const fits = rest.length === ITEM_LENGTH + 2 && isOfLetters(rest) && checkOf(form + item + mark) === rest.at(-1)
  return { at: match.index, code: { form, item, mark, whole: fits && isFormCode(form), printed } }
}

/** Each letter's number times its place, from 2 on, modulo 31. */
function checkOf(letters: string): string {
  const sum = letters.split('').reduce((total, letter, index) => total + LETTERS.indexOf(letter) * (index + 2), 0)
  return LETTERS.charAt(sum % LETTERS.length)
}

function isOfLetters(code: string): boolean {
  return code.split('').every((letter) => LETTERS.includes(letter))
}

function lettersOf(length: number, random: (below: number) => number): string {
  return Array.from({ length }, () => LETTERS.charAt(random(LETTERS.length))).join('')
}
