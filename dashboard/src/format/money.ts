const formats = new Map<string, Intl.NumberFormat>()

const formatOf = (currency: string): Intl.NumberFormat => {
  const known = formats.get(currency)
  if (known) return known
  const made = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  formats.set(currency, made)
  return made
}

/** Two for EUR, none for JPY, three for KWD. */
export const minorDigits = (currency: string): number => formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2

/** Minor units as the currency has them. */
export const formatMoney = (minorUnits: number, currency: string): string => {
  const format = formatOf(currency)
  return format.format(minorUnits / 10 ** minorDigits(currency)).replace('-', '−')
}

/** Thousands as k, millions as m: for axes. */
export const formatMoneyShort = (minorUnits: number, currency: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency, notation: 'compact' })
    .format(minorUnits / 10 ** minorDigits(currency))
    .replace('-', '−')

export const currencyName = (currency: string): string =>
  (new Intl.DisplayNames('en-GB', { type: 'currency' }).of(currency) ?? currency).toLowerCase()
