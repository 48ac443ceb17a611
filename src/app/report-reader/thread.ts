/** The thread of the report reader: unpacks, and asks DNS whether the sender's provider signed. */
import { z } from 'zod'
import { mayAnswer, type Resolve, unpackReport } from '#intake'
import { answerTasks } from '#threads'
import { createResolver } from '../inspector/resolver.ts'

const dataSchema = z.object({ dns: z.enum(['off', 'system']) })
const taskSchema = z.object({ bytes: z.instanceof(Uint8Array), enrolled: z.array(z.string()) })

/** Without DNS nobody's signature can be checked, so nobody is answered. */
const askNobody: Resolve = () => Promise.reject(Object.assign(new Error('DNS is off'), { code: 'ENOTFOUND' }))

answerTasks((data) => {
  const resolve = dataSchema.parse(data).dns === 'system' ? createResolver() : askNobody
  return async (task) => {
    const { bytes: raw, enrolled } = taskSchema.parse(task)
    const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
    const answerTo = await mayAnswer(bytes, { isEnrolled: (address) => enrolled.includes(address.toLowerCase()), resolve })
    const { messages } = await unpackReport(bytes)
    return { answerTo: answerTo?.address, messages: messages.map((message) => new Uint8Array(message.bytes)) }
  }
})
