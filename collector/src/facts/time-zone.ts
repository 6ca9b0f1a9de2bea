interface TemporalLike {
  readonly Temporal?: { readonly Now: { timeZoneId(): string } }
}

/**
 * IANA name; the server compares it with the country of the address. The first use of Intl costs a page up to 50 ms
 * (Chromium 156), so Temporal is asked where there is one. Old Safari gives undefined here (docs/browsers.md#time-zone).
 */
export function getTimeZone(): string | undefined {
  return (globalThis as TemporalLike).Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}
