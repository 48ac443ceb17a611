/** The mail of the demo: ordinary days, and now and then somebody who means harm. */
export type DemoLetter = {
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly text?: string
  readonly html?: string
}

/** Quiet mail; each is sent to everybody in turn. */
export const ordinary: readonly Omit<DemoLetter, 'to'>[] = [
  {
    from: '"Harbor Print Shop" <orders@harborprint.example>',
    subject: 'Yard signs: your order is on its way',
    text: 'Thank you for your order. 250 yard signs leave our shop today and arrive on Thursday.\n\nHarbor Print Shop',
  },
  {
    from: '"Riverside Gazette" <newsletter@riversidegazette.example>',
    subject: 'Morning briefing: bridge repairs',
    text: 'The council meets tonight about the bridge.\n\nRead on at www.riversidegazette.example',
  },
  {
    from: '"June Turner" <june.turner@mail.example>',
    subject: 'Volunteering on Saturday',
    text: 'Hello,\n\nI can help on Saturday and bring my car. What time should I be there?\n\nJune',
  },
  {
    from: '"County Clerk" <clerk@county-office.example>',
    subject: 'Filing receipt 20418',
    text: 'Your filing was received. No further step is needed.',
  },
]

/** What the demo's attackers try, in this order. */
export const hostile: readonly DemoLetter[] = [
  {
    to: 'dana@hartley-for-ohio.example',
    from: '"Microsoft 365 Security" <alert@m365-notices.example>',
    subject: 'Password for dana@hartley-for-ohio.example expires today',
    html: '<p>Microsoft account</p><p>Your password expires today. Sign in immediately to keep it, or your mailbox will be locked within 24 hours.</p><p><a href="https://rnicrosoft-keep.example/login?u=dana">Keep current password</a></p>',
  },
  {
    to: 'lucia@hartley-for-ohio.example',
    from: '"Morgan Hartley" <morgan.hartley.office@gmail.com>',
    subject: 'Are you available?',
    text: 'Hi Lucía,\n\nI am in a meeting and cannot talk. I need you to buy 5 gift cards for our volunteers right away, $100 each. Scratch them and send me photos of the codes. I will pay you back today. Keep it between us.\n\nMorgan',
  },
  {
    to: 'morgan@hartley-for-ohio.example',
    from: '"Zoom for Hartley" <team@zo0m-meet.example>',
    subject: 'Join the debate prep call',
    text: 'Hi Morgan,\n\nthe call has started. To join, open microsoft.com/devicelogin and enter the code HX4K9QRT2 to sign in. The code is valid for 15 minutes.',
  },
  {
    to: 'rae@opencourts.example',
    from: '"SharePoint Online" <share@opencourts-sharepoint.example>',
    subject: 'A document has been shared with you: Amicus brief, final.docx',
    html: '<p>Microsoft SharePoint</p><p>A file was shared with you. Sign in with your email password to view it. This link expires today.</p><p><a href="https://opencourts-my-sharepoint.pages.dev/login">Open document</a></p>',
  },
  {
    to: 'tomas@opencourts.example',
    from: '"SharePoint Online" <share@opencourts-sharepoint.example>',
    subject: 'A document has been shared with you: Amicus brief, final.docx',
    html: '<p>Microsoft SharePoint</p><p>A file was shared with you. Sign in with your email password to view it. This link expires today.</p><p><a href="https://opencourts-my-sharepoint.pages.dev/login">Open document</a></p>',
  },
  {
    to: 'sam@westlakeledger.example',
    from: '"Accounts, Grainger Studio" <billing@grainger-studio.example>',
    subject: 'Updated bank details for invoice 20718',
    text: 'Hello,\n\nour bank account has changed due to an audit. Kindly send the outstanding payment for the invoice to our new account today by wire transfer and do not use the old bank details any more. Confirm once the transfer is done. I am travelling, so please reply by mail only.\n\nIBAN: DE89370400440532013000\n\nRegards',
  },
]
