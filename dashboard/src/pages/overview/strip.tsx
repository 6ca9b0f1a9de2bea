import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import type { OverviewHour } from '#contract/console.ts'
import { stripSentence, stripTop, type Level, type Unit } from './buckets.ts'
import type { ChartColours } from '../../parts/chart/chart-colours.ts'

interface Props {
  readonly level: Level
  readonly hours: readonly OverviewHour[]
  readonly yesterday: readonly OverviewHour[]
  readonly zone: string
  readonly unit: Unit
  readonly colours: ChartColours
  /** The bucket under the cursor, shared by all strips. */
  readonly cursor: number
  readonly onCursor: (bucket: number | null) => void
}

const stripHeight = 72
/** Bars stand 2 px apart. */
const barGap = 2

/** One point more than hours: yesterday's step goes on to the end of its last hour. */
const dataOf = ({ level, hours, yesterday }: Props): uPlot.AlignedData => {
  const before = hours.map((_, index) => yesterday[index]?.[level] ?? 0)
  return [
    [...hours.keys(), hours.length],
    [...hours.map((hour) => hour[level]), null],
    [...before, before.at(-1) ?? 0],
  ]
}

const optionsOf = (props: Props, width: number): uPlot.Options => {
  const { level, hours, yesterday, colours } = props
  const top = stripTop(level, hours, yesterday)
  const bars = uPlot.paths.bars?.({ size: [1, Infinity], gap: barGap, align: 1 })
  const stepped = uPlot.paths.stepped?.({ align: 1 })
  return {
    width,
    height: stripHeight,
    padding: [14, 0, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: [0, hours.length] }, y: { range: [0, top] } },
    axes: [{ show: false }, { show: false }],
    series: [
      {},
      {
        fill: colours[level],
        stroke: colours[level],
        width: 0,
        points: { show: false },
        ...(bars ? { paths: bars } : {}),
      },
      { stroke: colours.ghost, width: 1.25, points: { show: false }, ...(stepped ? { paths: stepped } : {}) },
    ],
  }
}

/** One level over the day: bars for today, a stepped line for yesterday, from 0 to its own height. */
export const Strip = (props: Props) => {
  const { level, hours, zone, unit, cursor, onCursor, yesterday } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const plot = new uPlot(optionsOf(props, element.clientWidth), dataOf(props), element)
    plot.root.querySelector('canvas')?.setAttribute('role', 'img')
    plot.root.querySelector('canvas')?.setAttribute('aria-label', stripSentence(level, hours, zone, unit))
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0) plot.setSize({ width: element.clientWidth, height: stripHeight })
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      plot.destroy()
    }
  }, [hours, yesterday, props.colours, zone])
  const bucketAt = (event: PointerEvent) => {
    const bounds = box.current?.getBoundingClientRect()
    if (!bounds || bounds.width === 0) return null
    return Math.min(
      hours.length - 1,
      Math.max(0, Math.floor(((event.clientX - bounds.left) / bounds.width) * hours.length)),
    )
  }
  return (
    <div
      ref={box}
      class="strip"
      data-side={cursor > hours.length * 0.85 ? 'before' : 'after'}
      style={{ '--cursor': (cursor + 0.5) / hours.length, '--bar': 1 / hours.length }}
      onPointerMove={(event) => onCursor(bucketAt(event))}
      onPointerLeave={() => onCursor(null)}
    >
      <span class="top">
        {stripTop(level, hours, yesterday)} {unit === 'hour' ? 'an hour' : 'a day'}
      </span>
      <span class="now" aria-hidden="true">
        {hours[cursor]?.[level]}
      </span>
    </div>
  )
}
