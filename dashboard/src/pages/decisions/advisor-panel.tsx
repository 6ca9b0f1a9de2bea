import { useMemo, useState } from 'preact/hooks'
import type { Advice, CardName } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { plural } from '../../format/number.ts'
import { Plot } from '../../parts/chart/plot.tsx'
import { Field } from '../../parts/field.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { usePlace } from '../../shell/place.ts'
import { adviceCall, usual, type Costs } from './advice-call.ts'
import { advicePlot, adviceSentence } from './advice.ts'

const fields: readonly (readonly [keyof Costs, string, string])[] = [
  ['margin', 'Margin, %', 'What you keep of a good order.'],
  ['cost', 'Cost of a bad one', 'Beside its goods: fee, postage, work. In whole units.'],
  ['reviewCost', 'Cost of a review', 'Time of a person.'],
  ['reviewFinds', 'A review finds, %', 'Of the bad orders it sees.'],
]

const Curve = ({ part, advice, what }: { part: Advice['decline']; advice: Advice; what: string }) => {
  const data = useMemo(() => advicePlot(part, advice.currency, advice.enough), [part])
  return (
    <div>
      <h3>{what}</h3>
      <Plot
        data={data}
        sentence={adviceSentence(part, advice.currency, advice.enough)}
        xName={`${what} below`}
        yName={`Cost per 1,000 orders, ${advice.currency}`}
      />
    </div>
  )
}

/** What each threshold would have cost on orders whose outcome is known. */
export const AdvisorPanel = ({ card }: { card: CardName }) => {
  const { api } = usePlace()
  const [costs, setCosts] = useState(usual)
  const [currency, setCurrency] = useState('EUR')
  const call = adviceCall(card, costs, currency)
  const { data, problem, reload } = useLoad(call ?? 'not now', async (signal) => {
    if (!call) return undefined
    const advice = await get<Advice>(api(call), signal)
    // Which currency the store's orders are in, the answer says: where its minor units are others, it is asked again.
    setCurrency(advice.currency)
    return advice
  })
  return (
    <Panel
      id="advisor"
      title="Advisor"
      note={data && `${plural(data.orders, 'order')} with an outcome, ${data.bad} bad, ${data.good} good`}
    >
      <div class="body stack">
        <div class="four-fields">
          {fields.map(([name, label, help]) => (
            <Field
              key={name}
              id={`advice-${name}`}
              label={label}
              help={help}
              wrong={
                adviceCall(card, { ...usual, [name]: costs[name] }, currency) === null
                  ? 'A number is needed.'
                  : undefined
              }
              input={{
                inputMode: 'decimal',
                value: costs[name],
                onInput: ({ currentTarget }) => setCosts({ ...costs, [name]: currentTarget.value }),
              }}
            />
          ))}
        </div>
        {problem && <Trouble what="The advice" problem={problem} retry={reload} />}
        <div class="cols plots advice-curves">
          {data?.orders === 0 && <p class="soft">{adviceSentence(data.decline, data.currency, data.enough)}</p>}
          {data && data.orders > 0 && (
            <>
              <Curve part={data.decline} advice={data} what="Decline" />
              <Curve part={data.review} advice={data} what="Review" />
            </>
          )}
        </div>
      </div>
    </Panel>
  )
}
