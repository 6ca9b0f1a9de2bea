import { useEffect, useState } from 'preact/hooks'

export interface ChartColours {
  readonly low: string
  readonly medium: string
  readonly high: string
  readonly critical: string
  readonly ghost: string
  readonly grid: string
  readonly cursor: string
  readonly ink: string
  readonly bar: string
  readonly band: string
  readonly axis: string
  readonly ground: string
}

const tokens: Record<keyof ChartColours, string> = {
  low: '--low',
  medium: '--medium',
  high: '--high',
  critical: '--critical',
  ghost: '--chart-ghost',
  grid: '--chart-grid',
  cursor: '--chart-cursor',
  ink: '--text',
  bar: '--chart-bar',
  band: '--line',
  axis: '--text-3',
  ground: '--surface',
}

/** A canvas knows no custom properties, and getPropertyValue does not resolve light-dark(): a real element does. */
const readColours = (): ChartColours => {
  const probe = document.createElement('i')
  probe.hidden = true
  document.body.append(probe)
  const colours = Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => {
      probe.style.color = `var(${token})`
      return [name, getComputedStyle(probe).color]
    }),
  ) as unknown as ChartColours
  probe.remove()
  return colours
}

/** Read again when the theme or the contrast setting changes. */
export const useChartColours = (): ChartColours => {
  const [colours, setColours] = useState(readColours)
  useEffect(() => {
    const update = () => setColours(readColours())
    const observer = new MutationObserver(update)
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'].map(
      (query) => matchMedia(query),
    )
    for (const query of queries) query.addEventListener('change', update)
    return () => {
      observer.disconnect()
      for (const query of queries) query.removeEventListener('change', update)
    }
  }, [])
  return colours
}
