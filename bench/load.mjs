import autocannon from 'autocannon'

/**
 * Sends each prepared request exactly once: the list is dealt out to the connections beforehand, so that signing and
 * building bodies costs the generator nothing while the clock runs.
 */
export const fire = ({ url, requests, connections, rate, onBody }) => {
  const perConnection = Math.floor(requests.length / connections)
  let dealt = 0
  let answeredAt = 0
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const instance = autocannon(
      {
        url,
        connections,
        amount: perConnection * connections,
        ...(rate ? { overallRate: rate } : {}),
        timeout: 30,
        setupClient: (client) => {
          client.setRequests(requests.slice(dealt, dealt + perConnection))
          dealt += perConnection
          if (onBody) client.on('body', (body) => onBody(String(body)))
        },
      },
      (error, result) => (error ? reject(error) : resolve({ ...result, seconds: (answeredAt - began) / 1000 })),
    )
    // The generator itself looks at its clock once a second: too coarse for a run of a few.
    instance.on('response', () => {
      answeredAt = performance.now()
    })
    instance.on('error', reject)
  })
}

export const summary = (result) => ({
  perSecond: result['2xx'] / result.seconds,
  p50: result.latency.p50,
  p99: result.latency.p99,
  refused: result.non2xx + result.errors + result.timeouts,
})
