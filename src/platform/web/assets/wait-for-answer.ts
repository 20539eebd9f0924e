/** How long an answer may take before the page says that Heed is at work: most come sooner. */
const SOON_MS = 500
/** After so long the button may be pressed again, in case the answer was stopped in the browser. */
const LONG_MS = 30_000

/**
 * A form that was sent says so beside its buttons while Heed works on it, and is not sent twice meanwhile. `data-working` on the form has
 * the words. Without this the browser's own sign is there.
 */
export function sayWhenWorking(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || form.method !== 'post') return
    if (form.dataset.sent) event.preventDefault()
    else wait(form)
  })
  // A page come back to with the browser's own button is as it was left: sent.
  window.addEventListener('pageshow', () => document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach(free))
}

function wait(form: HTMLFormElement): void {
  form.dataset.sent = 'yes'
  const sign = document.createElement('p')
  sign.className = 'govuk-body heed-working'
  sign.setAttribute('role', 'status')
  form.append(sign)
  window.setTimeout(() => {
    if (form.dataset.sent) sign.textContent = form.dataset.working ?? 'Working…'
  }, SOON_MS)
  window.setTimeout(() => free(form), LONG_MS)
}

function free(form: HTMLFormElement): void {
  delete form.dataset.sent
  form.querySelector(':scope > .heed-working')?.remove()
}
