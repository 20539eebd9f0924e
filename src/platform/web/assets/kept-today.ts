/** Pages that a worker keeps for a day are kept under this name with the day, as this device has it. */
const KEPT = 'heed-kept '

const today = (): string => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** What is kept on this device for today. */
export const openKeptToday = (): Promise<Cache> => caches.open(KEPT + today())

/** Forgets what was kept for other days; with `everything`, today's too, and the workers that keep it. */
export async function forgetKept(everything: boolean): Promise<void> {
  if (!('caches' in globalThis)) return
  const names = (await caches.keys()).filter((name) => name.startsWith(KEPT) && (everything || name !== KEPT + today()))
  await Promise.all(names.map((name) => caches.delete(name)))
  if (!everything || !('serviceWorker' in navigator)) return
  const workers = await navigator.serviceWorker.getRegistrations()
  await Promise.all(workers.map((worker) => worker.unregister()))
}
