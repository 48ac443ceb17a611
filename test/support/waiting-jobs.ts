/** Takes the jobs of a test's database and runs them as a worker would, up to a moment of the test's own clock. */
import pg from 'pg'
import type { Handler } from '#jobs'

export type WaitingJobs = {
  /** Runs all that are due, also those that they ask for; how many. With `twice`, each a second time, as after a crash. */
  readonly run: (options?: { readonly twice?: boolean }) => Promise<number>
  readonly close: () => Promise<void>
}

export async function openWaitingJobs(
  databaseOwnerUrl: string,
  now: () => Date,
  handlers: Readonly<Record<string, Handler>>,
): Promise<WaitingJobs> {
  const owner = new pg.Client({ connectionString: databaseOwnerUrl })
  await owner.connect()
  const once = { id: '1', attempts: 1, signal: new AbortController().signal }
  const take = async () =>
    (
      await owner.query<{ task: string; payload: unknown }>(
        `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
         where t.id = j.task_id and t.identifier = any($1) and (j.run_at <= $2 or j.run_at >= now() - interval '10 minutes' and j.run_at <= now())
         returning t.identifier as task, j.payload`,
        [Object.keys(handlers), now()],
      )
    ).rows
  return {
    run: async ({ twice = false } = {}) => {
      let done = 0
      for (let jobs = await take(); jobs.length > 0; jobs = await take()) {
        for (const { task, payload } of jobs) {
          await handlers[task]?.(payload, once)
          if (twice) await handlers[task]?.(payload, once)
          done += 1
        }
      }
      return done
    },
    close: () => owner.end(),
  }
}

/** The deliveries that wait to be sent, by the queue in which they do. */
export async function waitingIn(
  databaseOwnerUrl: string,
): Promise<readonly { readonly queue: string; readonly deliveries: readonly string[] }[]> {
  const owner = new pg.Client({ connectionString: databaseOwnerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ queue: string; deliveries: string[] }>(
      `select q.queue_name as queue, array_agg(j.payload ->> 'deliveryId') as deliveries
       from graphile_worker._private_jobs j join graphile_worker._private_job_queues q on q.id = j.job_queue_id
       where q.queue_name like 'webhooks%' group by 1`,
    )
    return rows
  } finally {
    await owner.end()
  }
}
