/** The contrast of two colours given as `RRGGBB`, from 1 to 21, as WCAG 2.2 defines it (success criterion 1.4.3 asks 4.5 of words). */
export function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Each colour of words that is too faint on some colour that the paper is shaded with. */
export function faintWords(inks: Iterable<string>, grounds: Iterable<string>): string[] {
  const behind = new Set(['FFFFFF', ...grounds])
  return [...new Set(inks)].flatMap((ink) =>
    [...behind].filter((ground) => contrastOf(ink, ground) < 4.5).map((ground) => `words of ${ink} on ${ground} are too faint`),
  )
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
