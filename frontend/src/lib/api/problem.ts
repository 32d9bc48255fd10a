import type { components } from './schema';

export type ProblemBody = components['schemas']['Problem'];

/** The request was not accepted; `code` is stable. */
export class Problem extends Error {
  constructor(readonly body: ProblemBody) {
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

/** Whether the same request must be repeated under the same key: its outcome is not known, or it was too much just then. */
export function asUncertain(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  return (
    error instanceof Problem &&
    (error.status >= 500 || error.status === 409 || error.status === 429 || error.body.retryable)
  );
}
