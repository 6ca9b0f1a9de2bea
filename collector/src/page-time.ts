/** Milliseconds since the page was opened; cannot jump when the clock is set. */
export const now = (): number => performance.now()

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A message, not a timer: browsers slow timers down to one a second in background tabs (docs/browsers.md#timers). */
export const yieldToPage = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
