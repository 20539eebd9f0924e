import { Refusal } from './platform/core/refusal.ts'

/** Door 2: every command, one line each. A command's module is loaded only when it is called, so that `heed read` starts fast. */
type Command = { words: string; load: () => Promise<{ run: (args: string[]) => Promise<number> }> }

const COMMANDS: Record<string, Command> = {
  serve: { words: '                              the web: Heed in the browser (PORT, HOST)', load: () => import('./serve.command.ts') },
  work: {
    words: '                              the worker alone: what is sent and done between requests',
    load: () => import('./work.command.ts'),
  },
  password: {
    words: 'EMAIL                         another password for someone who cannot sign in',
    load: () => import('./people/set-password.command.ts'),
  },
  read: { words: 'FILE [--json]                 what a document holds', load: () => import('./reading/read-document.command.ts') },
  check: {
    words: 'FILE [LATER] [--json]         what the referee finds in a document, or between two rounds',
    load: () => import('./referee/check-document.command.ts'),
  },
  import: {
    words: 'FILE_OR_FOLDER…               brings in old papers, many at once (--help)',
    load: () => import('./imports/import-files.command.ts'),
  },
  migrate: {
    words: '                              bring the database forward to this Heed',
    load: () => import('./platform/database/migrate.command.ts'),
  },
  backup: {
    words: 'FILE                          a copy of everything, taken while Heed serves',
    load: () => import('./platform/database/backup.command.ts'),
  },
  restore: {
    words: 'FILE                          that copy, back into an empty database',
    load: () => import('./platform/database/restore.command.ts'),
  },
  verify: {
    words: '                              whether the history is as it was written',
    load: () => import('./history/verify-history.command.ts'),
  },
}

async function main([name, ...args]: string[]): Promise<number> {
  const command = COMMANDS[name ?? '']
  if (!command) {
    process.stderr.write(`${usage()}\n`)
    return name === undefined || name === 'help' || name === '--help' ? 0 : 2
  }
  try {
    return await (await command.load()).run(args)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

function usage(): string {
  return ['Usage: heed COMMAND', '', ...Object.entries(COMMANDS).map(([name, { words }]) => `  ${name.padEnd(10)} ${words}`)].join('\n')
}

// A reader that has seen enough (`heed read FILE | head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await main(process.argv.slice(2))
