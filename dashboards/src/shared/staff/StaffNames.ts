import { createContext, useContext } from 'react'

/** Who is behind the ids that tasks and events hold; an id that nobody is behind any more stands for itself. */
export const StaffNames = createContext<ReadonlyMap<string, string>>(new Map())

export function useStaffName(): (id: string) => string {
  const names = useContext(StaffNames)
  return (id) => names.get(id) ?? id
}
