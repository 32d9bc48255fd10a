import { Pause, Play, RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/button';

const SPEEDS = { '0.5': 1600, '1': 800, '2': 400 } as const;

/** Plays the moments one after the other, or lets one drag through them. */
export function Replay({ total, shown, onShow }: { total: number; shown: number; onShow: (shown: number) => void }) {
  const { t } = useTranslation();
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<keyof typeof SPEEDS>('1');
  const ended = shown >= total;

  useEffect(() => {
    if (!playing || ended) return;
    const timer = setTimeout(() => onShow(shown + 1), SPEEDS[speed]);
    return () => clearTimeout(timer);
  }, [playing, ended, shown, speed, onShow]);

  const toggle = () => {
    if (ended) onShow(0);
    setPlaying(ended || !playing);
  };
  const moving = playing && !ended;
  const Icon = moving ? Pause : ended ? RotateCcw : Play;
  return (
    <div className="screen-only mt-4 flex flex-wrap items-center gap-3">
      <Button look="soft" onClick={toggle}>
        <Icon aria-hidden className="size-4" />
        {t(moving ? 'xray.pause' : 'xray.replay')}
      </Button>
      <input
        type="range"
        min={0}
        max={total}
        step={1}
        value={shown}
        aria-label={t('xray.scrub')}
        aria-valuetext={t('xray.at', { shown, total })}
        onChange={(event) => {
          setPlaying(false);
          onShow(Number(event.target.value));
        }}
        className="h-8 min-w-40 flex-1 accent-[var(--fill)]"
      />
      <span className="tabular text-sm text-muted">{t('xray.at', { shown, total })}</span>
      <label className="flex items-center gap-2 text-sm">
        <span className="sr-only">{t('xray.speed')}</span>
        <select
          value={speed}
          onChange={(event) => setSpeed(event.target.value as keyof typeof SPEEDS)}
          className="min-h-9 rounded-lg border border-line bg-card px-2"
        >
          {Object.keys(SPEEDS).map((name) => (
            <option key={name} value={name}>
              {name}×
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
