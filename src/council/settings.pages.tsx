import type { FastifyInstance } from 'fastify'

const SETTINGS = [
  { title: 'Council', href: '/settings/council', words: 'Its name, colour and address' },
  { title: 'Committees', href: '/settings/committees', words: 'The bodies that papers go to' },
  { title: 'Scales and rules', href: '/settings/scales', words: 'Grades in your council’s own words, and what the referee asks of them' },
  { title: 'Later dates', href: '/settings/extensions', words: 'Who grants a later date that an update asks for' },
  { title: 'Messages', href: '/settings/messages', words: 'How they go out, from whom, when not, and in which words' },
  { title: 'The ladder', href: '/settings/ladder', words: 'How the late are chased: which step, when, and whether it goes by itself' },
  {
    title: 'Responses to reports',
    href: '/settings/responses',
    words: 'How long there is for a response, and when whoever must respond is reminded',
  },
  {
    title: 'Directors and cabinet members',
    href: '/settings/escalation',
    words: 'To whom late answers go beyond managers',
  },
  { title: 'Templates', href: '/settings/templates', words: 'Your council’s own Word documents, for papers to be filled in' },
  {
    title: 'How Heed reads your documents',
    href: '/settings/document-shapes',
    words: 'What you showed it of documents that it read badly',
  },
  { title: 'People', href: '/people', words: 'Who can sign in, and what they may do' },
  { title: 'History', href: '/history', words: 'Who did what and when, and whether the record is as it was written' },
]

/** Where an administrator finds everything that can be set. */
export async function settingsPages(app: FastifyInstance): Promise<void> {
  app.get('/settings', { config: { role: 'administrator' } }, async (_, reply) =>
    reply.page(
      { title: 'Settings', under: '/settings' },
      <ul class="heed-cards">
        {SETTINGS.map(({ title, href, words }) => (
          <li>
            <h2 class="govuk-heading-m">
              <a class="govuk-link" href={href}>
                {title}
              </a>
            </h2>
            <p class="govuk-body">{words}</p>
          </li>
        ))}
      </ul>,
    ),
  )
}
