import { writerOf, type Asked } from '../asking/asked.ts'
import { canonicalJson } from '../platform/core/canonical-json.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import { standingsOf } from '../rounds/standing.ts'
import { keepReturn } from '../travelling-forms/keep-return.ts'
import { codesOfDocument } from '../travelling-forms/find-answers.ts'
import { formsNamed, openReturn, type FileCame, type OpenedReturn } from '../travelling-forms/open-return.ts'
import type { NumberedStray, ReturnedLine } from '../travelling-forms/returned-lines.ts'
import { sameTyped } from './answer.ts'
import { boxesOfTyped, typedBefore, typedFromForm } from './draft-boxes.ts'
import { draftsOf } from './drafts.queries.ts'
import { linesOfLink } from './line-of-link.ts'
import { saveDraft } from './save-draft.ts'

/** By one asking: more is no answering. */
const MOST_RETURNS = 40

/** A form in Word that came back by a link, held against what its holder is asked. */
export interface AskedReturn {
  opened: OpenedReturn
  /** Of the lines that they are asked; with words in a box, or words near it that stand in none. */
  lines: LineCame[]
  /** Words that stand in no box and near no line of theirs. */
  strays: NumberedStray[]
  /** The names of lines of the form that did not come back. */
  missing: string[]
  /** It answers lines, or is a form, that they are not asked about. */
  strange: boolean
}

export interface LineCame {
  came: ReturnedLine
  /** It says something that it was not sent with. */
  says: boolean
  notes: string[]
  faults: string[]
  /** An officer has accepted the update: it can no longer be changed. */
  accepted: boolean
}

/**
 * Keeps a form that came back by a link, and puts what was said in it into the boxes of the page, as drafts: nothing of it is an answer before its sender
 * has seen it there and sent it. A form of others, of another round or of a round that takes no answers is kept and nothing is put anywhere.
 * Refuses (invalid) a document that is no form of the council's. Records `return.kept`. Gives the return's id and in how many lines something was put.
 */
export async function takeAskedForm(
  trx: Trx,
  asked: Asked,
  file: FileCame,
  source: SourceDocument,
  now: Date,
): Promise<{ id: string; put: number }> {
  const known = await formsNamed(trx, [source])
  refuseIf(known.length === 0, 'invalid', `${file.name}: ${whyNoForm(source)} Nothing was kept.`)
  await refuseFlood(trx, asked)
  const codes = known.filter(({ round }) => round.id === asked.roundId).map(({ code }) => code)
  const round = { id: asked.roundId, slug: asked.roundSlug }
  const id = await keepReturn(trx, writerOf(asked), round, [{ ...file, kind: source.kind, codes }], asked.linkId)
  const came = await openAskedReturn(trx, asked, id, [source])
  return { id, put: came.opened.round.state === 'open' ? await putInDrafts(trx, asked, came, now) : 0 }
}

function whyNoForm(source: SourceDocument): string {
  const codes = codesOfDocument(source)
  if (codes.length === 0)
    return 'this is not a form that Heed made: none of its codes is in it. Bring back the form that you downloaded here or that came with your message.'
  return codes.some(({ whole }) => whole)
    ? 'this form was not made for you. Bring back the one that you downloaded here or that came with your message.'
    : 'the codes beside the boxes were changed, so nobody can say what it answers. Download the form again and copy your words into it.'
}

async function refuseFlood(trx: Trx, asked: Asked): Promise<void> {
  refuseIf(
    (await returnsOf(trx, asked)).length >= MOST_RETURNS,
    'invalid',
    `${MOST_RETURNS} forms came back by your link already. Write your answers on the page, or send the form to the council.`,
  )
}

/** The forms that came back by the links of an asking, the latest first. */
export async function returnsOf(trx: Trx, { askingId }: Asked): Promise<{ id: string; name: string; at: Date; by: string }[]> {
  return trx
    .selectFrom('form_return as r')
    .innerJoin('form_return_document as d', (join) =>
      join.onRef('d.council_id', '=', 'r.council_id').onRef('d.form_return_id', '=', 'r.id'),
    )
    .innerJoin('asking_link as l', (join) => join.onRef('l.council_id', '=', 'r.council_id').onRef('l.id', '=', 'r.asking_link_id'))
    .select(['r.id', 'd.name', 'r.came_at as at', 'l.for_name as by'])
    .where('l.asking_id', '=', askingId)
    .orderBy('r.came_at', 'desc')
    .execute()
}

/** One of them against the round as it is now; `sources` is its document as it was read. Refuses (not-found) any other. */
export async function openAskedReturn(trx: Trx, asked: Asked, id: string, sources: SourceDocument[]): Promise<AskedReturn> {
  if (!(await returnsOf(trx, asked)).some((one) => one.id === id)) return refuse('not-found', 'No form came back here under this address.')
  const opened = await openReturn(trx, asked.roundSlug, id, sources)
  const own = new Set((await linesOfLink(trx, asked)).map(({ line }) => line.itemId))
  const standings = await standingsOf(trx, opened.round.id)
  const isOwn = ({ line }: Pick<ReturnedLine, 'line'>) => own.has(line.itemId)
  const { lines, strays, missing, unknown } = opened.returned
  return {
    opened,
    lines: lines.filter(isOwn).map((came) => ({
      came,
      says: Object.keys(came.answers).length > 0,
      ...readOf(came),
      accepted: standings.get(came.line.itemId)?.state === 'accepted',
    })),
    strays: [...strays, ...lines.filter((line) => !isOwn(line)).flatMap((line) => line.strays)],
    missing: missing.filter(isOwn).map(({ line }) => line.name),
    strange: opened.strange.length > 0 || unknown.length > 0 || lines.some((line) => !isOwn(line)),
  }
}

function readOf({ answers, now, notes }: ReturnedLine): Pick<LineCame, 'notes' | 'faults'> {
  const read = typedFromForm(answers, now, typedBefore(now, undefined))
  return { notes: [...new Set([...notes, ...read.notes])], faults: read.faults }
}

async function putInDrafts(trx: Trx, asked: Asked, { lines }: AskedReturn, now: Date): Promise<number> {
  let put = 0
  for (const { came, says, accepted } of lines) if (says && !accepted && (await putInDraft(trx, asked, came, now))) put += 1
  return put
}

/**
 * The draft that the form was filled from goes on, while nothing else was written in it since; otherwise the form's words become a draft of their own, so
 * that neither text is lost.
 */
async function putInDraft(trx: Trx, asked: Asked, { answers, line: sent, now: line }: ReturnedLine, now: Date): Promise<boolean> {
  const draft = (await draftsOf(trx, asked.askingId)).find(({ itemId }) => itemId === line.itemId)
  const before = typedBefore(line, draft)
  const { typed } = typedFromForm(answers, line, before)
  if (sameTyped(typed, before)) return false
  const goesOn = draft !== undefined && canonicalJson(boxesOfTyped(draft.typed, line)) === canonicalJson(sent.filled)
  const [draftId, revision, basedOn] = goesOn
    ? [draft.id, draft.revision, draft.basedOn]
    : [null, 0, Math.min(sent.version, line.update.version)]
  await saveDraft(trx, asked, { itemId: line.itemId, draftId, revision, basedOn, typed }, now)
  return true
}
