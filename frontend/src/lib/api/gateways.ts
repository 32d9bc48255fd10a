import { kept, Store } from '../store';

const PLACE = 'phonepay.gateways';

/** Every node has a gateway. The page was loaded from one of them and can talk to each. */
export interface Gateways {
  all: string[];
  current: string;
}

const home = typeof location === 'undefined' ? 'http://localhost' : location.origin;
export const gateways = new Store<Gateways>({ all: withHome(kept.read<string[]>(PLACE) ?? []), current: home });

function withHome(origins: string[]): string[] {
  const sameHost = origins.filter(
    (origin) => URL.canParse(origin) && new URL(origin).hostname === new URL(home).hostname,
  );
  return [...new Set([home, ...sameHost])];
}

export function learnGateways(origins: string[]): void {
  const all = withHome(origins);
  kept.write(PLACE, all);
  gateways.set({ ...gateways.get(), all });
}

/** In the order in which to try them: the one that answered last comes first. */
export function inOrder(): string[] {
  const { all, current } = gateways.get();
  return [current, ...all.filter((origin) => origin !== current)];
}

export function answeredBy(origin: string): void {
  if (gateways.get().current !== origin) gateways.set({ ...gateways.get(), current: origin });
}

/** An address relative to the page's own origin where that gateway lives, absolute elsewhere. */
export function address(origin: string, path: string): string {
  return origin === home ? path : origin + path;
}
