import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Heed as a person starts it: the address and the way to sign in are read off what it prints. */
export interface StartedHeed {
  address: string
  /** Empty where it has been started before: it is printed once. */
  email: string
  password: string
  /** Stops it as Ctrl-C does; what it printed. */
  stop: () => Promise<string>
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A data folder of its own, removed when the test ends. */
export function dataFolder(ending: { after: (work: () => void) => void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'heed-journey-'))
  // Where root runs the journey, PostgreSQL runs as another user and must reach the folder.
  chmodSync(folder, 0o711)
  ending.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** `npm start` on that data folder, on a free port of loopback. */
export async function startHeed(folder: string): Promise<StartedHeed> {
  const port = await freePort()
  const { DATABASE_URL: _, ...environment } = process.env
  const npm = spawn('npm', ['start', '--silent'], {
    cwd: ROOT,
    env: { ...environment, HEED_DATA: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (words: Buffer) => (printed += words.toString()))
  const ended = new Promise<void>((resolve) => npm.on('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    npm.stdout.on('data', () => {
      const found = /http:\/\/\S+/.exec(printed)
      if (found && /Sign in/.test(printed)) resolve(found[0])
    })
    void ended.then(() => reject(new Error(`Heed did not start:\n${printed}`)))
  })
  const [, email = '', password = ''] = /Sign in as (\S+) with the password (\S+)/.exec(printed) ?? []
  const stop = async () => {
    npm.kill('SIGTERM')
    await ended
    return printed
  }
  return { address, email, password, stop }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
