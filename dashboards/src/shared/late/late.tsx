import { lazy, useState, type ComponentType } from 'react'
import { Boundary } from '../ui/Boundary'
import { NotLoaded } from './NotLoaded'

/** Its code could not be had: the network was away, or the server has another build by now. */
class CodeMissing extends Error {}

type Load<Props extends object> = () => Promise<{ default: ComponentType<Props> }>

function lazily<Props extends object>(load: Load<Props>): ComponentType<Props> {
  return lazy(() =>
    load().catch((cause: unknown) => {
      throw new CodeMissing('The code of a part of the app could not be loaded.', { cause })
    }),
  )
}

/**
 * A page, or a part of one, that loads when it is first shown. Where that fails it says so and offers to try again; what is around it
 * stays.
 */
export function late<Props extends object>(load: Load<Props>, what: 'page' | 'part' = 'page'): ComponentType<Props> {
  // Shared by all places that show it, so that it loads once; anew after a failure, which would be kept otherwise.
  let latest = lazily(load)
  return function Late(props: Props) {
    const [{ Part, attempt }, setShown] = useState(() => ({ Part: latest, attempt: 0 }))
    const again = () => {
      latest = lazily(load)
      setShown({ Part: latest, attempt: attempt + 1 })
    }
    return (
      <Boundary
        key={attempt}
        fallback={(failure) => {
          // A fault of the part itself is for whoever stands around it.
          if (!(failure instanceof CodeMissing)) throw failure
          return <NotLoaded what={what} onRetry={again} />
        }}
      >
        <Part {...props} />
      </Boundary>
    )
  }
}
