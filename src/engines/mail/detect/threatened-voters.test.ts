/** Threats over a vote want nothing and lead nowhere; judged as mails to somebody who knows nobody. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody } from '#mail'

async function verdictOn({ from, subject, text }: { readonly from: string; readonly subject: string; readonly text: string }) {
  const domain = from.slice(from.indexOf('@') + 1).replace('>', '')
  const results = `Authentication-Results: mx.tidewatch.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`
  const head = `${results}\nFrom: ${from}\nTo: Grace Amponsah <grace.amponsah@tidewatch.example>\nSubject: ${subject}\nMIME-Version: 1.0\n`
  const mail = `${head}Content-Type: text/plain; charset=utf-8\n\n${text}\n`
  const { verdict } = await inspect(Buffer.from(mail), { trustedAuthserv: ['mx.tidewatch.example'], circle: nobody })
  return verdict
}

const threats = [
  {
    from: 'Sons of Order <hello@sons-of-order.example>',
    subject: 'The third of November',
    text: 'You are registered with the wrong party. Change your party today. We will know which candidate gets your vote, and we know where you live.',
  },
  {
    from: 'Avisos Electorales <avisos@avisos-electorales.example>',
    subject: 'Controles el domingo',
    text: 'Quien tenga multas pendientes será detenido en el colegio electoral. Si es su caso, quédese en casa el día de la votación. Díganlo a sus socios.',
  },
  {
    from: 'Ordre de Quartier <ordre@ordre-quartier.example>',
    subject: 'Dimanche',
    text: 'On sait où vous habitez et on saura pour qui vous votez. Restez chez vous dimanche, le bureau de vote sera surveillé.',
  },
  {
    from: 'Wahlhinweise <info@wahl-hinweise.example>',
    subject: 'Kontrollen am Sonntag',
    text: 'Wer offene Bußgelder hat und im Wahllokal erscheint, wird im Wahllokal festgenommen. Bleiben Sie am Wahltag zu Hause und sagen Sie es weiter.',
  },
]

test('a threat over a vote is dangerous though it wants nothing, in four languages', async () => {
  for (const threat of threats) assert.equal(await verdictOn(threat), 'dangerous', threat.subject)
})

test('who tells of such a threat, or that it is untrue, is not taken for its author', async () => {
  const news = [
    {
      from: 'Civic Bulletin <news@civicbulletin.example>',
      subject: 'Threats against voters',
      text: 'Voters have had mails that say “we will know which candidate you voted for”. Nobody can see how you vote. Keep the mail, do not answer it, and report it to your county and to the police.',
    },
    {
      from: 'Ayuntamiento de Sol <prensa@ayto-sol.example>',
      subject: 'Un bulo sobre las mesas',
      text: 'Circula que quien tenga multas pendientes será detenido en el colegio electoral. Es falso: se vota el domingo de nueve a ocho, como siempre.',
    },
  ]
  for (const mail of news) assert.notEqual(await verdictOn(mail), 'dangerous', mail.subject)
})

test('a public library is no library of programs', async () => {
  const verdict = await verdictOn({
    from: 'Election Notices Desk <desk@election-notices-desk.example>',
    subject: 'Polling place moved from the library',
    text: 'The library cannot be used on Tuesday. Voters of the library district vote on Wednesday at the depot instead. The county website will not show it in time, so pass this on tonight and do not call the clerk.',
  })
  assert.equal(verdict, 'dangerous')
})
