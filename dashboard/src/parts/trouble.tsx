import type { ApiProblem } from '../api/problem.ts'
import { Icon } from './icon.tsx'

/** What happened, what of yours is safe, what to do. */
export const Trouble = ({ what, problem, retry }: { what: string; problem: ApiProblem; retry: () => void }) => (
  <div class="banner" data-tone="critical" role="alert">
    <Icon name="alert" />
    <div>
      <h2>{what} could not be loaded</h2>
      <p>
        {problem.message} Nothing is lost.
        {problem.requestId && (
          <>
            {' '}
            Request <code>{problem.requestId}</code>
          </>
        )}
      </p>
    </div>
    <div class="acts">
      <button class="button small" type="button" onClick={retry}>
        Try again
      </button>
    </div>
  </div>
)
