/**
 * Ordinary mail of a campaign office, made from parts: invoices, donors, volunteers, press, travel, calendar, suppliers, services, family. Invented, and always
 * the same for the same place. What must not happen to any of it is a false alarm.
 */

type Sender = { readonly name: string; readonly address: string; readonly signed: boolean }
type Letter = {
  readonly from: readonly Sender[]
  readonly subject: readonly string[]
  readonly body: readonly string[]
  readonly make?: 'plain' | 'page' | 'both'
}

const own = (name: string, box: string): Sender => ({ name, address: `${box}@riverton.example`, signed: true })
const colleagues = [
  own('Jane Okafor', 'jane.okafor'),
  own('Marta Soler', 'marta.soler'),
  own('Ivan Petrov', 'ivan.petrov'),
  own('IT Help', 'help'),
]
const house = (name: string, address: string, signed = true): Sender => ({ name, address, signed })
const people = [
  house('Lena Fischer', 'lena.fischer@gmail.com'),
  house('Tom Baker', 'tbaker1961@yahoo.com'),
  house('Rosa Delgado', 'rosadelgado.vol@outlook.com'),
  house('Bill Hartley', 'whartley@hartleyfarm.example', false),
  house('Amina Yusuf', 'a.yusuf@icloud.com'),
]
const suppliers = [
  house('Print House', 'orders@printhouse.example'),
  house('Greta Lund, Lund Catering', 'greta@lundcatering.example'),
  house('Accounts, Hillside Hall', 'accounts@hillsidehall.example'),
  house('Sound & Stage Hire', 'hire@soundandstage.example', false),
  house('Miller Van Rental', 'bookings@millervans.example'),
]
const press = [
  house('Nora Quinn', 'nquinn@riverpost.example'),
  house('Paul Ito', 'paul.ito@morningradio.example'),
  house('Elif Kaya', 'elifkaya.writes@gmail.com'),
  house('Newsroom, The Valley Sun', 'newsroom@valleysun.example', false),
]
const letters: readonly Letter[] = [
  { from: suppliers, subject: ['Invoice {n}', 'Your invoice {n} of {day}', 'Invoice for the {thing}'], body: ['Hello Ana,\n\nplease find the invoice for the {thing} attached. {amount}, payable within 30 days to our usual account.\n\nKind regards', 'Dear Ms Ruiz,\n\nattached is invoice {n} over {amount}. Our bank details have not changed.\n\nBest wishes'] },
  { from: suppliers, subject: ['Reminder: invoice {n}', 'Second reminder for invoice {n}'], body: ['Hello,\n\nour invoice {n} over {amount} is still open. If you have paid it in the meantime, please ignore this mail. Otherwise we would be grateful for payment by {day}.\n\nRegards', 'Dear customer,\n\nperhaps you overlooked our invoice {n}. Please transfer {amount} by {day}; after that we have to add a late fee of $15.'] },
  { from: suppliers, subject: ['Quote for the {thing}', 'Re: {thing}'], body: ['Hi Ana,\n\nthanks for calling. We can do the {thing} for {amount}, delivery on {day}. Say yes by tomorrow and we start at once.\n\nCheers', 'Good morning,\n\nthe proof of the {thing} is ready: https://proofs.{own}/p/{n}. Please approve it today so that we can print tonight.'] },
  { from: suppliers, subject: ['Delivery on {day}', 'Your delivery'], body: ['Hello,\n\nthe driver comes on {day} between 8 and 10. Someone has to sign. Dispatch: 01632 960 {n3}.', 'Your {thing} left our warehouse today. If nobody is there we try again the next day.'] },
  { from: people, subject: ['Volunteering on {day}', 'Can I help?', 'Doors on {day}'], body: ['Hi!\n\nI would love to help on {day}. I can drive and I speak Spanish. Where do I meet you? My number is 555-01{n2}.\n\nLena', 'Hello, I signed up at the fair. What do you need most? I am free after five most days.', 'Sorry, my boy is ill and I cannot come on {day}. Can somebody take my turf?'] },
  { from: people, subject: ['My donation', 'Question about my gift', 'Cheque'], body: ['Hello,\n\nI gave {amount} online last week and have not received a receipt. Could you send it to me? I need it for my taxes.\n\nThank you', 'Dear team, I would like to give {amount} by cheque. To whom do I make it out?', 'I think my card was charged twice. Can you check and refund one of the two, please?'] },
  { from: press, subject: ['Interview on {day}?', 'Question for {day}', 'Deadline today: your view on the budget'], body: ['Hi Ana,\n\nI am writing about the budget vote for {day}. Could the candidate talk to me for ten minutes? My deadline is 5 pm today, so it is a bit urgent.\n\nThanks', 'Hello,\n\nwe have a slot at 8:10 on {day}. It would be live by phone. Shall we say yes?', 'Dear press team,\n\nplease confirm that this quote is right before we publish tonight: “We will fix the roads first.”'] },
  { from: [house('Events, Bridge Institute', 'events@bridgeinstitute.example'), house('Prof. Daniel Wren', 'd.wren@eastvale.example', false)], subject: ['Invitation: panel on {day}', 'Would you join our panel?'], body: ['Dear Ms Soler,\n\nwe would be honoured if you joined our panel on turnout on {day}. We cover travel and one night. Details: https://bridgeinstitute.example/events/{n}\n\nKind regards', 'Dear Ms Ruiz, I enjoyed your talk in spring. May I send you the draft of our paper for comments? No hurry.'] },
  { from: colleagues, subject: ['Minutes', 'Budget', 'Lunch?', 'Re: schedule for {day}', 'Shifts on {day}'], body: ['Hi,\n\nhere are the minutes. Please tell me by {day} if I got anything wrong.\n\nJane', 'Can you send me the numbers for the {thing}? I need them today for the board.', 'I put the file into the shared folder: https://riverton.sharepoint.com/sites/field/{n}. Have a look when you can.', 'Are you at your desk? I have a quick question about the {thing}.'] },
  { from: colleagues, subject: ['Mail maintenance on {day}', 'New password rules', 'Two-step sign-in'], body: ['Hi all,\n\nthe mail server is updated on {day} from 22:00. You do not need to do anything.\n\nIT', 'From next month passwords need 14 characters. You will be asked at your next sign-in in the office. Questions: room 12.', 'Please set up two-step sign-in by {day}. The steps are on our wiki: https://wiki.riverton.example/two-step. Come by if you want help.'] },
  { from: [house('GitHub', 'noreply@github.com'), house('Slack', 'notification@slack.com')], subject: ['[riverton/site] New issue #{n3}', 'You have 3 new messages'], body: ['Ivan opened an issue: the donate page is slow on phones.\n\nView it on GitHub: https://github.com/riverton/site/issues/{n3}', 'Marta mentioned you in #field. Open Slack: https://riverton.slack.com/archives/{n}'] , make: 'both' },
  { from: [house('Google', 'no-reply@accounts.google.com')], subject: ['Security alert', 'New sign-in on Linux'], body: ['We noticed a new sign-in to your Google Account on a Linux device. If this was you, you do not need to do anything. If not, we will help you secure your account.\nhttps://accounts.google.com/AccountChooser?Email=ana'], make: 'both' },
  { from: [house('DocuSign NA3 System', 'dse_na3@docusign.net')], subject: ['Completed: venue agreement', 'Please DocuSign: volunteer agreement'], body: ['All parties have completed the venue agreement. View the completed document: https://na3.docusign.net/Signing/EmailStart.aspx?a={n}', 'Jane Okafor sent you a document to review and sign. REVIEW DOCUMENT https://na3.docusign.net/Member/EmailStart.aspx?a={n}'], make: 'page' },
  { from: [house('Zoom', 'no-reply@zoom.us'), house('Eventbrite', 'noreply@order.eventbrite.com')], subject: ['Meeting: field call', 'Your tickets for the town hall'], body: ['You are invited to a Zoom meeting on {day}. Join: https://us02web.zoom.us/j/8812{n} Passcode: 44{n3}', 'Your tickets are ready. Show the code at the door. https://www.eventbrite.com/mytickets/{n}'], make: 'page' },
  { from: [house('ActBlue', 'info@actblue.com'), house('Donorbox', 'no-reply@donorbox.org')], subject: ['You received a donation of {amount}', 'Weekly summary of contributions'], body: ['Good news: {amount} from Tom B. See all contributions in your dashboard: https://secure.actblue.com/dashboard', 'This week: 42 gifts. Payout on {day}. https://donorbox.org/org_admin/donations'], make: 'page' },
  { from: [house('Friends of the River', 'news@friendsoftheriver.example'), house('Brandt for Senate', 'info@brandtforsenate.example')], subject: ['We are {amount} short', 'LAST CHANCE before midnight', 'Will you stand with us, Ana?'], body: ['Friend,\n\nour deadline is MIDNIGHT and we are still {amount} short. Will you rush $10 right now? Every gift is matched!\n\nDONATE NOW: https://friendsoftheriver.example/give?src={n}\n\nYou receive this because you signed up. Unsubscribe: https://friendsoftheriver.example/u/{n}'], make: 'page' },
  { from: [house('River Rail', 'tickets@riverrail.example'), house('Hotel Linden', 'reception@hotellinden.example')], subject: ['Your ticket to Eastvale, {day}', 'Booking {n} confirmed'], body: ['Dear Ms Ruiz,\n\nyour ticket is attached. Train 412, coach 7, seat 31. Show the QR code to the conductor.', 'Thank you for your booking. Arrival {day} after 3 pm. Free cancellation until the day before. Questions: call 01632 960 {n3}.'] },
  { from: [house('Valley Bank', 'service@valleybank.example')], subject: ['Your statement is ready', 'Payment of {amount} received'], body: ['Your statement for the month is ready in online banking. Please sign in the way you always do. We never ask for passwords by mail.', 'We credited {amount} to your account ending in 4{n3}. See details in online banking.'], make: 'both' },
  { from: [house('County Elections', 'clerk@eastvalecounty.gov')], subject: ['Poll worker training on {day}', 'Ballot proof for your approval'], body: ['Dear campaign,\n\nthe ballot proof is attached. Please report errors by {day}, 4 pm. After that it goes to print.', 'Training for observers is on {day} at 6 pm in the county building. Bring a photo ID. Questions: 555-01{n2}.'] },
  { from: [house('Mum', 'pilar.ruiz@gmail.com'), house('Diego', 'diego_r88@hotmail.com')], subject: ['Sunday', 'photos', 'call me'], body: ['Hola hija, ¿vienes el domingo? Traigo la tarta. Besos', 'here are the pictures from the lake: https://photos.app.goo.gl/{n}abc', 'call me when you can, nothing bad'] },
  { from: people, subject: ['Bewerbung als Praktikantin', 'Candidature au poste d’assistant', 'Candidatura a prácticas'], body: ['Sehr geehrte Frau Ruiz,\n\nanbei meine Bewerbung mit Lebenslauf. Ich würde mich über ein Gespräch freuen.', 'Madame,\n\nvous trouverez ci-joint mon CV. Je suis disponible dès le {day}.', 'Hola Ana,\n\nadjunto mi currículum para las prácticas de verano. Quedo a su disposición.'] },
  { from: colleagues, subject: ['Payroll date', 'Expenses'], body: ['Because of the holiday salaries are paid on {day}. Please hand in expenses before.', 'I paid {amount} for the stamps with my own card. How do I get it back?'] },
  { from: [own('Riverton Forum', 'forum')], subject: ['[field] Re: walk lists', '[field] Re: rides to the rally'], body: ['> Who has room in the car?\n\nI have two seats, leaving at 9 from the station.\n\nTom', 'On {day} Rosa wrote:\n> the list for ward 3 is wrong\n\nFixed, please load it again.'] },
  { from: [house('Sam at Fieldly', 'sam@fieldly.example'), house('Dialworks Support', 'support@dialworks.example')], subject: ['Your trial ends on {day}', 'Ticket {n}: export fails', 'Time for a quick call?'], body: ['Hi Ana,\n\nyour trial ends on {day}. Upgrade here to keep your data: https://app.fieldly.example/billing. Happy to help.', 'Hello,\n\nwe fixed the export. Please try again and close the ticket here: https://support.dialworks.example/t/{n}', 'Hi Ana, do you have 15 minutes this week? I would like to show you our dialer. https://calendly.com/sam-fieldly/15min'] },
] // biome-ignore format: a table

