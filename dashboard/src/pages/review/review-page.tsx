import type { Review, ReviewSummary } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatMoney } from '../../format/money.ts'
import { plural } from '../../format/number.ts'
import { formatAge, formatDuration } from '../../format/time.ts'
import { Bone } from '../../parts/bone.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Page } from '../../shell/page.tsx'
import { usePlace, useQuery } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { ChoiceButton } from '../../parts/choice-button.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { GroupBanner, GroupDialog } from './group.tsx'
import { amountsOf } from './queue.ts'
import { QueueList } from './queue-list.tsx'
import { ReviewCase } from './review-case.tsx'
import { useDesk } from './use-desk.ts'
import { useQueue, type Sort } from './use-queue.ts'

const AllDone = ({ summary }: { summary: ReviewSummary | undefined }) => {
  const { to } = usePlace()
  const half = summary?.median_seconds_to_decision ?? null
  const decided = summary?.decided ?? 0
  return (
    <section class="panel">
      <Empty
        title="Nothing waits for you"
        acts={
          <a class="button" href={to('labels')}>
            Label older orders
          </a>
        }
      >
        {decided > 0
          ? `${plural(decided, 'order was', 'orders were')} decided here in 30 days${half === null ? '' : `, half of them in under ${formatDuration(half * 1000)}`}. `
          : 'Orders that score below your review limit, or that a rule sends here, wait on this page for a person. '}
        New ones appear here by themselves.
      </Empty>
    </section>
  )
}

const sorts: Record<Sort, string> = { oldest: 'oldest first', riskiest: 'riskiest first' }
const isSort = (text: string | undefined): text is Sort => text !== undefined && Object.hasOwn(sorts, text)

const Says = ({ rows, summary, now }: { rows: readonly Review[]; summary: ReviewSummary | undefined; now: number }) => {
  const { zone } = usePlace()
  const oldest = rows.reduce((at, { opened_at: opened }) => Math.min(at, Date.parse(opened)), Infinity)
  const half = summary?.median_seconds_to_decision ?? null
  const amounts = amountsOf(rows).map(([currency, amount]) => formatMoney(amount, currency))
  return (
    <span class="quiet">
      {rows.length > 0
        ? `${rows.length} waiting, ${amounts.join(' and ')}, oldest ${formatAge(oldest, now, zone)}.`
        : 'Nothing waits.'}{' '}
      {summary && summary.decided > 0 && (
        <span class="hide-small">
          {summary.decided} decided in 30 days{half === null ? '' : `, median ${formatDuration(half * 1000)}`}.
        </span>
      )}
    </span>
  )
}

type Desk = ReturnType<typeof useDesk>

const Moves = ({ desk: { rows, current, move } }: { desk: Desk }) => (
  <span class="row only-small moves">
    <button class="button square" type="button" aria-label="Previous order" onClick={() => move(-1)}>
      <Icon name="left" />
    </button>
    <span>
      {rows.findIndex(({ id }) => id === current?.id) + 1} of {rows.length}
    </span>
    <button class="button square" type="button" aria-label="Next order" onClick={() => move(1)}>
      <Icon name="right" />
    </button>
  </span>
)

const ActBar = ({ desk: { current, why, choose, goOn } }: { desk: Desk }) => (
  <div class="act-bar only-small" role="toolbar" aria-label={`Decide order ${current?.order_id ?? ''}`}>
    <ChoiceButton icon="check" name="Approve" why={why} onClick={() => choose('approve')} />
    <ChoiceButton icon="cross" name="Decline" why={why} onClick={() => choose('decline')} />
    <button class="button square" type="button" aria-label="Skip for now" onClick={goOn}>
      <Icon name="to" />
    </button>
  </div>
)

const CaseBones = () => (
  <section class="panel case-bones" aria-label="Order, loading" aria-busy="true">
    <div class="body stack">
      {['40%', '90%', '70%', '80%', '60%', '75%'].map((width) => (
        <p key={width}>
          <Bone width={width} />
        </p>
      ))}
    </div>
  </section>
)

const Case = ({ desk, now }: { desk: Desk; now: number }) => {
  const { current, detail, wrong, group, me } = desk
  const isLoaded = current !== undefined && detail.data?.assessment.id === current.assessment_id
  return (
    <div class="stack">
      {wrong && (
        <p class="banner" data-tone="critical" role="alert">
          <Icon name="alert" />
          <span>{wrong.text} It is back in the queue.</span>
        </p>
      )}
      {detail.problem && <Trouble what="The order" problem={detail.problem} retry={detail.reload} />}
      {isLoaded ? (
        <ReviewCase review={current} detail={detail.data} now={now} me={me} heading={desk.heading} />
      ) : (
        !detail.problem && <CaseBones />
      )}
      {current && <GroupBanner group={group} current={current} onOpen={() => desk.setGroupOpen(true)} />}
    </div>
  )
}

export const ReviewPage = () => {
  const { api, to } = usePlace()
  const { query, change } = useQuery()
  const now = useNow(10_000)
  const sort = isSort(query.sort) ? query.sort : 'oldest'
  const queue = useQueue(sort)
  const desk = useDesk(queue)
  const { rows, current, detail } = desk
  const { data: summary } = useLoad(`${api('reviews/summary')} ${desk.justNow.length}`, (signal) =>
    get<ReviewSummary>(api('reviews/summary'), signal),
  )
  const isDone = queue.rows?.length === 0 && queue.held.length === 0
  return (
    <Page title={rows.length > 0 ? `Review, ${rows.length} waiting` : 'Review'}>
      <div class="page-head">
        <h1>Review</h1>
        {queue.rows && <Says rows={rows} summary={summary} now={now} />}
        <div class="tools">
          <label class="vh" for="sort">
            Order by
          </label>
          <select
            class="select"
            id="sort"
            value={sort}
            onChange={({ currentTarget }) => change({ sort: currentTarget.value, order: undefined })}
          >
            {Object.entries(sorts).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          {current && <Moves desk={desk} />}
        </div>
      </div>
      {queue.problem && <Trouble what="The queue" problem={queue.problem} retry={queue.showAll} />}
      {isDone && <AllDone summary={summary} />}
      {!isDone && !(queue.problem && !queue.rows) && (
        <div class="cols review">
          <QueueList
            rows={queue.rows}
            held={queue.held.length}
            current={current?.id}
            me={desk.me}
            now={now}
            onShowHeld={queue.showAll}
            hrefOf={({ id }) => to(`review?${new URLSearchParams({ ...query, order: id }).toString()}`)}
          />
          <Case desk={desk} now={now} />
          <DecisionPanel
            {...desk}
            isCod={detail.data?.facts.payment_method === 'cod'}
            now={now}
            onLabel={desk.setLabel}
            onNote={desk.setNote}
            onChoose={desk.choose}
            onEscalate={desk.escalate}
            onSkip={desk.goOn}
            onSaveNote={desk.saveNote}
          />
        </div>
      )}
      {current && <ActBar desk={desk} />}
      {desk.isGroupOpen && (
        <GroupDialog group={desk.group} onDecide={desk.decideGroup} onClose={() => desk.setGroupOpen(false)} />
      )}
    </Page>
  )
}
