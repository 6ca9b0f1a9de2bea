import { startMailServer } from '../../testing/mail-server.ts'
import { MailNotTaken, type Mail } from './mail-transport.ts'
import { createSmtpTransport } from './smtp.ts'

const mail: Mail = { id: 'mai_1', to: 'ines@shop.example', subject: 'Reset', text: 'a link', html: '<p>a link</p>' }

test('a server that offers no encryption gets no letter where it is asked for, and is tried again', async () => {
  const server = await startMailServer()
  const strict = createSmtpTransport(server.url, 'no-reply@shop.example', { requireTls: true })
  const lax = createSmtpTransport(server.url, 'no-reply@shop.example', { requireTls: false })
  try {
    await expect(strict.deliver(mail)).rejects.toMatchObject({ name: MailNotTaken.name, forGood: false })
    expect(server.received).toEqual([])
    await lax.deliver(mail)
    expect(server.received).toHaveLength(1)
  } finally {
    strict.close()
    lax.close()
    await server.close()
  }
})

test('neither readers nor subjects can add a line to the envelope or the head', async () => {
  const server = await startMailServer()
  const transport = createSmtpTransport(server.url, 'no-reply@shop.example', { requireTls: false })
  try {
    const subject = 'Hello\r\nBcc: eve@evil.example\r\n\r\nforged body'
    await transport.deliver({ ...mail, subject })
    const [taken] = server.received
    expect(taken?.to).toEqual([mail.to])
    expect(taken?.raw).not.toMatch(/^Bcc:/m)
    const to = 'ines@shop.example>\r\nRCPT TO:<eve@evil.example'
    await transport.deliver({ ...mail, to }).catch(() => undefined)
    expect(server.received.flatMap((one) => one.to)).not.toContain('eve@evil.example')
  } finally {
    transport.close()
    await server.close()
  }
})
