// As an officer says what a table or a page is, asks what Heed would read, and shows it beside the form. Without this the answer comes after sending.
const PAUSE_MS = 250

const place = document.querySelector<HTMLElement>('[data-try]')
const form = place?.querySelector<HTMLFormElement>('form')

if (place && form) {
  let pause = 0
  let asked = 0
  form.addEventListener('change', (event) => {
    const { name } = event.target as HTMLInputElement
    window.clearTimeout(pause)
    pause = window.setTimeout(() => void ask(name, (asked += 1)), PAUSE_MS)
  })

  async function ask(changed: string, number: number): Promise<void> {
    const body = new URLSearchParams()
    new FormData(form!).forEach((value, name) => body.append(name, String(value)))
    place!.dataset.trying = 'yes'
    const answer = await fetch(place!.dataset.try ?? '', {
      method: 'POST',
      body,
      headers: { 'x-form-token': body.get('_token') ?? '' },
    }).catch(() => null)
    const words = answer?.ok ? await answer.text() : ''
    // Only the last question's answer counts, and a server that cannot answer leaves the page as it was.
    if (number !== asked) return
    delete place!.dataset.trying
    if (words === '') return
    const html = new DOMParser().parseFromString(words, 'text/html')
    show(html, 'result')
    const status = place!.querySelector('[role=status]')
    if (status) status.textContent = place!.querySelector('[data-said]')?.textContent ?? ''
    // Another heading gives other columns; a choice among the columns leaves them as they are, where the person is choosing.
    if (!changed.startsWith('columns.')) show(html, 'columns')
  }

  function show(html: Document, part: string): void {
    const now = place!.querySelector(`[data-part=${part}]`)
    const next = html.querySelector(`[data-part=${part}]`)
    if (now && next) now.replaceChildren(...next.childNodes)
  }
}
