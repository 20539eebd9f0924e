import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Real Chromium: one that the machine has, else the one that comes with the project's packages. Whoever opens it closes it. */
export async function openBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed) return chromium.launch({ executablePath: installed, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
  const { default: brought } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await brought.executablePath(), args: [...brought.args, '--no-sandbox'], headless: true })
}

/** A desk's screen and a phone's. */
export const DESK = { width: 1280, height: 900 }
export const PHONE = { width: 375, height: 720 }
