import type { components } from './schema';

export type ProblemBody = components['schemas']['Problem'];

/** The request was not accepted; `code` is stable. */
export class Problem extends Error {
  readonly cameAt = Date.now();

  constructor(
    readonly body: ProblemBody,
    /** How long the server wants to be left alone; null where it did not say. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(body.detail);
    this.name = 'Problem';
  }

  get code(): string {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }

  /** What is wrong with one field, by its name in the body. */
  at(field: string): string | undefined {
    return this.body.errors?.find((error) => error.pointer === `/${field}`)?.detail;
  }
}

/** Nobody answered: whether the request was carried out is not known. */
export class Unreachable extends Error {
  constructor() {
    super('No gateway answers.');
    this.name = 'Unreachable';
  }
}

/** The backend has no such route: this part of the cluster is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Problem && error.status === 404 && error.code === 'not_found';
}

/** What passes by itself: nobody answers just now, a slice changes hands, or it was too much at once. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  return error instanceof Problem && ([429, 502, 503, 504].includes(error.status) || error.body.retryable);
}

export const isRateLimited = (error: unknown): error is Problem => error instanceof Problem && error.status === 429;

/** Whether the same request must be repeated under the same key: its outcome is not known, or it was too much just then. */
export function asUncertain(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  return (
    error instanceof Problem &&
    (error.status >= 500 || error.status === 409 || error.status === 429 || error.body.retryable)
  );
}
