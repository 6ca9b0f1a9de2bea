import { createSocket } from 'node:dgram'
import { createServer, type AddressInfo } from 'node:net'
import { sendToSyslog, syslogLine } from './syslog.ts'

const anchor = { at: '2026-11-22T09:00:00.000Z', organization_id: 'org_1', seq: 7, digest: 'ab', signature: 'cd' }

test('a real socket receives a head as RFC 5424 over UDP', async () => {
  const socket = createSocket('udp4')
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const received = new Promise<string>((resolve) => {
    socket.once('message', (bytes) => {
      resolve(bytes.toString())
    })
  })
  await sendToSyslog({ protocol: 'udp', host: '127.0.0.1', port: socket.address().port }, [anchor])
  expect(await received).toBe(syslogLine(anchor))
  expect(syslogLine(anchor)).toMatch(/^<109>1 2026-11-22T09:00:00\.000Z \S+ goodfaith - anchor - \{.*\}$/)
  socket.close()
})

test('over TCP lines are counted, and a port that is closed fails', async () => {
  let text = ''
  const server = createServer((socket) => socket.on('data', (bytes) => (text += bytes.toString())))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const target = { protocol: 'tcp', host: '127.0.0.1', port } as const
  await sendToSyslog(target, [anchor])
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve()
    })
  })
  const line = syslogLine(anchor)
  expect(text).toBe(`${Buffer.byteLength(line)} ${line}`)
  await expect(sendToSyslog(target, [anchor])).rejects.toThrow()
})
