import { randomUUID } from 'node:crypto'
import { createContext } from 'preact'
import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import type { FilledForm } from './form.ts'
import { idOf } from './form.ts'
import { Govuk } from './govuk.tsx'
import type { Markup } from './govuk-options.ts'

/** The secret that shows a form was made by Heed for this visitor; the page's layout provides it. */
export const FormToken = createContext('')

interface FormProps {
  action?: string
  /** `get` for filters, which change nothing and so need no key. */
  method?: 'post' | 'get'
  /** With a file upload. */
  files?: boolean
  class?: string
  label?: string
  /** What is said beside its buttons while Heed works on it, where that may take over a second: “Reading the document…”. */
  working?: string
  children: ComponentChildren
}

/** A form with its hidden token and its one-use key; without `action` it is sent to the page it is on. */
export function Form({ action, method = 'post', files, class: className, label, working, children }: FormProps) {
  const token = useContext(FormToken)
  return (
    <form
      action={action}
      method={method}
      enctype={files ? 'multipart/form-data' : undefined}
      class={className}
      aria-label={label}
      data-working={working}
      autocomplete={method === 'get' ? 'off' : undefined}
      novalidate
    >
      {method === 'post' && <input type="hidden" name="_token" value={token} />}
      {method === 'post' && <input type="hidden" name="_key" value={randomUUID()} />}
      {children}
    </form>
  )
}

interface FieldProps {
  form: FilledForm
  name: string
  label: string
  hint?: Markup
  /** The field is the page's only question: its label is the page's heading (then give the page `heading: false`). */
  asHeading?: boolean
  /** The label is for screen readers only, as in a table whose column says it. */
  hiddenLabel?: boolean
  disabled?: boolean
}

const one = (form: FilledForm, name: string): string => [form.values[name] ?? ''].flat()[0] ?? ''
const many = (form: FilledForm, name: string): string[] => [form.values[name] ?? []].flat()

function parts({ form, name, label, hint, asHeading, hiddenLabel }: FieldProps) {
  const fault = form.faults.find((each) => each.field === name)
  const size = asHeading ? '--l' : '--s'
  const words = { text: label, isPageHeading: asHeading }
  return {
    label: { ...words, classes: hiddenLabel ? 'govuk-visually-hidden' : `govuk-label${size}` },
    legend: { ...words, classes: hiddenLabel ? 'govuk-visually-hidden' : `govuk-fieldset__legend${size}` },
    hint: hint ? { html: hint } : undefined,
    errorMessage: fault ? { text: fault.message } : undefined,
  }
}

interface TextInputProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search'
  /** Characters, for boxes that should look as long as their answer: 2, 3, 4, 5, 10, 20, 30. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal'
  suffix?: string
}

export function TextInput(props: TextInputProps) {
  const { label, hint, errorMessage } = parts(props)
  const { form, name, type, width, autocomplete, inputmode, suffix, disabled } = props
  const classes = width ? `govuk-input--width-${width}` : undefined
  const after = suffix ? { text: suffix } : undefined
  const options = {
    id: idOf(name),
    name,
    type,
    value: one(form, name),
    label,
    hint,
    errorMessage,
    classes,
    autocomplete,
    inputmode,
    suffix: after,
    disabled,
  }
  return <Govuk name="input" options={options} />
}

export function PasswordInput(props: FieldProps & { autocomplete: 'current-password' | 'new-password' }) {
  const { label, hint, errorMessage } = parts(props)
  return (
    <Govuk
      name="password-input"
      options={{ id: idOf(props.name), name: props.name, label, hint, errorMessage, autocomplete: props.autocomplete }}
    />
  )
}

/** With `most`, a count of the characters left is shown where scripts run. */
export function TextArea(props: FieldProps & { rows?: number; most?: number }) {
  const { label, hint, errorMessage } = parts(props)
  const { form, name, rows = 5, most, disabled } = props
  const options = { id: idOf(name), name, value: one(form, name), rows: String(rows), label, hint, errorMessage }
  if (most) return <Govuk name="character-count" options={{ ...options, maxlength: String(most) }} />
  return <Govuk name="textarea" options={{ ...options, disabled }} />
}

export interface Choice {
  value: string
  text: string
  hint?: Markup
  /** Shown while this choice is made; without scripts always. */
  more?: Markup
}

