import i18n from 'i18next';
import { verdicts, type Drill, type Kind } from './drill';

type Step = Drill['timeline'][number];

/** A step's English detail in the person's language; null in English, and where only the server has words for it. */
export function stepInOwnWords(drill: Drill, step: Step): string | null {
  if (i18n.language === 'en') return null;
  const node = /node-\d+/.exec(step.detail)?.[0];
  switch (step.what) {
    case 'FAULT': {
      const kind = i18n.t(`drills.kind.${drill.kind as Kind}`, { defaultValue: drill.kind });
      return node ? i18n.t('drills.told.FAULT', { kind, node }) : kind;
    }
    case 'DETECTED':
    case 'DOWNED':
      return node ? i18n.t('drills.told.by', { node }) : null;
    case 'SINGLETON_UP':
      return node ? i18n.t('drills.told.on', { node }) : null;
    case 'SLICES_OWNED':
    case 'WHOLE_AGAIN':
      return i18n.t(`drills.told.${step.what}`);
    default:
      return null;
  }
}

/** Why a drill failed, told from what it measured. Null where only the server's words say it. */
export function failureInOwnWords(drill: Drill): string | null {
  if (i18n.language === 'en') return null;
  const wrong = verdicts(drill).some((line) => !line.good && line.what !== 'stall' && line.what !== 'sum');
  if (wrong) return i18n.t('drills.failedBecause.payments');
  return drill.timeline.some((step) => step.what === 'NOT_WHOLE') ? i18n.t('drills.failedBecause.notWhole') : null;
}
