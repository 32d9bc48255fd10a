import { Link } from '@tanstack/react-router';
import { Check, CircleDot, PartyPopper } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '@/components/button';
import { Card, Page } from '@/components/layout';
import { useRecent } from '@/lib/api/queries';
import { kept } from '@/lib/store';
import { useUser } from '@/lib/session';

const PLACE = 'phonepay.tour';
const STEPS = ['pay', 'phases', 'kill', 'takeOver', 'conserve', 'log'] as const;
type Step = (typeof STEPS)[number];

const FOR_ADMINS = new Set<Step>(['kill', 'takeOver', 'conserve', 'log']);

/** Six steps on the running system. One may leave at any time and go on later. */
export function Learn() {
  const { t } = useTranslation();
  const { role } = useUser();
  const [at, setAt] = useState(() => Math.min(STEPS.length, Math.max(0, kept.read<number>(PLACE) ?? 0)));
  const go = (next: number) => {
    kept.write(PLACE, next);
    setAt(next);
  };
  const step = STEPS[at];
  return (
    <Page
      title={t('learn.title')}
      intro={t('learn.intro')}
      actions={
        at < STEPS.length && (
          <Button look="quiet" onClick={() => go(STEPS.length)}>
            {t('learn.skip')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <Progress at={at} onGo={go} />
        {step ? (
          <Card>
            <p className="text-sm font-semibold text-brand">
              {t('learn.stepOf', { step: at + 1, total: STEPS.length })}
            </p>
            <h2 className="mt-1 text-xl font-bold">{t(`learn.${step}.title`)}</h2>
            <p className="mt-2">{t(`learn.${step}.text`)}</p>
            <p className="mt-3 rounded-xl bg-soft p-3 text-sm">
              <span className="font-semibold">{t('learn.watch')}</span> {t(`learn.${step}.watch`)}
            </p>
            {FOR_ADMINS.has(step) && role !== 'admin' && (
              <p className="mt-3 rounded-xl bg-warn-soft p-3 text-sm text-warn">{t('learn.adminStep')}</p>
            )}
            <div className="mt-5 flex flex-wrap gap-3">
              <Destination step={step} />
              {at > 0 && (
                <Button look="quiet" onClick={() => go(at - 1)}>
                  {t('action.back')}
                </Button>
              )}
              <Button look="soft" onClick={() => go(at + 1)}>
                {t(at === STEPS.length - 1 ? 'learn.finish' : 'learn.next')}
              </Button>
            </div>
          </Card>
        ) : (
          <Card className="text-center">
            <PartyPopper aria-hidden className="mx-auto size-10 text-brand" />
            <h2 className="mt-2 text-xl font-bold">{t('learn.doneTitle')}</h2>
            <p className="mt-1 text-muted">{t('learn.doneText')}</p>
            <Button look="soft" className="mt-4" onClick={() => go(0)}>
              {t('learn.again')}
            </Button>
          </Card>
        )}
        <Glossary />
      </div>
    </Page>
  );
}

function Progress({ at, onGo }: { at: number; onGo: (step: number) => void }) {
  const { t } = useTranslation();
  return (
    <ol aria-label={t('learn.progress')} className="grid grid-cols-6 gap-1.5">
      {STEPS.map((step, index) => {
        const done = index < at;
        const Icon = done ? Check : CircleDot;
        return (
          <li key={step}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              aria-label={`${index + 1}. ${t(`learn.${step}.title`)}`}
              onClick={() => onGo(index)}
              className={`flex min-h-11 w-full flex-col items-center justify-center gap-1 rounded-xl px-1 py-2 text-xs font-medium ${
                index === at ? 'bg-fill text-white' : done ? 'bg-ok-soft text-ok' : 'bg-sunken text-muted'
              }`}
            >
              <Icon aria-hidden className="size-4" />
              <span className="hidden text-center sm:block">{t(`learn.${step}.short`)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** Leads to the screen of the step; the X-ray opens at one's own last payment where there is one. */
function Destination({ step }: { step: Step }) {
  const { t } = useTranslation();
  const last = useRecent().data?.data.find((entry) => /^T[0-9a-f]{36}$/.test(entry.transaction_id));
  const words = t(`learn.${step}.go`);
  if ((step === 'phases' || step === 'log') && last) {
    return (
      <ButtonLink to="/xray/$id" params={{ id: last.transaction_id }}>
        {words}
      </ButtonLink>
    );
  }
  const to = (
    {
      pay: '/pay',
      phases: '/xray',
      kill: '/drills',
      takeOver: '/cluster',
      conserve: '/control-room',
      log: '/xray',
    } as const
  )[step];
  return <ButtonLink to={to}>{words}</ButtonLink>;
}

const TERMS = ['twoPhase', 'decision', 'inDoubt', 'slice', 'epoch', 'clearing', 'utr', 'idempotency'] as const;

function Glossary() {
  const { t } = useTranslation();
  return (
    <Card title={t('learn.glossary')}>
      <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-2">
        {TERMS.map((term) => (
          <div key={term}>
            <dt className="font-semibold">{t(`learn.term.${term}.name`)}</dt>
            <dd className="text-muted">{t(`learn.term.${term}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm">
        <Link to="/xray" className="font-semibold text-brand underline-offset-2 hover:underline">
          {t('nav.xray')}
        </Link>
      </p>
    </Card>
  );
}
