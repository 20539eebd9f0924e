import type { PdfPagePicture } from '../platform/documents/picture-pdf-page.ts'

/** The page drawn anew: its words and lines where they stand, and over them where its columns part. Nothing of the file itself is shown. */
export function PageDrawn({ picture, lines }: { picture: PdfPagePicture; lines: readonly number[] }) {
  const { width, height } = picture
  return (
    <svg
      class="imports-page"
      viewBox={`0 0 ${round(width)} ${round(height)}`}
      role="img"
      aria-label={`A drawing of page ${picture.page}, with ${lines.length} lines between its columns`}
    >
      <rect width={round(width)} height={round(height)} fill="#ffffff" />
      {picture.fills.map(({ x, y, width: wide, height: high, colour }) => (
        <rect x={round(x)} y={round(y)} width={round(wide)} height={round(high)} fill={`#${colour}`} />
      ))}
      {picture.rules.map(({ x1, y1, x2, y2 }) => (
        <line x1={round(x1)} y1={round(y1)} x2={round(x2)} y2={round(y2)} class="imports-page__rule" />
      ))}
      {picture.words.map((word) => (
        <Word {...word} />
      ))}
      <g data-drawn-lines="">
        {lines.map((x, at) => (
          <>
            <line x1={round(x)} y1="0" x2={round(x)} y2={round(height)} class="imports-page__line" />
            <text x={round(x)} y="9" text-anchor="middle" class="imports-page__number">
              {at + 1}
            </text>
          </>
        ))}
      </g>
    </svg>
  )
}

/** A word as wide as it is on the page, whatever letters the browser has; one that runs up or down the page does so here. */
function Word({ text, x, y, base, width, height, bold, turned }: PdfPagePicture['words'][number]) {
  const [long, high] = turned ? [height, width] : [width, height]
  const [left, foot] = turned === 1 ? [x + 0.2 * width, y] : turned === -1 ? [x + 0.8 * width, y + height] : [x, base]
  return (
    <text
      x={round(left)}
      y={round(foot)}
      transform={turned ? `rotate(${90 * turned} ${round(left)} ${round(foot)})` : undefined}
      font-size={round(Math.max(2, high * 0.9))}
      font-weight={bold ? 700 : undefined}
      textLength={long > 0.5 ? round(long) : undefined}
      lengthAdjust="spacingAndGlyphs"
    >
      {text}
    </text>
  )
}

function round(points: number): number {
  return Math.round(points * 10) / 10
}
