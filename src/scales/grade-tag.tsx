import type { TagColour } from '../platform/web/page-parts.tsx'
import { Tag } from '../platform/web/page-parts.tsx'
import type { Meaning } from './scale.ts'

/** A meaning in Heed's own words, for where the council's scale gives none. */
export const MEANING_WORDS: Record<Meaning, string> = {
  achieved: 'Achieved',
  on_track: 'On track',
  slipped: 'Slipped',
  not_achieved: 'Not achieved',
  not_started: 'Not started',
  superseded: 'Superseded',
  in_progress: 'In progress',
  completed: 'Completed',
  overdue: 'Overdue',
}

const COLOURS: Record<Meaning, TagColour> = {
  achieved: 'green',
  on_track: 'blue',
  slipped: 'orange',
  not_achieved: 'red',
  not_started: 'grey',
  superseded: 'grey',
  in_progress: 'teal',
  completed: 'green',
  overdue: 'red',
}

/** A grade in the council's own words (`label`), or by its meaning; `null` where none was given. */
export function GradeTag({ meaning, label }: { meaning: Meaning | null; label?: string | null | undefined }) {
  if (meaning === null && !label) return <span class="heed-none">No grade</span>
  return <Tag colour={meaning === null ? 'grey' : COLOURS[meaning]}>{label || (meaning && MEANING_WORDS[meaning])}</Tag>
}

/** The class that paints a grade in a picture: `heed-fill-on-track`. */
export function gradeFill(meaning: Meaning | null): string {
  return `heed-fill-${(meaning ?? 'none').replaceAll('_', '-')}`
}
