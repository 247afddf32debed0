/** A hidden page draws no frames, yet what it counts in its title has to go on. In milliseconds. */
const longest = 1_000

/** Draws with the next frame, or after a second where none comes. */
export function nextFrame(draw: () => void): void {
  const once = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    draw()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, longest)
}
