import { z } from 'zod'
import { LARGEST_PAPER, sizeInWords } from '../files/file.ts'
import { file, files, optionalText, several } from '../platform/web/fields.ts'

/** Told apart by what is sent: files, letters that were ticked, or a move. */
export const filesForm = z.object({ files: files('Choose the file.', 10) })
export const lettersForm = z.object({ letters: several(z.string().max(36), 'Tick the letters that go with the item') })
export const movingForm = z.object({ move: optionalText(60) })
export const replacingForm = z.object({ file: file('Choose the newer file.') })

/** What a file field takes and how much, in words. */
export const FILES_HINT = `Word or PDF is read best; OpenDocument, Excel, CSV and text are read too. Each at most ${sizeInWords(LARGEST_PAPER)}, and as much together. You see how each was read before it counts.`
