import { openKeptToday } from '../../platform/web/assets/kept-today.ts'

/**
 * Has this device keep the room, so that it can be opened again without a connection: by a worker that sees the pages of this room alone. Browsers lend
 * workers only over a secure connection; without one only what is pressed is kept.
 */
export async function keepRoom(room: string, line: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register(`${room}/worker.js`, { scope: room })
  await navigator.serviceWorker.ready
  const lines = await fetch(`${room}/lines?kept`)
  // Heed says what may be kept: nothing of an exempt item, and only on the meeting's day.
  if (!lines.headers.has('heed-keep')) return
  const store = await openKeptToday()
  await store.put(`${room}/lines`, lines.clone())
  const shown = new DOMParser().parseFromString(await lines.text(), 'text/html').querySelectorAll<HTMLElement>('[data-line]')
  const addresses = [...shown].map(({ dataset }) => dataset.line ?? '')
  for (const { url } of await store.keys()) {
    const { pathname } = new URL(url)
    if (pathname.startsWith(`${room}/`) && ![`${room}/lines`, ...addresses].includes(pathname)) await store.delete(url)
  }
  // One line's page shows them all. Where this one may not be kept, it is another's.
  const opening = addresses.includes(line) ? line : addresses[0]
  const page = opening === undefined ? null : await fetch(opening)
  if (!page?.headers.has('heed-keep')) return
  await store.put(opening!, page)
  const shownWith = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel~="stylesheet"], link[rel~="icon"], script[src]')]
  await store.addAll(shownWith.map((one) => ('href' in one ? one.href : one.src)))
}
