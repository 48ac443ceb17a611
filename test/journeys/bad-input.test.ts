/**
 * What goes wrong around a running programme: a mailbox that will not open, an
 * address that takes no mail, a database that is gone, a disk that is full.
 * Whoever sits at the screen reads one clear sentence, the log has one line and
 * no stack, and what arrived meanwhile is found and told when it is over.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { freePort } from '../support/free-port.ts'
import { newDataDir } from '../support/product.ts'
import { type LogLine, type SmallProgramme, smallProgramme } from '../support/small-programme.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'
import { needs } from '../support/system-parts.ts'
import { grounds } from '../support/two-databases.ts'
import { until } from '../support/until.ts'

const aFewWords = (says: string): boolean =>
  /^[A-Z0-9“].*\.$/.test(says) && says.length < 220 && !/undefined|Error:|\bE[A-Z]{5,}/.test(says)
const withoutStack = (lines: readonly LogLine[]): void =>
  assert.deepEqual(
    lines.filter((line) => line.stack !== undefined || /\n\s+at /.test(line.msg)),
    [],
  )
const everythingHasANotice = `select count(*) from bellwether.delivery where channel = 'mail' and state in ('queued', 'sending')`

/** The programme sees and tells again: the next attack, and all before it, reached the other address. */
async function tellsAgain({ attack, notices, count }: SmallProgramme, withinMs = 30_000): Promise<void> {
  const all = await attack()
  await notices(all, withinMs)
  await until('nothing waits', async () => (await count(everythingHasANotice)) === 0, withinMs)
}

/** Asks until the page says that it cannot be shown now, and gives what it says. */
async function setbackOn({ screen }: SmallProgramme, path: string): Promise<string> {
  const shown = await until('the page has a setback', async () => {
    const answer = await screen.get(path)
    return answer.status === 503 && answer
  })
  return shown.says
}

