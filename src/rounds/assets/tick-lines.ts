// “All on this page” ticks the boxes that one sees, so that some can be unticked again. Without this the server takes all lines that the page showed.
const all = document.querySelector<HTMLInputElement>('.rounds-bulk input[name="all"]')
const boxes = [...document.querySelectorAll<HTMLInputElement>('.rounds-lines input[name="item"]')]

if (all && boxes.length > 0) {
  const count = document.createElement('span')
  count.className = 'rounds-bulk__count'
  count.setAttribute('role', 'status')
  all.closest('.rounds-bulk')?.append(count)
  // It says now what the boxes say, and is sent no more.
  all.removeAttribute('name')
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked
    tell()
  })
  for (const box of boxes) box.addEventListener('change', tell)
  if (all.checked) for (const box of boxes) box.checked = true
  tell()

  function tell(): void {
    const ticked = boxes.filter((box) => box.checked).length
    all!.checked = ticked === boxes.length
    all!.indeterminate = ticked > 0 && ticked < boxes.length
    count.textContent = ticked === 0 ? '' : `${ticked} ${ticked === 1 ? 'line' : 'lines'} ticked`
  }
}
