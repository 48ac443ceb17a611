/** The organisation's own people, borrowed and met by chance; judged with their circle known. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, readOrg } from '#mail'

const { circle } = readOrg(
  JSON.stringify({
    name: 'Riverton Forward',
    domains: ['riverton.example'],
    people: [
      { name: 'Jane Okafor', addresses: ['jane.okafor@riverton.example'], role: 'treasurer' },
      { name: 'Elizabeth Moreau', addresses: ['e.moreau@riverton.example', 'liz.moreau@postbox.example'] },
      { name: 'José Luis García Prieto', addresses: ['jl.garcia@riverton.example'], role: 'director' },
    ],
    leaders: [{ name: 'Elena Brandt', addresses: ['elena@brandtforsenate.example'], role: 'candidate' }],
    vendors: [{ name: 'Print House', domains: ['printhouse.example'] }],
  }),
)

async function judge(from: string, body: string, extra = '') {
  const mail = `From: ${from}\nTo: ana.ruiz@riverton.example\nSubject: Hello\n${extra}\n${body}\n`
  const { findings, verdict } = await inspect(Buffer.from(mail), { trustedAuthserv: [], circle })
  return { fired: findings.some(({ id }) => id === 'mail.borrowed-name'), verdict }
}

const favour = 'Are you at your desk? I need a quick favour, keep it between us and answer by mail only.'
const hostile: readonly string[] = [
  '"Jane Okafor" <chair.desk@postbox.example>',
  '"Okafor, Jane" <jane@okafor-private.example>',
  '"Dr. Jane A. Okafor" <j.okafor@gmail.com>',
  '"JANE OKAFOR" <x9912@webmail.example>',
  '"Jаne Okаfor" <jane.okafor@gmail.com>',
  '"Jane 0kafor" <jane.okafor@yahoo.com>',
  '"Liz Moreau" <office.moreau@gmail.com>',
  '"Beth Moreau (Riverton Forward)" <b.moreau@outlook.com>',
  '"Pepe García Prieto" <pepe.garcia@gmail.com>',
  '"Jose Luis Garcia" <director@exec-mail.example>',
  '"Elena Brandt | Candidate" <brandt.elena@proton.me>',
  '"Brandt, Elena" <elena@brandt-private.example>',
  '"Jane Okafor via Documents" <documents@filing-desk.example>',
  '"Jane Okafor Riverton Forward" <jane@mail-desk.example>',
]
for (const from of hostile) {
  test(`who writes as ${from} and asks a favour is dangerous`, async () => {
    assert.deepEqual(await judge(from, favour), { fired: true, verdict: 'dangerous' })
  })
}

const honest: readonly (readonly [from: string, body: string, extra?: string])[] = [
  ['"Jane Okafor" <jane.okafor@riverton.example>', favour],
  ['"Liz Moreau" <liz.moreau@postbox.example>', 'Could you send me the keys list again?'],
  ['"Jane Okafor" <jane.okafor@gmail.com>', 'Running ten minutes late, the tram stands still.'],
  ['"Jane Okafor" <jane.okafor@harbourmuseum.example>', 'The tour on Sunday starts at eleven at the north gate.'],
  ['"Chidi Okafor" <chidi@okafor-bakery.example>', 'The rolls are in the oven. Eight or nine?'],
  ['"Jane Okoro" <jane@okoro.example>', 'Which room is the choir in on Thursday? I would like to bring my sister.'],
  ['"Okafor & Sons" <shop@okafor-sons.example>', 'Your order is ready to be picked up at our shop.'],
  [
    '"Elena Brandt for Senate" <news@brandtforsenate.example>',
    'We knocked on nine hundred doors. Read more: https://brandtforsenate.example/doors',
  ],
  ['"Jane Okafor" <jane@choir.example>', 'We sing on Monday at seven.', 'List-Id: choir <choir.choir.example>\n'],
  ['"Elizabeth Moreau" <elizabeth@moreau-pottery.example>', 'The kiln is hot again; the course begins on Friday.'],
  ['"José García" <jose.garcia@taller-garcia.example>', 'El coche está listo, puede recogerlo cuando quiera.'],
  ['"Print House" <orders@printhouse.example>', 'The leaflets are on the lorry.'],
]
for (const [from, body, extra] of honest) {
  test(`${from} is left alone: ${body.slice(0, 30)}`, async () => {
    const { fired, verdict } = await judge(from, body, extra)
    assert.deepEqual([fired, verdict === 'dangerous'], [false, false])
  })
}
