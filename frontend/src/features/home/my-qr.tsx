import { Download, Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/button';
import { Copyable } from '@/components/feedback';
import { Field } from '@/components/field';
import { Card, Page } from '@/components/layout';
import { QrCode } from '@/components/qr-code';
import { groupWhileTyping, readAmount, rupees } from '@/lib/money';
import { useUser } from '@/lib/session';
import { makeUpi } from '@/lib/upi';

export function MyQr() {
  const { t } = useTranslation();
  const user = useUser();
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const holder = useRef<HTMLDivElement>(null);
  const vpa = `${user.user_id}@phonepay`;
  const amount = readAmount(typed);
  const link = makeUpi(vpa, user.name, amount, note.trim());

  const download = () => {
    const svg = holder.current?.querySelector('svg');
    if (!svg) return;
    const file = new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(file);
    anchor.download = `${vpa}.svg`;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  };
  return (
    <Page title={t('qr.title')} intro={t('qr.intro')}>
      <div className="grid gap-4 md:grid-cols-2">
        <Card className="flex flex-col items-center text-center">
          <div ref={holder} className="mx-auto w-full max-w-64 rounded-2xl border border-line bg-white p-2">
            <QrCode text={link} label={t('qr.label', { who: vpa })} className="w-full" />
          </div>
          <p className="mt-4 text-lg font-semibold">{user.name}</p>
          <Copyable text={vpa} label="VPA" />
          {amount !== null && <p className="tabular mt-1 text-2xl font-bold">{rupees(amount)}</p>}
        </Card>
        <Card title={t('qr.options')} className="screen-only">
          <div className="flex flex-col gap-4">
            <Field
              label={t('qr.amount')}
              prefix="₹"
              inputMode="decimal"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(groupWhileTyping(event.target.value))}
            />
            <Field
              label={t('pay.note')}
              maxLength={140}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
            <p className="text-xs break-all text-muted">
              <Copyable text={link} label={t('qr.link')} />
            </p>
            <div className="flex flex-wrap gap-2">
              <Button look="soft" onClick={download}>
                <Download aria-hidden className="size-4" />
                SVG
              </Button>
              <Button look="quiet" onClick={() => window.print()}>
                <Printer aria-hidden className="size-4" />
                {t('action.print')}
              </Button>
            </div>
          </div>
        </Card>
      </div>
    </Page>
  );
}
