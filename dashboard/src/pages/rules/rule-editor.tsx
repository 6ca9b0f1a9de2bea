import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { RuleRow, Vocabulary } from '#contract/console.ts'
import type { Rule } from '#contract/rules.ts'
import { patch, post } from '../../api/client.ts'
import { ActButton } from '../../parts/act-button.tsx'
import { BacktestPanel } from '../../parts/backtest/backtest-panel.tsx'
import { useBacktest } from '../../parts/backtest/use-backtest.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useAct } from '../../parts/use-act.ts'
import { usePlace } from '../../shell/place.ts'
import { useToast } from '../../shell/toast.tsx'
import {
  actionOf,
  changeOf,
  draftFrom,
  draftOf,
  draftProblem,
  emptyDraft,
  isChanged,
  newRuleOf,
  type Draft,
} from './draft.ts'
import { SwitchOnDialog } from './switch-on-dialog.tsx'
import { Templates } from './templates.tsx'
import { templateChoice } from './template-choice.ts'
import { useCheck } from './use-check.ts'
import { VersionsDialog } from './versions-dialog.tsx'
import { WhenPanel } from './when-panel.tsx'

interface Props {
  /** null: a new one. */
  readonly rule: RuleRow | null
  readonly vocabulary: Vocabulary | undefined
  readonly now: number
  readonly onSaved: () => void
}

type Open = 'versions' | 'switch-on' | 'remove' | null

const RemoveDialog = ({ rule, onRemoved, onClose }: { rule: RuleRow; onRemoved: () => void; onClose: () => void }) => {
  const { api } = usePlace()
  const { act, busy, wrong } = useAct()
  return (
    <Dialog id="remove-rule" title="Remove this rule?" onClose={onClose}>
      {(close) => (
        <>
          <p class="soft">“{rule.name}” ends with the next order. Verdicts that it had part in keep saying so.</p>
          {wrong && <p role="alert">{wrong}</p>}
          <div class="acts">
            <button class="button" type="button" onClick={close}>
              Keep it
            </button>
            <button
              class="button"
              type="button"
              aria-busy={busy}
              onClick={() =>
                void act(async () => {
                  await post(api(`rules/${rule.id}/remove`))
                  close()
                  onRemoved()
                })
              }
            >
              Remove it
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}

/** Draft, check, saving and the question to the past, for one rule. */
const useRule = ({ rule, onSaved }: Props) => {
  const { api, to } = usePlace()
  const { route } = useLocation()
  const toast = useToast()
  const { act, busy, wrong } = useAct()
  const [draft, setDraft] = useState<Draft>(() => {
    if (rule) return draftOf(rule)
    const template = templateChoice.take()
    return template ? draftFrom(template) : emptyDraft
  })
  useEffect(() => {
    if (rule) setDraft(draftOf(rule))
  }, [rule?.id, rule?.version])
  const check = useCheck(draft.expression)
  const backtest = useBacktest()
  const action = actionOf(draft)
  const question = {
    rule: { ...(rule ? { id: rule.id } : {}), expression: draft.expression, action: action ?? { type: 'review' } },
  } as const
  const about = JSON.stringify([draft.expression, action])
  const changed = isChanged(draft, rule)
  const why =
    draftProblem(draft) ?? (check && !check.valid ? `Line ${check.problems[0]?.line ?? 1} is not right yet.` : null)

  const save = (state = draft.state): void => {
    if (why !== null || action === null || busy) return
    void act(async () => {
      const wanted = { ...draft, state }
      const saved = rule
        ? await patch<Rule>(api(`rules/${rule.id}`), changeOf(wanted, action, rule))
        : await post<Rule>(api('rules'), newRuleOf(wanted, action))
      toast(`Saved as version ${saved.version}. It holds from the next order on.`)
      onSaved()
      if (!rule) route(to(`rules/${saved.id}`), true)
    })
  }
  const test = () => {
    if (why === null) void backtest.run(question, about)
  }
  const change = (more: Partial<Draft>) => setDraft((old) => ({ ...old, ...more }))
  return { draft, change, setDraft, check, backtest, about, changed, why, save, test, busy, wrong }
}

const HeadTools = ({
  rule,
  held,
  onOpen,
  onSave,
}: {
  rule: RuleRow | null
  held: ReturnType<typeof useRule>
  onOpen: (open: Open) => void
  onSave: () => void
}) => {
  const why = held.changed ? held.why : 'Nothing was changed.'
  return (
    <div class="tools">
      {rule && (
        <>
          <button class="button plain" type="button" onClick={() => onOpen('versions')}>
            History
          </button>
          <button class="button plain" type="button" onClick={() => onOpen('remove')}>
            Remove
          </button>
        </>
      )}
      {why === null ? (
        <ActButton may="rules.change" kind="primary" busy={held.busy} onClick={onSave}>
          Save
        </ActButton>
      ) : (
        <button class="button primary" type="button" aria-disabled="true" aria-describedby="save-why">
          Save
        </button>
      )}
      <span class="vh" id="save-why">
        {why}
      </span>
    </div>
  )
}

export const RuleEditor = (props: Props) => {
  const { rule, vocabulary, now } = props
  const { to } = usePlace()
  const { route } = useLocation()
  const held = useRule(props)
  const [open, setOpen] = useState<Open>(null)
  const { draft, change, setDraft, check, backtest, about, changed, why, save, test, wrong } = held
  const goesLive = draft.state === 'live' && rule?.state !== 'live'
  const close = () => setOpen(null)
  return (
    <>
      <div class="page-head">
        <nav class="crumb" aria-label="Breadcrumb">
          <a href={to('rules')}>Rules</a> /
        </nav>
        <h1>{rule?.name ?? 'New rule'}</h1>
        {rule && !changed && <span class="tag">version {rule.version}</span>}
        {changed && <span class="tag dashed">{rule ? `version ${rule.version + 1}` : 'version 1'}, not saved</span>}
        <HeadTools rule={rule} held={held} onOpen={setOpen} onSave={() => (goesLive ? setOpen('switch-on') : save())} />
      </div>
      {wrong && (
        <p class="banner" data-tone="critical" role="alert">
          <Icon name="alert" />
          <span>{wrong} Nothing was changed.</span>
        </p>
      )}
      <WhenPanel draft={draft} check={check} vocabulary={vocabulary} onChange={change} onTest={test} />
      {!rule && draft.expression === '' ? (
        <Templates onTake={(template) => setDraft(draftFrom(template))} />
      ) : (
        <BacktestPanel
          backtest={backtest}
          about={about}
          why={why}
          onRun={test}
          byKey
          now={now}
          teach="Your past orders are judged again with this rule, on the server, as they were known then. You see what it would have caught and whom it would have stopped. Nothing changes by asking."
        />
      )}
      {open === 'versions' && rule && (
        <VersionsDialog
          ruleId={rule.id}
          now={now}
          onTake={({ name, expression }) => change({ name, expression })}
          onClose={close}
        />
      )}
      {open === 'switch-on' && (
        <SwitchOnDialog
          result={backtest.about === about ? backtest.result : null}
          onLive={() => save('live')}
          onShadow={() => {
            change({ state: 'shadow' })
            save('shadow')
          }}
          onClose={close}
        />
      )}
      {open === 'remove' && rule && (
        <RemoveDialog
          rule={rule}
          onRemoved={() => {
            props.onSaved()
            route(to('rules'), true)
          }}
          onClose={close}
        />
      )}
    </>
  )
}
