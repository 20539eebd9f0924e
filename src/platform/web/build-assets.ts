import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The files that browsers fetch: hashed names, so that they are kept for ever and never stale. */
export interface Assets {
  folder: string
  stylesheet: string
  icon: string
  /** By name: `platform/web/heed.ts` is every page's; `rounds/speak.ts` is src/rounds/assets/speak.ts. */
  scripts: Record<string, string>
}

/**
 * Builds the styles (`src/platform/web/assets/heed.scss` and each room's `assets/*.scss`) and the scripts (`assets/*.ts`) into `.cache/assets`,
 * unless what is there was made of the same sources. Several processes may do so at once.
 */
export async function buildAssets(): Promise<Assets> {
  const sources = globSync('src/**/assets/*.{scss,ts,svg}', { cwd: root }).sort()
  const key = hashOf(
    ...sources.flatMap((source) => [source, readFileSync(join(root, source))]),
    readFileSync(join(root, 'package-lock.json')),
  ).slice(0, 16)
  const folder = join(root, '.cache/assets', key)
  const list = join(folder, 'assets.json')
  if (!existsSync(list)) await build(sources, folder)
  return { ...(JSON.parse(readFileSync(list, 'utf8')) as Omit<Assets, 'folder'>), folder }
}

async function build(sources: string[], folder: string): Promise<void> {
  const workshop = `${folder}-${process.pid}`
  mkdirSync(workshop, { recursive: true })
  const scripts: Record<string, string> = {}
  for (const source of sources.filter((each) => each.endsWith('.ts')))
    scripts[nameOf(source)] = keep(workshop, basename(source, '.ts'), 'js', await script(source))
  const stylesheet = keep(workshop, 'heed', 'css', await styles(sources.filter((each) => each.endsWith('.scss'))))
  const icon = keep(workshop, 'icon', 'svg', readFileSync(join(root, 'src/platform/web/assets/icon.svg'), 'utf8'))
  writeFileSync(join(workshop, 'assets.json'), JSON.stringify({ stylesheet, icon, scripts }))
  try {
    renameSync(workshop, folder)
  } catch {
    // Another process was first; what it built is the same.
    rmSync(workshop, { recursive: true })
  }
}

/** The platform's own sheet comes first, so that a room's can build on it. */
async function styles(sources: string[]): Promise<string> {
  const { compileAsync } = await import('sass-embedded')
  const own = 'src/platform/web/assets/heed.scss'
  const sheets = [own, ...sources.filter((source) => source !== own)]
  const made = await Promise.all(
    sheets.map((sheet) =>
      compileAsync(join(root, sheet), { loadPaths: [join(root, 'node_modules')], style: 'compressed', quietDeps: true }),
    ),
  )
  return made.map(({ css }) => css).join('\n')
}

async function script(source: string): Promise<string> {
  const { build: bundle } = await import('esbuild')
  const made = await bundle({
    entryPoints: [join(root, source)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    legalComments: 'none',
  })
  return made.outputFiles[0]?.text ?? ''
}

function keep(folder: string, name: string, kind: string, content: string): string {
  const file = `${name}-${hashOf(content).slice(0, 10)}.${kind}`
  writeFileSync(join(folder, file), content)
  writeFileSync(join(folder, `${file}.gz`), gzipSync(content, { level: 9 }))
  writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content))
  return `/assets/${file}`
}

function nameOf(source: string): string {
  return join(relative('src', dirname(dirname(source))), basename(source))
}

function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}
