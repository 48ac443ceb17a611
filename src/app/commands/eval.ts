/** Puts `bellwether eval mail` together: the pack, the engine in threads, the printing. Asks no network. */
import { availableParallelism } from 'node:os'
import { evalMail } from '#cli'
import { createInspector } from '../inspector/index.ts'

/** Runs the command; answers the exit status. Throws a refusal for an unusable pack. */
export async function evalMailCommand(flags: { readonly pack: string; readonly json?: boolean }): Promise<number> {
  const threads = availableParallelism()
  const inspector = createInspector({ threads, dns: 'off' })
  try {
    await evalMail(
      { pack: flags.pack, json: flags.json === true, atOnce: threads * 3 },
      { inspect: inspector.inspect, output: process.stdout },
    )
    return 0
  } finally {
    await inspector.close()
  }
}
