const patienceMs = 20_000

/** Asks until it holds. The end of patience only keeps a broken test from asking for ever. */
export const eventually = async (holds: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + patienceMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It never came to hold.')
    await new Promise((resolve) => setImmediate(resolve))
  }
}
