import { useLocation, useRoute } from 'preact-iso'
import type { RuleRows, Vocabulary } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { Bone } from '../../parts/bone.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Page } from '../../shell/page.tsx'
import { usePlace } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { RuleEditor } from './rule-editor.tsx'
import { RuleList } from './rule-list.tsx'
import { Templates } from './templates.tsx'
import { templateChoice } from './template-choice.ts'

const Start = ({ rules }: { rules: RuleRows }) => {
  const { to } = usePlace()
  const { route } = useLocation()
  return (
    <>
      <section class="panel">
        <Empty
          title={rules.data.length === 0 ? 'No rules yet' : 'Choose a rule, or write one'}
          acts={
            <a class="button primary" href={to('rules/new')}>
              Write a rule
            </a>
          }
        >
          A rule is a condition over what is known of an order, and what follows when it holds. Try it on past orders,
          let it run in shadow, then switch it on.
        </Empty>
      </section>
      <Templates
        onTake={(template) => {
          templateChoice.keep(template)
          route(to('rules/new'))
        }}
      />
    </>
  )
}

const Bones = () => (
  <section class="panel case-bones" aria-label="Rule, loading" aria-busy="true">
    <div class="body stack">
      {['30%', '90%', '60%'].map((width) => (
        <p key={width}>
          <Bone width={width} />
        </p>
      ))}
    </div>
  </section>
)

const NotHere = () => {
  const { to } = usePlace()
  return (
    <section class="panel">
      <Empty
        title="This rule is not here"
        acts={
          <a class="button" href={to('rules')}>
            All rules
          </a>
        }
      >
        It was removed, or belongs to another store.
      </Empty>
    </section>
  )
}

export const RulesPage = () => {
  const { api } = usePlace()
  const { params } = useRoute()
  const now = useNow(30_000)
  const { data: rules, problem, slow, reload } = useLoad(api('rules'), (signal) => get<RuleRows>(api('rules'), signal))
  const { data: vocabulary } = useLoad(api('rules/vocabulary'), (signal) =>
    get<Vocabulary>(api('rules/vocabulary'), signal),
  )
  const id = params.id
  const rule = rules?.data.find((one) => one.id === id)
  const isNew = id === 'new'
  return (
    <Page title={rule?.name ?? (isNew ? 'New rule' : 'Rules')}>
      {!id && (
        <div class="page-head">
          <h1>Rules</h1>
          <span class="quiet">shared by live and test</span>
        </div>
      )}
      {problem && <Trouble what="The rules" problem={problem} retry={reload} />}
      <div class="cols rules">
        <RuleList rules={rules} current={id} aside={id !== undefined} onMoved={reload} />
        <div class="stack">
          {!rules && slow && <Bones />}
          {rules && !id && <Start rules={rules} />}
          {rules && id && !rule && !isNew && (
            <>
              <h1 class="vh">Rule not found</h1>
              <NotHere />
            </>
          )}
          {(rule ?? isNew) && (
            <RuleEditor key={id} rule={rule ?? null} vocabulary={vocabulary} now={now} onSaved={reload} />
          )}
        </div>
      </div>
    </Page>
  )
}
