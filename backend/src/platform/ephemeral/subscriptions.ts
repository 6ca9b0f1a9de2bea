export type Listener = (message: string) => void

export interface Subscriptions {
  /** Leaving tells whether that was the channel's last listener. */
  join(channel: string, listener: Listener): { readonly leave: () => { readonly last: boolean } }
  /** Each listener hears it in a turn of its own, so that one that throws keeps nobody else from hearing it. */
  deliver(channel: string, message: string): void
  channels(): readonly string[]
  readonly clear: () => void
}

export const createSubscriptions = (): Subscriptions => {
  const channels = new Map<string, Set<Listener>>()
  return {
    join: (channel, listener) => {
      const listeners = channels.get(channel) ?? new Set()
      // The same function may listen twice; each stays until it leaves.
      const own: Listener = (message) => listener(message)
      channels.set(channel, listeners.add(own))
      const leave = () => {
        const last = listeners.delete(own) && listeners.size === 0
        if (last && channels.get(channel) === listeners) channels.delete(channel)
        return { last }
      }
      return { leave }
    },
    deliver: (channel, message) => {
      for (const listener of channels.get(channel) ?? []) setImmediate(() => listener(message))
    },
    channels: () => [...channels.keys()],
    clear: () => channels.clear(),
  }
}
