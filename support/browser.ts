import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage']

/**
 * Real Chromium: one that the machine has, else (or with HEED_BROWSER=brought) the one that comes with the project's packages, which
 * needs nothing installed. Whoever opens it closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed && process.env.HEED_BROWSER !== 'brought') return chromium.launch({ executablePath: installed, args: ARGS })
  const folder = await unpackedBrowser()
  // The libraries that a bare machine lacks come along too, after the machine's own.
  const libraries = [process.env.LD_LIBRARY_PATH, '/usr/lib/x86_64-linux-gnu', join(folder, 'al2023/lib')].filter(Boolean).join(':')
  const env = {
    ...strings(process.env),
    LD_LIBRARY_PATH: libraries,
    ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  }
  return chromium.launch({ executablePath: join(folder, 'chromium'), args: ARGS, env })
}

/** Unpacks the brought browser once, into the project's own cache; several processes may do so at once. */
async function unpackedBrowser(): Promise<string> {
  const folder = fileURLToPath(new URL('../.cache/chromium', import.meta.url))
  if (existsSync(folder)) return folder
  const workshop = `${folder}-${process.pid}`
  mkdirSync(workshop, { recursive: true })
  await inFolder(workshop, async () => {
    const { default: brought, inflate } = await import('@sparticuz/chromium')
    await brought.executablePath()
    await inflate(fileURLToPath(new URL('../node_modules/@sparticuz/chromium/bin/al2023.tar.br', import.meta.url)))
  })
  try {
    renameSync(workshop, folder)
  } catch {
    // Another process was first.
    rmSync(workshop, { recursive: true })
  }
  return folder
}

/** The package unpacks into the temporary folder and nowhere else. */
async function inFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

function strings(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/** A desk's screen and a phone's. */
export const DESK = { width: 1280, height: 900 }
export const PHONE = { width: 375, height: 720 }
