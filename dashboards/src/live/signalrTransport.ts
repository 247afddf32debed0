import { HttpError, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr'
import type { LiveItem, RecallFigures } from '@/api/types'
import { SignedOutError, type Observer, type Transport } from './transport'

/** Reconnecting is LiveLink's part: it knows the position to resume from, and shows when it will try. */
export function signalrTransport(url = '/hubs/live'): Transport {
  const connection = new HubConnectionBuilder().withUrl(url).configureLogging(LogLevel.None).build()

  const follow = <Item>(stream: string, request: object, observer: Observer<Item>) => {
    const subscription = connection.stream<Item>(stream, request).subscribe({
      next: (item) => observer.next(item),
      error: (failure) => observer.ended(failure),
      complete: () => observer.ended(),
    })
    return () => subscription.dispose()
  }

  return {
    async open() {
      try {
        await connection.start()
      } catch (failure) {
        throw isUnauthorized(failure) ? new SignedOutError() : failure
      }
    },
    isOpen: () => connection.state === HubConnectionState.Connected,
    watch: (request, observer) => follow<LiveItem>('Watch', request, observer),
    watchRecall: (target, observer) => follow<RecallFigures>('WatchRecall', target, observer),
    close: () => connection.stop(),
  }
}

/** The client wraps a refused negotiation in an error of its own that carries the status in its text only. */
function isUnauthorized(failure: unknown): boolean {
  if (failure instanceof HttpError) return failure.statusCode === 401
  return failure instanceof Error && failure.message.includes('Status code \'401\'')
}
