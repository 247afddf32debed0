/** A name for programs, made of a title: letters and digits where there are any, else of when it was made. */
export function nameOf(title: string, now: number): string {
  const latin = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 40)
  return latin === '' ? `segment_${now.toString(36)}` : latin
}
