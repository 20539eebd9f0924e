import { openKeptToday } from '../../platform/web/assets/kept-today.ts'

/**
 * Has this device keep the room, so that it can be opened again without a connection: by a worker that sees the pages of this room alone. Browsers lend
 * workers only over a secure connection; without one only what is pressed is kept.
 */
export async function keepRoom(room: string, line: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register(`${room}/worker.js`, { scope: room })
  await navigator.serviceWorker.ready
  const page = await fetch(line)
  const lines = await fetch(`${room}/lines?kept`)
  // Heed says what may be kept: nothing of an exempt item, and only on the meeting's day.
  if (!page.headers.has('heed-keep') || !lines.headers.has('heed-keep')) return
  const store = await openKeptToday()
  const shownWith = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel~="stylesheet"], link[rel~="icon"], script[src]')]
  await store.addAll(shownWith.map((one) => ('href' in one ? one.href : one.src)))
  await store.put(new URL(line, location.href).pathname, page)
  await store.put(`${room}/lines`, lines)
}
