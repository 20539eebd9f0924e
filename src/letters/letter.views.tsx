import { TAKEN_WORDS, type Enclosure } from '../files/enclosure.ts'
import { kindAndSize } from '../files/file.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { Button, Buttons } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, Lines, SummaryList, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { paragraphsInWords } from '../meetings/schedule-12a.ts'
import { dayInWords, isExemptLetter, letterDay, LETTER_STATE_WORDS, letterName, letterState, type LetterRecord } from './letter-record.ts'

const COLOURS = { draft: 'yellow', sent: 'green', received: 'blue' } as const

function StateTag({ letter }: { letter: LetterRecord }) {
  const state = letterState(letter)
  return <Tag colour={COLOURS[state]}>{LETTER_STATE_WORDS[state]}</Tag>
}

export function LettersPage({ letters }: { letters: LetterRecord[] }) {
  return (
    <>
      <Button text="Add a letter" href="/letters/adding" />
      {letters.length === 0 ? (
        <EmptyState title="No letters yet">
          <p class="govuk-body">
            Comments to services and calls to attend are drafted from a meeting’s decisions, on the meeting’s page. Letters to ministers and
            partners, and what they answer, are kept here and on the recommendation.
          </p>
        </EmptyState>
      ) : (
        <>
          <LetterTable letters={letters} caption="Letters, the newest first" />
          <DownloadList address="/letters" of="these letters" />
        </>
      )}
    </>
  )
}

export function LetterTable({ letters, caption }: { letters: readonly LetterRecord[]; caption: string }) {
  return (
    <Table
      caption={caption}
      hiddenCaption
      rows={letters}
      columns={[
        { head: 'Day', cell: (letter) => dayInWords(letterDay(letter)) },
        {
          head: 'Letter',
          names: true,
          width: 'third',
          cell: (letter) => (
            <>
              <a class="govuk-link" href={`/letters/${letter.slug}`}>
                {letterName(letter)}
              </a>{' '}
              {isExemptLetter(letter) && <Tag colour="red">Exempt</Tag>}
              <div>{letter.subject}</div>
            </>
          ),
        },
        {
          head: 'About',
          cell: ({ recommendation, review }) =>
            recommendation ? (
              <a class="govuk-link" href={recommendation.address}>
                {`${review?.title}, ${recommendation.name.toLowerCase()}`}
              </a>
            ) : (
              (review?.title ?? <span class="heed-none">Nothing in particular</span>)
            ),
        },
        {
          head: 'State',
          cell: (letter) => (
            <>
              <StateTag letter={letter} />
              {letter.replyTo && <div>{`Answers “${letter.replyTo.subject}”`}</div>}
            </>
          ),
        },
      ]}
    />
  )
}

interface LetterProps {
  letter: LetterRecord
  replies: LetterRecord[]
  /** How its attachments go into papers, by the hexadecimal form of their hash. */
  enclosures: ReadonlyMap<string, Enclosure>
}

export function LetterPage({ letter, replies, enclosures }: LetterProps) {
  const { slug, direction, sent, exemptParagraphs, recommendation, meeting, replyTo } = letter
  const isDraft = letterState(letter) === 'draft'
  return (
    <>
      {isExemptLetter(letter) && (
        <WarningText>{`Exempt by ${paragraphsInWords(exemptParagraphs)} of Schedule 12A. It goes into no paper that the public sees.`}</WarningText>
      )}
      <SummaryList
        rows={[
          { key: 'State', value: <StateTag letter={letter} /> },
          {
            key: direction === 'out' ? 'To' : 'From',
            value: <Lines text={[letter.correspondent, letter.address].filter(Boolean).join('\n')} />,
          },
          { key: 'Dated', value: dayInWords(letter.datedOn) },
          sent && {
            key: 'Sent',
            value: (
              <>
                {`${inWords(sent.on)}. ${sent.how}`}{' '}
                {sent.messageId && (
                  <a class="govuk-link" href={`/messages/${sent.messageId}`}>
                    The message, and what became of it
                  </a>
                )}
              </>
            ),
          },
          recommendation && {
            key: 'About',
            value: (
              <a class="govuk-link" href={`${recommendation.address}/letters`}>
                {recommendation.name}
              </a>
            ),
          },
          meeting && {
            key: 'From the meeting',
            value: (
              <a class="govuk-link" href={`/meetings/${meeting.slug}`}>
                {inWords(meeting.heldOn)}
              </a>
            ),
          },
          replyTo && {
            key: 'Answers',
            value: (
              <a class="govuk-link" href={`/letters/${replyTo.slug}`}>
                {replyTo.subject}
              </a>
            ),
          },
        ]}
      />
      <section class="letters-words" aria-labelledby="words">
        <h2 class="govuk-heading-m" id="words">
          {letter.subject}
        </h2>
        {letter.body === '' ? <p class="govuk-body heed-none">No words of it are kept.</p> : <Lines text={letter.body} />}
      </section>
      <Attachments letter={letter} enclosures={enclosures} />
      {replies.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Answers</h2>
          <LetterTable letters={replies} caption="Answers to this letter" />
        </>
      )}
      <Buttons>
        {isDraft && <Button text="Send it" href={`/letters/${slug}/sending`} />}
        {sent && <Button text="Keep the answer" kind="secondary" href={`/letters/adding?reply=${slug}`} />}
        {direction === 'in' && <Button text="Write an answer" kind="secondary" href={`/letters/adding?reply=${slug}`} />}
        {!sent && (
          <>
            <a class="govuk-link" href={`/letters/${slug}/correcting`}>
              Change the letter
            </a>
            <a class="govuk-link" href={`/letters/${slug}/attachments`}>
              Add or remove files
            </a>
          </>
        )}
      </Buttons>
      {!isDraft && !isExemptLetter(letter) && letter.review && (
        <p class="govuk-body">
          It can go into papers as an appendix: tick it where you{' '}
          <a class="govuk-link" href="/papers/making">
            make the paper of a round
          </a>
          , or among the papers of an item on a meeting’s agenda.
        </p>
      )}
    </>
  )
}

function Attachments({ letter: { slug, attachments }, enclosures }: Pick<LetterProps, 'letter' | 'enclosures'>) {
  if (attachments.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Attachments</h2>
      <ul class="govuk-list govuk-list--spaced">
        {attachments.map((file) => {
          const enclosure = enclosures.get(file.sha256.toString('hex'))
          return (
            <li>
              <a class="govuk-link files-name" href={`/letters/${slug}/attachments/${file.position}`}>
                {file.name}
              </a>
              {` (${kindAndSize(file)})`}
              <div>
                {enclosure ? `In papers: ${TAKEN_WORDS[enclosure.taken].toLowerCase()}. ` : ''}
                <a class="govuk-link" href={`/letters/${slug}/attachments/${file.position}/checking`}>
                  {enclosure ? 'See how it was read' : 'Say how it goes into papers'}
                  <span class="govuk-visually-hidden">{`: ${file.name}`}</span>
                </a>
              </div>
            </li>
          )
        })}
      </ul>
    </>
  )
}
