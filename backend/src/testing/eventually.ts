const patienceMs = 60_000

/** Asks until there is an answer, and gives it. The end of patience only keeps a broken test from asking for ever. */
export const eventually = async <T>(ask: () => Promise<T>): Promise<Exclude<T, undefined | false>> => {
  const end = Date.now() + patienceMs
  const isAnswer = (answer: T): answer is Exclude<T, undefined | false> => answer !== undefined && answer !== false
  for (;;) {
    const answer = await ask()
    if (isAnswer(answer)) return answer
    if (Date.now() > end) throw new Error('It never came to hold.')
    await new Promise((resolve) => setImmediate(resolve))
  }
}
