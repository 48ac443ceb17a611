/** A worker in a process of its own that takes the job `stuck` and never ends it; it says so on standard output. Its arguments: app URL, owner URL. */
import { runJobs } from '#jobs'
import { connectStorage } from '#storage'

const [, , appUrl = '', ownerUrl = ''] = process.argv
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
await runJobs({
  storage: connectStorage({ appUrl, ownerUrl, log }),
  handlers: {
    stuck: async () => {
      process.stdout.write('taken\n')
      await new Promise(() => setInterval(() => undefined, 1000))
    },
  },
  concurrency: 2,
  log,
  clock: { now: () => new Date() },
  onGaveUp: () => undefined,
})
