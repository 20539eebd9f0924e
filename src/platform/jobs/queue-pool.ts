import pg from 'pg'

/**
 * The owner's connections to the queue. A connection that breaks, in use or idle or while it is being closed, is heard as long as it lives: unheard, it
 * would end Heed. Whoever opens the pool ends it.
 */
export function queuePool(url: string, connections: number, onFault: (words: string) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const hear = ({ message }: Error) => onFault(`The worker’s connection to the database broke: ${message}`)
  pool.on('error', hear)
  // One in use is told to whoever waits for its answer, too.
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}