/** What people add below a letter. */
const closings = [
  '', 'Have a good week.', 'Sent from my phone', 'P.S. The {thing} looked great last time.', 'Thanks!', 'See you on {day}.', 'Please think before you print.', 'Office hours: Monday to Friday, 9 to 5.',
  'This message is for the addressee only. If it reached you by mistake, please delete it.', 'Best', 'P.S. Jane has the keys.', 'My new number is 555-01{n2}.', 'Looking forward to {day}!',
] // biome-ignore format: a list

const fillings: Readonly<Record<string, readonly string[]>> = {
  day: ['Monday', 'Tuesday', '14 June', 'Thursday', '3 May', 'Saturday'],
  thing: ['flyers', 'lawn signs', 'buffet', 'sound system', 'hall', 'door hangers'],
  amount: ['$1,240.50', '$250', '$89.90', '€480', '$12,500', '$35'],
}

/** How many different mails there are before they repeat. */
export const officeMails = 420

/** The mail at a place, 0 to `officeMails` - 1. */
export function officeMail(place: number): Uint8Array {
  const letter = pick(letters, place)
  const round = Math.floor(place / letters.length)
  const from = pick(letter.from, round)
  const host = from.address.slice(from.address.indexOf('@') + 1)
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (slot, name: string) => {
      if (name === 'own') return host
      if (name === 'n') return String(10_000 + place * 37)
      if (name === 'n2') return String(10 + (place % 90))
      if (name === 'n3') return String(100 + (place % 900))
      return pick(fillings[name] ?? [slot], round + place)
    })
  const subject = fill(pick(letter.subject, round + 1))
  const body = fill(pick(letter.body, Math.floor(round / letter.from.length) + round))
  const text = `${body}\n\n${fill(pick(closings, place * 5 + round))}\n\n-- \n${from.name}`
  const results = place % 3 === 2 ? '' : resultsOf(from, host)
  const head = `${results}From: ${quoted(from.name)} <${from.address}>\nTo: "Ana Ruiz" <ana.ruiz@riverton.example>\nSubject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=\nDate: Tue, 12 May 2026 ${String(7 + (place % 12)).padStart(2, '0')}:15:00 +0000\nMessage-ID: <${place}.office@${host}>\nMIME-Version: 1.0\n`
  return new Uint8Array(Buffer.from(head + bodyOf(letter.make ?? (place % 4 === 0 ? 'both' : 'plain'), text, host), 'utf8'))
}

