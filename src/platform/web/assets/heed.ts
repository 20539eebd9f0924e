// Enhancement only: every page works without it. Radios need none: what a choice reveals is shown by the style sheet,
// since the package's script gives radios an aria-expanded that they may not have.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  SkipLink,
  Tabs,
  createAll,
} from 'govuk-frontend'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const Component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  SkipLink,
  Tabs,
]) {
  createAll(Component as typeof Button)
}
