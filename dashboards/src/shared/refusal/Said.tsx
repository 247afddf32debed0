import type { Reason } from './Reason'

/** A sentence, and behind it what the server could say in English only, so that it is read aloud as English. */
export function Said({ text, english }: Reason) {
  if (english === undefined) return text
  return (
    <>
      {text} <span lang="en">{english}</span>
    </>
  )
}
