import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Page, PageForm } from './page.ts'
import { readPage } from './page.ts'

export interface FileToSend {
  name: string
  type?: string
  bytes: Uint8Array
}

export type ValuesToSend = Record<string, string | string[] | FileToSend | FileToSend[]>

/** Someone at a browser: keeps cookies, follows redirects, fills in the forms that are on the page. */
export interface Visitor {
  get(address: string): Promise<Page>
  /** Sends a form of the page: its own values, changed by those given. `form` chooses by the words of a button; else the first POST form of the main part. */
  submit(page: Page, values?: ValuesToSend, form?: string): Promise<Page>
  /** The answer itself, redirects not followed: for headers, files and refusals. */
  ask(method: 'GET' | 'POST', address: string, body?: ValuesToSend, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** A visitor with the same cookies at this moment. */
  another(): Visitor
}

export function visitorOf(app: FastifyInstance, cookies = new Map<string, string>()): Visitor {
  const ask: Visitor['ask'] = async (method, address, body, headers = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = body ? bodyOf(body) : { payload: undefined, headers: {} }
    const answer = await app.inject({ method, url: address, headers: { cookie, ...sent.headers, ...headers }, payload: sent.payload })
    for (const { name, value, maxAge, expires } of answer.cookies) {
      if (maxAge === 0 || (expires && expires.getTime() <= Date.now())) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const follow = async (answer: LightMyRequestResponse, address: string, steps = 5): Promise<Page> => {
    const next = answer.headers.location
    if (typeof next !== 'string' || steps === 0) return readPage(answer.body, answer.statusCode, address)
    return follow(await ask('GET', next), next, steps - 1)
  }
  return {
    ask,
    get: async (address) => follow(await ask('GET', address), address),
    submit: async (page, values = {}, button) => {
      const form = formOf(page, button)
      const pressed = form.buttons.find(({ text }) => text === button)
      const merged = { ...form.values, ...(pressed?.name ? { [pressed.name]: pressed.value } : {}), ...values }
      if (form.method === 'get') return follow(await ask('GET', `${form.action.split('?')[0]}?${encoded(merged)}`), form.action)
      return follow(await ask('POST', form.action, merged), form.action)
    },
    another: () => visitorOf(app, new Map(cookies)),
  }
}

function formOf(page: Page, button?: string): PageForm {
  const forms = page.forms.filter((form) =>
    button ? form.buttons.some(({ text }) => text === button) : form.method === 'post' && form.action !== '/sign-out',
  )
  const [form] = forms
  if (!form)
    throw new Error(
      `No form${button ? ` with a button “${button}”` : ''} on “${page.heading}” (${page.status} ${page.address}): ${page.text.slice(0, 300)}`,
    )
  return form
}

function bodyOf(values: ValuesToSend): { payload: string | Buffer; headers: Record<string, string> } {
  const hasFile = Object.values(values).some((value) => [value].flat().some((each) => typeof each === 'object'))
  if (hasFile) return multipart(values)
  return { payload: encoded(values), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
}

function encoded(values: ValuesToSend): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, typeof each === 'string' ? each : each.name]),
  )
  return new URLSearchParams(pairs).toString()
}

function multipart(values: ValuesToSend): { payload: Buffer; headers: Record<string, string> } {
  const boundary = '----as-a-browser-does'
  const parts = Object.entries(values).flatMap(([name, value]) => [value].flat().map((each) => partOf(boundary, name, each)))
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

function partOf(boundary: string, name: string, value: string | FileToSend): Buffer {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"`
  if (typeof value === 'string') return Buffer.from(`${head}\r\n\r\n${value}\r\n`)
  const fileHead = `${head}; filename="${value.name}"\r\ncontent-type: ${value.type ?? 'application/octet-stream'}\r\n\r\n`
  return Buffer.concat([Buffer.from(fileHead), value.bytes, Buffer.from('\r\n')])
}
