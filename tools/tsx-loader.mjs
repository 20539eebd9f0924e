// Node runs .ts as it stands; .tsx is turned into JavaScript by esbuild as it is imported.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

let esbuild
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    esbuild ??= process.getBuiltinModule('node:module').createRequire(import.meta.url)('esbuild')
    const { code } = esbuild.transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
      loader: 'tsx',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'inline',
      sourcefile: url,
      target: 'node24',
    })
    return { format: 'module', source: code, shortCircuit: true }
  },
})
