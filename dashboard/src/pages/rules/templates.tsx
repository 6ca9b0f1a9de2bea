import type { RuleTemplate, RuleTemplates } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { Panel } from '../../parts/panel.tsx'
import { usePlace } from '../../shell/place.ts'
import { actionWord } from './words.ts'

/** Twelve beginnings; each is a rule of the store's own once it is saved. */
export const Templates = ({ onTake }: { onTake: (template: RuleTemplate) => void }) => {
  const { api } = usePlace()
  const { data } = useLoad(api('rules/templates'), (signal) => get<RuleTemplates>(api('rules/templates'), signal))
  return (
    <Panel id="templates" title="Templates" note="A beginning, yours to change. Nothing is saved by choosing one.">
      <ul class="templates">
        {data?.data.map((template) => (
          <li key={template.id}>
            <h3>
              <button class="linkish" type="button" onClick={() => onTake(template)}>
                {template.name}
              </button>
            </h3>
            <p>{template.why}</p>
            <p class="quiet">
              <code>{template.expression}</code>, {actionWord(template.action)}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
