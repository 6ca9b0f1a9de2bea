import uPlot from 'uplot'
import type { ChartColours } from './chart-colours.ts'

/** ink: what it is about. other: what it is held against. bar: how many. */
export type PlotInk = 'ink' | 'other' | 'bar'

export interface PlotLine {
  readonly name: string
  readonly values: readonly (number | null)[]
  readonly shape?: 'line' | 'steps' | 'bars' | 'dots'
  readonly ink?: PlotInk
  readonly dashed?: boolean
}

export interface PlotBand {
  readonly name: string
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
}

export interface PlotMark {
  readonly at: number
  readonly text: string
}

export interface PlotData {
  readonly x: readonly number[]
  readonly lines: readonly PlotLine[]
  readonly band?: PlotBand | undefined
  readonly marks?: readonly PlotMark[]
  readonly xRange?: readonly [number, number]
  readonly yRange?: readonly [number, number]
  /** Each line ten times the one below: for shares that differ that much. */
  readonly yLog?: boolean
  /** Ticks stand on whole numbers only. */
  readonly xWhole?: boolean
  readonly formatX: (value: number) => string
  readonly formatY: (value: number) => string
  /** Beside the axis, where there is little room; else `formatY`. */
  readonly formatAxisY?: (value: number) => string
}

export const plotHeight = 220
const dash = [5, 4]

const strokeOf = (ink: PlotInk, colours: ChartColours): string =>
  ({ ink: colours.ink, other: colours.ghost, bar: colours.bar })[ink]

const seriesOf = (
  { shape = 'line', ink = 'ink', dashed = false, name }: PlotLine,
  colours: ChartColours,
): uPlot.Series => {
  const stroke = strokeOf(ink, colours)
  const paths =
    shape === 'bars'
      ? uPlot.paths.bars?.({ size: [0.8, 40] })
      : shape === 'steps'
        ? uPlot.paths.stepped?.({ align: 1 })
        : shape === 'dots'
          ? () => null
          : undefined
  return {
    label: name,
    stroke,
    width: shape === 'bars' ? 0 : 1.75,
    ...(shape === 'bars' ? { fill: stroke } : {}),
    ...(dashed ? { dash } : {}),
    ...(paths ? { paths } : {}),
    points: shape === 'dots' ? { show: true, size: 7, fill: stroke, stroke } : { show: false },
  }
}

const tens = [0.0001, 0.001, 0.01, 0.1, 1]

const axisOf = (colours: ChartColours, format: (value: number) => string, grid: boolean): uPlot.Axis => ({
  stroke: colours.axis,
  font: `12px ${getComputedStyle(document.body).fontFamily}`,
  grid: grid ? { stroke: colours.grid, width: 1 } : { show: false },
  ticks: { show: false },
  values: (_, splits) => splits.map(format),
  ...(grid ? { size: 56, space: 50 } : { space: 60, size: 30 }),
})

/** Vertical lines of marks and cursor, drawn over the rest. */
const drawLines =
  (data: PlotData, colours: ChartColours, cursor: () => number | null) =>
  (plot: uPlot): void => {
    const { ctx: context, bbox } = plot
    const vertical = (value: number, stroke: string, pattern: readonly number[], text?: string) => {
      const x = Math.round(plot.valToPos(value, 'x', true))
      if (x < bbox.left - 1 || x > bbox.left + bbox.width + 1) return
      context.save()
      context.strokeStyle = stroke
      context.fillStyle = stroke
      context.lineWidth = devicePixelRatio
      context.setLineDash(pattern.map((length) => length * devicePixelRatio))
      context.beginPath()
      context.moveTo(x, bbox.top)
      context.lineTo(x, bbox.top + bbox.height)
      context.stroke()
      if (text) {
        const isLate = x > bbox.left + bbox.width * 0.75
        context.font = `${12 * devicePixelRatio}px ${getComputedStyle(document.body).fontFamily}`
        context.textAlign = isLate ? 'right' : 'left'
        context.fillText(text, x + (isLate ? -5 : 5) * devicePixelRatio, bbox.top + 12 * devicePixelRatio)
      }
      context.restore()
    }
    for (const { at, text } of data.marks ?? []) vertical(at, colours.axis, [], text)
    const at = cursor()
    const value = at === null ? undefined : data.x[at]
    if (value !== undefined) vertical(value, colours.cursor, [2, 2])
  }

/** 3 is uPlot's word for it; its enum exists for the compiler alone. */
const logarithmic: object = { distr: 3 }

export const plotOptions = (
  data: PlotData,
  colours: ChartColours,
  width: number,
  cursor: () => number | null,
): uPlot.Options => {
  const hidden: uPlot.Series = { stroke: 'transparent', width: 0, points: { show: false } }
  return {
    width,
    height: plotHeight,
    padding: [8, 28, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, ...(data.xRange ? { range: [...data.xRange] as [number, number] } : {}) },
      y: {
        ...(data.yLog ? logarithmic : {}),
        ...(data.yRange ? { range: [...data.yRange] as [number, number] } : {}),
      },
    },
    axes: [
      { ...axisOf(colours, data.formatX, false), ...(data.xWhole ? { incrs: [1, 2, 5, 10, 20, 50] } : {}) },
      { ...axisOf(colours, data.formatAxisY ?? data.formatY, true), ...(data.yLog ? { splits: () => tens } : {}) },
    ],
    // The band lies below the lines.
    series: [{}, ...(data.band ? [hidden, hidden] : []), ...data.lines.map((line) => seriesOf(line, colours))],
    ...(data.band ? { bands: [{ series: [2, 1] as [number, number], fill: colours.band }] } : {}),
    hooks: { draw: [drawLines(data, colours, cursor)] },
  }
}

export const plotValues = ({ x, lines, band }: PlotData): uPlot.AlignedData =>
  [x, ...(band ? [band.low, band.high] : []), ...lines.map(({ values }) => values)] as uPlot.AlignedData
