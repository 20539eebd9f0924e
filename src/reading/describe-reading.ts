import type { Reading } from './reading.ts'
export function describeReading(reading: Reading, width: number): string {
  return `${reading.source.name} ${width}`
}
