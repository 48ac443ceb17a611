/** What can be seen of a personal account, in English. Read aloud before it changes. */
export const providersEnglish = {
  'sight.link': 'What we can see here',
  'sight.link-says': 'And what only you can see.',
  'sight.title': 'What we can see of {address}',
  'sight.lede': '{provider} shows its sign-in log to nobody but you. So we cannot see who signs in here, and no other programme can.',
  'sight.lede-unsure': 'We know of no way to read the sign-in log of {provider}. So we cannot see who signs in here.',
  'sight.ways': 'What shows a little more',
  'sight.mail': 'We read new mail',
  'sight.mail-says': 'Shows hostile mail that comes in. It shows no sign-in and no changed setting. Only if you want it.',
  'sight.mail-on': 'We do so now.',
  'sight.self': 'You look yourself',
  'sight.self-says': 'At {provider}, only you can see where you are signed in, where mail is sent on, and which apps may read it.',
  'sight.yours': 'This page is yours alone. Your organisation does not learn from us that this account exists, unless you allowed it.',
} as const

export type ProvidersKey = keyof typeof providersEnglish
