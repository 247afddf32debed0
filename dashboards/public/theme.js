// Runs before the first paint, outside the bundle: a theme chosen earlier must not flash the other one.
try {
  const theme = localStorage.getItem('engagement.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be refused; the system's theme holds then.
}
