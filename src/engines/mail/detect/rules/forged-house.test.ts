import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody } from '#mail'

const context = { trustedAuthserv: ['mx.riverton.example'], circle: nobody }
const fail = 'spf=fail smtp.mailfrom=riverton.example; dkim=none; dmarc=fail (p=REJECT) header.from=riverton.example'

async function fires(results: string, extra = ''): Promise<boolean> {
  const mail = `Authentication-Results: mx.riverton.example; ${results}\nFrom: Jane Okafor <jane.okafor@riverton.example>\nTo: ana.ruiz@riverton.example\nSubject: [staff] Wages\n${extra}\nPlease sign in with your work password and confirm your bank details today.\n`
  const { findings } = await inspect(Buffer.from(mail), context)
  return findings.some(({ id }) => id === 'mail.forged-house')
}

test('a line that says "I am a list" does not excuse a forger', async () => {
  assert.ok(await fires(fail, 'List-Id: Staff <staff.riverton.example>\n'))
  assert.ok(await fires(fail, 'List-Id: Staff <staff.lists.example>\nPrecedence: list\n'))
})

test("a list that is proven to be one is no forger of its members' names", async () => {
  const signed =
    'spf=pass smtp.mailfrom=staff-bounces@lists.example; dkim=fail header.d=riverton.example; dkim=pass header.d=lists.example; dmarc=fail header.from=riverton.example'
  assert.ok(!(await fires(signed, 'List-Id: Staff <staff.lists.example>\n')))
  assert.ok(await fires(signed, 'List-Id: Staff <staff.another.example>\n'), 'another list’s signature is nobody’s proof')
})
