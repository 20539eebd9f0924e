import pg from 'pg'
import { Refusal } from '../core/refusal.ts'

/** PostgreSQL's words for: the server is stopping, has crashed, or is not up yet. */
const STOPPED = ['57P01', '57P02', '57P03']

/**
 * One connection as the owner of the database for as long as `work` takes. Refuses (unavailable) where the server stops meanwhile;
 * a transaction that was open is then rolled back.
 */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  // A connection that breaks is told to whoever waits for an answer; unheard, it would end Heed.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } catch (error) {
    if (!wasCutOff(error)) throw error
    throw new Refusal(
      'unavailable',
      'The database stopped while this was being done, and nothing of it was kept. Start it again and repeat this.',
      { cause: error },
    )
  } finally {
    await client.end()
  }
}

function wasCutOff(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return STOPPED.includes(code) || message.startsWith('Connection terminated')
}