export function Radios(props: FieldProps & { choices: readonly Choice[]; inline?: boolean; small?: boolean }) {
  const { legend, hint, errorMessage } = parts(props)
  const chosen = one(props.form, props.name)
  const items = props.choices.map((each) => ({ ...itemOf(each), checked: each.value === chosen }))
  const options = {
    idPrefix: idOf(props.name),
    name: props.name,
    fieldset: { legend },
    hint,
    errorMessage,
    items,
    classes: [props.inline && 'govuk-radios--inline', props.small && 'govuk-radios--small'].filter(Boolean).join(' ') || undefined,
  }
  return <Govuk name="radios" options={options} />
}

export function Checkboxes(props: FieldProps & { choices: readonly Choice[]; small?: boolean }) {
  const { legend, hint, errorMessage } = parts(props)
  const chosen = many(props.form, props.name)
  const items = props.choices.map((each) => ({ ...itemOf(each), checked: chosen.includes(each.value) }))
  const options = {
    idPrefix: idOf(props.name),
    name: props.name,
    fieldset: { legend },
    hint,
    errorMessage,
    items,
    classes: props.small ? 'govuk-checkboxes--small' : undefined,
  }
  return <Govuk name="checkboxes" options={options} />
}

/** One box on its own; `ticked()` reads it. */
export function Tick({ form, name, label, hint }: FieldProps) {
  const items = [
    { value: 'yes', text: label, hint: hint ? { html: hint } : undefined, checked: one(form, name) !== '' && one(form, name) !== 'false' },
  ]
  return <Govuk name="checkboxes" options={{ idPrefix: idOf(name), name, items }} />
}

function itemOf({ value, text, hint, more }: Choice) {
  return { value, text, hint: hint ? { html: hint } : undefined, conditional: more ? { html: more } : undefined }
}

/** A list to choose from; `blank` is the first line, chosen until another is. */
export function Select(props: FieldProps & { choices: readonly { value: string; text: string }[]; blank?: string }) {
  const { label, hint, errorMessage } = parts(props)
  const { form, name, choices, blank, disabled } = props
  const items = [...(blank === undefined ? [] : [{ value: '', text: blank }]), ...choices].map((each) => ({
    ...each,
    selected: each.value === one(form, name),
  }))
  return <Govuk name="select" options={{ id: idOf(name), name, label, hint, errorMessage, items, disabled }} />
}

/** A day in three boxes, `name.day` and so on, as `day()` and `optionalDay()` read it. Opens filled from a `2027-03-31` under `name`. */
export function DateInput(props: FieldProps) {
  const { legend, hint, errorMessage } = parts(props)
  const { form, name } = props
  const [year = '', month = '', dayOfMonth = ''] = one(form, name).split('-')
  const opening = { day: dayOfMonth.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
  const items = (['day', 'month', 'year'] as const).map((part) => ({
    id: part === 'day' ? idOf(name) : `${idOf(name)}-${part}`,
    name: `${name}.${part}`,
    label: part.replace(/^./, (letter) => letter.toUpperCase()),
    value: one(form, `${name}.${part}`) || opening[part],
    classes: `govuk-input--width-${part === 'year' ? 4 : 2}${errorMessage ? ' govuk-input--error' : ''}`,
  }))
  return <Govuk name="date-input" options={{ id: `${idOf(name)}-date`, fieldset: { legend, role: 'group' }, hint, errorMessage, items }} />
}

/** Its form needs `files`. `accept` is the browser's hint only: the server reads what came. */
export function FileUpload(props: FieldProps & { accept?: string; several?: boolean }) {
  const { label, hint, errorMessage } = parts(props)
  const attributes = { ...(props.accept && { accept: props.accept }), ...(props.several && { multiple: 'multiple' }) }
  return <Govuk name="file-upload" options={{ id: idOf(props.name), name: props.name, label, hint, errorMessage, attributes }} />
}

/** What the form carries along unseen: which version was read. */
export function HiddenField({ form, name }: { form: FilledForm; name: string }) {
  return <input type="hidden" name={name} value={one(form, name)} />
}

interface ButtonProps {
  text: string
  kind?: 'secondary' | 'warning'
  /** A link that looks like a button: for going somewhere, never for doing something. */
  href?: string
  name?: string
  value?: string
}

export function Button({ text, kind, href, name, value }: ButtonProps) {
  const classes = kind ? `govuk-button--${kind}` : undefined
  return <Govuk name="button" options={{ text, href, name, value, classes, preventDoubleClick: href ? undefined : true }} />
}

/** Buttons and links side by side: `<Buttons><Button text="Save" /><a class="govuk-link" href="…">Cancel</a></Buttons>`. */
export function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="govuk-button-group">{children}</div>
}
