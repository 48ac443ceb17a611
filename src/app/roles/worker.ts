/** The worker role: examines mail, delivers notices, keeps retention, watches for silence. */
import { keepHitTask, pageTask, raise, reachMailTask, reachTask, testRulesTask } from '#alerts'
import { openReader } from '#imap'
import { type Handler, runJobs } from '#jobs'
import { daysMs, sentenceOf } from '#kernel'
import { digestTask, mailChannel, noteReceiptsTask, notifyHandlers, openCourier, openPost, remindTask, watchNoticesTask } from '#notify'
import { openChannels } from '../channels.ts'
import type { House } from '../house.ts'
import { createInspector } from '../inspector/index.ts'
import { checkApplicationsTask, openApplicationChecks } from '../jobs/check-applications.ts'
import { openHitKeeping, openRuleTest } from '../jobs/evaluation.ts'
import { examineTask, gaveUpExamining, type JudgeDeps, openExamination } from '../jobs/examine-message.ts'
import { examineReportTask, openReportExamination } from '../jobs/examine-report.ts'
import { examineWatchedTask, openWatchedExamination } from '../jobs/examine-watched.ts'
import { keepBeatingTask, openHeartbeat } from '../jobs/keep-beating.ts'
import { keepHouseTask, openHouseKeeping } from '../jobs/keep-house.ts'
import { keepSeasonTask, openSeasonKeeping } from '../jobs/keep-season.ts'
import { learnFromSentTask, openLearningFromSent } from '../jobs/learn-from-sent.ts'
import { openReach, openReachMail } from '../jobs/reach.ts'
import { beginWarmUpsTask, openWarmUpBeginning, openWarmUpHandler, warmUpTask } from '../jobs/warm-up.ts'
import { openSilenceWatch, watchSilenceTask } from '../jobs/watch-silence.ts'
import { webhookHandlers } from '../jobs/webhooks.ts'
import { withOwn } from '../own/with-own.ts'
import { withOwnNames } from '../own/with-own-names.ts'
import { openReportReader } from '../report-reader/index.ts'
import { dkimOf, notifyDepsOf, receiveDepsOf, rest } from '../wire.ts'
import type { Role } from './role.ts'

/** Judging is the work; reading and writing wait for others, so a few more than threads keep those busy. */
const jobsPerThread = 4

export async function startWorker(house: House, more: (deps: JudgeDeps) => Readonly<Record<string, Handler>> = () => ({})): Promise<Role> {
  const { storage, vault, clock, log, config } = house
  const notify = notifyDepsOf(house)
  const post = openPost(await dkimOf(house)())
  const channels = openChannels(house, { listens: true })
  const allChannels = [mailChannel({ post, sender: notify.sender }), ...channels.all]
  const courier = openCourier({ ...notify, channels: allChannels, rest, log })
  const reader = openReader({ storage, vault, log })
  const inspector = withOwnNames(
    notify.sender,
    withOwn(
      house,
      createInspector({
        threads: config.threads,
        dns: config.dns,
        trustedSealers: config.trustedSealers,
        log: (trouble) => log.warn({ code: trouble.code }, 'a mail was stopped while it was examined'),
      }),
    ),
  )
  const letGo = async () => {
    await reader.close()
    await inspector.close()
    await courier.stop()
    await channels.close()
    post.close()
  }
  const reports = openReportReader({
    dns: config.dns,
    log: (trouble) => log.warn({ code: trouble.code }, 'a report was stopped while it was taken apart'),
  })
  const receive = receiveDepsOf(house, notify)
  const jobs = await runJobs({
    storage,
    clock,
    log,
    concurrency: Math.max(6, config.threads * jobsPerThread),
    handlers: {
      ...notifyHandlers({ ...notify, post, courier, channels: allChannels }),
      [examineTask]: openExamination({ ...receive, reader, inspector }),
      [reachTask]: openReach(receive),
      [reachMailTask]: openReachMail({ ...receive, reader, inspector }),
      [testRulesTask]: openRuleTest({ ...receive, inspector }),
      [keepHitTask]: openHitKeeping({ ...receive, reader, inspector }),
      [examineReportTask]: openReportExamination({ ...receive, inspector, reports }),
      [examineWatchedTask]: openWatchedExamination({
        ...receive,
        inspector,
        ourAddress: async () => (await house.settings.read()).fromAddress,
      }),
      [keepBeatingTask]: openHeartbeat(house),
      [keepSeasonTask]: openSeasonKeeping(house),
      [keepHouseTask]: openHouseKeeping(house),
      [checkApplicationsTask]: openApplicationChecks(house),
      ...webhookHandlers(house),
      [beginWarmUpsTask]: openWarmUpBeginning(house),
      [warmUpTask]: openWarmUpHandler({ ...house, reader }),
      [learnFromSentTask]: openLearningFromSent({ ...house, reader }),
      ...more({ ...receive, inspector }),
      [watchSilenceTask]: openSilenceWatch(house),
    },
    crontab: [
      { task: watchSilenceTask, pattern: '* * * * *' },
      { task: watchNoticesTask, pattern: '* * * * *' },
      { task: pageTask, pattern: '* * * * *' },
      { task: beginWarmUpsTask, pattern: '* * * * *' },
      { task: checkApplicationsTask, pattern: '*/15 * * * *' },
      { task: keepBeatingTask, pattern: '41 * * * *' },
      { task: keepSeasonTask, pattern: '23 * * * *', catchUpMs: daysMs(1) },
      { task: remindTask, pattern: '*/5 * * * *' },
      { task: digestTask, pattern: '9 * * * *' },
      { task: noteReceiptsTask, pattern: '* * * * *' },
      { task: keepHouseTask, pattern: '17 3 * * *', catchUpMs: daysMs(1) },
    ],
    onGaveUp: async (job, error) => {
      log.error({ job: job.id, task: job.task, cause: sentenceOf(error) }, 'a job was given up')
      await storage.asTenant({ kind: 'programme' }, async (tx) => {
        if (job.task === examineTask) await gaveUpExamining(tx, clock, job.payload)
        await raise(tx, clock, {
          kind: 'job-failed',
          subject: `job/${job.id}`,
          severity: 'high',
          says: `The job ${job.task} (${job.id}) failed and is kept as evidence; what it should have done was not done.`,
        })
      })
    },
  }).catch(async (cause: unknown) => {
    await letGo()
    throw cause
  })
  return {
    stop: async () => {
      await jobs.stop()
      await letGo()
    },
  }
}
