/** Reporter for node:test that writes the totals of one run as a JSON line; scripts/testing/batches.ts adds them up. */
import type { TestEvent } from 'node:test/reporters'

export default async function* reportTotals(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    // Each file has a summary too; the one without a file speaks for the whole run.
    if (event.type !== 'test:summary' || event.data.file !== undefined) continue
    yield `${JSON.stringify({ ...event.data.counts, ms: event.data.duration_ms })}\n`
  }
}
