import { ActButton } from '../../parts/act-button.tsx'
import { Icon } from '../../parts/icon.tsx'

/** The button of a form, and what went wrong that belongs to no field. */
export const SaveRow = ({ busy, wrong }: { busy: boolean; wrong: Readonly<Record<string, string>> }) => (
  <div class="row">
    <ActButton may="settings.change" submit busy={busy}>
      {busy ? 'Saving…' : 'Save'}
    </ActButton>
    {wrong[''] && (
      <p class="wrong" role="alert">
        <Icon name="alert" />
        <span>{wrong['']}</span>
      </p>
    )}
  </div>
)
