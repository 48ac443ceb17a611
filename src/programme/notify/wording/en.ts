/** English. Short words, short sentences, and none that frightens. */
import { actionsEn } from './actions-en.ts'
import type { Wording } from './wording.ts'

export const en: Wording = {
  level: {
    targeted: 'Targeted',
    'attempt-blocked': 'Attempt blocked',
    'possible-access': 'Possible access',
    'confirmed-access': 'Confirmed access',
  },
  mailbox: { work: 'work mailbox', personal: 'personal mailbox' },
  notice: {
    subject: '{level}: a notice from {programme}',
    opening: {
      targeted: 'Targeted: somebody sent you a mail that tries to trick you.',
      'attempt-blocked': 'Attempt blocked: a mail that tries to trick you went to your junk folder.',
      'possible-access': 'Possible access: somebody may have got into your account.',
      'confirmed-access': 'Confirmed access: somebody got into your account.',
    },
    didNot: {
      targeted: 'Nothing shows that anybody got in.',
      'attempt-blocked': 'Nobody got in, as far as we can see.',
      'possible-access': 'Nothing shows that anything was changed or taken.',
      'confirmed-access': 'Nothing shows that your other accounts were touched.',
    },
    cameTo: 'It came to your {mailbox} ({masked}) on {when}.',
    from: 'From: {quote}',
    about: 'Subject: {quote}',
    seen: 'Seen in it: {quote}',
    whatToDo: 'What to do',
    usualStep: 'Open nothing that came with it.',
    check:
      'Is this notice ours? Its code is:\n\n  {code}\n\nOpen the page you already use for {programme}, or type the address on your card, and enter the code there.',
    shortCheck: 'Code {code}: type it on the page you already use for {programme}.',
    spokenHello: 'This is {programme}, with a notice for you.',
    spokenCode: 'The code of this notice is {spelled}. You can check it on the page you already use for {programme}.',
    spokenKey: 'Press 1 to say that you have heard this.',
    whyHere: 'We write to this address because somebody else may be reading the other one.',
    mayBeWrong: 'We may be wrong. If you know the mail is honest, tell us.',
    ask: 'Ask a person: {contact}',
    askNobodyNamed: 'Ask the person who invited you to {programme}.',
    neverAsk: 'We never ask for a password, for a code from your phone, or for money.',
  },
  told: {
    subject: '{level}: a notice from {programme}',
    opening: '{level}: somebody tries to trick {person} in a personal mailbox.',
    didNot: 'Nothing shows that anybody got in.',
    says: 'It happened on {when}. {person} was told, and allowed us to tell you that it happened. We do not tell you what the mail said.',
  },
  firstLook: {
    subject: 'Your first look from {programme}',
    nothing:
      '{examined, plural, =0 {All calm: there is no older mail in your {mailbox} ({masked}).} one {All calm: we looked at # older mail in your {mailbox} ({masked}). It does not try to trick you.} other {All calm: we looked at # older mails in your {mailbox} ({masked}) and found nothing that tries to trick you.}}',
    something:
      'Targeted: of {examined, plural, one {# older mail} other {# older mails}} in your {mailbox} ({masked}), {messages, number} tried to trick you.',
    didNot: 'Nothing shows that anybody got in.',
    line: '{messages, number} × {title}',
    goesOn: 'From now on we tell you of each new one here.',
  },
  digest: {
    subject: 'Your week with {programme}',
    says: 'Targeted: {messages, plural, one {# more mail tried to trick you since {when}. It was not urgent, so} other {# more mails tried to trick you since {when}. None was urgent, so}} we did not interrupt you.',
    didNot: 'Nothing shows that anybody got in.',
    line: '{messages, number} × {title}',
    shown: 'The page you already use shows each of them.',
    written: 'There {notices, plural, one {is # notice} other {are # notices}} of ours for you on the page you already use.',
  },
  composed: {
    opening: '{level}: {headline}',
    onlyEnglish: 'We could write this in English only.',
  },
  reminder: {
    subject: 'Reminder: {subject}',
    says: 'This is a reminder of our notice of {when}. It is the same notice, with the same code.',
    stillToDo: 'Still to do',
  },
  actions: actionsEn,
  code: {
    signInSubject: 'Your code for {programme}: {code}',
    signIn: '{code} is your code to sign in to {programme}.',
    proveSubject: 'Your code for {programme}: {code}',
    prove: '{code} is the code that shows {programme} that this address is yours.',
    confirm: '{code} is your code to show {programme} that it is you.',
    lives: 'Type it on the page where you asked for it. It works for ten minutes, once.',
    notYou: 'You did not ask for it? Then do nothing. Tell it to nobody, not even to us.',
  },
  phoneCode: {
    says: '{code} is your code from {programme}. Type it on the page where you asked for it. It works for ten minutes. You did not ask for it? Then do nothing, and tell it to nobody.',
    spoken: [
      'Hello. This is {programme}.',
      'Your six digits are: {spelled}.',
      'Once more: {spelled}.',
      'You did not ask for them? Then hang up, and tell them to nobody.',
    ],
  },
  news: {
    subject: 'Your way into {programme}',
    waySubject: 'How {programme} reaches you',
    says: {
      'passkey-added': 'A passkey was added to your account at {programme}. Whoever holds it can sign in as you.',
      'passkey-removed': 'A passkey was removed from your account at {programme}. Everybody else who was signed in as you is signed out.',
      'app-added': 'An app that shows codes was added to your account at {programme}.',
      'app-removed':
        'An app that shows codes was removed from your account at {programme}. Everybody else who was signed in as you is signed out.',
      'recovery-codes-made': 'New recovery codes were made for your account at {programme}. Older ones no longer work.',
      'recovery-code-used':
        'Somebody used one of your recovery codes at {programme}. Everybody else who was signed in as you is signed out.',
      'second-step-failed':
        'Somebody read a code that we mailed to you, and then could not show that they are you. They did not get into {programme}.',
      'address-added': 'Another address of yours was proven at {programme}. Codes to sign in can be mailed to it from now on.',
      'address-removed': 'An address was removed from your account at {programme}. Nothing is sent to it any more.',
      'way-added': 'A new way to reach you was added at {programme}: a telephone or a browser. Notices go there from now on.',
      'way-removed': 'A way to reach you was removed at {programme}: a telephone or a browser. Nothing is sent there any more.',
      'provider-bound': 'Your account at {programme} was bound to a sign-in of staff elsewhere. It opens your account from now on.',
      'provider-unbound':
        'Your account at {programme} is no longer bound to a sign-in of staff elsewhere. Whoever was signed in by it is signed out.',
      'recovery-vouched':
        'Somebody says that you lost every way into your account at {programme}, and one person vouched that it is you. A second person must agree.',
      'recovery-opens':
        'Two people vouched that you lost every way into your account at {programme}. After a wait, a new way in opens for whoever they give a code to.',
      'recovery-stopped': 'The new way into your account at {programme} was stopped. Nobody comes in by it.',
      'recovery-done':
        'Two people vouched for you, and you came into {programme} by a new way. Passkeys, apps and paper codes of before are removed.',
    },
    stop: 'Is it not you who lost them? Then stop it: open the page you already use for {programme}, choose “Lost every way in?” where you sign in, then “Stop it”, and type this code:\n\n  {code}',
    notYou:
      'Was this you? Then do nothing. If not, somebody may read your mail: sign in at {programme} and end what you do not know, or call the person who invited you.',
  },
  application: {
    subject: 'Your application to {programme}',
    accepted: '{organisation} was accepted into {programme}.',
    acceptedNext: 'Each of the two administrators you named gets a letter of their own, with a link to join.',
    refused: '{organisation} was not accepted into {programme}.',
    refusedNext:
      'The reasons stand beside your application: open the page where you applied and choose “Go on with an application”. You can apply again when something has changed.',
  },
  membership: {
    'ends-soon': {
      subject: 'Your time with {organisation} ends soon',
      says: 'Your part in {organisation} at {programme} ends on {day}. Then we stop reading your work mailbox there and delete its password.',
      next: 'What is your own stays yours: your personal addresses, what you allowed, and your way in. Is the day wrong? Ask an administrator of {organisation} to move it.',
    },
    ended: {
      subject: 'Your time with {organisation} is over',
      says: 'Your part in {organisation} at {programme} ended after {day}. We no longer read your work mailbox there, and its password is deleted.',
      next: 'What is your own stays yours, and you can go on alone with it: sign in as before. Is this wrong? An administrator of {organisation} can take you back within 30 days.',
    },
    'season-over': {
      subject: 'The season of {organisation} is over',
      says: 'The season of {organisation} in {programme} ended on {day}. Everything goes on as before until you say otherwise.',
      next: 'Open the page of your organisation and choose “Election days”: there you go on with a new day, or say goodbye.',
    },
  },
  webhook: {
    subject: 'Nothing more is sent to one of your addresses',
    says: 'We send news of who joins your organisation to {host}, as somebody of yours set it up. It does not take it any more, so we stopped.',
    next: 'Open the page of your organisation and choose “Where news is sent”. There you see what was answered, and start it again.',
  },
  invitation: {
    subject: '{organisation} invites you to {programme}',
    says: '{inviter} invites you to {programme}. It watches mailboxes of {organisation} for mails that try to trick people, and tells each person in plain words.',
    phrase: 'Your three words: {phrase}. {inviter} told you them, or can.',
    address: 'To join, open this address in your browser:',
    lives: 'It works for three days, once, and is yours alone.',
    doubt: 'Other words, or anything odd? Ask {inviter} in person or by phone before you open it.',
  },
  heartbeat: {
    subject: 'Test mail {label} {token}',
    says: 'This is a test mail of {programme}, which you allowed. There is nothing to do, and you may delete it. A rule in your mailbox sends it on to us, so that we know the rule works.',
  },
  blind: {
    subject: 'A test mail of {programme} did not come back',
    says: 'A test mail to one of your personal accounts did not come back to us. So we may no longer see when its provider writes to you. Nothing shows that anything happened.',
    next: 'When you have a quiet moment, open the page you already use for {programme}. Choose that account, and go through the steps once more. We write about this only once.',
  },
  report: {
    subject: 'The mail you sent to {programme}',
    verdict: {
      dangerous: 'Dangerous: the mail you sent us tries to trick you. It was right to send it.',
      careful: 'Careful: we are not sure about the mail you sent us. A person will look at it.',
      fine: 'Fine: we found nothing wrong with the mail you sent us.',
    },
    steps: {
      dangerous: ['Do not answer it, and open nothing in it.', 'Delete it.', 'If you already did what it asks, tell us today.'],
      careful: ['Do nothing that it asks for now.', 'Ask the sender on a number you already have.'],
      fine: ['You can use it as usual.', 'If it still feels odd, ask the sender on a number you already have.'],
    },
    why: 'Why we say so',
    looked: 'What we looked at',
    thanks: 'Thank you for sending it. One report protects everybody around you.',
  },
  greeting: 'Hello {name},',
}
