import { begin, end, session, stored, type Session } from '../session';
import { address, answeredBy, inOrder } from './gateways';
import { readJson, writeJson } from './json';
import { Problem, Unreachable, type ProblemBody } from './problem';

const PATIENCE_MS = 12_000;
const RENEW_BEFORE_MS = 30_000;

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface Answer<T> {
  data: T;
  status: number;
  headers: Headers;
}

interface Request {
  method: 'GET' | 'POST';
  path: string;
  query?: Query;
  body?: unknown;
  key?: string;
  anonymous?: boolean;
  signal?: AbortSignal;
}

export function withQuery(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value));
  }
  return parameters.size ? `${path}?${parameters}` : path;
}

/** Tries one gateway after the other. A repeat is harmless: what moves money carries an idempotency key. */
export async function reach(path: string, init: RequestInit, patience = PATIENCE_MS): Promise<Response> {
  for (const origin of inOrder()) {
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), patience);
    try {
      const signal = init.signal ? AbortSignal.any([init.signal, timer.signal]) : timer.signal;
      const response = await fetch(address(origin, path), { ...init, signal, credentials: 'omit' });
      answeredBy(origin);
      return response;
    } catch (failure) {
      if (init.signal?.aborted) throw failure;
    } finally {
      clearTimeout(timeout);
    }
  }
  throw new Unreachable();
}

async function send(request: Request, token: string | undefined): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (request.key) headers['Idempotency-Key'] = request.key;
  if (request.body !== undefined) headers['Content-Type'] = 'application/json';
  return reach(withQuery(request.path, request.query), {
    method: request.method,
    headers,
    body: request.body === undefined ? undefined : writeJson(request.body),
    signal: request.signal,
  });
}

export async function asProblem(response: Response, path: string): Promise<Problem> {
  const body = await response
    .text()
    .then((text) => readJson(text) as ProblemBody)
    .catch(() => null);
  const after = retryAfter(response);
  if (body && typeof body === 'object' && 'code' in body) return new Problem(body, after);
  return new Problem(unworded(response, path), after);
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** An answer that is no problem of the API: something between here and there spoke. */
function unworded(response: Response, path: string): ProblemBody {
  return {
    type: 'about:blank',
    title: response.statusText || 'Error',
    status: response.status,
    detail: `The server answered ${response.status}.`,
    instance: path,
    code: response.status === 404 ? 'not_found' : response.status >= 500 ? 'unavailable' : 'malformed_request',
    request_id: response.headers.get('Request-Id') ?? '',
    retryable: response.status >= 500,
  };
}

async function ask<T>(request: Request): Promise<Answer<T>> {
  const token = request.anonymous ? undefined : await freshToken();
  let response = await send(request, token);
  if (response.status === 401 && token) response = await send(request, await renew(token));
  if (!response.ok) {
    if (response.status === 401 && !request.anonymous) end('expired');
    throw await asProblem(response, request.path);
  }
  const type = response.headers.get('Content-Type') ?? '';
  const text = await response.text();
  return {
    data: (type.includes('json') ? readJson(text) : text) as T,
    status: response.status,
    headers: response.headers,
  };
}

/** The token, renewed where it ends within half a minute. */
export async function freshToken(): Promise<string | undefined> {
  const now = session.get();
  if (!now) return undefined;
  return Date.parse(now.expires_at) - Date.now() < RENEW_BEFORE_MS && now.refresh_token ? renew(now.token) : now.token;
}

/**
 * A refresh token works once, so only one tab exchanges it at a time, and a tab that waited takes what the other one got.
 */
async function renew(old: string): Promise<string | undefined> {
  const exchange = async (): Promise<string | undefined> => {
    const now = stored() ?? session.get();
    if (!now) return undefined;
    if (now.token !== old) {
      session.set(now);
      return now.token;
    }
    if (!now.refresh_token) return now.token;
    const request: Request = { method: 'POST', path: '/auth/refresh', body: { refresh_token: now.refresh_token } };
    const response = await send(request, undefined);
    if (response.status === 401) {
      end('expired');
      return undefined;
    }
    if (!response.ok) return now.token;
    const next = (await response.json()) as Session;
    begin(next);
    return next.token;
  };
  return navigator.locks ? navigator.locks.request('phonepay.refresh', exchange) : exchange();
}

export const api = {
  async get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
    return (await ask<T>({ method: 'GET', path, query, signal })).data;
  },
  async post<T>(path: string, body: unknown, key?: string): Promise<T> {
    return (await ask<T>({ method: 'POST', path, body, key })).data;
  },
  /** With the status and the headers. */
  answer<T>(path: string, body: unknown, key?: string): Promise<Answer<T>> {
    return ask<T>({ method: 'POST', path, body, key });
  },
  anonymously: {
    async get<T>(path: string): Promise<T> {
      return (await ask<T>({ method: 'GET', path, anonymous: true })).data;
    },
    async post<T>(path: string, body: unknown): Promise<T> {
      return (await ask<T>({ method: 'POST', path, body, anonymous: true })).data;
    },
  },
};
