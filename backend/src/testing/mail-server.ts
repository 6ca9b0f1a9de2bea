import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** As it came over the wire. */
  readonly raw: string
}

export interface MailServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** What becomes of the next mails: taken unless said. `hang-up`: taken, and the connection is cut before the answer. */
  answer(next: 'take' | 'later' | 'never' | 'hang-up'): void
  close(): Promise<void>
}

const refusal = (code: number): Error => Object.assign(new Error('not now'), { responseCode: code })

/** A real mail server on a port of its own. */
export const startMailServer = async (): Promise<MailServer> => {
  const received: ReceivedMail[] = []
  let next: Parameters<MailServer['answer']>[0] = 'take'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo: (_address, _session, done) => {
      if (next === 'later') done(refusal(451))
      else if (next === 'never') done(refusal(550))
      else done()
    },
    onData: (stream, { envelope }, done) => {
      let raw = ''
      stream.setEncoding('utf8').on('data', (part: string) => (raw += part))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw })
        if (next !== 'hang-up') done()
        else
          server.connections.forEach((connection) =>
            (connection as unknown as { _socket: { destroy(): void } })._socket.destroy(),
          )
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answer: (wanted) => {
      next = wanted
    },
    close: () =>
      new Promise((closed) => {
        server.close(closed)
      }),
  }
}
