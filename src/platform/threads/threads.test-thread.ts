/** The thread of the pool's test: does as it is told, good and bad. */
import { z } from 'zod'
import { answerTasks } from '#threads'

const dataSchema = z.object({ greeting: z.string() })
const taskSchema = z.object({ do: z.string() })

answerTasks((data) => {
  const { greeting } = dataSchema.parse(data)
  return (task) => {
    const hoard: string[][] = []
    switch (taskSchema.parse(task).do) {
      case 'forever':
        for (;;) hoard.length = 0
      case 'eat':
        for (;;) hoard.push(Array.from({ length: 10_000 }, (_, place) => `${place} of ${hoard.length}`))
      case 'throw':
        throw new Error('as told')
      case 'short': {
        const until = performance.now() + 60
        while (performance.now() < until) hoard.length = 0
        return 'done'
      }
      default:
        return greeting
    }
  }
})
