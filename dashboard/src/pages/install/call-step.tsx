import { useState } from 'preact/hooks'
import { Panel } from '../../parts/panel.tsx'
import { CodeBox } from './code-box.tsx'
import { callSnippets } from './snippets.ts'

export const CallStep = ({ origin }: { origin: string }) => {
  const snippets = callSnippets(origin)
  const [chosen, setChosen] = useState('node')
  const snippet = snippets.find(({ id }) => id === chosen)
  return (
    <Panel id="call" title="Ask for a score from your server" note="once an order comes in, before you take it">
      <div class="body stack">
        <fieldset class="switch">
          <legend class="vh">Language</legend>
          {snippets.map(({ id, name }) => (
            <label key={id}>
              <input type="radio" name="language" checked={id === chosen} onChange={() => setChosen(id)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        {snippet && <CodeBox code={snippet.code} what={`Call from ${snippet.name}`} />}
        <p class="soft">
          The answer holds <code>trust_score</code>, <code>decision</code> and <code>reasons</code>. Only the order’s
          id, amount and currency are required; each further field makes the score better.{' '}
          <a href="/docs">All fields and answers</a>
        </p>
      </div>
    </Panel>
  )
}
