import type { z } from 'zod'

/** One thing wrong with a form: at a field, by its name, or with the form as a whole. */
export interface Fault {
  field: string | null
  message: string
}

/** A form as a page shows it: what was typed, by field name, and what is wrong with it. */
export interface FilledForm {
  values: Record<string, string | string[]>
  faults: Fault[]
}

/** A file as it came with a form. */
export interface SentFile {
  name: string
  type: string
  bytes: Buffer
}

/** A form's fields as sent; names with dots (`grades.0.label`) are still flat. */
export type SentForm = Record<string, string | string[] | SentFile | SentFile[]>

/** A form as it first opens; nested values become dotted names, nulls are blank. */
export function filledForm(values: object = {}): FilledForm {
  const flat: FilledForm['values'] = {}
  flatten(values, '', flat)
  return { values: flat, faults: [] }
}

function flatten(value: unknown, path: string, into: FilledForm['values']): void {
  if (value === null || value === undefined) return
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) into[path] = value
  else if (typeof value === 'object') for (const [key, inner] of Object.entries(value)) flatten(inner, path ? `${path}.${key}` : key, into)
  else into[path] = String(value)
}

export type ReadForm<Values> = { ok: true; values: Values; form: FilledForm } | { ok: false; form: FilledForm }

/** What was sent, checked by the schema; where it is not right, the form to show again with everything that was typed. */
export function readForm<Schema extends z.ZodType>(schema: Schema, sent: SentForm): ReadForm<z.output<Schema>> {
  const form: FilledForm = { values: typedValues(sent), faults: [] }
  const parsed = schema.safeParse(nested(sent))
  if (parsed.success) return { ok: true, values: parsed.data, form }
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.') || null
    if (!form.faults.some((fault) => fault.field === field)) form.faults.push({ field, message: issue.message })
  }
  return { ok: false, form }
}

/** Everything but files and the hidden fields; a file cannot be put back into a form, the page asks for it again. */
function typedValues(sent: SentForm): FilledForm['values'] {
  const kept: FilledForm['values'] = {}
  for (const [name, value] of Object.entries(sent)) {
    if (name.startsWith('_')) continue
    if (typeof value === 'string') kept[name] = value
    else if (Array.isArray(value) && value.every((each) => typeof each === 'string')) kept[name] = value
  }
  return kept
}

const MOST_LIST_ITEMS = 500

/** `grades.0.label` becomes grades → first → label. Names that reach for an object's own workings, or far down a list, are dropped. */
export function nested(sent: SentForm): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(sent)) {
    const path = name.split('.')
    if (name.startsWith('_') || path.length > 5 || path.some(isForbiddenStep)) continue
    place(root, path, value)
  }
  return listed(root) as Record<string, unknown>
}

function isForbiddenStep(step: string): boolean {
  return step in Object.prototype || (/^\d+$/.test(step) && Number(step) >= MOST_LIST_ITEMS)
}

function place(root: Record<string, unknown>, path: string[], value: unknown): void {
  let at = root
  for (const step of path.slice(0, -1)) {
    const inner = at[step]
    const next: Record<string, unknown> = isPlainObject(inner) ? inner : {}
    at[step] = next
    at = next
  }
  at[path.at(-1) ?? ''] = value
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Objects whose keys are all numbers are lists, in the order of their numbers, without holes. */
function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'bytes' in value) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, listed(inner)] as const)
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner)
  return Object.fromEntries(entries)
}

/** The form again, with one more thing said about it. */
export function withFault(form: FilledForm, field: string | null, message: string): FilledForm {
  return { ...form, faults: [...form.faults, { field, message }] }
}

/** The `id` of a field's first control: what the error summary links to. */
export function idOf(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '-')
}
