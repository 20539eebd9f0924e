/** The council's colours as a stylesheet: its address holds the colour, so it can be kept for ever and needs no record. */

const COLOUR = /^#[0-9a-f]{6}$/

export function councilSheetAddress(colour: string): string {
  return `/assets/council-${(COLOUR.test(colour) ? colour : '#1d4f6e').slice(1)}-1.css`
}

export function councilSheet(colour: string): string {
  const ink = contrast(colour, '#ffffff') >= contrast(colour, '#0b0c0c') ? '#ffffff' : '#0b0c0c'
  const link = contrast(colour, '#ffffff') >= 4.5 ? `--govuk-link-colour:${colour};--govuk-brand-colour:${colour};` : ''
  return `:root{--council:${colour};--council-on:${ink};--council-deep:${mix(colour, '#000000', 0.45)};--council-tint:${mix(colour, '#ffffff', 0.93)};${link}}`
}

/** The ratio of WCAG 2.2, 1 to 21: text needs 4.5 against what it stands on, large text and edges 3. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix(colour: string, into: string, share: number): string {
  const other = channels(into)
  return `#${channels(colour)
    .map((value, index) =>
      Math.round(value + ((other[index] ?? 0) - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
}
