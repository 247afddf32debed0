const shortest = 12

/** What is wrong with a password before the server is asked: characters are counted as people do. */
export function faultOf(password: string, again: string): 'short' | 'differ' | undefined {
  if (Array.from(password).length < shortest) return 'short'
  return password === again ? undefined : 'differ'
}
