// Keeps the room of one meeting open on this device without a connection: its lines, and what they are shown with. It is asked for nothing else, keeps
// only what Heed says may be kept today, and forgets it as soon as Heed answers that nobody is signed in.
import { forgetKept, openKeptToday } from '../../platform/web/assets/kept-today.ts'

interface Asked extends Event {
  request: Request
  respondWith: (answer: Promise<Response>) => void
  waitUntil: (work: Promise<unknown>) => void
}
interface Worker {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: (kind: string, work: (event: Asked) => void) => void
}

const worker = globalThis as unknown as Worker
const IN_ROOM = /^\/meetings\/[^/]+\/room\/(?:lines|[^/]+\/[^/]+)$/
const ASSET = /^\/assets\//

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  const isOurs = origin === location.origin && (IN_ROOM.test(pathname) || ASSET.test(pathname))
  if (request.method === 'GET' && isOurs) event.respondWith(answer(request, pathname))
})

/** From Heed while it can be reached; else as it was kept. */
async function answer(request: Request, pathname: string): Promise<Response> {
  const fresh = await fetch(request).catch(() => null)
  if (!fresh) return (await kept(request, pathname)) ?? Response.error()
  // What the device cannot keep or forget just now is shown all the same.
  await bringUpToDate(fresh, pathname).catch(() => undefined)
  return fresh
}

async function bringUpToDate(fresh: Response, pathname: string): Promise<void> {
  // A redirection leads to where people sign in.
  const isOut = fresh.type === 'opaqueredirect' || fresh.redirected || fresh.status === 401 || fresh.status === 403
  if (isOut && IN_ROOM.test(pathname)) return forgetKept(true)
  const store = await openKeptToday()
  if (mayKeep(fresh, pathname)) await store.put(pathname, fresh.clone())
  // What Heed no longer lets be kept, or says is not there, is not shown as it was.
  else if (fresh.status < 500) await store.delete(pathname)
}

function mayKeep(fresh: Response, pathname: string): boolean {
  return fresh.ok && (ASSET.test(pathname) || fresh.headers.has('heed-keep'))
}

/** A line that is not kept by itself is shown from the page of another, which has all lines at hand. */
async function kept(request: Request, pathname: string): Promise<Response | undefined> {
  await forgetKept(false)
  const store = await openKeptToday()
  const own = await store.match(pathname)
  if (own || request.mode !== 'navigate') return own
  const room = pathname.split('/').slice(0, 4).join('/')
  const other = (await store.keys()).find(({ url }) => isLineOf(room, new URL(url).pathname))
  return other && store.match(other)
}

const isLineOf = (room: string, pathname: string) => pathname.startsWith(`${room}/`) && pathname !== `${room}/lines`
