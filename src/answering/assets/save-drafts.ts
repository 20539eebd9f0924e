// As an owner types, keeps each line as a draft and asks the referee what it would say. Without this the page's own buttons do both.
const PAUSE_MS = 1_500

interface Kept {
  draft: string
  revision: number
  apart: { by: string } | null
  saved: string
}

const form = document.querySelector<HTMLFormElement>('.answering-form')
const lines = form ? [...form.querySelectorAll<HTMLElement>('[data-draft]')].map((section) => keepLine(section, form)) : []

/** Keeps one line: one sending at a time, the last words always. */
function keepLine(section: HTMLElement, whole: HTMLFormElement) {
  const prefix = section.dataset.fields ?? ''
  let pause = 0
  let typed = 0
  let kept = 0
  let sending: Promise<void> | null = null
  let asked = 0

  section.addEventListener('input', (event) => {
    if (!((event.target as HTMLInputElement).name ?? '').startsWith(prefix)) return
    typed += 1
    window.clearTimeout(pause)
    pause = window.setTimeout(() => void save(), PAUSE_MS)
  })

  function fields(): URLSearchParams {
    const body = new URLSearchParams()
    new FormData(whole).forEach((value, name) => {
      if (name.startsWith(prefix) && typeof value === 'string') body.append(name.slice(prefix.length), value)
    })
    return body
  }

  function send(address: string, body: URLSearchParams, leaving: boolean): Promise<Response | null> {
    const token = whole.querySelector<HTMLInputElement>('[name=_token]')?.value ?? ''
    const headers = { 'x-form-token': token, accept: 'application/json' }
    return fetch(address, { method: 'POST', body, headers, keepalive: leaving }).catch(() => null)
  }

  function save(leaving = false): Promise<void> {
    window.clearTimeout(pause)
    if (sending) return sending.then(() => (kept === typed ? undefined : save(leaving)))
    if (kept === typed) return Promise.resolve()
    sending = saveNow(leaving).finally(() => (sending = null))
    return sending
  }

  async function saveNow(leaving: boolean): Promise<void> {
    const at = typed
    const body = fields()
    const answer = await send(section.dataset.draft ?? '', body, leaving)
    const said = (await answer?.json().catch(() => null)) as (Kept & { message?: string }) | null
    if (!answer?.ok || !said) return notSaved(said?.message)
    kept = at
    set('draft', said.draft)
    set('revision', String(said.revision))
    show(said.saved, false)
    if (said.apart) showApart(said.apart.by)
    if (!leaving) await askReferee(body)
  }

  function set(name: string, value: string): void {
    const field = whole.elements.namedItem(prefix + name)
    if (field instanceof HTMLInputElement) field.value = value
  }

  function show(words: string, isFault: boolean): void {
    const place = section.querySelector('.answering-saved')
    if (!place) return
    place.textContent = words
    place.classList.toggle('answering-saved--not', isFault)
  }

  function notSaved(words?: string): void {
    show(words ?? 'Not saved: Heed could not be reached. Your text is still here; it is tried again as you type on.', true)
    if (words === undefined) pause = window.setTimeout(() => void save(), PAUSE_MS * 4)
  }

  function showApart(by: string): void {
    const place = section.querySelector('.answering-saved')
    const link = document.createElement('a')
    link.className = 'govuk-link'
    link.href = `${window.location.pathname}#${section.id}`
    link.textContent = 'See both'
    link.addEventListener('click', () => window.setTimeout(() => window.location.reload()))
    place?.append(`. ${by} has saved another text of this line; both are kept. `, link)
  }

  async function askReferee(body: URLSearchParams): Promise<void> {
    const number = (asked += 1)
    const answer = await send(section.dataset.findings ?? '', body, false)
    // Only the last question's answer counts, and a server that cannot answer leaves the page as it was.
    if (!answer?.ok || number !== asked) return
    const html = new DOMParser().parseFromString(await answer.text(), 'text/html')
    section.querySelector('.answering-findings')?.replaceChildren(...html.body.childNodes)
  }

  return { save, isKept: () => kept === typed && sending === null, isSending: () => sending !== null }
}

if (form) {
  let leaving = false
  // What is on its way is waited for, so that the form goes with the draft as it then is.
  form.addEventListener('submit', (event) => {
    leaving = true
    if (!lines.some((line) => line.isSending())) return
    event.preventDefault()
    void Promise.all(lines.filter((line) => line.isSending()).map((line) => line.save())).then(() =>
      form.requestSubmit(event.submitter as HTMLButtonElement | null),
    )
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !leaving) for (const line of lines) void line.save(true)
  })
  // A closed tab must not lose what was typed: the browser asks before it leaves.
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && lines.some((line) => !line.isKept())) event.preventDefault()
  })
  // A page come back to with the browser's own button keeps drafts again.
  window.addEventListener('pageshow', () => (leaving = false))
}
