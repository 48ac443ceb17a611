/**
 * The push service of a real Firefox: the fake of RFC 8030 on one side, and on
 * the other what Firefox speaks with Mozilla's autopush, over a WebSocket
 * (autopush-rs, docs/src/http.md and websocket.md): hello, register, notification, ack.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { pushOrigin, startPushService } from './push-service.ts'

const heard = z.discriminatedUnion('messageType', [
  z.object({ messageType: z.literal('hello') }),
  z.object({ messageType: z.literal('register'), channelID: z.string() }),
  z.object({ messageType: z.literal('unregister'), channelID: z.string() }),
  z.object({ messageType: z.literal('ack'), updates: z.array(z.object({ channelID: z.string(), code: z.int().optional() })) }),
])

/** How a browser says that it decrypted a message and gave it to its service worker. */
const delivered = 100

export async function startAutopush() {
  const browsers = new Map<string, WebSocket>()
  const codes: (number | undefined)[] = []
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  server.on('connection', (socket) => {
    const say = (message: object) => socket.send(JSON.stringify(message))
    socket.on('message', (data) => {
      const text = data.toString()
      // A ping.
      if (text === '{}') return say({})
      const message = heard.safeParse(JSON.parse(text)).data
      if (message?.messageType === 'hello')
        say({ messageType: 'hello', status: 200, uaid: randomUUID().replaceAll('-', ''), use_webpush: true, broadcasts: {} })
      if (message?.messageType === 'register') {
        const { channelID } = message
        browsers.set(`/wpush/${channelID}`, socket)
        say({ messageType: 'register', status: 200, channelID, pushEndpoint: `${pushOrigin}/wpush/${channelID}` })
      }
      if (message?.messageType === 'unregister') say({ messageType: 'unregister', status: 200, channelID: message.channelID })
      if (message?.messageType === 'ack') codes.push(...message.updates.map(({ code }) => code))
    })
  })
  const service = await startPushService({
    taken: ({ path, bytes }) =>
      browsers.get(path)?.send(
        JSON.stringify({
          ...{ messageType: 'notification', channelID: path.replace('/wpush/', ''), version: randomUUID() },
          ...{ data: bytes.toString('base64url'), headers: { encoding: 'aes128gcm' } },
        }),
      ),
  })
  // A server that binds a port says it as an address.
  const { port } = server.address() as AddressInfo
  return {
    ...service,
    serverUrl: `ws://127.0.0.1:${port}/`,
    /** How many messages the browser says it decrypted. */
    decrypted: () => codes.filter((code) => code === delivered).length,
    close: async () => {
      for (const client of server.clients) client.terminate()
      server.close()
      await service.close()
    },
  }
}
