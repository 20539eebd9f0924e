// Imported into a program that must not outlive the one that started it: where that is killed, this program is asked to stop, once.
const parent = process.ppid

const watch = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(watch)
  process.kill(process.pid, 'SIGTERM')
}, 500).unref()
