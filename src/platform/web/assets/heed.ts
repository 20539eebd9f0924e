// Enhancement only: every page works without it. Two of the package's scripts are left out for what axe finds in them: that of radios
// (an aria-expanded that they may not have; what a choice reveals is the style sheet's) and that of file uploads (a button named otherwise
// than it reads; the browser's own control takes dropped files too).
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  SkipLink,
  Tabs,
  createAll,
} from 'govuk-frontend'
import { forgetEnded } from './kept-today.ts'
import { sayWhenWorking } from './wait-for-answer.ts'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const Component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  SkipLink,
  Tabs,
]) {
  createAll(Component as typeof Button)
}
sayWhenWorking()
// What a device keeps for somebody does not outlast their being signed in, nor its day.
void forgetEnded(document.body.dataset.visit).catch(() => undefined)
