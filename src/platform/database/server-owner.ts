import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server says of itself in its data folder. */
export type RunningServer = { pid: number; socketFolder: string; ready: boolean; owner: Owner | null }

/** The Heed that started a server: its process, and when that process began, because numbers are used again. */
export type Owner = { pid: number; began: string }

/** The server carries its owner's name from its first moment, among its arguments (as `cluster_name`), so no file can disagree with it. */
export function ownerMark(): string {
  return `cluster_name=heed ${process.pid} ${began(process.pid)}`
}

/** The server that runs on the folder; null where none does, whatever files an earlier one left. */
export function runningServer(folder: string): RunningServer | null {
  const lines = readOr(join(folder, 'postmaster.pid'), '').split('\n')
  const pid = Number(lines[0])
  if (!pid || !isAlive(pid)) return null
  const command = commandOf(pid)
  if (!serves(command, folder)) return null
  return { pid, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready', owner: ownerIn(command) }
}

/** Whether the pid file names a process that is no live server of this folder, yet exists: PostgreSQL itself would refuse to start. */
export function pidFileMisleads(folder: string): boolean {
  const pid = Number(readOr(join(folder, 'postmaster.pid'), '').split('\n')[0])
  return pid > 0 && exists(pid) && !(isAlive(pid) && serves(commandOf(pid), folder))
}

export function ownerLives(owner: Owner | null): boolean {
  return owner !== null && isAlive(owner.pid) && began(owner.pid) === owner.began
}

/** A process that was killed and not yet reaped by its parent still exists, but is not alive. */
export function isAlive(pid: number): boolean {
  return exists(pid) && (process.platform !== 'linux' || !/\) [ZX] [^)]*$/.test(readOr(`/proc/${pid}/stat`, '')))
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Of the arguments, not of postmaster.opts: while a server starts, that file still tells of the one before it. */
function ownerIn(command: string): Owner | null {
  const match = /cluster_name=heed (\d+) (\w+)/.exec(command)
  return match ? { pid: Number(match[1]), began: match[2] ?? '' } : null
}

/** The server was started with its folder among its arguments; a server of another folder, or any other program, was not. */
function serves(command: string, folder: string): boolean {
  return command === '' || (command.includes('postgres') && command.includes(folder))
}

function commandOf(pid: number): string {
  return process.platform === 'linux' ? readOr(`/proc/${pid}/cmdline`, '').replaceAll('\0', ' ') : ps(pid, 'args=')
}

function began(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'lstart=').replace(/\W+/g, '_')
  const afterName = readOr(`/proc/${pid}/stat`, '').split(') ').at(-1) ?? ''
  return afterName.split(' ')[19] ?? ''
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } }).stdout.trim()
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}
