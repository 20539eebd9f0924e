/** Minutes until each next try: about three days in all, so that a server away over a weekend loses nothing. */
const MINUTES = [5, 15, 60, 180, 360, 720, 1_440, 1_440]

/** When a message that was delayed is tried again after so many attempts; null where it is given up. */
export function nextTry(attempts: number, now: Date): Date | null {
  const minutes = MINUTES[attempts - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}
