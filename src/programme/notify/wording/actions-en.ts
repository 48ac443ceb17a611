/** What a notice asks, in English. */
import type { ActionWords } from './action-words.ts'

export const actionsEn: ActionWords = {
  does: {
    'end-sessions': 'On a device you trust, sign out everywhere in that account.',
    'add-passkey': 'Add a passkey here at {programme}, so that nobody gets in with a mailed code.',
    'change-password': 'Change the password of that account to one you use nowhere else.',
    'look-through': 'Look through that account with us: five places, step by step.',
    'remove-rules': 'Remove every forwarding and every mail rule that you did not make.',
    'remove-app': 'Take the access away from every app that you do not know.',
    'ask-them': 'Ask {person} whether they need help.',
    'leave-mail': 'Leave that mail where it is. Do not answer it.',
    'leave-old-mails': 'Do not answer mails that ask for money, codes or a password.',
    'tell-us': 'If you already did what such a mail asks, tell us today. It happens to careful people.',
    'mind-requests': 'Be careful with odd requests in their name.',
  },
  where: {
    'end-sessions': {
      google: 'In your Google account, open “Security”, then “Your devices”.',
      microsoft: 'In your Microsoft account, open “Security”, then “Manage how I sign in”, then “Sign out everywhere”.',
      'microsoft-365': 'Behind your picture, choose “View account”, then “Sign out everywhere”.',
      other: 'In its settings, look for devices or open sessions.',
    },
    'change-password': {
      google: 'In your Google account, open “Security”, then “Password”.',
      microsoft: 'In your Microsoft account, open “Security”, then “Change password”.',
      'microsoft-365': 'Behind your picture, choose “View account”, then “Change password”.',
      other: 'It stands in its security settings.',
    },
    'remove-rules': {
      google: 'In the settings of Gmail, look under “Forwarding” and “Filters”.',
      microsoft: 'In the settings of Outlook, open “Mail”, then look under “Rules” and “Forwarding”.',
      'microsoft-365': 'In the settings of Outlook, open “Mail”, then look under “Rules” and “Forwarding”.',
      other: 'In the mail settings, look for forwarding, rules or filters.',
    },
    'remove-app': {
      google: 'In your Google account, open “Security”, then the connections to other apps.',
      microsoft: 'In your Microsoft account, open “Privacy”, then the apps that have access.',
      'microsoft-365': 'In “My Apps”, choose the app, then “Manage your application”.',
      other: 'In its security settings, look for connected apps.',
    },
  },
  here: {
    'add-passkey': 'On the page you already use, open “Passkeys”.',
    'look-through': 'On the page you already use, choose that account, then look step by step.',
  },
  minutes: '{minutes, plural, one {About # minute.} other {About # minutes.}}',
  undo: {
    'end-sessions': 'To undo it, sign in again where you need it.',
    'add-passkey': 'To undo it, remove the passkey on the same page.',
    'change-password': 'Your devices ask for the new one once. You can change it again at any time.',
    'look-through': 'Looking changes nothing.',
    'remove-rules': 'Note each one first, so that you can make it again.',
    'remove-app': 'To undo it, allow the app again when you need it.',
    'ask-them': 'Asking changes nothing.',
  },
}
