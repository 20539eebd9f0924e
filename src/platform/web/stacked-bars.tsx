import { ChartFrame } from './chart-frame.tsx'
import { idOf } from './form.ts'
import { Table } from './table.tsx'

/** What a bar is made of: a name, a class that paints it (`heed-fill-slipped`), and always a pattern too, so that nothing is told by colour alone. */
export interface BarSeries {
  name: string
  fill: string
}

export interface StackedBar {
  label: string
  /** A smaller line under the label: a date with its year. */
  below: string
  /** One for each of the series. */
  values: number[]
}

interface StackedBarsProps {
  title: string
  description: string
  series: readonly BarSeries[]
  bars: readonly StackedBar[]
  /** What a bar is, as the head of the table's first column: `Round`. */
  each: string
}

const HEIGHT = 200
const BAR = 64
const STEP = 116
const TOP = 26
const FOOT = 62

/** Bars one beside another, each made of pieces with their numbers; and the same numbers as a table. */
export function StackedBars({ title, description, series, bars, each }: StackedBarsProps) {
  const id = idOf(title).toLowerCase()
  const most = Math.max(1, ...bars.map(({ values }) => sum(values)))
  return (
    <ChartFrame
      title={title}
      description={description}
      width={Math.max(300, bars.length * STEP + 12)}
      height={TOP + HEIGHT + FOOT}
      legend={<Legend id={id} series={series} />}
      table={<BarsAsTable title={title} series={series} bars={bars} each={each} />}
    >
      <line x1="0" x2={bars.length * STEP + 12} y1={TOP + HEIGHT} y2={TOP + HEIGHT} stroke="#505a5f" />
      {bars.map((bar, index) => (
        <Bar id={id} bar={bar} series={series} x={8 + index * STEP + (STEP - BAR) / 2} scale={HEIGHT / most} />
      ))}
    </ChartFrame>
  )
}

interface BarProps {
  id: string
  bar: StackedBar
  series: readonly BarSeries[]
  x: number
  scale: number
}

function Bar({ id, bar, series, x, scale }: BarProps) {
  const middle = x + BAR / 2
  const pieces = piecesOf(bar.values, scale)
  return (
    <g>
      {pieces.map(({ index, value, y, height }) => (
        <g>
          <rect x={x} y={y} width={BAR} height={height} class={series[index]?.fill} />
          <rect x={x} y={y} width={BAR} height={height} fill={`url(#${id}-pattern-${index})`} stroke="#fff" stroke-width="1.5" />
          {height >= 17 && (
            <>
              <rect x={middle - 13} y={y + height / 2 - 9} width="26" height="18" rx="9" fill="#fff" />
              <Words x={middle} y={y + height / 2 + 5} size={14} bold text={String(value)} />
            </>
          )}
        </g>
      ))}
      <Words x={middle} y={(pieces.at(-1)?.y ?? TOP + HEIGHT) - 7} size={13} text={`${sum(bar.values)} in all`} />
      {wrapped(bar.label, 13).map((line, index) => (
        <Words x={middle} y={TOP + HEIGHT + 18 + index * 16} size={14} bold text={line} />
      ))}
      <Words x={middle} y={TOP + HEIGHT + 18 + wrapped(bar.label, 13).length * 16} size={13} text={bar.below} />
    </g>
  )
}

function Words({ x, y, size, bold, text }: { x: number; y: number; size: number; bold?: boolean; text: string }) {
  return (
    <text x={x} y={y} text-anchor="middle" font-size={size} font-weight={bold ? 700 : 400} fill="#0b0c0c">
      {text}
    </text>
  )
}

function Legend({ id, series }: { id: string; series: readonly BarSeries[] }) {
  return (
    <ul class="heed-legend">
      {series.map(({ name, fill }, index) => (
        <li>
          <svg width="28" height="18" viewBox="0 0 28 18" aria-hidden="true" focusable="false">
            <defs>
              <Pattern id={`${id}-pattern-${index}`} kind={index} />
            </defs>
            <rect width="28" height="18" class={fill} />
            <rect width="28" height="18" fill={`url(#${id}-pattern-${index})`} stroke="#0b0c0c" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

/** A different texture for each of the series, in white over its colour: they can be told apart in print and without colours. */
function Pattern({ id, kind }: { id: string; kind: number }) {
  const textures = [
    null,
    <path d="M0 8L8 0M-2 2L2 -2M6 10L10 6" stroke="#fff" stroke-width="1.6" />,
    <circle cx="4" cy="4" r="1.5" fill="#fff" />,
    <path d="M0 0L8 8M0 8L8 0" stroke="#fff" stroke-width="1.2" />,
    <path d="M0 4H8" stroke="#fff" stroke-width="1.6" />,
    <path d="M4 0V8" stroke="#fff" stroke-width="1.6" />,
    <path d="M0 4H8M4 0V8" stroke="#fff" stroke-width="1.2" />,
    <path d="M0 0L8 8M-2 6L2 10M6 -2L10 2" stroke="#fff" stroke-width="1.6" />,
  ]
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      {textures[kind % textures.length]}
    </pattern>
  )
}

function BarsAsTable({ title, series, bars, each }: Pick<StackedBarsProps, 'title' | 'series' | 'bars' | 'each'>) {
  return (
    <Table
      caption={title}
      hiddenCaption
      rows={bars}
      columns={[
        { head: each, names: true, cell: (bar) => (bar.below ? `${bar.label}, ${bar.below}` : bar.label) },
        ...series.map(({ name }, index) => ({ head: name, numeric: true, cell: (bar: StackedBar) => bar.values[index] })),
        { head: 'In all', numeric: true, cell: (bar) => sum(bar.values) },
      ]}
    />
  )
}

/** From the bottom up, in the order of the series. */
function piecesOf(values: readonly number[], scale: number) {
  let y = TOP + HEIGHT
  return values.flatMap((value, index) => {
    if (value === 0) return []
    const height = value * scale
    y -= height
    return [{ index, value, y, height }]
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** At most two lines; what is longer ends in an ellipsis, and stands whole in the table. */
function wrapped(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  const kept = lines.map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line))
  return kept.length > 2 ? [kept[0]!, `${kept[1]!.slice(0, width - 1)}…`] : kept
}
