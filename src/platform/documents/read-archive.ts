import { Inflate } from 'fflate'
import { refuse, refuseIf } from '../core/refusal.ts'
import { LIMITS } from './reading-limits.ts'

/** A ZIP archive whose directory was read and whose parts are unpacked only when asked for. */
export interface Archive {
  names: string[]
  /** Unpacks a part piece by piece; refuses (invalid) one that is over the limit, encrypted or damaged. False where there is no such part. */
  unpack: (name: string, take: (piece: Uint8Array, last: boolean) => void) => boolean
}

interface Entry {
  method: number
  encrypted: boolean
  packed: number
  offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
/** So few packed bytes at a time that even the densest piece (about 1:1030) unpacks to a few megabytes before its size is checked. */
const PIECE = 4096

const DAMAGED =
  'This file is damaged: it begins like a Word document but its contents cannot be unpacked. Open it in Word, save it again and try that copy.'

/** Reads the directory of a ZIP archive. Refuses (invalid) one that is damaged or has too many entries. */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = readDirectory(bytes)
  return {
    names: [...entries.keys()],
    unpack(name, take) {
      const entry = entries.get(name)
      if (!entry) return false
      unpackEntry(bytes, name, entry, take)
      return true
    },
  }
}

function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) refuse('invalid', DAMAGED)
  const count = view.getUint16(end + 10, true)
  refuseIf(
    count > LIMITS.entries,
    'invalid',
    `This file holds ${count} parts, more than the ${LIMITS.entries} that Heed opens. It is not a committee paper.`,
  )
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) refuse('invalid', DAMAGED)
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name.replaceAll('\\', '/'), {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return -1
}

function unpackEntry(bytes: Uint8Array, name: string, entry: Entry, take: (piece: Uint8Array, last: boolean) => void): void {
  refuseIf(
    entry.encrypted,
    'invalid',
    'This file is protected by a password. Take the password off (File, Info, Protect Document) and try again.',
  )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_ENTRY) refuse('invalid', DAMAGED)
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed || (entry.method !== 0 && entry.method !== 8)) refuse('invalid', DAMAGED)
  let size = 0
  const counted = (piece: Uint8Array, last: boolean): void => {
    size += piece.length
    if (size > LIMITS.partBytes) {
      refuse(
        'invalid',
        `${name} in this file unpacks to more than ${LIMITS.partBytes / 1_000_000} MB, which no committee paper needs. Heed has not read it.`,
      )
    }
    take(piece, last)
  }
  if (entry.method === 0) return counted(packed, true)
  inflate(packed, counted)
}

function inflate(packed: Uint8Array, take: (piece: Uint8Array, last: boolean) => void): void {
  let whole = false
  const inflater = new Inflate((piece, last) => {
    whole ||= last
    take(piece, last)
  })
  try {
    for (let at = 0; at < packed.length || at === 0; at += PIECE)
      inflater.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
  } catch (error) {
    if (isRefusal(error)) throw error
    refuse('invalid', DAMAGED)
  }
  if (!whole) refuse('invalid', DAMAGED)
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'Refusal'
}
