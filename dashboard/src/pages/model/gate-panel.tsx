import { useState } from 'preact/hooks'
import type { ModelDetail, Models } from '#contract/console.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { patch, post } from '../../api/client.ts'
import { formatCount, formatShare } from '../../format/number.ts'
import { ActButton } from '../../parts/act-button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useAct } from '../../parts/use-act.ts'
import { useMay } from '../../shell/me.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'
import { formatMeasure, gateWord, versionName } from './model-words.ts'
import { scoreWord } from './curves.ts'

const gateIcon: Record<'passed' | 'failed' | 'waiting', IconName> = {
  passed: 'check',
  failed: 'cross',
  waiting: 'replay',
}

const Checks = ({ gate }: Pick<ModelDetail['model'], 'gate'>) => (
  <ul class="checks">
    {gate.checks.map(({ name, outcome, text }) => (
      <li key={name}>
        <Icon name={gateIcon[outcome]} />
        <span>{text}</span>
        <span class="quiet">{gateWord[outcome]}</span>
      </li>
    ))}
  </ul>
)

const Compared = ({ scores }: Pick<ModelDetail, 'scores'>) => (
  <DataTable
    name="Scores compared"
    caption="Scores on the same later orders"
    columns={[
      'On the same later orders',
      { end: 'Ranking' },
      { end: 'Found at 1 %' },
      { end: 'Found at 5 %' },
      { end: 'Stated : seen' },
    ]}
  >
    {scores.map(({ name, measures }) => (
      <tr key={name}>
        <th scope="row">{scoreWord[name]}</th>
        <td class="end">{formatMeasure(measures.auc)}</td>
        <td class="end">{measures.recall_at_1 === null ? 'too few' : formatShare(measures.recall_at_1)}</td>
        <td class="end">{measures.recall_at_5 === null ? 'too few' : formatShare(measures.recall_at_5)}</td>
        <td class="end">{formatMeasure(measures.stated_over_seen, 2)}</td>
      </tr>
    ))}
  </DataTable>
)

const OverrideDialog = ({ onPromote, onClose }: { onPromote: () => void; onClose: () => void }) => (
  <Dialog id="override" title="Promote it although it did not pass?" onClose={onClose}>
    {(close) => (
      <>
        <p class="soft">
          The gate holds it back because later orders did not show that it is better. You can return to the version
          before with one click.
        </p>
        <div class="acts">
          <button class="button" type="button" onClick={close}>
            Leave it in shadow
          </button>
          <button
            class="button"
            type="button"
            onClick={() => {
              onPromote()
              close()
            }}
          >
            Promote it anyway
          </button>
        </div>
      </>
    )}
  </Dialog>
)

const Shadow = ({ shadow }: Pick<ModelDetail, 'shadow'>) =>
  shadow && (
    <p class="soft">
      In shadow it scored {formatCount(shadow.orders)} orders and would have changed {formatCount(shadow.changed)}
      {shadow.orders > 0 && ` (${formatShare(shadow.changed / shadow.orders)})`}
      {shadow.changes.length > 0 &&
        `: ${shadow.changes.map(({ from, to, orders }) => `${orders} from ${from} to ${to}`).join(', ')}`}
      .
    </p>
  )

/** Whether what passes the gate is promoted without a person; shown at once, put back when refused. */
const Automatic = ({ models, onChange }: Pick<Props, 'models' | 'onChange'>) => {
  const { api } = usePlace()
  const mayChange = useMay('models.change')
  const { act, wrong } = useAct()
  const [automatic, setShown] = useState(models.automatic)
  const setAutomatic = (wanted: boolean) =>
    void act(async () => {
      setShown(wanted)
      try {
        await patch(api('models'), { automatic: wanted })
      } catch (problem) {
        setShown(!wanted)
        throw problem
      }
      onChange()
    })
  return (
    <>
      <label class="row">
        <input
          class="check"
          type="checkbox"
          checked={automatic}
          disabled={!mayChange}
          onChange={({ currentTarget }) => setAutomatic(currentTarget.checked)}
        />
        Promote by itself what passes the gate
      </label>
      {wrong && <p role="alert">{wrong}</p>}
    </>
  )
}

interface Props {
  readonly models: Models
  readonly detail: ModelDetail
  readonly onChange: () => void
}

/** The version on trial: what it must show, what it has shown, and who says yes. */
export const GatePanel = ({ models, detail, onChange }: Props) => {
  const { api } = usePlace()
  const toast = useToast()
  const { act, busy, wrong } = useAct()
  const [isAsking, setAsking] = useState(false)
  const { model } = detail
  const card = models.cards.find((one) => one.card === model.card)
  const back = card?.returns_to
  const promote = (override: boolean) =>
    void act(async () => {
      await post(api(`models/${model.id}/promote`), { override })
      toast(`${versionName(model)} decides from the next order on.`)
      onChange()
    })
  const goBack = () =>
    void act(async () => {
      await post(api('models/return'), { card: model.card })
      toast('The version before decides from the next order on.')
      onChange()
    })
  return (
    <Panel
      id="gate"
      title={model.state === 'champion' ? `${versionName(model)} decides` : `${versionName(model)} on trial`}
      note={model.promoted_at ? `promoted by ${model.promoted_by ?? 'the gate'}` : undefined}
      aside={
        <span class="row">
          {model.state === 'challenger' && (
            <ActButton
              may="models.change"
              kind="small primary"
              busy={busy}
              onClick={() => (model.gate.outcome === 'passed' ? promote(false) : setAsking(true))}
            >
              Promote
            </ActButton>
          )}
          {model.state === 'champion' && back && (
            <ActButton may="models.change" kind="small" busy={busy} onClick={goBack}>
              Return to {back.text}
            </ActButton>
          )}
        </span>
      }
    >
      <div class="body stack">
        {detail.about.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <Shadow shadow={detail.shadow} />
        <Checks gate={model.gate} />
        <Automatic models={models} onChange={onChange} />
        {wrong && (
          <p class="wrong" role="alert">
            <Icon name="alert" />
            <span>{wrong}</span>
          </p>
        )}
      </div>
      <Compared scores={detail.scores} />
      {isAsking && <OverrideDialog onPromote={() => promote(true)} onClose={() => setAsking(false)} />}
    </Panel>
  )
}
