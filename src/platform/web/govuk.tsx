import { randomBytes } from 'node:crypto'
import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import type { GovukOptions, Markup } from './govuk-options.ts'
import { renderGovuk } from './render-govuk.ts'

/** Stands in the template's output where an element goes; secret, so that no text typed by a person can look like one. */
const SLOT = `slot${randomBytes(12).toString('hex')}x`

/**
 * One official component. `html` options take elements, which are rendered by Preact and so escaped: a string given as `html`
 * shows as text. The type of `options` follows the component's name.
 */
export function Govuk<Name extends keyof GovukOptions>({ name, options }: { name: Name; options: GovukOptions[Name] }): VNode {
  const slots: Markup[] = []
  const html = squeezed(renderGovuk(name, withSlots(options, slots) as object))
  const pieces = html.split(SLOT)
  const template = [pieces[0] ?? '']
  const inOrder: Markup[] = []
  for (const piece of pieces.slice(1)) {
    const end = piece.indexOf('x')
    inOrder.push(slots[Number(piece.slice(0, end))])
    template.push(piece.slice(end + 1))
  }
  return jsxTemplate(template, ...inOrder.map((markup) => <>{markup}</>))
}

function withSlots(value: unknown, slots: Markup[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withSlots(item, slots))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    isMarkup(key) ? slotFor(inner as Markup, slots) : withSlots(inner, slots),
  ])
  return Object.fromEntries(entries)
}

function isMarkup(key: string): boolean {
  return key === 'html' || key.endsWith('Html')
}

function slotFor(markup: Markup, slots: Markup[]): string | undefined {
  if (markup === undefined || markup === null || markup === false || markup === '') return undefined
  slots.push(markup)
  return `${SLOT}${slots.length - 1}x`
}

/** The templates leave hundreds of blank lines between attributes and tags; what people typed is not touched. */
function squeezed(html: string): string {
  return html.replace(/<[^>]*>/g, (tag) => tag.replace(/\s*\n\s*/g, ' ')).replace(/>\s*\n\s*</g, '>\n<')
}
