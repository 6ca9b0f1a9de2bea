import { useState } from 'preact/hooks'
import type { CardName, PolicyView, Thresholds } from '#contract/console.ts'
import { BacktestPanel } from '../../parts/backtest/backtest-panel.tsx'
import { useBacktest } from '../../parts/backtest/use-backtest.ts'
import { Bone } from '../../parts/bone.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Page } from '../../shell/page.tsx'
import { useNow } from '../../shell/use-now.ts'
import { AdvisorPanel } from './advisor-panel.tsx'
import { CardPanel } from './card-panel.tsx'
import { ControlPanel, PlanPanel } from './plan-panel.tsx'
import { RevisionsPanel } from './revisions-panel.tsx'
import { usePolicy } from './use-policy.ts'

const cards: readonly CardName[] = ['standard', 'cod']

/** The thresholds as they are typed, against past orders. */
const ThresholdTest = ({
  drafts,
  policy,
  now,
}: {
  drafts: Readonly<Record<CardName, Thresholds | null>>
  policy: PolicyView
  now: number
}) => {
  const backtest = useBacktest()
  const thresholds = {
    standard: drafts.standard ?? policy.cards.standard.thresholds,
    cod: drafts.cod ?? policy.cards.cod.thresholds,
  }
  const about = JSON.stringify(thresholds)
  const isSame = cards.every((card) => {
    const { review, decline } = policy.cards[card].thresholds
    return thresholds[card].review === review && thresholds[card].decline === decline
  })
  return (
    <BacktestPanel
      backtest={backtest}
      about={about}
      why={isSame ? 'Change a threshold first.' : null}
      onRun={() => void backtest.run({ thresholds }, about)}
      now={now}
      teach="Change a threshold above and ask what your past orders would have become. Nothing changes by asking."
    />
  )
}

export const DecisionsPage = () => {
  const now = useNow(30_000)
  const { policy, problem, reload, save, busy, wrong } = usePolicy()
  const [drafts, setDrafts] = useState<Readonly<Record<CardName, Thresholds | null>>>({ standard: null, cod: null })
  const [card, setCard] = useState<CardName>('standard')
  return (
    <Page title="Decisions">
      <div class="page-head">
        <h1>Decisions</h1>
        <span class="quiet">shared by live and test</span>
        {policy?.plan === 'shadow' && <span class="tag strong">shadow plan</span>}
      </div>
      {wrong && (
        <p class="banner" data-tone="critical" role="alert">
          <Icon name="alert" />
          <span>{wrong} Nothing was changed.</span>
        </p>
      )}
      {problem && <Trouble what="The policy" problem={problem} retry={reload} />}
      {!policy && !problem && (
        <section class="panel case-bones" aria-label="Policy, loading" aria-busy="true">
          <div class="body padded">
            <Bone width="40%" />
          </div>
        </section>
      )}
      {policy && (
        <>
          <div class="cols decisions">
            {cards.map((name) => (
              <CardPanel
                key={`${name} ${policy.revision}`}
                card={name}
                view={policy.cards[name]}
                busy={busy}
                onSave={(thresholds) => save({ thresholds: { [name]: thresholds } })}
                onDraft={(thresholds) => {
                  setDrafts((old) => ({ ...old, [name]: thresholds }))
                  setCard(name)
                }}
              />
            ))}
          </div>
          <ThresholdTest drafts={drafts} policy={policy} now={now} />
          <AdvisorPanel card={card} />
          <div class="cols decisions">
            <PlanPanel policy={policy} busy={busy} onSave={save} />
            <ControlPanel key={policy.revision} policy={policy} busy={busy} onSave={save} />
          </div>
          <RevisionsPanel revision={policy.revision} now={now} />
        </>
      )}
    </Page>
  )
}
