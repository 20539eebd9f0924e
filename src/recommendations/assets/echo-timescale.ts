// While the words of a date are typed, says how Heed reads them. Without scripts the form says so when it is sent.

const place = document.querySelector<HTMLElement>('[data-echo-of]')
const box = place && document.querySelector<HTMLInputElement>(`input[name="${place.dataset.echoOf}"]`)
const seen = document.querySelector<HTMLInputElement>('input[name="seenMeaning"]')
let waiting: ReturnType<typeof setTimeout> | undefined

async function echo(): Promise<void> {
  if (!place || !box || !seen) return
  const words = box.value.trim()
  if (words === '') {
    place.textContent = ''
    seen.value = ''
    return
  }
  const token = box.form?.querySelector<HTMLInputElement>('input[name="_token"]')?.value ?? ''
  const body = new URLSearchParams({ words })
  const answer = await fetch('/timescale-meaning', { method: 'POST', body, headers: { 'x-form-token': token } }).catch(() => null)
  if (!answer?.ok || box.value.trim() !== words) return
  const { iso, echo: said } = (await answer.json()) as { iso: string | null; echo: string }
  const paragraph = document.createElement('p')
  paragraph.className = 'govuk-inset-text'
  paragraph.textContent = said
  place.replaceChildren(paragraph)
  seen.value = iso ?? 'none'
}

box?.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => void echo(), 300)
})
