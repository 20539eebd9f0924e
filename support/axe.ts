import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[]
}

/** What axe finds wrong with the page as it stands, a line each: the rule, what it asks and where. None: an empty list. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const result = await page.evaluate<AxeResult>(`${source}; axe.run(document, { resultTypes: ['violations'] })`)
  return result.violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}
