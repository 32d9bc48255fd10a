/** What this browser saw of a payment it sent: how long the answer took, and which node gave it. Kept for the tab's life. */
export interface RoundTrip {
  sentAt: number;
  answeredAt: number;
  servedBy: string;
  gateway: string;
  attempts: number;
}

const place = (id: string) => `phonepay.trip.${id}`;

export function rememberTrip(id: string, trip: RoundTrip): void {
  try {
    sessionStorage.setItem(place(id), JSON.stringify(trip));
  } catch {
    // Then the X-ray shows no client lane.
  }
}

export function recallTrip(id: string): RoundTrip | null {
  try {
    const text = sessionStorage.getItem(place(id));
    return text ? (JSON.parse(text) as RoundTrip) : null;
  } catch {
    return null;
  }
}
