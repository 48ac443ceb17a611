/** Server-sent events (HTML Standard §9.2): one answer that stays open and tells small news. */

export type EventStreamOptions = {
  /** Ends when the browser goes away or the server closes. */
  readonly signal: AbortSignal
  readonly everyMs: number
  /** The next event, `undefined` for nothing new, `end` to say goodbye. */
  readonly next: () => Promise<{ readonly event: string; readonly data: string } | undefined | 'end'>
}

/** An answer that asks `next` at once and then every `everyMs`; one that throws ends the stream, and the browser comes back. */
export function eventStream(options: EventStreamOptions): Response {
  const encoder = new TextEncoder()
  let timer: NodeJS.Timeout | undefined
  let open = true
  const stop = () => {
    open = false
    clearTimeout(timer)
  }
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const end = () => {
        if (!open) return
        stop()
        controller.close()
      }
      const turn = async () => {
        try {
          const news = await options.next()
          if (!open) return
          if (news === 'end') return end()
          // A comment keeps proxies from closing a quiet stream.
          controller.enqueue(encoder.encode(news ? `event: ${news.event}\ndata: ${news.data}\n\n` : ': quiet\n\n'))
          timer = setTimeout(turn, options.everyMs)
          timer.unref()
        } catch {
          end()
        }
      }
      options.signal.addEventListener('abort', end, { once: true })
      controller.enqueue(encoder.encode('retry: 5000\n\n'))
      void turn()
    },
    cancel: stop,
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}
