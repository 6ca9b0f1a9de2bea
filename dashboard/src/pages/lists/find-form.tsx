import { useState } from 'preact/hooks'
import type { ListSearchReply } from '#contract/lists.ts'
import { post } from '../../api/client.ts'
import { Icon } from '../../parts/icon.tsx'
import { useAct } from '../../parts/use-act.ts'
import { usePlace } from '../../shell/place.ts'
import { searchOf } from './search-of.ts'

/** Posted, so that no value stands in an address or a log. */
export const FindForm = ({ onFound }: { onFound: (found: ListSearchReply | null) => void }) => {
  const { api } = usePlace()
  const { act, wrong } = useAct()
  const [text, setText] = useState('')
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') onFound(null)
        else void act(async () => onFound(await post<ListSearchReply>(api('lists/search'), searchOf(text))))
      }}
    >
      <label class="vh" for="list-search">
        Find an e-mail, phone, IP, domain or account
      </label>
      <Icon name="search" />
      <input
        class="input"
        id="list-search"
        type="search"
        autocomplete="off"
        placeholder="E-mail, phone, IP, domain, account"
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value)
          if (currentTarget.value === '') onFound(null)
        }}
      />
      <kbd>/</kbd>
      {wrong && (
        <span class="vh" role="alert">
          {wrong}
        </span>
      )}
    </form>
  )
}
