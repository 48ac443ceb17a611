/** A real name server on loopback for tests: knot, with the zones it is given, on a port of its own. No system service is touched. */
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { findPart } from './system-parts.ts'
import { until } from './until.ts'

export type NameServer = {
  readonly server: string
  /** Puts other records into a zone and waits until they are served. */
  rewrite(zone: string, records: readonly string[]): Promise<void>
  remove(): Promise<void>
}

/** Records in the form of a zone file, by zone: `{'riverton.example': ['@ TXT "v=spf1 -all"']}`. */
export type Zones = Readonly<Record<string, readonly string[]>>

const head = (zone: string, serial: number): string =>
  `$ORIGIN ${zone}.\n$TTL 0\n@ SOA ns1.${zone}. desk.${zone}. ${serial} 3600 600 86400 0\n@ NS ns1.${zone}.\nns1 A 127.0.0.1\n`

/** Starts a server that is the authority for `zones` and refuses all else. */
export async function startNameServer(zones: Zones): Promise<NameServer> {
  const program = findPart('knot')
  if (program === undefined) throw new Error('knot is not installed')
  const home = await mkdtemp(join(tmpdir(), 'bwn-'))
  const port = await freePort()
  let serial = 1
  const write = (zone: string, records: readonly string[]) =>
    writeFile(join(home, `${zone}.zone`), `${head(zone, serial)}${records.join('\n')}\n`)
  for (const [zone, records] of Object.entries(zones)) await write(zone, records)
  await writeFile(
    join(home, 'knot.conf'),
    `server:
  rundir: "${home}"
  listen: 127.0.0.1@${port}
  udp-workers: 1
  tcp-workers: 1
  background-workers: 1
database:
  storage: "${home}"
log:
  - target: "${home}/log"
    any: info
template:
  - id: default
    storage: "${home}"
    file: "%s.zone"
    zonefile-load: whole
    journal-content: none
zone:
${Object.keys(zones)
  .map((zone) => `  - domain: ${zone}`)
  .join('\n')}
`,
  )
  const child = spawn(program, ['-c', join(home, 'knot.conf')], { stdio: 'ignore' })
  await until('the name server answers', () => {
    if (child.exitCode !== null) throw new Error(`knot ended with ${child.exitCode}`)
    return answersForZone(port, Object.keys(zones)[0] ?? 'example')
  })
  return {
    server: `127.0.0.1:${port}`,
    async rewrite(zone, records) {
      serial += 1
      await write(zone, records)
      child.kill('SIGHUP')
      await until('the zone is served anew', () => answersForZone(port, zone, serial))
    },
    async remove() {
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** A name server that takes every question and never answers one. */
export async function startSilentServer(): Promise<NameServer> {
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    server: `127.0.0.1:${socket.address().port}`,
    rewrite: async () => undefined,
    async remove() {
      socket.close()
      await once(socket, 'close')
    },
  }
}

/** Whether the SOA of a zone is told, with this serial: one question by hand, since a resolver would remember that it failed. */
export async function answersForZone(port: number, zone: string, serial?: number): Promise<boolean> {
  const socket = createSocket('udp4')
  try {
    const name = Buffer.concat([...zone.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])), Buffer.from([0])])
    socket.send(Buffer.concat([Buffer.from([1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]), name, Buffer.from([0, 6, 0, 1])]), port, '127.0.0.1')
    const got = await Promise.race([once(socket, 'message'), once(socket, 'error'), once(AbortSignal.timeout(300), 'abort')])
    const [message] = got
    // The answer's code in its fourth byte: 0 when the zone is loaded.
    if (!Buffer.isBuffer(message) || ((message[3] ?? 15) & 15) !== 0) return false
    // The SOA ends with five numbers of four bytes; the serial is the first.
    return serial === undefined || message.includes(Buffer.from([0, 0, serial >> 8, serial & 255, 0, 0, 14, 16]))
  } finally {
    socket.close()
  }
}
