import { useEffect } from 'preact/hooks'
import type { ModelCard, ModelDetail, Models } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatMoney } from '../../format/money.ts'
import { formatCount, formatShare } from '../../format/number.ts'
import { ActButton } from '../../parts/act-button.tsx'
import { Bone } from '../../parts/bone.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Meter } from '../../parts/meter.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useAct } from '../../parts/use-act.ts'
import { Page } from '../../shell/page.tsx'
import { usePlace, useQuery } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { DriftPanel } from './drift-panel.tsx'
import { GatePanel } from './gate-panel.tsx'
import { formatMeasure } from './model-words.ts'
import { ModelPlots } from './plots.tsx'
import { useTraining } from './use-training.ts'
import { VersionsPanel } from './versions-panel.tsx'

const cardWord: Record<ModelCard, string> = { standard: 'All but cash on delivery', cod: 'Cash on delivery' }
type Card = Models['cards'][number]

const Figures = ({ models, card }: { models: Models | undefined; card: Card | undefined }) => {
  const back = models?.chargebacks
  const champion = models?.versions.find(({ id }) => id === card?.champion)
  const [value] = back?.value ?? []
  return (
    <dl class="figures four">
      <div>
        <dt>Chargebacks, 30 days</dt>
        <dd class="value">
          {back ? back.order_share === null ? 'none known' : formatShare(back.order_share) : <Bone width="4rem" />}
        </dd>
        <dd class="delta">{back && `of orders, ${formatCount(back.bad_orders)} of ${formatCount(back.orders)}`}</dd>
      </div>
      <div>
        <dt>Of value</dt>
        <dd class="value">{back ? value ? formatShare(value.share) : 'none known' : <Bone width="4rem" />}</dd>
        <dd class="delta">
          {back?.value
            .slice(0, 3)
            .map(
              ({ currency, bad_amount: bad, amount }) =>
                `${formatMoney(bad, currency)} of ${formatMoney(amount, currency)}`,
            )
            .join('; ')}
        </dd>
      </div>
      <div>
        <dt>Outcomes known</dt>
        <dd class="value">
          {card ? formatCount(card.labels.bad) : <Bone width="3rem" />} <small>bad</small>
        </dd>
        <dd class="delta">{card && `${formatCount(card.labels.good)} good`}</dd>
      </div>
      <div>
        <dt>Ranking</dt>
        <dd class="value">
          {models ? champion ? formatMeasure(champion.measures.auc) : 'scorecard' : <Bone width="3rem" />}
        </dd>
        <dd class="delta">{champion ? 'of what decides; 1 is perfect' : 'the expert scorecard decides alone'}</dd>
      </div>
    </dl>
  )
}

const NothingLearned = ({ card }: { card: Card }) => {
  const { to } = usePlace()
  const { labels, needs } = card
  return (
    <section class="panel">
      <Empty
        title="Nothing learned yet"
        acts={
          <a class="button" href={to('labels')}>
            Tell outcomes
          </a>
        }
      >
        The expert scorecard decides. A first model needs {formatCount(needs.bad)} bad and {formatCount(needs.good)}{' '}
        good orders with a known outcome; there are {formatCount(labels.bad)} and {formatCount(labels.good)}. It is then
        trained every night, scores beside the scorecard, and decides once later orders show that it is better.
      </Empty>
    </section>
  )
}

const CardSelect = ({ card }: { card: ModelCard }) => {
  const { change } = useQuery()
  return (
    <>
      <label class="vh" for="card">
        Orders
      </label>
      <select
        class="select"
        id="card"
        value={card}
        onChange={({ currentTarget }) => change({ card: currentTarget.value, version: undefined })}
      >
        {Object.entries(cardWord).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </>
  )
}

const TrainingPanel = ({ training, runs }: ReturnType<typeof useTraining>) => {
  if (!training || training.state === 'idle') return null
  return (
    <section class="panel" aria-label="Training">
      <div class="body padded">
        {runs ? (
          <Meter
            id="training"
            name={training.text || 'Training'}
            done={training.progress}
            says={`${Math.round(training.progress * 100)} %`}
          />
        ) : (
          <p class="row" role="status">
            <Icon name={training.state === 'failed' ? 'alert' : 'check'} />
            {training.text}
          </p>
        )}
      </div>
    </section>
  )
}

const useChosen = (models: Models | undefined) => {
  const { api } = usePlace()
  const { query } = useQuery()
  const name: ModelCard = query.card === 'cod' ? 'cod' : 'standard'
  const card = models?.cards.find((one) => one.card === name)
  const versions = models?.versions.filter((one) => one.card === name) ?? []
  const wanted = [query.version, card?.challenger, card?.champion, versions[0]?.id]
  const id = wanted.find((one) => versions.some((version) => version.id === one)) ?? undefined
  const path = api(`models/${id ?? ''}`)
  const standing = JSON.stringify(versions.map(({ state, gate }) => [state, gate]))
  const detail = useLoad(`${path} ${standing}`, async (signal) => (id ? get<ModelDetail>(path, signal) : undefined))
  return { name, card, versions, id, detail }
}

const everyMs = 5_000

/** The gate of a challenger on trial moves with each order; whoever watches sees it move. */
const useTrial = (models: Models | undefined, reload: () => void): void => {
  const isOnTrial = models?.versions.some(({ state }) => state === 'challenger') ?? false
  useEffect(() => {
    if (!isOnTrial) return
    const timer = setInterval(reload, everyMs)
    return () => clearInterval(timer)
  }, [isOnTrial, reload])
}

export const ModelPage = () => {
  const { api } = usePlace()
  const now = useNow(30_000)
  const { data: models, problem, reload } = useLoad(api('models'), (signal) => get<Models>(api('models'), signal))
  const { name, card, versions, id, detail } = useChosen(models)
  const training = useTraining(models?.training, reload)
  useTrial(models, reload)
  const { act, busy, wrong } = useAct()
  const shown = detail.data?.model.id === id ? detail.data : undefined
  return (
    <Page title="Model">
      <div class="page-head">
        <h1>Model</h1>
        <span class="quiet hide-small">one table per evidence, added up; nothing hidden</span>
        <div class="tools">
          <CardSelect card={name} />
          <ActButton may="models.change" busy={busy || training.runs} onClick={() => void act(training.start)}>
            {training.runs ? 'Training…' : 'Train now'}
          </ActButton>
        </div>
      </div>
      {wrong && (
        <p class="banner" data-tone="critical" role="alert">
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      )}
      {problem && <Trouble what="The model" problem={problem} retry={reload} />}
      <TrainingPanel {...training} />
      <Figures models={models} card={card} />
      {models && card && versions.length === 0 && <NothingLearned card={card} />}
      {detail.problem && <Trouble what="This version" problem={detail.problem} retry={detail.reload} />}
      {id && !shown && !detail.problem && (
        <section class="panel case-bones" aria-label="Version, loading" aria-busy="true">
          <div class="body padded">
            <Bone width="60%" />
          </div>
        </section>
      )}
      {models && shown && (
        <>
          <GatePanel models={models} detail={shown} onChange={reload} />
          <ModelPlots detail={shown} />
        </>
      )}
      {models && versions.length > 0 && (
        <>
          <VersionsPanel rows={versions} chosen={id} now={now} />
          <DriftPanel drift={models.drift} now={now} />
        </>
      )}
    </Page>
  )
}
