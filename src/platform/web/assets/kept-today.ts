/** Pages that a worker keeps for a day are kept under this name with the day, as this device has it. */
const KEPT = 'heed-kept '

const today = (): string => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** What is kept on this device for today. */
export const openKeptToday = (): Promise<Cache> => caches.open(KEPT + today())

/** In which signed-in visit the device keeps. */
const VISIT = 'heed-visit'

/** Forgets what was kept for other days; with `everything`, today's too, and the workers that keep it. */
export async function forgetKept(everything: boolean): Promise<void> {
  await forgetPages(everything)
  if (!everything || !('serviceWorker' in navigator)) return
  const workers = await navigator.serviceWorker.getRegistrations()
  await Promise.all(workers.map((worker) => worker.unregister()))
}

/**
 * Forgets what the page that is opened shows to be over: what was kept for other days; for another visit, where somebody signed in anew, also without
 * signing out; and everything where nobody is signed in (`visit` is blank). A page that does not know (undefined) tells of no visit.
 */
export async function forgetEnded(visit: string | undefined): Promise<void> {
  if (visit === '') return forgetKept(true)
  const isAnother = visit !== undefined && visit !== localStorage.getItem(VISIT)
  if (isAnother) localStorage.setItem(VISIT, visit)
  await forgetPages(isAnother)
}

async function forgetPages(todays: boolean): Promise<void> {
  if (!('caches' in globalThis)) return
  const names = (await caches.keys()).filter((name) => name.startsWith(KEPT) && (todays || name !== KEPT + today()))
  await Promise.all(names.map((name) => caches.delete(name)))
}
