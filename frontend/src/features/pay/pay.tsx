import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Spinner } from '@/components/button';
import { Countdown } from '@/components/countdown';
import { ErrorNote } from '@/components/feedback';
import { Card, Page } from '@/components/layout';
import { closeIntent, intents, openIntent, type Intent } from '@/lib/intents';
import { rupees } from '@/lib/money';
import { useUser } from '@/lib/session';
import { PayForm, type Wish } from './pay-form';
import { sendIntent } from './send';

type Stage =
  | { at: 'form'; error?: unknown }
  | { at: 'review'; intent: Intent }
  | { at: 'sending'; intent: Intent; attempt: number; waitsUntil?: number }
  | { at: 'unknown'; intent: Intent };

/** Where a reload left off: a sent intent goes on under its key, a reviewed one is reviewed again. */
function resume(owner: string, fresh: boolean): Stage {
  const mine = intents.get().filter((intent) => intent.owner === owner);
  const sent = mine.find((intent) => intent.state === 'sent');
  if (sent) return { at: 'sending', intent: sent, attempt: 0 };
  const reviewed = mine.find((intent) => intent.state === 'reviewed');
  return reviewed && !fresh ? { at: 'review', intent: reviewed } : { at: 'form' };
}

export function Pay() {
  const { t } = useTranslation();
  const { user_id } = useUser();
  const search = useSearch({ from: '/inside/pay' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [stage, setStage] = useState<Stage>(() => resume(user_id, Boolean(search.to ?? search.upi)));
  const running = useRef<string | null>(null);

  const send = useCallback(
    async (intent: Intent) => {
      if (running.current === intent.key) return;
      running.current = intent.key;
      setStage({ at: 'sending', intent, attempt: 1 });
      const sent = await sendIntent(intent, (attempt, waitsUntil) =>
        setStage({ at: 'sending', intent, attempt, waitsUntil }),
      );
      running.current = null;
      if (sent.kind === 'refused') setStage({ at: 'form', error: sent.problem });
      else if (sent.kind === 'unknown') setStage({ at: 'unknown', intent });
      else {
        const id = sent.payment.transaction_id;
        queries.setQueryData(['payment', id], sent.payment);
        void queries.invalidateQueries({ queryKey: ['balance'] });
        void queries.invalidateQueries({ queryKey: ['history'] });
        await navigate({ to: '/payments/$id', params: { id }, replace: true });
      }
    },
    [navigate, queries],
  );

  const interrupted = stage.at === 'sending' && stage.attempt === 0 ? stage.intent : null;
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- what a reload interrupted goes on by itself
    if (interrupted) void send(interrupted);
  }, [interrupted, send]);

  const review = (wish: Wish) =>
    setStage({
      at: 'review',
      intent: openIntent({
        owner: user_id,
        receiver: wish.person.user_id,
        receiverName: wish.person.name,
        paise: String(wish.amount),
        note: wish.note,
      }),
    });
  const back = (intent: Intent) => {
    closeIntent(intent.key);
    void navigate({
      to: '/pay',
      search: { to: intent.receiver, amount: rupees(BigInt(intent.paise)).slice(1), note: intent.note || undefined },
      replace: true,
    });
    setStage({ at: 'form' });
  };
  return (
    <Page title={t('pay.title')} intro={stage.at === 'form' ? t('pay.intro') : undefined}>
      {stage.at === 'form' && (
        <PayForm
          key={`${search.to}|${search.amount}|${search.note}|${search.upi}`}
          start={search}
          error={stage.error}
          onReview={review}
        />
      )}
      {stage.at === 'review' && (
        <Review intent={stage.intent} onBack={() => back(stage.intent)} onPay={() => void send(stage.intent)} />
      )}
      {stage.at === 'sending' && (
        <Sending intent={stage.intent} attempt={stage.attempt} waitsUntil={stage.waitsUntil} />
      )}
      {stage.at === 'unknown' && <Unknown intent={stage.intent} onAsk={() => void send(stage.intent)} />}
    </Page>
  );
}

function Terms({ intent }: { intent: Intent }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col items-center gap-1 py-4 text-center">
      <p className="text-sm text-muted">{t('pay.youPay')}</p>
      <p className="text-xl font-semibold">{intent.receiverName}</p>
      <p className="text-sm text-muted">{intent.receiver}@phonepay</p>
      <p className="tabular mt-3 text-4xl font-bold tracking-tight">{rupees(BigInt(intent.paise))}</p>
      {intent.note && (
        <p className="mt-2 max-w-full rounded-xl bg-sunken px-3 py-1.5 text-sm break-words">{intent.note}</p>
      )}
    </div>
  );
}

function Review({ intent, onBack, onPay }: { intent: Intent; onBack: () => void; onPay: () => void }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card className="mx-auto max-w-lg">
      <h2 ref={heading} tabIndex={-1} className="text-center text-base font-semibold outline-none">
        {t('pay.review')}
      </h2>
      <Terms intent={intent} />
      <p className="mb-4 text-center text-xs text-muted">{t('pay.onceOnly')}</p>
      <div className="flex gap-3">
        <Button look="quiet" className="flex-1" onClick={onBack}>
          {t('action.back')}
        </Button>
        <Button className="flex-[2]" onClick={onPay} data-testid="confirm">
          {t('pay.payAmount', { amount: rupees(BigInt(intent.paise)) })}
        </Button>
      </div>
    </Card>
  );
}

function Sending({ intent, attempt, waitsUntil }: { intent: Intent; attempt: number; waitsUntil?: number }) {
  const { t } = useTranslation();
  return (
    <Card className="mx-auto max-w-lg">
      <Terms intent={intent} />
      <p role="status" className="flex items-center justify-center gap-3 py-4 font-semibold text-brand">
        <Spinner />
        {waitsUntil === undefined ? (
          t(attempt > 1 ? 'pay.askingAgain' : 'pay.sending', { attempt })
        ) : (
          <Countdown until={waitsUntil} words={(seconds) => t('pay.tooManyRequests', { seconds })} />
        )}
      </p>
      {(attempt > 1 || waitsUntil !== undefined) && <p className="text-center text-sm text-muted">{t('pay.safe')}</p>}
    </Card>
  );
}

function Unknown({ intent, onAsk }: { intent: Intent; onAsk: () => void }) {
  const { t } = useTranslation();
  return (
    <Card className="mx-auto max-w-lg">
      <Terms intent={intent} />
      <ErrorNote error={t('pay.unknown')} />
      <p className="my-3 text-sm">{t('pay.safe')}</p>
      <Button className="w-full" onClick={onAsk}>
        {t('pay.askAgain')}
      </Button>
    </Card>
  );
}
