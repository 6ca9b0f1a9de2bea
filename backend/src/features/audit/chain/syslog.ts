import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import { hostname } from 'node:os'
import type { Anchor } from './anchors.ts'

export interface SyslogTarget {
  readonly protocol: 'udp' | 'tcp'
  readonly host: string
  readonly port: number
}

/** Facility 13 (log audit), severity 5 (notice). */
const priority = 13 * 8 + 5
const patienceMs = 5_000

/** RFC 5424; the anchor as it stands in anchors.log is the message. */
export const syslogLine = (anchor: Anchor, host = hostname()): string =>
  `<${priority}>1 ${anchor.at} ${host} goodfaith - anchor - ${JSON.stringify(anchor)}`

const sendUdp = async ({ host, port }: SyslogTarget, lines: readonly string[]): Promise<void> => {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  try {
    for (const line of lines) {
      await new Promise<void>((resolve, reject) => {
        socket.once('error', reject)
        socket.send(line, port, host, (error) => {
          if (error) reject(error)
          else resolve()
        })
      })
    }
  } finally {
    socket.close()
  }
}

/** Octet counting (RFC 6587). Taken when the other side has closed after all of it. */
const sendTcp = ({ host, port }: SyslogTarget, lines: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: patienceMs })
    socket.once('timeout', () => socket.destroy(new Error('syslog did not answer in time')))
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.end(lines.map((line) => `${Buffer.byteLength(line)} ${line}`).join(''), () => {
        resolve()
        socket.destroySoon()
      })
    })
  })

export const sendToSyslog = (target: SyslogTarget, anchors: readonly Anchor[]): Promise<void> => {
  const lines = anchors.map((anchor) => syslogLine(anchor))
  return target.protocol === 'udp' ? sendUdp(target, lines) : sendTcp(target, lines)
}
