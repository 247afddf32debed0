import { isWithin } from './faults'
import { pathText, type Path } from './json'

/** The lock that covers a path: its own, or that of something around it. */
export function lockOver(locked: readonly string[], path: Path): string | undefined {
  const text = pathText(path)
  return locked.find((each) => isWithin(each, text))
}

/** The locks with one more, or one less. A lock makes those inside it needless. */
export function withLock(locked: readonly string[], path: Path, isLocked: boolean): string[] {
  const text = pathText(path)
  const others = locked.filter((each) => each !== text)
  return isLocked ? [...others.filter((each) => !isWithin(text, each)), text] : others
}
