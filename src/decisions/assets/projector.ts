// The screen in the room shows the line that the officer's window of the same browser is on, and what was decided of it as it is pressed.
const screen = document.querySelector<HTMLElement>('[data-projector]')

if (screen) {
  const sections = [...screen.querySelectorAll<HTMLElement>('[data-line]')]
  const show = (line: string | undefined) => {
    if (!sections.some(({ dataset }) => dataset.line === line)) return
    for (const section of sections) section.hidden = section.dataset.line !== line
  }
  show(sections[0]?.dataset.line)
  const channel = new BroadcastChannel('heed-room')
  channel.addEventListener('message', ({ data }: MessageEvent<{ meeting?: string; line?: string; decided?: string; words?: string }>) => {
    if (data.meeting !== screen.dataset.projector) return
    show(data.line)
    const place = sections.find(({ dataset }) => dataset.line === data.decided)?.querySelector('[data-decided]')
    if (place && data.words) place.textContent = data.words
  })
  channel.postMessage({ hello: screen.dataset.projector })
}
