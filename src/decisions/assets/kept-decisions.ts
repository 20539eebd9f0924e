/** An officer, by their account. */
export interface Presser {
  id: string
  name: string
}

/** One decision as it was pressed, until Heed has answered it. */
export interface KeptDecision {
  /** The device's own number: what was pressed first is sent first. */
  number: number
  meeting: string
  /** Who pressed it: it is sent by nobody else unless they say so. Undefined where it was kept before that was. */
  by?: Presser | undefined
  /** Where it is sent. */
  to: string
  /** The address and name of the line, and what was decided, for the person. */
  address: string
  name: string
  kind: string
  fields: Record<string, string>
  /** Why Heed did not record it; it is not sent again by itself. */
  refused: string | null
}

/** Whether it waits to be sent by this officer. */
export const waitsFor = ({ id }: Presser, { refused, by }: KeptDecision): boolean => refused === null && (by === undefined || by.id === id)

const STORE = 'decisions'

/** What was pressed on this device and not yet recorded, kept by the browser: closing the page or losing power loses nothing. */
export async function openKept(): Promise<{
  add: (decision: Omit<KeptDecision, 'number'>) => Promise<void>
  all: () => Promise<KeptDecision[]>
  change: (decision: KeptDecision) => Promise<void>
  remove: (number: number) => Promise<void>
}> {
  const opening = indexedDB.open('heed-room', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'number', autoIncrement: true })
  const database = await done(opening)
  const store = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE)
  return {
    // Kept once the browser has written it, not once it has been asked to.
    add: (decision) => written(store('readwrite'), (kept) => kept.add(decision)),
    all: () => done<KeptDecision[]>(store('readonly').getAll()),
    change: (decision) => written(store('readwrite'), (kept) => kept.put(decision)),
    remove: (number) => written(store('readwrite'), (kept) => kept.delete(number)),
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'))
  })
}

function written(store: IDBObjectStore, work: (store: IDBObjectStore) => IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    work(store)
    store.transaction.oncomplete = () => resolve()
    store.transaction.onerror = () => reject(store.transaction.error ?? new Error('The browser keeps nothing.'))
    store.transaction.onabort = store.transaction.onerror
  })
}
