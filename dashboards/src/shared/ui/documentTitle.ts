let title = ''
let count = 0

/** What the browser's tab is called: the page's name, after the number of what waits, where something does. */
function write(): void {
  document.title = count > 0 ? `(${count}) ${title}` : title
}

/** Names the page. Returns how to name it as before. */
export function nameDocument(name: string): () => void {
  const before = title
  title = name
  write()
  return () => {
    title = before
    write()
  }
}

/** Says in the title how many things wait for the reader, whichever page she is on. */
export function countInTitle(waiting: number): void {
  if (title === '') title = document.title
  count = waiting
  write()
}
