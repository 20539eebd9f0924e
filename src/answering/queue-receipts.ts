import { writeOfWhich } from '../asking/queue-for-asking.ts'
import { writerOf, type Asked } from '../asking/asked.ts'
import { lastDayOf, linkFor } from '../asking/asking-link.ts'
import { queueMessage } from '../messages/queue-message.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import { gradeInWords } from '../reviews/review-as-reading.ts'
import { lineName } from '../rounds/round-lines.ts'
import type { RoundRecord } from '../rounds/round.ts'
import type { LineToSend } from './lines-to-send.ts'
import { linksUpTo, type LinkBehind } from './submissions.queries.ts'

export interface ReceiptOf {
  submissionId: string
  round: RoundRecord
  lines: readonly LineToSend[]
  explanations: Readonly<Record<string, string>>
  /** Names of the lines that are unanswered still. */
  left: readonly string[]
}

/**
 * Queues the receipt for whoever answered and, where a colleague did, for the contact who was asked: each once for one submission. Records no event of its
 * own: `queueMessage` does.
 */
export async function queueReceipts(trx: Trx, link: Asked, key: KeyOfHeed, receipt: ReceiptOf, now: Date): Promise<void> {
  const links = await linksUpTo(trx, link.linkId)
  const [own, asked] = [links[0], links.at(-1)]
  if (own) await queueReceipt(trx, link, key, receipt, own, now)
  if (asked && asked.address !== own?.address) await queueReceipt(trx, link, key, receipt, asked, now)
}

async function queueReceipt(trx: Trx, link: Asked, key: KeyOfHeed, receipt: ReceiptOf, to: LinkBehind, now: Date): Promise<void> {
  if (to.address === '') return
  const { round } = receipt
  const writer = writerOf(link)
  const { passedBy, ...wanted } = to
  const { href } = await linkFor(trx, writer, key, { ...wanted, askingId: link.askingId, ...(passedBy && { passedBy }) }, now)
  const { id, queued } = await queueMessage(
    trx,
    writer,
    key,
    {
      step: 'receipt',
      purpose: `receipt ${receipt.submissionId} ${to.address}`,
      about: `/rounds/${round.slug}`,
      to: { contactId: passedBy ? null : link.contactId, name: to.name, address: to.address },
      said: {
        round: round.name,
        due: inWords(round.dueOn ?? round.presentedOn),
        expires: inWords(lastDayOf(to)),
        said: saidInWords(receipt, to.name === link.name ? null : link.name),
      },
      link: href,
    },
    now,
  )
  if (queued) await writeOfWhich(trx, writer, id, [link.askingId])
}

/** What was said, as a letter can hold it. */
export function saidInWords({ lines, explanations, left, round }: ReceiptOf, by: string | null): string {
  const several = round.reviews.length > 1
  const blocks = lines.map(({ one, answer, explain }) => {
    const { line } = one
    const { entered } = answer
    const grade = line.review.scale.grades.find(({ code }) => code === entered.gradeCode)
    return [
      `${several ? `${line.review.title}, ` : ''}${lineName(line)}: ${grade ? gradeInWords(grade) : 'no grade'}`,
      entered.evidence,
      entered.explanation && `Why: ${entered.explanation}`,
      entered.impact && `Difference made: ${entered.impact}`,
      typeof entered.percentComplete === 'number' && `Done: ${entered.percentComplete}%`,
      entered.revisedWords && `New date: ${entered.revisedWords}${entered.revisedReason ? ` (${entered.revisedReason})` : ''}`,
      ...explain.map(({ field }) => explanations[field] && `Left as it is, because: ${explanations[field]}`),
    ]
      .filter(Boolean)
      .join('\n')
  })
  return [by && `Sent by ${by}.`, ...blocks, left.length > 0 && `Still to answer: ${left.join('; ')}.`].filter(Boolean).join('\n\n')
}
