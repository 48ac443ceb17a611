/** A real resolver on loopback for tests: unbound, which asks the name servers it is given for their zones, remembers answers as resolvers do, and asks nobody else. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { answersForZone } from './name-server.ts'
import { findPart } from './system-parts.ts'
import { until } from './until.ts'

export type Resolver = { readonly server: string; remove(): Promise<void> }

/** Starts one that asks `server` for all names of `zones`, and refuses all else. */
export async function startResolver(zones: readonly string[], server: string): Promise<Resolver> {
  const program = findPart('unbound')
  if (program === undefined) throw new Error('unbound is not installed')
  const home = await mkdtemp(join(tmpdir(), 'bwu-'))
  const port = await freePort()
  await writeFile(
    join(home, 'unbound.conf'),
    `server:
  interface: 127.0.0.1
  port: ${port}
  outgoing-interface: 127.0.0.1
  do-not-query-localhost: no
  do-ip6: no
  do-daemonize: no
  username: ""
  chroot: ""
  directory: "${home}"
  pidfile: ""
  use-syslog: no
  logfile: "${home}/log"
  module-config: "iterator"
  num-threads: 1
  local-zone: "." refuse
${zones.map((zone) => `  local-zone: "${zone}." transparent`).join('\n')}
remote-control:
  control-enable: no
${zones.map((zone) => `stub-zone:\n  name: "${zone}."\n  stub-addr: ${server.replace(':', '@')}`).join('\n')}
`,
  )
  const child = spawn(program, ['-c', join(home, 'unbound.conf')], { stdio: 'ignore' })
  await until('the resolver answers', () => {
    if (child.exitCode !== null) throw new Error(`unbound ended with ${child.exitCode}`)
    return answersForZone(port, zones[0] ?? 'example')
  })
  return {
    server: `127.0.0.1:${port}`,
    async remove() {
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
