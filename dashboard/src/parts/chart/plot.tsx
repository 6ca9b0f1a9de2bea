import { useEffect, useRef, useState } from 'preact/hooks'
import uPlot from 'uplot'
import { useChartColours } from './chart-colours.ts'
import { plotHeight, plotOptions, plotValues, type PlotData } from './plot-options.ts'

interface Props {
  readonly data: PlotData
  /** The whole picture in one sentence. */
  readonly sentence: string
  readonly xName: string
  /** Names of what is drawn have their units. */
  readonly yName: string
}

const LineKey = ({ data: { lines, band } }: { data: PlotData }) => (
  <p class="plot-key" aria-hidden="true">
    {lines.map(({ name, shape = 'line', ink = 'ink', dashed }) => (
      <span key={name}>
        <i class={`key ${shape} ${ink === 'other' ? 'pale' : ink}${dashed ? ' dashed' : ''}`} />
        {name}
      </span>
    ))}
    {band && (
      <span>
        <i class="key band" />
        {band.name}
      </span>
    )}
  </p>
)

/** A last value without a name only ends the last step. */
const countOf = ({ x, formatX }: PlotData): number => x.filter((value) => formatX(value) !== '').length

const AsTable = ({ data, xName, sentence }: Omit<Props, 'yName'>) => (
  <details class="as-table">
    <summary>Show as table</summary>
    <div class="table-wrap" tabIndex={0} role="region" aria-label={`${sentence} As a table`}>
      <table class="table">
        <caption class="vh">{sentence}</caption>
        <thead>
          <tr>
            <th scope="col">{xName}</th>
            {data.lines.map(({ name }) => (
              <th key={name} scope="col" class="end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.x.slice(0, countOf(data)).map((x, row) => (
            <tr key={row}>
              <th scope="row">{data.formatX(x)}</th>
              {data.lines.map(({ name, values }) => (
                <td key={name} class="end">
                  {values[row] === null || values[row] === undefined ? '–' : data.formatY(values[row])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
)

const nearest = (x: readonly number[], value: number): number =>
  x.reduce((best, one, at) => (Math.abs(one - value) < Math.abs((x[best] ?? 0) - value) ? at : best), 0)

/** The values under the cursor, in words. */
const At = ({ data, at, xName }: { data: PlotData; at: number; xName: string }) => {
  const x = data.x[at]
  if (x === undefined) return <p />
  const said = data.lines.flatMap(({ name, values }) => {
    const value = values[at]
    return value === null || value === undefined ? [] : [`${name} ${data.formatY(value)}`]
  })
  return (
    <p>
      <b>
        {xName} {data.formatX(x)}
      </b>
      : {said.join(', ') || 'nothing known'}
    </p>
  )
}

/** Lines, steps, bars or dots over one axis; arrow keys move the cursor, the values stand below, never in a box over it. */
export const Plot = ({ data, sentence, xName, yName }: Props) => {
  const colours = useChartColours()
  const box = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const cursor = useRef<number | null>(null)
  const [at, setAt] = useState<number | null>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const made = new uPlot(
      plotOptions(data, colours, element.clientWidth, () => cursor.current),
      plotValues(data),
      element,
    )
    plot.current = made
    const canvas = made.root.querySelector('canvas')
    canvas?.setAttribute('role', 'img')
    canvas?.setAttribute('aria-label', sentence)
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0) made.setSize({ width: element.clientWidth, height: plotHeight })
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      made.destroy()
      plot.current = null
    }
  }, [data, colours, sentence])
  const move = (next: number | null) => {
    cursor.current = next === null ? null : Math.min(countOf(data) - 1, Math.max(0, next))
    setAt(cursor.current)
    plot.current?.redraw(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const here = at ?? 0
    const moves: Readonly<Record<string, number | null>> = {
      ArrowLeft: here - 1,
      ArrowRight: at === null ? 0 : here + 1,
      Home: 0,
      End: countOf(data) - 1,
      Escape: null,
    }
    if (!Object.hasOwn(moves, event.key)) return
    event.preventDefault()
    move(moves[event.key] ?? null)
  }
  const onPointer = (event: PointerEvent) => {
    const made = plot.current
    if (!made) return
    const left = event.clientX - made.over.getBoundingClientRect().left
    move(nearest(data.x, made.posToVal(left, 'x')))
  }
  return (
    <figure class="plot">
      <LineKey data={data} />
      <p class="y-name">{yName}</p>
      <div
        class="plot-box"
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={`${sentence} Arrow keys move along it.`}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerLeave={() => move(null)}
      />
      <p class="x-name">{xName}</p>
      <figcaption class="with-table">
        {at === null ? <p class="quiet">{sentence}</p> : <At data={data} at={at} xName={xName} />}
        <AsTable data={data} xName={xName} sentence={sentence} />
      </figcaption>
    </figure>
  )
}
