import { EventSourceParserStream } from 'eventsource-parser/stream';
import { freshToken, reach } from './api/client';
import { readJson } from './api/json';
import { session } from './session';
import { Store } from './store';

export type StreamState = 'connecting' | 'live' | 'reconnecting' | 'absent' | 'off';

export interface LiveEvent {
  kind: string;
  id: string;
  data: Record<string, unknown>;
}

type Listener = (event: LiveEvent) => void;

const SLOWEST_MS = 15_000;
const SILENCE_MS = 40_000;

export const streamState = new Store<StreamState>('off');
const listeners = new Set<Listener>();

export function onEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The server's events of this account, through fetch so that the token stays in a header. After a loss it goes on from the last
 * event it saw; nothing is missed. Ends with the signal.
 */
export async function follow(signal: AbortSignal): Promise<void> {
  let last = '';
  for (let failures = 0; !signal.aborted && session.get();) {
    if (streamState.get() !== 'reconnecting') streamState.set(failures ? 'reconnecting' : 'connecting');
    const connection = new AbortController();
    const both = AbortSignal.any([signal, connection.signal]);
    try {
      const response = await connect(last, both);
      if (response.status === 404 || response.status === 501) {
        streamState.set('absent');
        await pause(60_000, signal);
        continue;
      }
      if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
      streamState.set('live');
      failures = 0;
      last = await listen(response.body, last, connection);
    } catch {
      // Lost, refused or silent: try again, more and more slowly.
    }
    connection.abort();
    failures++;
    if (signal.aborted) break;
    streamState.set('reconnecting');
    const ceiling = Math.min(SLOWEST_MS, 500 * 2 ** failures);
    await pause(ceiling / 2 + Math.random() * (ceiling / 2), signal);
  }
  streamState.set('off');
}

async function connect(last: string, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'text/event-stream' };
  const token = await freshToken();
  if (token) headers.Authorization = `Bearer ${token}`;
  if (last) headers['Last-Event-ID'] = last;
  return reach('/api/events/stream', { headers, signal, cache: 'no-store' });
}

async function listen(body: ReadableStream<Uint8Array>, last: string, connection: AbortController): Promise<string> {
  const alive = watchdog(connection);
  const heard = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        alive.touch();
        controller.enqueue(chunk);
      },
    }),
  );
  const events = heard
    .pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  let seen = last;
  try {
    for (;;) {
      const { done, value } = await events.read();
      if (done) return seen;
      if (value.id) seen = value.id;
      const event = {
        kind: value.event ?? 'message',
        id: value.id ?? '',
        data: (readJson(value.data || '{}') ?? {}) as LiveEvent['data'],
      };
      listeners.forEach((listener) => listener(event));
    }
  } catch {
    return seen;
  } finally {
    alive.stop();
  }
}

/** The server sends something every 15 s; a connection that is silent for longer than twice that is dead. */
function watchdog(connection: AbortController) {
  let timer = setTimeout(() => connection.abort(), SILENCE_MS);
  return {
    touch() {
      clearTimeout(timer);
      timer = setTimeout(() => connection.abort(), SILENCE_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
