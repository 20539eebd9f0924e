import type { ComponentChildren } from 'preact'
import { Govuk } from './govuk.tsx'
import type { Markup } from './govuk-options.ts'

/** What pages are made of besides forms and tables. Each is a pattern of the GOV.UK Design System. */

export const TAG_COLOURS = ['grey', 'green', 'teal', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow'] as const
export type TagColour = (typeof TAG_COLOURS)[number]

/** A state in words; the colour only repeats what the words say. */
export function Tag({ children, colour = 'blue' }: { children: ComponentChildren; colour?: TagColour }) {
  return <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
}

export interface SummaryRow {
  key: string
  value: Markup
  actions?: { text: string; href: string; /** For screen readers, after the text: Change *name* */ of: string }[]
}

/** `title` makes it a card of its own. Rows that are false or null are left out. */
export function SummaryList({ rows, title }: { rows: (SummaryRow | null | false)[]; title?: string }) {
  const shown = rows
    .filter((row): row is SummaryRow => Boolean(row))
    .map((row) => ({
      key: { text: row.key },
      value: { html: row.value || '–' },
      actions: row.actions
        ? { items: row.actions.map((action) => ({ text: action.text, href: action.href, visuallyHiddenText: action.of })) }
        : undefined,
    }))
  return <Govuk name="summary-list" options={{ card: title ? { title: { text: title } } : undefined, rows: shown }} />
}

export interface TaskRow {
  title: string
  href?: string
  hint?: Markup
  /** Words, or a tag. */
  status: Markup
}

export function TaskList({ tasks, id = 'tasks' }: { tasks: TaskRow[]; id?: string }) {
  const items = tasks.map(({ title, href, hint, status }) => ({
    title: { text: title },
    href,
    hint: hint ? { html: hint } : undefined,
    status: { html: status },
  }))
  return <Govuk name="task-list" options={{ idPrefix: id, items }} />
}

export interface TabPanel {
  id: string
  label: string
  panel: Markup
}

/** Without scripts the panels stand one under another with a list of links above them. */
export function Tabs({ title, panels }: { title: string; panels: TabPanel[] }) {
  return <Govuk name="tabs" options={{ title, items: panels.map(({ id, label, panel }) => ({ id, label, panel: { html: panel } })) }} />
}

export function Details({ summary, open, children }: { summary: string; open?: boolean; children: ComponentChildren }) {
  return <Govuk name="details" options={{ summaryText: summary, html: children, open }} />
}

export function WarningText({ children }: { children: ComponentChildren }) {
  return <Govuk name="warning-text" options={{ html: children, iconFallbackText: 'Warning' }} />
}

export function InsetText({ children }: { children: ComponentChildren }) {
  return <Govuk name="inset-text" options={{ html: children }} />
}

/** `success` for what has just been done; otherwise something a person must know before going on. */
export function Banner({ success, title, children }: { success?: boolean; title?: string; children: ComponentChildren }) {
  const html = <p class="govuk-notification-banner__heading">{children}</p>
  return <Govuk name="notification-banner" options={{ type: success ? 'success' : undefined, titleText: title, html }} />
}

/** A page with nothing on it yet: what would stand here and what to do first. */
export function EmptyState({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="heed-empty">
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </div>
  )
}

/** Pages by key: only a step back and a step on, since Heed never counts the world. */
export function Pagination({ previous, next }: { previous?: string | null; next?: string | null }) {
  if (!previous && !next) return null
  const options = {
    previous: previous ? { href: previous, text: 'Newer' } : undefined,
    next: next ? { href: next, text: 'Older' } : undefined,
  }
  return <Govuk name="pagination" options={options} />
}

/** Text as it was typed: a line of its own for each line, `- ` lines as a list. */
export function Lines({ text }: { text: string }) {
  const blocks: (string | string[])[] = []
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const item = /^\s*- (.*)$/.exec(line)?.[1]
    const last = blocks.at(-1)
    if (item === undefined) blocks.push(line)
    else if (Array.isArray(last)) last.push(item)
    else blocks.push([item])
  }
  return (
    <div class="heed-lines">
      {blocks.map((block) =>
        Array.isArray(block) ? (
          <ul>
            {block.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        ) : (
          <p>{block}</p>
        ),
      )}
    </div>
  )
}
