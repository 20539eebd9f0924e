/** The largest of the numbers; `-Infinity` of none. Of any number of them: spread into `Math.max`, a hundred thousand overflow the stack. */
export function largest(numbers: Iterable<number>): number {
  let most = Number.NEGATIVE_INFINITY
  for (const number of numbers) if (number > most) most = number
  return most
}

/** The smallest of the numbers; `Infinity` of none. */
export function smallest(numbers: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY
  for (const number of numbers) if (number < least) least = number
  return least
}
