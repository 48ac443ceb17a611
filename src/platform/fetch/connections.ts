/** Connections that are kept open between questions to the same far end, so that many questions cost one greeting. */
import { Agent as PlainAgent } from 'node:http'
import { Agent as TlsAgent } from 'node:https'
import { secondsMs } from '#kernel'

export type Connections = {
  readonly plain: PlainAgent
  readonly tls: TlsAgent
  readonly close: () => void
}

/** Shorter than what servers usually keep (Node 5 s, Apache 5 s), so that we are the one who closes. */
const idleMs = secondsMs(4)

/** At most `mostEach` to one far end. */
export function openConnections(mostEach: number): Connections {
  const options = { keepAlive: true, timeout: idleMs, maxSockets: mostEach, maxFreeSockets: mostEach }
  const plain = new PlainAgent(options)
  const tls = new TlsAgent(options)
  return {
    plain,
    tls,
    close: () => {
      plain.destroy()
      tls.destroy()
    },
  }
}
