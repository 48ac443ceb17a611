/** One thread of the inspector: builds the resolver and the readers of files once and inspects mail after mail. */
import { z } from 'zod'
import { secondsMs } from '#kernel'
import { circleSchema, inspect, senderHistorySchema } from '#mail'
import { answerTasks } from '#threads'
import { createFileReaders } from './file-readers.ts'
import { createOwnReader } from './own-in-threads.ts'
import { patientlyFor } from './patiently-for.ts'
import { createResolver } from './resolver.ts'

/** All questions of one mail together: far less than its inspection may take. */
const dnsPatienceMs = secondsMs(4)

const dataSchema = z.object({ dns: z.enum(['off', 'system']), trustedSealers: z.array(z.string()) })
const taskSchema = z.object({
  bytes: z.instanceof(Uint8Array),
  own: z.object({ generation: z.number(), bytes: z.instanceof(SharedArrayBuffer) }).exactOptional(),
  context: z.object({
    trustedAuthserv: z.union([z.literal('topmost'), z.array(z.string()).readonly()]),
    circle: circleSchema,
    recipient: z.string().exactOptional(),
    history: senderHistorySchema.exactOptional(),
    knownCampaign: z.enum(['same-sender', 'same-content']).exactOptional(),
    receivedFrom: z
      .object({ ip: z.string().exactOptional(), helo: z.string().exactOptional(), mailFrom: z.string().exactOptional() })
      .exactOptional(),
  }),
})

answerTasks((data) => {
  const { dns, trustedSealers } = dataSchema.parse(data)
  const resolve = dns === 'system' ? createResolver() : undefined
  const readers = createFileReaders()
  const readOwn = createOwnReader()
  return (task) => {
    const { bytes, own, context } = taskSchema.parse(task)
    const whole = { ...context, ...(own && { own: readOwn(own) }), trustedSealers, files: readers.forOneMail() }
    return inspect(bytes, resolve === undefined ? whole : { ...whole, resolve: patientlyFor(dnsPatienceMs, resolve) })
  }
})
