/** The receiver of hook-sink.ts: answers 201 to everything and counts by key. Asked over IPC: `counted`, `received`, or `forget`. */
import { createServer } from 'node:http'

let total = 0
let keys = new Map<string, number>()
let firstAt = 0
let lastAt = 0

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const now = Date.now()
    firstAt ||= now
    lastAt = now
    total += 1
    const key = String(request.headers['idempotency-key'] ?? request.headers['topic'] ?? '')
    keys.set(key, (keys.get(key) ?? 0) + 1)
    response.writeHead(201).end()
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address !== 'string') process.send?.({ ready: address.port })
})
process.on('disconnect', () => process.exit(0))
process.on('message', (what) => {
  if (what === 'forget') {
    total = 0
    keys = new Map()
    firstAt = 0
    lastAt = 0
  }
  process.send?.({ total, keys: what === 'counted' ? {} : Object.fromEntries(keys), firstAt, lastAt })
})
