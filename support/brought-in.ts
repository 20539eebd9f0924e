import type { Page } from './page.ts'
import type { Visitor } from './visitor.ts'

/** Has words pasted into Heed, as an officer does under Imports. */
export async function pasted(visitor: Visitor, words: string): Promise<Page> {
  return visitor.submit(await visitor.get('/imports'), { words }, 'Read it')
}

/** Has a file brought into Heed, as an officer does under Imports. */
export async function uploaded(visitor: Visitor, name: string, bytes: Uint8Array): Promise<Page> {
  return visitor.submit(await visitor.get('/imports'), { document: { name, bytes } }, 'Read it')
}

/** Has the import at an address confirmed, or not, as its page then says. */
export async function confirmed(visitor: Visitor, address: string): Promise<Page> {
  return visitor.submit(await visitor.get(`${address}/confirmation`), {}, 'Confirm: put it on the record')
}