describe('bad input', needs('dovecot'), () => {
  test('a mailbox that will not open is told in one sentence, and the old connection goes on', async (t) => {
    const programme = await smallProgramme(t, { tls: true })
    const { screen, dovecot, ana, loggedDuring } = programme
    const form = { host: '127.0.0.1', port: String(dovecot.port), tls: 'none', user: ana.work, password: ana.password, consent: 'on' }
    // A label over 63 letters is no name (RFC 1035 §2.3.4), so that no name server is asked.
    const nowhere = `${'x'.repeat(64)}.example`
    const wrong: readonly (readonly [code: string, change: Partial<typeof form>, says: RegExp])[] = [
      ['wrong-password', { password: 'not-the-word' }, /did not accept this address and password/],
      ['unknown-host', { host: nowhere, tls: 'implicit' }, /There is no mail server called x+\.example/],
      ['no-imap-here', { port: String(await freePort()) }, /127\.0\.0\.1 does not answer as a mail server on port \d+/],
      ['certificate-not-trusted', { port: String(dovecot.tlsPort), tls: 'implicit' }, /a certificate that nobody vouches for/],
      ['certificate-not-trusted', { tls: 'starttls' }, /a certificate that nobody vouches for/],
    ]
    for (const [code, change, says] of wrong) {
      const logged = await loggedDuring(async () => {
        const shown = await screen.send(`/accounts/${ana.accountId}/connect`, { ...form, ...change })
        assert.equal(shown.status, 422, code)
        assert.equal(shown.problems.length, 1, `${code}: ${shown.problems.join(' | ')}`)
        assert.match(shown.problems[0] ?? '', says)
        assert.ok(aFewWords(shown.problems[0] ?? ''), shown.problems[0])
        assert.ok(!shown.markup.includes('not-the-word') && !shown.markup.includes(ana.password), 'the password is not on the page')
      })
      assert.deepEqual(
        logged.map((line) => [line.route, line.code]),
        [['/accounts/:id/connect', code]],
      )
    }
    assert.ok(!programme.product.printed().includes(ana.password) && !programme.product.printed().includes('@'))
    await tellsAgain(programme)
  })

  test('an address that takes no mail: the page, the desk and the log say so once; one that asks for patience gets its letter', async (t) => {
    const programme = await smallProgramme(t)
    const { sink, screen, ana, attack, count, loggedDuring } = programme
    await sink.behave({ do: 'tempfail' })
    const asked = await loggedDuring(async () => {
      await attack()
      await until('the letter waits', async () => (await count("select count(*) from bellwether.delivery where answer like '4%'")) === 1)
    })
    assert.ok(asked.length >= 1)
    withoutStack(asked)
    await sink.behave({ do: 'accept' })
    await programme.notices(1, 60_000)

    await sink.behave({ do: 'refuse', only: [ana.personal] })
    const logged = await loggedDuring(async () => {
      await attack()
      await until('it came back', async () => (await count("select count(*) from bellwether.delivery where state = 'bounced'")) === 1)
    })
    assert.deepEqual(
      logged.map(({ msg }) => msg),
      ['a notice was not taken for its address'],
    )
    assert.match((await screen.get('/home')).markup, /Mail comes back/)
    assert.equal(await count("select count(*) from bellwether.operator_alert where kind = 'address-bounces' and closed_at is null"), 1)
    assert.equal(await count('select count(*) from bellwether.notice'), 2, 'both stand on her own page')
  })

  test('a mail relay that is gone: the desk and the log say so, and the letter leaves when it is back', async (t) => {
    const programme = await smallProgramme(t)
    const { sink, attack, count, loggedDuring } = programme
    await sink.stop()
    const logged = await loggedDuring(async () => {
      await attack()
      await until(
        'the desk is told',
        async () => (await count("select count(*) from bellwether.operator_alert where kind = 'mail-relay'")) === 1,
      )
    })
    assert.deepEqual(new Set(logged.map(({ msg }) => msg)), new Set(['a channel takes nothing just now; what is due on it waits']))
    const back = await startSmtpSink({ port: sink.port })
    t.after(() => back.stop())
    await back.waitFor(1, { withinMs: 60_000 })
    await until(
      'the alert is closed',
      async () => (await count("select count(*) from bellwether.operator_alert where kind = 'mail-relay' and closed_at is null")) === 0,
    )
    assert.equal(await count("select count(*) from bellwether.delivery where state = 'sent'"), 1)
  })

  for (const ground of grounds) {
    test(`a database that is gone for a moment, on ${ground.name}`, { skip: ground.without(), timeout: 120_000 }, async (t) => {
      const on = await ground.open()
      t.after(() => on.remove())
      const programme = await smallProgramme(t, { on })
      const { product, screen, attack, loggedDuring } = programme
      const postmaster = () => Number(readFileSync(join(product.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
      const logged = await loggedDuring(async () => {
        await (on.given ? on.given.kill() : process.kill(postmaster(), 'SIGKILL'))
        await attack()
        if (on.given) {
          assert.match(
            await setbackOn(programme, '/home'),
            /^We cannot do this at the moment\. Something we depend on does not answer\. Nothing you saved is lost/,
          )
          assert.equal((await fetch(`${product.address}/healthz`)).status, 503)
          await on.given.start()
        } else {
          const answers = await Promise.all(Array.from({ length: 20 }, () => screen.get('/home')))
          for (const { status, says } of answers) assert.match(says, status === 200 ? /Ana/ : /^We cannot do this at the moment/)
        }
        await until('the page is back', async () => (await screen.get('/home')).status === 200, 30_000)
      })
      withoutStack(logged)
      const ofPages = logged.filter(({ route }) => route === '/home')
      assert.ok(!on.given || ofPages.length > 0)
      assert.deepEqual(
        new Set(ofPages.map(({ code }) => code)),
        new Set(ofPages.length > 0 ? ['database-gone'] : []),
        'one line with its code',
      )
      await tellsAgain(programme, 60_000)
    })
  }

  const tmpfs = process.getuid?.() === 0 ? false : 'a disk can be filled without harm only by root, on a tmpfs of its own'
  test('a disk that is full: nothing is lost, and all goes on when there is room', { skip: tmpfs, timeout: 180_000 }, async (t) => {
    const place = await newDataDir()
    const dataDir = join(place, 'data')
    await mkdir(dataDir)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m,mode=711', 'tmpfs', dataDir], { stdio: 'ignore' })
    } catch {
      await rm(place, { recursive: true })
      return t.skip('this machine lets nobody mount a tmpfs')
    }
    t.after(async () => {
      execFileSync('umount', ['-l', dataDir])
      await rm(place, { recursive: true, force: true })
    })
    const programme = await smallProgramme(t, { dataDir })
    const { screen, attack, loggedDuring, count } = programme
    const filler = join(dataDir, 'filler')
    const logged = await loggedDuring(async () => {
      await fill(filler)
      await attack()
      // Writing is refused sooner or later; reading may go on meanwhile.
      const shown = await until(
        'the disk is felt at the screen',
        async () => {
          await fill(filler)
          const answer = await screen.send('/privacy/give', { purpose: 'desk-sees-findings' })
          return answer.status === 503 && answer
        },
        60_000,
      )
      assert.match(shown.says, /^We cannot do this at the moment/)
    })
    withoutStack(logged)
    assert.ok(logged.some(({ code }) => code === 'disk-full' || code === 'database-gone'))
    await rm(filler)
    await until('the page is back', async () => (await screen.get('/home')).status === 200, 60_000)
    await tellsAgain(programme, 60_000)
    assert.equal(await count('select count(*) from bellwether.message_verdict'), 2)
  })
})

/** Takes what room there is. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'a')
  const piece = Buffer.alloc(4096)
  try {
    for (;;) await file.write(piece)
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ENOSPC') throw cause
  } finally {
    await file.close()
  }
}
