import type { FilledForm } from '../platform/web/form.ts'

/** The numbers of a form's groups of fields: `due.0.text` and `due.1.text` are groups 0 and 1 of `due`. */
export function groupsIn(form: FilledForm, name: string): number[] {
  const numbers = Object.keys(form.values).flatMap((field) => (field.startsWith(`${name}.`) ? Number(field.split('.')[1]) : []))
  return [...new Set(numbers)].sort((a, b) => a - b)
}

export function valueIn(form: FilledForm, name: string): string {
  return [form.values[name] ?? ''].flat()[0] ?? ''
}
