// As an officer types, asks the referee what it would say of the form as it stands. Without this the findings come after saving.
const PAUSE_MS = 600

const findings = document.querySelector<HTMLElement>('[data-check]')
const form = document.querySelector<HTMLFormElement>('.rounds-update')

if (findings && form) {
  let pause = 0
  let asked = 0
  form.addEventListener('input', () => {
    window.clearTimeout(pause)
    pause = window.setTimeout(() => void ask(findings, form, (asked += 1)), PAUSE_MS)
  })

  // A closed tab must not lose what was typed: the browser asks before it leaves.
  let saved = true
  form.addEventListener('input', () => (saved = false))
  form.addEventListener('submit', () => (saved = true))
  window.addEventListener('beforeunload', (event) => {
    if (!saved) event.preventDefault()
  })

  async function ask(place: HTMLElement, typed: HTMLFormElement, number: number): Promise<void> {
    const body = new URLSearchParams()
    new FormData(typed).forEach((value, name) => body.append(name, String(value)))
    const answer = await fetch(place.dataset.check ?? '', {
      method: 'POST',
      body,
      headers: { 'x-form-token': body.get('_token') ?? '' },
    }).catch(() => null)
    // Only the last question's answer counts, and a server that cannot answer leaves the page as it was.
    if (!answer?.ok || number !== asked) return
    const html = new DOMParser().parseFromString(await answer.text(), 'text/html')
    place.replaceChildren(...html.body.childNodes)
  }
}
