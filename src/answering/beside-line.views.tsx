/**
 * What stands beside the boxes of a line, inside the page's one form: files, notes. A button there named `then` with the value `items/<item>/attachments` or
 * `items/<item>/notes` keeps everything typed on the page before it goes to that page.
 */
export function BesideLine(_: { askingId: string; itemId: string }) {
  return null
}

/** What can be done with the whole asking, under its lines and outside of their form: the form in Word, passing it on to a colleague. */
export function BesideLines(_: { askingId: string }) {
  return null
}
