type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** What is there of it: a query asks for nothing by leaving it out. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>
}
