/**
 * Lets the old mail of a connected mailbox teach who is known, so that on the
 * first day not everybody is new. Headers only, a slice a job, youngest first,
 * once its first look is over: what that found to be hostile teaches nothing.
 */
import { z } from 'zod'
import { beginWarmUps, type Lesson, moveWarmUp, notFine, openTeaching, openWarmUp, type WarmUpFolder } from '#correspondents'
import type { Header, HeaderAnswer, Reader } from '#imap'
import { enqueue, type Handler, type Job } from '#jobs'
import { daysMs, secondsMs } from '#kernel'
import { senderQuestions } from '#mail'
import type { House } from '../house.ts'

export const warmUpTask = 'warm-up'
export const beginWarmUpsTask = 'begin-warm-ups'

type Deps = Pick<House, 'storage' | 'vault' | 'clock'> & {
  readonly reader: Pick<Reader, 'headers' | 'folders'>
  readonly settings: { read(): Promise<{ readonly historyLookDays: number }> }
}

const slice = 500
/** Of each folder the youngest mails, as many as a first look takes. */
const folderCap = 20_000
/** Between two slices the server is left to its person. */
const restMs = secondsMs(1)
const mailboxesAtOnce = 100
/** UIDs are numbers of 32 bits (RFC 3501 §2.3.1.1). */
const aboveAllUids = 2 ** 32

/** `read`: how many messages of the present folder were read so far. */
const payloadSchema = z.object({ connectionId: z.uuid(), read: z.int().default(0) })

const warmUpJob = (connectionId: string, read = 0, runAt?: Date): Job => ({
  task: warmUpTask,
  payload: { connectionId, read },
  key: `${warmUpTask}/${connectionId}`,
  priority: 20,
  ...(runAt && { runAt }),
})

/** Every minute: mailboxes whose first look is over begin to warm up. */
export function openWarmUpBeginning({ storage, clock }: Pick<Deps, 'storage' | 'clock'>): Handler {
  return () =>
    storage.asTenant({ kind: 'programme' }, async (tx) => {
      const begun = await beginWarmUps(tx, clock.now(), mailboxesAtOnce)
      const jobs = begun.map((id) => warmUpJob(id))
      await enqueue(tx, jobs)
    })
}

/** One slice of one mailbox, and the job for the next. */
export function openWarmUpHandler(deps: Deps): Handler {
  const { storage, vault, clock, settings, reader } = deps
  const programme = { kind: 'programme' } as const
  return async (payload) => {
    const { connectionId, read } = payloadSchema.parse(payload)
    const warmUp = await storage.asTenant(programme, (tx) => openWarmUp(tx, connectionId))
    if (warmUp === undefined) return
    const { historyLookDays } = await settings.read()
    const folders = historyLookDays === 0 ? [] : (warmUp.folders ?? (await listFolders(reader, connectionId)))
    if (folders === undefined) return
    const since = new Date(warmUp.begunAt.getTime() - daysMs(historyLookDays))
    const at = folders.findIndex(({ done }) => !done)
    const folder = folders[at]
    const answer = folder && (await reader.headers(connectionId, askFor(folder, since)))
    const headers = answer !== undefined && 'headers' in answer ? answer.headers : []
    const lessons = await Promise.all(headers.map((header) => lessonOf(header, folder?.sent === true)))
    const teach = await openTeaching({ vault }, warmUp.whose)
    await storage.asTenant(programme, async (tx) => {
      // Another process may have moved on meanwhile, or the person left: then this slice is nobody's.
      const still = await openWarmUp(tx, connectionId)
      if (still === undefined || JSON.stringify(still.folders) !== JSON.stringify(warmUp.folders)) return
      if (folder !== undefined && answer !== undefined && 'headers' in answer) {
        const uids = headers.map(({ uid }) => uid)
        const hostile = await notFine(tx, { connectionId, folder: folder.path, uidValidity: answer.uidValidity, uids })
        await teach(tx, { connectionId, lessons: lessons.filter((_, place) => !hostile.has(uids[place] ?? 0)) })
      }
      const next = folders.map((one, place) => (place === at && answer !== undefined ? moved(one, answer, read) : one))
      if (await moveWarmUp(tx, { connectionId, folders: next, now: clock.now() })) return
      const soFar = next[at]?.done === false ? read + headers.length : 0
      await enqueue(tx, warmUpJob(connectionId, soFar, new Date(clock.now().getTime() + restMs)))
    })
  }
}

async function listFolders(reader: Deps['reader'], connectionId: string): Promise<readonly WarmUpFolder[] | undefined> {
  const found = await reader.folders(connectionId)
  return found?.map(({ path, specialUse }) => ({ path, sent: specialUse === 'sent', done: false }))
}

const askFor = ({ path, uidValidity, below = aboveAllUids }: WarmUpFolder, since: Date) => ({
  folder: path,
  ...(uidValidity !== undefined && { uidValidity }),
  which: { since, below, most: slice },
})

/** The folder after a slice. One that is numbered anew begins anew: learning the same again changes nothing. */
function moved({ path, sent, below }: WarmUpFolder, answer: HeaderAnswer, read: number): WarmUpFolder {
  if ('gone' in answer) return { path, sent, done: true }
  if ('moved' in answer) return { path, sent, done: false }
  const { uidValidity, headers, more } = answer
  const lowest = headers.reduce((least, { uid }) => Math.min(least, uid), below ?? aboveAllUids)
  const done = !more || headers.length === 0 || read + headers.length >= folderCap
  return { path, sent, uidValidity, below: lowest, done }
}

/** What came in teaches of no conversation here: nobody judged whether its sender belongs to it. What the person wrote does. */
async function lessonOf({ bytes, internalDate }: Header, sent: boolean): Promise<Lesson> {
  const questions = await senderQuestions(bytes)
  return { questions, at: internalDate, direction: sent ? 'wrote' : 'heard', conversation: sent ? 'whole' : 'none' }
}
