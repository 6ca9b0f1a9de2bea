/** Written by hand: loading a locale's number format for one comma is not worth it. */
export const euros = (cents: number): string => `€${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
