import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { failingJobs } from '../platform/jobs/queue-job.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { stepsInOwnWords } from './message-words.queries.ts'
import { postForm } from './post-settings.form.ts'
import { keptPassword } from './post-settings.ts'
import { postSettings } from './post-settings.queries.ts'
import { PostSettingsPage } from './post-settings.views.tsx'
import { savePostSettings } from './save-post-settings.ts'
import { sendTestLetter } from './send-test-letter.ts'

const administrators = { config: { role: 'administrator' as const } }
const SETTINGS = { text: 'Settings', href: '/settings' }

/** How messages go out, from whom and when not; their words; a test letter; and what the worker could not do. */
export async function postSettingsPages(app: FastifyInstance): Promise<void> {
  app.get('/settings/messages', administrators, (request, reply) => show(request, reply))
  app.post('/settings/messages', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: postForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { version, smtpPassword, notifySecret, ...said }) => {
        const before = await postSettings(trx)
        if (said.post === 'notify' && notifySecret === '' && !before.notifySealed)
          throw new FieldFault('notifySecret', 'Enter the API key, from GOV.UK Notify under API integration')
        if (said.post === 'smtp' && said.smtpUser !== '' && smtpPassword === '' && !keptPassword(before, said))
          throw new FieldFault('smtpPassword', 'Enter the password for this mail server')
        const secrets = { smtpPassword, notifyKey: notifySecret }
        await savePostSettings(trx, officerOf(request), app.keyOfHeed, said, secrets, version, app.clock())
        return { goTo: '/settings/messages', say: 'The settings were saved. Send yourself a test letter to see that they are right.' }
      },
    }),
  )
  app.post('/settings/messages/test-letter', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => show(request, reply, form),
      work: async (trx) => {
        const id = await sendTestLetter(trx, officerOf(request), app.clock())
        return { goTo: `/messages/${id}`, say: 'The test letter is on its way. Reload this page to see what became of it.' }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const found = await inOfficersCouncil(request, async (trx) => ({
    settings: await postSettings(trx),
    own: await stepsInOwnWords(trx),
    failing: await failingJobs(trx),
  }))
  const { smtpSealed: _smtp, notifySealed: _notify, closedDays, weekends, bankHolidays, ...plain } = found.settings
  const opening = { ...plain, closedDays: closedDays.join('\n'), weekends: weekends ? 'yes' : '', bankHolidays: bankHolidays ? 'yes' : '' }
  const form = typed && Object.keys(typed.values).length > 0 ? typed : filledForm(opening)
  const page = { title: 'Messages', under: '/settings', breadcrumbs: [SETTINGS], form: typed ?? form }
  return reply.page(page, <PostSettingsPage {...found} form={form} />)
}
