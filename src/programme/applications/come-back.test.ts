import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hoursMs, isTrouble, minutesMs } from '#kernel'
import { uuid } from '#storage'
import { applyingIn } from '../../../test/support/applied.ts'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { comeBack, sendComeBackCode } from './come-back.ts'
import { comeBackCodeToMail } from './come-back-code.ts'
import { applicationCodeToMail } from './contact-letter.ts'
import type { ApplicationsDeps } from './deps.ts'
import { application, beginApplication, proveContact, saveStep } from './draft.ts'

let world: World
let deps: ApplicationsDeps
const noLimit = { count: async () => 0 }
const home = '192.0.2.10'
const elsewhere = '198.51.100.7'

before(async () => {
  world = await openWorld()
  deps = applyingIn(world)
})
after(() => world.storage.close())

const wrongCode = (thrown: unknown) => isTrouble(thrown, 'refusal') && thrown.code === 'wrong-code'

async function begun(address = `lee@${uuid().slice(-10)}.example`): Promise<{ id: string; token: string; address: string }> {
  const { token } = await beginApplication(deps, 'en')
  const { id } = (await saveStep(deps, token, 'contact', { personName: 'Lee Marsh', address })) ?? assert.fail()
  return { id, token, address }
}

async function proven(): Promise<{ id: string; token: string; address: string }> {
  const one = await begun()
  const mail = await world.storage.asTenant(programme, (tx) => applicationCodeToMail(tx, deps, one.id))
  await proveContact(deps, one.token, mail?.digits ?? assert.fail())
  return one
}

const codesOf = (applicationId: string) =>
  world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('come_back_code').selectAll().where('application_id', '=', applicationId).orderBy('id', 'desc').execute(),
  )

async function mailedTo(applicationId: string): Promise<string> {
  const [newest] = await codesOf(applicationId)
  const mail = await world.storage.asTenant(programme, (tx) => comeBackCodeToMail(tx, deps, newest?.id ?? assert.fail('nothing was sent')))
  return mail?.digits ?? assert.fail('the code is not good')
}

/** Other digits than these. */
const notThese = (digits: string): string => (digits === '000000' ? '000001' : '000000')

const asks = (address: string, remote = home) => sendComeBackCode(deps, noLimit, { address, remote })
const types = (address: string, code: string, challenge: string, remote = home) =>
  comeBack(deps, noLimit, { address, code, challenge, remote })

test('an application is gone on with on another device by a code to its contact, once, and an unknown address is answered alike', async () => {
  const { id, token, address } = await proven()
  const nobodys = await asks('nobody@nowhere.example')
  assert.equal(nobodys.challenge.length, (await asks(address)).challenge.length)
  const { challenge } = await asks(address.toUpperCase())
  const code = await mailedTo(id)
  await assert.rejects(types('nobody@nowhere.example', code, challenge), wrongCode)
  assert.equal((await types(address, ` ${code.slice(0, 3)} ${code.slice(3)}`, challenge)).token, token)
  await assert.rejects(types(address, code, challenge), wrongCode)
})

test('a stranger who knows the address tries and asks in vain: the applicant’s digits still open', async () => {
  const { id, token, address } = await proven()
  const { challenge } = await asks(address)
  const code = await mailedTo(id)
  const stranger = await asks(address, elsewhere)
  for (let tries = 0; tries < 20; tries++) {
    await assert.rejects(types(address, notThese(code), stranger.challenge, elsewhere), wrongCode)
    await assert.rejects(types(address, code, 'made-up', elsewhere), wrongCode)
    await asks(address, elsewhere)
  }
  assert.equal((await types(address, code, challenge)).token, token)
  const again = await asks(address)
  assert.equal((await types(address, await mailedTo(id), again.challenge)).token, token)
})

test('five tries use a code up, ten minutes end it, and fifteen codes an hour are the most, whoever asks', async () => {
  const { id, address } = await proven()
  const { challenge } = await asks(address)
  const code = await mailedTo(id)
  for (let tries = 0; tries < 5; tries++) await assert.rejects(types(address, notThese(code), challenge), wrongCode)
  await assert.rejects(types(address, code, challenge), wrongCode)
  const late = await asks(address)
  const lateCode = await mailedTo(id)
  world.later(minutesMs(10))
  await assert.rejects(types(address, lateCode, late.challenge), wrongCode)
  for (let asked = 0; asked < 8; asked++) await asks(address)
  assert.equal((await codesOf(id)).length, 5)
  for (let place = 0; place < 30; place++) await asks(address, `203.0.113.${place}`)
  assert.equal((await codesOf(id)).length, 15)
  world.later(hoursMs(1))
  await asks(address)
  assert.equal((await codesOf(id)).length, 16)
})

test('two who type the same right digits at once: one comes in', async () => {
  const { id, address } = await proven()
  const { challenge } = await asks(address)
  const code = await mailedTo(id)
  const both = await Promise.allSettled([types(address, code, challenge), types(address, code, challenge)])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('whoever begins one in somebody’s name neither hides theirs nor gets the address proven', async () => {
  const { id, token, address } = await proven()
  world.later(minutesMs(1))
  const trap = await begun(address)
  const { challenge } = await asks(address)
  assert.deepEqual(await codesOf(trap.id), [])
  assert.equal((await types(address, await mailedTo(id), challenge)).token, token)
  assert.equal((await application(deps, trap.token))?.isContactProven, false)
})
