/** IANA name; the server compares it with the country of the address. Old Safari gives undefined here (docs/browsers.md#time-zone). */
export function getTimeZone(): string | undefined {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
