import { useRef, useState } from 'preact/hooks'
import type { OrderSearchReply } from '#contract/console.ts'
import { post } from '../../api/client.ts'
import { Icon } from '../../parts/icon.tsx'
import { useKeys } from '../../shell/keys.ts'
import { usePlace, useQuery } from '../../shell/place.ts'
import { rememberHint } from './search-hints.ts'

/** What is typed is posted; only an order's number or a keyed reference reaches the address. */
export const SearchBox = ({ onMiss }: { onMiss: (text: string | null) => void }) => {
  const { api } = usePlace()
  const { change } = useQuery()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  useKeys({ '/': () => input.current?.focus() })

  const search = async (q: string) => {
    setBusy(true)
    try {
      const { kind, ref, hint, found } = await post<OrderSearchReply>(api('orders/search'), { q })
      onMiss(found === 0 ? `Nothing was found for ${hint}.` : null)
      rememberHint(ref, hint)
      change({ order: kind === 'order' ? ref : undefined, ref: kind === 'order' ? undefined : ref, after: undefined })
      if (input.current) input.current.value = ''
    } catch (problem) {
      onMiss(problem instanceof Error ? problem.message : 'The search did not work. Try again.')
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      class="search"
      role="search"
      aria-label="Search orders"
      onSubmit={(event) => {
        event.preventDefault()
        const q = input.current?.value.trim()
        if (q && !busy) void search(q)
      }}
    >
      <Icon name="search" />
      <label class="vh" for="q">
        Order number, e-mail or phone
      </label>
      <input
        class="input"
        id="q"
        type="search"
        ref={input}
        autoComplete="off"
        placeholder="Order number, e-mail or phone"
        aria-busy={busy}
      />
      <kbd>/</kbd>
    </form>
  )
}
