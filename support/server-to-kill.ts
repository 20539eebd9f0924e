import { buildApp } from '../src/app.ts'
import { keyOfHeed } from '../src/platform/core/seal.ts'
import { openDatabase } from '../src/platform/database/database.ts'

/** Heed's pages in a process of their own, to be killed: on the database of the address, at a port of loopback. */
const [url = '', secret = '', port = ''] = process.argv.slice(2)
const quiet = { onFault: () => {} }
const app = await buildApp({
  db: openDatabase(url, 'app', quiet),
  publicDb: openDatabase(url, 'public', quiet),
  key: keyOfHeed('', secret),
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
process.stdout.write('ready\n')
