/** Why Heed will not do what was asked; each door translates the code once (HTTP status, exit code). */
export type RefusalCode = 'not-found' | 'not-allowed' | 'invalid' | 'conflict' | 'unavailable'

/** The one error class: a code for the door and a message fit for the person using Heed. Anything else thrown is a fault of Heed's. */
export class Refusal extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Refusal'
    this.code = code
  }
}

export function refuse(code: RefusalCode, message: string): never {
  throw new Refusal(code, message)
}

export function refuseIf(condition: boolean, code: RefusalCode, message: string): asserts condition is false {
  if (condition) refuse(code, message)
}

export function refuseUnless(condition: boolean, code: RefusalCode, message: string): asserts condition is true {
  if (!condition) refuse(code, message)
}
