/** The thread that checks one rule; it may be killed at any moment. */
import { z } from 'zod'
import { checkOwnRule } from '#mail'
import { answerTasks } from '#threads'

const taskSchema = z.object({ source: z.string(), mail: z.instanceof(Uint8Array).exactOptional() })
export type RuleToCheck = { readonly source: string; readonly mail?: Uint8Array }

answerTasks(() => (task) => {
  const { source, mail } = taskSchema.parse(task)
  return checkOwnRule(source, mail ? { mail } : {})
})
