/** An affine map as PDF writes it: [a b c d e f]. */
export type Matrix = readonly [number, number, number, number, number, number]

export const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0]

/** The map that does `inner` first and `outer` after. */
export function through(outer: Matrix, inner: ArrayLike<number>): Matrix {
  const [a, b, c, d, e, f] = outer
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = Array.from(inner)
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

export function mapped([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}
