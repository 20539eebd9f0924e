import { Refusal } from '../core/refusal.ts'

const UNIQUE_VIOLATION = '23505'

/** Waits for a write; where another has written the same version or name first, refuses (conflict) with words for the person. */
export async function refuseOnConflict<T>(write: Promise<T>, message: string): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (isDatabaseError(error, UNIQUE_VIOLATION)) throw new Refusal('conflict', message, { cause: error })
    throw error
  }
}

export function isDatabaseError(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code
}
