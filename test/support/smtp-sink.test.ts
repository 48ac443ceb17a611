import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { type SmtpSink, startSmtpSink, textOf } from './smtp-sink.ts'

let sink: SmtpSink
before(async () => {
  sink = await startSmtpSink()
})
after(() => sink.stop())

const letter = {
  from: 'desk@bellwether.example',
  to: 'ana@home.example',
  subject: 'Two things to do',
  text: 'Hello',
  messageId: '<1@bellwether.example>',
}

test('the other provider keeps what it accepted', async () => {
  const post = createTransport({ host: sink.host, port: sink.port, ignoreTLS: true })
  await post.sendMail(letter)
  const [message] = await sink.waitFor(1)
  assert.ok(message)
  assert.deepEqual(
    [message.from, message.to, message.messageId],
    ['desk@bellwether.example', ['ana@home.example'], '<1@bellwether.example>'],
  )
  assert.match(textOf(message), /Subject: Two things to do/)
  post.close()
})

test('the other provider refuses whom it is told to refuse', async () => {
  const post = createTransport({ host: sink.host, port: sink.port, ignoreTLS: true })
  await sink.behave({ do: 'refuse', only: ['ana@home.example'] })
  await assert.rejects(post.sendMail(letter), { responseCode: 550 })
  await sink.behave({ do: 'tempfail' })
  await assert.rejects(post.sendMail(letter), { responseCode: 451 })
  await sink.behave({ do: 'accept' })
  assert.equal((await sink.received()).length, 1)
  post.close()
})
