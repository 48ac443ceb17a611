/** What the thirteenth set taught, in other words than its own; judged as mails to somebody who knows nobody. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody } from '#mail'
import { fileReaders } from '../../../../test/support/file-readers.ts'
import { ibanWritten } from './iban.ts'

const boundary = 'part'

async function verdictOn({
  from,
  text,
  attached = '',
  passes = true,
}: {
  from: string
  text: string
  attached?: string
  passes?: boolean
}) {
  const domain = from.slice(from.indexOf('@') + 1).replace('>', '')
  const results = passes
    ? `Authentication-Results: mx.tidewatch.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}\n`
    : ''
  const head = `${results}From: ${from}\nTo: Grace Amponsah <grace.amponsah@tidewatch.example>\nSubject: As we said\nMIME-Version: 1.0\n`
  const plain = `Content-Type: text/plain; charset=utf-8\n\n${text}\n`
  const mail =
    attached === ''
      ? `${head}${plain}`
      : `${head}Content-Type: multipart/mixed; boundary=${boundary}\n\n--${boundary}\n${plain}--${boundary}\n${attached}\n--${boundary}--\n`
  const { verdict } = await inspect(Buffer.from(mail), { trustedAuthserv: ['mx.tidewatch.example'], circle: nobody, files: fileReaders() })
  return verdict
}

const file = (name: string, type: string, content: string): string =>
  `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\n${content}`

test('an account is an account of a country that has such numbers, not a room and its name', () => {
  for (const account of ['de89 3704 0044 0532 0130 00', 'gb82 west 1234 5698 7654 32', 'no93 8601 1117 947', 'lt213250041277830019'])
    assert.match(account, ibanWritten)
  for (const other of ['qk41 aufnahmeraum', 'de12 anna lena nina', 'se10 5fu lane near the park', 'room fr20 salle verte'])
    assert.doesNotMatch(other, ibanWritten)
})

test('a sheet of text beside two lines says what the mail says', async () => {
  const text = 'Grace, it is all on the sheet. Please be there at two, these do not live long.'
  const sheet = 'Reading room\n1) open microsoft.com/devicelogin\n2) type HW7KQ2PXT\n3) sign in with your office account\n4) wait for me\n'
  const from = 'Miriam Castle <miriam.castle.fellow@gmail.com>'
  assert.equal(await verdictOn({ from, text, attached: file('sheet.txt', 'text/plain', sheet) }), 'dangerous')
  assert.notEqual(
    await verdictOn({ from, text, attached: file('sheet.txt', 'text/plain', 'Menu for Thursday\nSoup, then fish, then plums.\n') }),
    'dangerous',
  )
})

test('a boarding pass that shows its bars as a drawing hides nothing', async () => {
  const bars = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${'<rect x="0" width="2" height="50"/>'.repeat(90)}</svg>`).toString(
    'base64',
  )
  const page = `<html><body><h2>AMPONSAH/GRACE</h2><p>Seat 9A</p><img alt="bars" src="data:image/svg+xml;base64,${bars}"></body></html>`
  const pass = { from: 'Fen Air <checkin@fenair.example>', text: 'You are checked in. Show the page at the gate or print it.' }
  assert.notEqual(await verdictOn({ ...pass, attached: file('pass.html', 'text/html', page) }), 'dangerous')
  const loads = page.replace('</body>', `<script>document.write(atob("${bars}"))</script></body>`)
  assert.equal(await verdictOn({ ...pass, attached: file('pass.html', 'text/html', loads) }), 'dangerous')
})

test('whoever wants a password of the reader’s own sent is believed by no tone', async () => {
  const from = 'Reisebüro Anker <gruppen@reisebuero-anker.example>'
  const wants =
    'Guten Tag, vielen Dank für die Anmeldungen, das wird eine schöne Fahrt. Für den Abgleich erstellen Sie bitte ein App-Passwort und schicken Sie es uns per Antwort. Es eilt nicht.'
  assert.equal(await verdictOn({ from, text: wants }), 'dangerous')
  const spares =
    'Guten Tag, vielen Dank für die Anmeldungen. Ein App-Passwort brauchen wir nicht, bitte schicken Sie uns keines. Die Zahl der Mitfahrenden genügt.'
  assert.notEqual(await verdictOn({ from, text: spares }), 'dangerous')
})

test('a house that votes on its own affairs and sends its codes by post is no lure', async () => {
  const text =
    'Sehr geehrte Frau Amponsah,\n\ndie Unterlagen zur Vertreterwahl kommen mit der Post. Sie schicken den Stimmzettel zurück oder wählen mit den Zugangsdaten aus dem Brief online. Per E-Mail verschicken wir keine Links zur Wahl.\n\nDer Wahlvorstand'
  assert.notEqual(await verdictOn({ from: 'Wohnbau Süd Wahlvorstand <wahlvorstand@wohnbau-sued.example>', text }), 'dangerous')
})

test('polling places that stay shut, with this mail as the ticket for another Sunday, are invented', async () => {
  const text =
    'Mesdames, Messieurs,\n\nles bureaux de vote 11 et 12 resteront fermés. Les électeurs pourront voter le dimanche suivant sur présentation de ce message.\n\nCellule électorale'
  assert.equal(await verdictOn({ from: 'Préfecture Élections <info@prefecture-urnes.example>', text, passes: false }), 'dangerous')
})
