const formats = new Map<string, Intl.NumberFormat>()

const formatOf = (currency: string): Intl.NumberFormat => {
  const known = formats.get(currency)
  if (known) return known
  const made = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  formats.set(currency, made)
  return made
}

/** Minor units as the currency has them: two decimals for EUR, none for JPY, three for KWD. */
export const formatMoney = (minorUnits: number, currency: string): string => {
  const format = formatOf(currency)
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minorUnits / 10 ** digits).replace('-', '−')
}

export const currencyName = (currency: string): string =>
  (new Intl.DisplayNames('en-GB', { type: 'currency' }).of(currency) ?? currency).toLowerCase()
