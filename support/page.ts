import { parse } from 'parse5'
import type { DefaultTreeAdapterMap } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
export type Element = DefaultTreeAdapterMap['element']

/** A page read as a person would: its heading, its links, what is wrong with its form. */
export interface Page {
  status: number
  address: string
  title: string
  heading: string
  /** Everything in the main part, spaces and lines squeezed. */
  text: string
  links: { text: string; href: string }[]
  /** The error summary: each sentence and the field that it leads to. */
  errors: { text: string; field: string | null }[]
  /** What the page says was just done; null where it says nothing. */
  said: string | null
  forms: PageForm[]
  /** The cells of every table, row by row, heads first. */
  tables: string[][][]
  html: string
}

export interface PageForm {
  action: string
  method: 'get' | 'post'
  files: boolean
  /** As the browser would send it, hidden fields included, buttons not. */
  values: Record<string, string | string[]>
  buttons: { text: string; name: string; value: string }[]
}

export function readPage(html: string, status: number, address: string): Page {
  const root = parse(html)
  const main = find(root, (element) => element.tagName === 'main')[0] ?? root
  return {
    status,
    address,
    html,
    title: wordsOf(find(root, (element) => element.tagName === 'title')[0]),
    heading: wordsOf(find(main, (element) => element.tagName === 'h1')[0]),
    text: wordsOf(main),
    links: find(root, (element) => element.tagName === 'a').map((link) => ({ text: wordsOf(link), href: attribute(link, 'href') ?? '' })),
    errors: find(main, (element) => hasClass(element, 'govuk-error-summary__list')).flatMap((list) =>
      find(list, (element) => element.tagName === 'li').map((item) => ({ text: wordsOf(item), field: fieldOf(item) })),
    ),
    said: wordsOf(find(main, (element) => hasClass(element, 'govuk-notification-banner--success')).flatMap(contentOf)[0]) || null,
    forms: find(root, (element) => element.tagName === 'form').map((form) => readForm(form, address)),
    tables: find(main, (element) => element.tagName === 'table').map((table) =>
      find(table, (element) => element.tagName === 'tr').map((row) =>
        find(row, (element) => element.tagName === 'td' || element.tagName === 'th').map(wordsOf),
      ),
    ),
  }
}

/** The elements under a node that are as asked, in the order of the page. */
export function find(node: Node, isAsked: (element: Element) => boolean): Element[] {
  const own = 'tagName' in node && isAsked(node) ? [node] : []
  return [...own, ...childrenOf(node).flatMap((child) => find(child, isAsked))]
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value
}

/** The words of an element as they are read, without styles and scripts. */
export function wordsOf(node: Node | undefined): string {
  return node === undefined ? '' : rawText(node).replace(/\s+/g, ' ').trim()
}

function rawText(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (node.nodeName === 'script' || node.nodeName === 'style') return ''
  const inner = childrenOf(node).map(rawText).join('')
  return /^(p|li|td|th|dt|dd|div|h[1-6]|tr|label|legend|option)$/.test(node.nodeName) ? ` ${inner} ` : inner
}

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name)
}

function contentOf(banner: Element): Element[] {
  return find(banner, (element) => hasClass(element, 'govuk-notification-banner__content'))
}

function fieldOf(item: Element): string | null {
  const [link] = find(item, (element) => element.tagName === 'a')
  return link ? (attribute(link, 'href') ?? '').replace(/^#/, '') : null
}

function readForm(form: Element, address: string): PageForm {
  const values: PageForm['values'] = {}
  for (const control of find(form, (element) => /^(input|select|textarea)$/.test(element.tagName))) addControl(values, control)
  return {
    action: attribute(form, 'action') || address,
    method: attribute(form, 'method') === 'post' ? 'post' : 'get',
    files: attribute(form, 'enctype') === 'multipart/form-data',
    values,
    buttons: find(form, (element) => element.tagName === 'button').map((button) => ({
      text: wordsOf(button),
      name: attribute(button, 'name') ?? '',
      value: attribute(button, 'value') ?? '',
    })),
  }
}

function addControl(values: PageForm['values'], control: Element): void {
  const name = attribute(control, 'name')
  const type = attribute(control, 'type') ?? ''
  if (!name || type === 'file' || attribute(control, 'disabled') !== undefined) return
  if (/^(radio|checkbox)$/.test(type) && attribute(control, 'checked') === undefined) return
  const value = valueOf(control)
  const earlier = values[name]
  values[name] = earlier === undefined || type === 'radio' ? value : [earlier, value].flat()
}

function valueOf(control: Element): string {
  if (control.tagName === 'textarea') return rawText(control)
  if (control.tagName !== 'select') return attribute(control, 'value') ?? ''
  const options = find(control, (element) => element.tagName === 'option')
  const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0]
  return chosen ? (attribute(chosen, 'value') ?? wordsOf(chosen)) : ''
}
