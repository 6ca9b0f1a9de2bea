const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

export const formatCount = (count: number): string => whole.format(count)

/** "1 order", "2 orders" */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`

/** A minus sign, not a hyphen; a plus where something is gained. */
export const formatPoints = (points: number): string =>
  points > 0 ? `+${points}` : points < 0 ? `−${Math.abs(points)}` : '0'

/** A share with one decimal, two below 0.1 %. */
export const formatShare = (share: number): string => {
  const percent = share * 100
  const decimals = percent > 0 && percent < 0.1 ? 2 : 1
  return `${percent.toFixed(decimals)} %`
}

export const formatSigned = (value: number, decimals: number): string => {
  const text = Math.abs(value).toFixed(decimals)
  return Number(text) === 0 ? `±${text}` : `${value > 0 ? '+' : '−'}${text}`
}
