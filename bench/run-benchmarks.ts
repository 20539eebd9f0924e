import { globSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** A measured figure: what was measured, what came out, and what Heed holds itself to. */
export interface Figure {
  name: string
  value: string
  limit?: string
}

// `npm run bench`: every bench/*.bench.ts in turn, each of which exports `run(): Promise<Figure[]>`. Machines differ and are shared: compare within a run.
const folder = fileURLToPath(new URL('.', import.meta.url))
for (const file of globSync('*.bench.ts', { cwd: folder }).sort()) {
  const { run } = (await import(pathToFileURL(`${folder}${file}`).href)) as { run: () => Promise<Figure[]> }
  process.stdout.write(`\n${file.replace('.bench.ts', '')}\n`)
  for (const { name, value, limit } of await run())
    process.stdout.write(`  ${name.padEnd(58)} ${value.padStart(12)}${limit ? `   (at most ${limit})` : ''}\n`)
}
process.exit(0)
