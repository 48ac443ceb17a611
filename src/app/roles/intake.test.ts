import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { silent } from '../../../test/support/database.ts'
import { freePort } from '../../../test/support/free-port.ts'
import { openWorld, type World } from '../../../test/support/programme.ts'
import { openSettings } from '../settings/settings.ts'
import { openIntake } from './intake.ts'

const home = mkdtempSync(join(tmpdir(), 'bwi-'))
const [certificate, key] = [join(home, 'cert.pem'), join(home, 'key.pem')]
let world: World
before(async () => {
  const files = ['-keyout', key, '-out', certificate]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=reports.example', ...files], {
    stdio: 'ignore',
  })
  world = await openWorld()
})
after(async () => {
  await world.storage.close()
  rmSync(home, { recursive: true })
})

test('where the pages have a certificate, reports are received under it too', async () => {
  const fixed = { intakeDomain: 'reports.example', tls: { mode: 'files', certificate, key } } as const
  const settings = await openSettings({ ...world, fixed, localAddress: 'http://localhost:1' })
  const port = await freePort()
  const intake = await openIntake({ ...world, members: world, log: silent, settings, config: { intake: { host: '127.0.0.1', port } } })
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'data')
  socket.write('EHLO sender.example\r\n')
  const [said] = await once(socket, 'data')
  socket.destroy()
  await intake.stop()
  assert.match(String(said), /STARTTLS/)
})
