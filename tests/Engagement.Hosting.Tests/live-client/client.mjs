// Watches a chain as any program would and prints each item as a line of JSON. It comes back by itself after a break, from
// the last position it has seen.
import { HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';

const [address, key, chain, store, after, stream = 'Watch'] = process.argv.slice(2);
let last = after ? Number(after) : undefined;

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

for (;;) {
  const connection = new HubConnectionBuilder()
    .withUrl(`${address}/hubs/live`, { accessTokenFactory: () => key })
    .configureLogging(LogLevel.None)
    .build();
  try {
    await connection.start();
  } catch (error) {
    if (/401/.test(String(error))) {
      say({ refused: String(error) });
      process.exit(0);
    }
    await pause(50);
    continue;
  }

  say({ connected: true, after: last ?? null });
  const error = await new Promise((resolve) => {
    connection.stream(stream, { chain, store: store || undefined, after: last }).subscribe({
      next: (item) => {
        last = item.position;
        say(item);
      },
      error: resolve,
      complete: () => resolve(new Error('the stream ended')),
    });
  });
  if (connection.state === HubConnectionState.Connected) {
    say({ failed: String(error) });
    process.exit(0);
  }
  await connection.stop();
}
