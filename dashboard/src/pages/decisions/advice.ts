import type { Advice } from '#contract/console.ts'
import type { PlotData } from '../../parts/chart/plot-options.ts'
import { formatMoney, formatMoneyShort } from '../../format/money.ts'

type Part = Advice['decline']

/** Cost per 1,000 orders against the threshold, with what 200 resamplings make of it. */
export const advicePlot = ({ curve, now, best }: Part, currency: string, enough: boolean): PlotData => ({
  x: curve.map(({ threshold }) => threshold),
  lines: [{ name: 'Cost of 1,000 orders', values: curve.map(({ cost }) => cost) }],
  band: { name: '90 % of 200 resamplings', low: curve.map(({ low }) => low), high: curve.map(({ high }) => high) },
  marks: [{ at: now, text: `now ${now}` }, ...(enough && best !== now ? [{ at: best, text: `best ${best}` }] : [])],
  xRange: [0, 100],
  formatX: (threshold) => String(Math.round(threshold)),
  formatY: (cost) => formatMoney(Math.round(cost), currency),
  formatAxisY: (cost) => formatMoneyShort(Math.round(cost), currency),
})

export const adviceSentence = ({ best, from, to, saved, now }: Part, currency: string, enough: boolean): string => {
  if (!enough) return 'Too few outcomes are known to advise: at least 20 bad and 100 good orders are needed.'
  const range = from === to ? '' : `, most likely ${from} to ${to}`
  if (best === now || saved <= 0) return `${now} is best already${range}.`
  return `${best} would be best${range}: it saves ${formatMoney(Math.round(saved), currency)} per 1,000 orders against ${now}.`
}
