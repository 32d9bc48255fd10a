import { CircleAlert, CircleCheck, Clock3, Copy as CopyIcon, Check, ShieldAlert, CircleX, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, isMissing, isRateLimited, Unreachable } from '@/lib/api/problem';
import { toldToWait } from '@/lib/api/retry';
import { say } from '@/lib/announce';
import { facts, inOwnWords, namesAPlace } from '@/lib/i18n/server-words';
import { Button } from './button';
import { useSecondsUntil } from './countdown';
import { Empty } from './layout';
import { ServerText } from './server-text';

/** What went wrong, what to do next, and the id under which the logs know it. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof Problem ? error : null;
  const lost = error instanceof Unreachable;
  const told = useToldToWait(error);
  const titleOf = useProblemTitle();
  return (
    <div role="alert" className="flex gap-3 rounded-xl border border-bad/30 bg-bad-soft p-3.5 text-sm">
      {lost ? (
        <WifiOff aria-hidden className="mt-0.5 size-5 shrink-0 text-bad" />
      ) : (
        <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-bad" />
      )}
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-bad">
          {problem ? titleOf(problem) : t(lost ? 'error.unreachable' : 'error.unexpected')}
        </p>
        <p className="mt-0.5">
          {problem ? (
            <Detail problem={problem} />
          ) : lost ? (
            t(offline() ? 'error.offlineDetail' : 'error.unreachableDetail')
          ) : (
            <span lang="en">{String(error)}</span>
          )}
        </p>
        <p className="mt-1 text-ink">
          {told.seconds > 0 ? t('error.waitFor', { seconds: told.seconds }) : t(nextStep(error))}
        </p>
        {problem?.body.request_id && (
          <p className="mt-1.5 text-xs text-muted">
            {t('error.requestId')} <code className="break-all">{problem.body.request_id}</code>
          </p>
        )}
        {onRetry && (
          <Button look="quiet" className="mt-3" disabled={told.limited && told.seconds > 0} onClick={onRetry}>
            {t('action.tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Detail({ problem }: { problem: Problem }) {
  const { code, body } = problem;
  const own = inOwnWords('detail', code);
  return (
    <>
      <ServerText english={body.detail} own={own} /> {facts(body).join(' · ')}
      {own !== null && namesAPlace(code) && (
        <span lang="en" className="block text-xs text-muted">
          {body.detail}
        </span>
      )}
    </>
  );
}

const offline = () => typeof navigator !== 'undefined' && navigator.onLine === false;

/** Seconds that are left of what a rate limit asked for, counted from when the refusal came. */
function useToldToWait(error: unknown): { limited: boolean; seconds: number } {
  const limited = isRateLimited(error);
  const wait = limited ? toldToWait(error) : null;
  const seconds = useSecondsUntil(wait === null || !limited ? 0 : error.cameAt + wait);
  return { limited, seconds };
}

/** Known refusals are named in the person's language. */
export function useProblemTitle(): (problem: Problem) => string {
  const { t } = useTranslation();
  return (problem) => t(`problem.${problem.code as 'rate_limited'}`, { defaultValue: problem.body.title });
}

function nextStep(error: unknown) {
  if (!(error instanceof Problem)) return 'error.next.retry' as const;
  switch (error.code) {
    case 'invalid_credentials':
      return 'error.next.credentials' as const;
    case 'email_taken':
      return 'error.next.signIn' as const;
    case 'receiver_not_found':
      return 'error.next.receiver' as const;
    case 'insufficient_balance':
      return 'error.next.topUp' as const;
    case 'rate_limited':
    case 'account_locked':
      return 'error.next.wait' as const;
    case 'forbidden':
      return 'error.next.forbidden' as const;
    default:
      return error.body.retryable ? ('error.next.retry' as const) : ('error.next.correct' as const);
  }
}

/** A list or a panel that could not be read. Where the part of the cluster is not there, that is said plainly. */
export function Unavailable({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  if (isMissing(error)) return <Empty title={t('error.absent')}>{t('error.absentDetail')}</Empty>;
  return <ErrorNote error={error} onRetry={onRetry} />;
}

export type State = 'SUCCESS' | 'FAILED' | 'BLOCKED' | 'PENDING';

const STATES = {
  SUCCESS: { icon: CircleCheck, look: 'bg-ok-soft text-ok' },
  FAILED: { icon: CircleX, look: 'bg-bad-soft text-bad' },
  BLOCKED: { icon: ShieldAlert, look: 'bg-bad-soft text-bad' },
  PENDING: { icon: Clock3, look: 'bg-warn-soft text-warn' },
} as const;

export function StateBadge({ state }: { state: State }) {
  const { t } = useTranslation();
  const { icon: Icon, look } = STATES[state];
  return (
    <span className={`inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-xs font-semibold ${look}`}>
      <Icon aria-hidden className="size-3.5" />
      {t(`state.${state}`)}
    </span>
  );
}

/** Green, amber or red, always with its word. */
export function Health({ good, word }: { good: boolean | 'warn'; word: string }) {
  const look = good === 'warn' ? 'bg-warn-soft text-warn' : good ? 'bg-ok-soft text-ok' : 'bg-bad-soft text-bad';
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-xs font-semibold whitespace-nowrap ${look}`}
    >
      <span aria-hidden className="size-1.5 rounded-full bg-current" />
      {word}
    </span>
  );
}

export function Copyable({ text, label, shown }: { text: string; label: string; shown?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      say(t('action.copied'), 'ok');
      setTimeout(() => setCopied(false), 2000);
    } catch {
      say(t('action.copyFailed'), 'bad');
    }
  };
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <code className="min-w-0 text-[0.85em] break-all">{shown ?? text}</code>
      <button
        type="button"
        onClick={() => void copy()}
        aria-label={t('action.copyWhat', { what: label })}
        className="screen-only grid size-7 shrink-0 place-items-center rounded-lg text-brand hover:bg-soft"
      >
        {copied ? <Check aria-hidden className="size-4 text-ok" /> : <CopyIcon aria-hidden className="size-4" />}
      </button>
    </span>
  );
}
