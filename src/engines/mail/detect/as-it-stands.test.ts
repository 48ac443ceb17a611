/** Quotations are the mail's own letters, whatever the rules folded to read them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody } from '#mail'

const told = async (subject: string, body: string, from = 'Soporte <aviso@cuentas-centro.example>') => {
  const head = ['From', 'To', 'Subject'].map((name, place) => `${name}: ${[from, 'ana@riverton.example', subject][place]}`)
  const mail = [...head, 'Content-Type: text/plain; charset=utf-8', '', body].join('\r\n')
  const { findings } = await inspect(new TextEncoder().encode(mail), { trustedAuthserv: [], circle: nobody })
  return findings.flatMap(({ id, evidence, facts }) => evidence.map((one) => ({ id, ...one, facts: Object.values(facts) })))
}

test('accents and capitals come back', async () => {
  const all = await told('Aviso', 'Su cuenta será suspendida. Actualice SU CONTRASEÑA ahora en https://centro-acceso.example/entrar')
  const quotes = all.filter(({ where }) => where === 'text').map(({ quote }) => quote)
  assert.ok(quotes.length > 0)
  for (const quote of quotes) assert.ok(`Su cuenta será suspendida. Actualice SU CONTRASEÑA ahora en`.includes(quote), quote)
  assert.ok(
    all.some(({ facts }) => facts.some((fact) => /CONTRASEÑA|será/.test(fact))),
    'and in the sentences too',
  )
})

test('letters in disguise are quoted as they were written', async () => {
  const all = await told('Notice', 'Please vеrify your аccount today at https://verify-desk.example/in or it will be suspended.')
  assert.ok(all.some(({ quote }) => quote.includes('vеrify your аccount')))
})

test('words over two lines are one quotation', async () => {
  const all = await told('Notice', 'Please verify your\r\naccount today at https://verify-desk.example/in or it will be suspended.')
  assert.ok(all.some(({ quote }) => quote === 'verify your account'))
})

test('what stands in the subject is quoted from the subject', async () => {
  const all = await told('Verify your account', 'See https://verify-desk.example/in within 24 hours or lose access.')
  assert.ok(all.some(({ where, quote }) => where === 'Subject' && quote === 'Verify your account'))
})
