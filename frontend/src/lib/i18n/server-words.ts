import i18n from 'i18next';
import type { ProblemBody } from '../api/problem';
import { moment } from '../time';
import { en } from './en';

/**
 * The server writes English. In another language the console says the same in its own words, found by the stable code beside
 * the English ones. Null where it has none, and in English: then the server's own words stand, which may be more exact.
 */
export function inOwnWords(group: 'detail' | 'problem', code: string): string | null {
  const key = `${group}.${code}`;
  return i18n.language === 'en' || !i18n.exists(key) ? null : i18n.t(key as 'problem.fraud');
}

// Their English detail names the place, which the code alone does not.
const NAMES_A_PLACE =
  /^(malformed_json|duplicate_field|unknown_field|unknown_parameter|missing_field|invalid_(field|request))$/;

/** Whether the English detail knows more than the code, so that it is shown beside the translated sentence. */
export const namesAPlace = (code: string) => NAMES_A_PLACE.test(code);

type Facts = Partial<Pick<ProblemBody, 'limit' | 'remaining' | 'resets_at'>>;

/** The numbers of a refusal, which the English detail has within its sentence. */
export function facts(told: Facts): string[] {
  if (i18n.language === 'en') return [];
  const said: string[] = [];
  if (told.limit !== undefined) said.push(i18n.t('fact.limit', { limit: told.limit }));
  if (told.remaining !== undefined) said.push(i18n.t('fact.remaining', { remaining: told.remaining }));
  if (told.resets_at !== undefined) said.push(i18n.t('fact.resets', { when: moment(told.resets_at) }));
  return said;
}

/** What is wrong with a field of a form. */
export function fieldError(field: string, english: string | undefined): string | undefined {
  const key = `fieldError.${field}`;
  return english === undefined || i18n.language === 'en' || !i18n.exists(key)
    ? english
    : i18n.t(key as 'fieldError.name');
}

const REASONS = new Map(Object.entries(en.fraudReason).map(([code, english]) => [english, code]));

/** What the fraud screen found. Null where these English words are not known. */
export function fraudReason(english: string): string | null {
  const code = REASONS.get(english);
  return i18n.language === 'en' || code === undefined ? null : i18n.t(`fraudReason.${code as 'new_payee'}`);
}
