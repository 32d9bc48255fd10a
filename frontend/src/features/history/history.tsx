import { useNavigate, useSearch } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Download, ListFilter, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/button';
import { EntryRow } from '@/components/entry-row';
import { Unavailable } from '@/components/feedback';
import { Field, Select } from '@/components/field';
import { Card, Empty, Page, SkeletonRows } from '@/components/layout';
import { say } from '@/lib/announce';
import { routes, type Entry } from '@/lib/api/routes';
import { useUser } from '@/lib/session';
import { dayName, dayOf } from '@/lib/time';
import { toCsv } from './csv';

const CSV_PAGES = 50;

export function History() {
  const { t } = useTranslation();
  const { user_id } = useUser();
  const search = useSearch({ from: '/inside/history' });
  const { q = '', ...filter } = search;
  const list = useInfiniteQuery({
    queryKey: ['history', user_id, filter],
    queryFn: ({ pageParam }) => routes.history({ ...filter, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
  const entries = useMemo(
    () => (list.data?.pages.flatMap((page) => page.data) ?? []).filter((entry) => matches(entry, q)),
    [list.data, q],
  );
  const days = useMemo(() => byDay(entries), [entries]);
  const limited = list.data?.pages[0]?.source === 'wallet';
  return (
    <Page title={t('nav.history')} actions={<CsvButton filter={filter} q={q} />}>
      <Filters />
      <Card>
        {limited && <p className="mb-3 rounded-xl bg-warn-soft p-3 text-sm text-warn">{t('history.limited')}</p>}
        {list.isPending && <SkeletonRows count={6} />}
        {list.isError && <Unavailable error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && entries.length === 0 && (
          <Empty icon={<SearchX className="size-6" />} title={t('history.none')}>
            {t('history.noneDetail')}
          </Empty>
        )}
        {days.map(([day, ofDay]) => (
          <section key={day} className="mb-2">
            <h2 className="sticky top-14 z-10 -mx-1 bg-card px-1 py-2 text-sm font-semibold text-muted">
              {dayName(day)}
            </h2>
            <div className="-mx-2">
              {ofDay.map((entry) => (
                <EntryRow key={`${entry.transaction_id}${entry.type}`} entry={entry} />
              ))}
            </div>
          </section>
        ))}
        {list.hasNextPage && (
          <Button
            look="quiet"
            className="mt-2 w-full"
            busy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('action.more')}
          </Button>
        )}
      </Card>
    </Page>
  );
}

function matches(entry: Entry, q: string): boolean {
  const words = q.trim().toLowerCase();
  return (
    !words ||
    [entry.counterparty, entry.note, entry.utr, entry.transaction_id].some((text) =>
      text?.toLowerCase().includes(words),
    )
  );
}

function byDay(entries: Entry[]): [string, Entry[]][] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.timestamp);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

/** Each filter is in the address, so that a view can be kept and sent. */
function Filters() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/history' });
  const navigate = useNavigate();
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ to: '/history', search: { ...search, ...change }, replace: true });
  const chosen = Object.keys(search).filter((name) => name !== 'q').length;
  return (
    <div className="screen-only mb-4 flex flex-col gap-3">
      <Field
        label={t('history.search')}
        type="search"
        placeholder={t('history.searchHint')}
        value={search.q ?? ''}
        onChange={(event) => set({ q: event.target.value || undefined })}
      />
      <details className="rounded-2xl border border-line bg-card" open={chosen > 0 || undefined}>
        <summary className="flex min-h-11 items-center gap-2 px-4 text-sm font-semibold">
          <ListFilter aria-hidden className="size-4" />
          {t('history.filters')}
          {chosen > 0 && <span className="rounded-full bg-soft px-2 text-xs text-brand">{chosen}</span>}
        </summary>
        <div className="grid gap-3 p-4 pt-1 sm:grid-cols-3">
          <Select
            label={t('history.direction')}
            value={search.direction ?? ''}
            onChange={(event) => set({ direction: event.target.value || undefined })}
          >
            <option value="">{t('history.any')}</option>
            <option value="DEBIT">{t('entry.paid')}</option>
            <option value="CREDIT">{t('entry.received')}</option>
          </Select>
          <Select
            label={t('history.state')}
            value={search.state ?? ''}
            onChange={(event) => set({ state: event.target.value || undefined })}
          >
            <option value="">{t('state.SUCCESS')}</option>
            <option value="FAILED">{t('state.FAILED')}</option>
            <option value="BLOCKED">{t('state.BLOCKED')}</option>
            <option value="ANY">{t('history.any')}</option>
          </Select>
          <Late
            label={t('history.counterparty')}
            value={search.counterparty}
            onValue={(counterparty) => set({ counterparty })}
          />
          <Late label={t('history.from')} type="date" value={search.from} onValue={(from) => set({ from })} />
          <Late label={t('history.to')} type="date" value={search.to} onValue={(to) => set({ to })} />
          <Late label="UTR" value={search.utr} onValue={(utr) => set({ utr })} />
          <Late
            label={t('history.least')}
            inputMode="decimal"
            value={search.amount_min}
            onValue={(amount_min) => set({ amount_min })}
          />
          <Late
            label={t('history.most')}
            inputMode="decimal"
            value={search.amount_max}
            onValue={(amount_max) => set({ amount_max })}
          />
          {chosen > 0 && (
            <Button
              look="quiet"
              className="self-end"
              onClick={() => void navigate({ to: '/history', search: {}, replace: true })}
            >
              {t('history.clear')}
            </Button>
          )}
        </div>
      </details>
    </div>
  );
}

/** Asks the server when the field is left or Enter is pressed, not at each letter. */
function Late({
  value = '',
  onValue,
  ...rest
}: {
  label: string;
  type?: string;
  inputMode?: 'decimal';
  value?: string;
  onValue: (value: string | undefined) => void;
}) {
  const [typed, setTyped] = useState(value);
  const commit = () => {
    if (typed !== value) onValue(typed.trim() || undefined);
  };
  return (
    <Field
      {...rest}
      key={value}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}

function CsvButton({ filter, q }: { filter: Record<string, string | undefined>; q: string }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const all: Entry[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < CSV_PAGES; page++) {
        const next = await routes.history({ ...filter, limit: 100, cursor });
        all.push(...next.data);
        if (!next.next_cursor) break;
        cursor = next.next_cursor;
      }
      const anchor = document.createElement('a');
      anchor.href = URL.createObjectURL(
        new Blob([toCsv(all.filter((entry) => matches(entry, q)))], { type: 'text/csv' }),
      );
      anchor.download = 'phonepay-history.csv';
      anchor.click();
      URL.revokeObjectURL(anchor.href);
    } catch {
      say(t('history.csvFailed'), 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button look="quiet" busy={busy} onClick={() => void download()}>
      <Download aria-hidden className="size-4" />
      CSV
    </Button>
  );
}
