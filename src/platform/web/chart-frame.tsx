import type { ComponentChildren } from 'preact'
import { Details } from './page-parts.tsx'
import { idOf } from './form.ts'

interface ChartFrameProps {
  /** Unique on its page. */
  title: string
  /** What the picture shows, in a sentence: what someone who cannot see it should know. */
  description: string
  width: number
  height: number
  /** What the colours and patterns mean. */
  legend?: ComponentChildren
  /** The same facts as a table. */
  table: ComponentChildren
  /** SVG elements, coloured by attributes or by the classes `heed-fill-*` (inline styles are refused by the content policy). */
  children: ComponentChildren
}

/** A picture of our own in SVG: a title, a description, and the table that says the same. */
export function ChartFrame({ title, description, width, height, legend, table, children }: ChartFrameProps) {
  const id = `chart-${idOf(title).toLowerCase()}`
  return (
    <figure class="heed-chart">
      <figcaption>
        <h2 class="govuk-heading-s" id={`${id}-title`}>
          {title}
        </h2>
        <p class="govuk-body-s" id={`${id}-description`}>
          {description}
        </p>
      </figcaption>
      {legend}
      <div class="heed-scroll" role="region" aria-label={`${title}: picture`} tabindex={0}>
        <svg
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-description`}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          focusable="false"
        >
          {children}
        </svg>
      </div>
      <Details summary={`Show “${title}” as a table`}>{table}</Details>
    </figure>
  )
}
