/**
 * `bellwether demo`: a living programme of invented people in a folder that is
 * thrown away at the end. It asks nothing, and sends nothing off this machine.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepHitTask, reachMailTask } from '#alerts'
import { makeFirstLink } from '#members'
import type { Config } from '../config.ts'
import { readConfig } from '../config.ts'
import { consoleToLog } from '../console-to-log.ts'
import { players } from '../demo/cast.ts'
import { askToExamine, examineMaildirTask, maildirReader, openMaildirExamination } from '../demo/examine-maildir.ts'
import { outboxOf } from '../demo/outbox.ts'
import { doorWith } from '../demo/own-link.ts'
import { play } from '../demo/play.ts'
import { openPostOffice, type PostOffice } from '../demo/post-office.ts'
import { keepWatching, type OnStage, setStage } from '../demo/stage.ts'
import { openHouse } from '../house.ts'
import { openHitKeeping } from '../jobs/evaluation.ts'
import { openReachMail } from '../jobs/reach.ts'
import { openLog } from '../log.ts'
import { startWeb } from '../roles/web.ts'
import { startWorker } from '../roles/worker.ts'
import { programmeSettings } from '../settings/schema.ts'
import { pagesOf } from '../wire.ts'
import { untilAsked } from './until-asked.ts'

const seenEveryMs = 20_000

function configFor(dataDir: string, relayPort: number): Config {
  const config = readConfig(
    { ...process.env, BELLWETHER_DATA: dataDir, BELLWETHER_DNS: 'off', DATABASE_URL: undefined },
    { cores: availableParallelism() },
  )
  const publicAddress = `http://localhost:${config.port}`
  const smtp = { host: '127.0.0.1', port: relayPort, tls: 'none', user: '', password: '' } as const
  const { programmeName, fromAddress, helpContact } = programmeSettings.parse({
    publicAddress,
    programmeName: 'Bellwether demo',
    fromAddress: 'notices@bellwether-demo.example',
    helpContact: 'the desk, 555 0100',
  })
  return { ...config, roles: ['web', 'worker'], fixed: { publicAddress, programmeName, fromAddress, helpContact, smtp } }
}

export async function demoCommand(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellwether-demo-'))
  const log = openLog(process.env['LOG_LEVEL'] ?? 'warn')
  consoleToLog(log)
  let people: readonly OnStage[] = []
  let examine: (address: string, name: string) => Promise<void> = async () => undefined
  const addresses = players.flatMap(({ work, personal }) => (personal ? [work, personal] : [work]))
  const post: PostOffice = await openPostOffice(join(dataDir, 'mail'), { addresses, onMail: (address, name) => examine(address, name) })
  const house = await openHouse(configFor(dataDir, post.port), log)
  const stage = await setStage(house)
  people = stage.people
  examine = async (address, name) => {
    if (people.some(({ work }) => work === address)) await askToExamine(house.storage, address, name)
  }
  const pages = pagesOf(house)
  const web = await startWeb(house, { ...pages, door: doorWith(pages.door, stage.link), outbox: outboxOf(post) })
  const office = () => post
  const onStage = () => people
  const reader = maildirReader(office, onStage)
  const worker = await startWorker(house, (deps) => ({
    [examineMaildirTask]: openMaildirExamination(deps, office, onStage),
    [reachMailTask]: openReachMail({ ...deps, reader }),
    [keepHitTask]: openHitKeeping({ ...deps, reader }),
  }))
  const pulse = setInterval(() => void keepWatching(house, people).catch(() => undefined), seenEveryMs)
  const playing = play(post.port, { log, random: Math.random })

  const address = `http://localhost:${web.port}`
  process.stdout.write(`\nBellwether is ready: ${address}   (a demo: invented people, nothing leaves this machine)\n`)
  const operator = await makeFirstLink(house.members)
  if (operator) process.stdout.write(`As the operator:  ${address}/first/${operator}\n`)
  if (stage.link) process.stdout.write(`As ${stage.link.name}:  ${address}/join/${stage.link.token}\n`)
  process.stdout.write(
    `Each link works once. Letters to the people's other addresses: ${address}/outbox\nCtrl-C ends it and removes all of it.\n`,
  )

  await untilAsked().promise
  clearInterval(pulse)
  playing.stop()
  await worker.stop()
  await web.stop()
  await post.stop()
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
  return 0
}