const pick = <Item>(items: readonly Item[], place: number): Item => {
  const item = items[place % items.length]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

const quoted = (name: string): string => `"${name.replaceAll('"', '')}"`

const resultsOf = ({ signed }: Sender, host: string): string =>
  signed
    ? `Authentication-Results: mx.riverton.example; spf=pass smtp.mailfrom=${host}; dkim=pass header.d=${host}; dmarc=pass header.from=${host}\n`
    : `Authentication-Results: mx.riverton.example; spf=pass smtp.mailfrom=${host}; dkim=none; dmarc=none header.from=${host}\n`

function bodyOf(make: 'plain' | 'page' | 'both', text: string, host: string): string {
  if (make === 'plain') return `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${text}\n`
  const linked = text.replace(/https:\S+/g, (url) => `<a href="${url}">Open</a>`)
  const page = `<html><body><table width="600"><tr><td><img src="https://${host}/logo.png" width="120" height="40" alt="logo"></td></tr><tr><td>${linked.replaceAll('\n', '<br>')}</td></tr><tr><td><a href="https://${host}/">${host}</a></td></tr></table></body></html>`
  if (make === 'page') return `Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${page}\n`
  return `Content-Type: multipart/alternative; boundary=alt\n\n--alt\nContent-Type: text/plain; charset=utf-8\n\n${text}\n--alt\nContent-Type: text/html; charset=utf-8\n\n${page}\n--alt--\n`
}
