/** The thread that reads one pasted file; it may be killed at any moment. */
import { z } from 'zod'
import { guardFor, readIndicators, readList } from '#mail'
import { answerTasks } from '#threads'

const texts = z.array(z.string())
const taskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('list'),
    text: z.string(),
    list: z.string(),
    near: z.object({ own: texts, partners: texts, addresses: texts }).readonly(),
  }),
  z.object({ kind: z.literal('indicators'), text: z.string(), ownDomains: texts, now: z.date() }),
])

answerTasks(() => (given) => {
  const task = taskSchema.parse(given)
  return task.kind === 'list' ? readList(task.text, task.list, task.near) : readIndicators(task.text, guardFor(task.ownDomains), task.now)
})
