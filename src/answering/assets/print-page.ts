// The button is there only where scripts run; without them the browser's own menu prints.
document.querySelector('[data-print]')?.addEventListener('click', () => window.print())
