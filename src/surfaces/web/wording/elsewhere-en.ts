/** To a provider and back: proving a mailbox, signing in. In English. Read aloud before it changes. */
export const elsewhereEnglish = {
  'elsewhere.or': 'Or without the code',
  'elsewhere.says': 'Sign in where this mailbox is. We learn that the address is yours, and nothing else.',
  'elsewhere.at': 'Sign in at {provider}',
  'elsewhere.title': 'On to {provider}',
  'elsewhere.lede': 'You sign in there, and {provider} tells us your address and nothing else.',
  'elsewhere.go': 'Go on to {provider}',
  'elsewhere.lost': 'This sign-in led nowhere',
  'elsewhere.said-no': 'The sign-in at {provider} was not finished, and nothing was changed. Try again, or enter the code we mailed.',
  'elsewhere.wrong': 'The answer from {provider} was not right, so we did not believe it. Try again, or enter the code we mailed.',
  'elsewhere.down': '{provider} cannot be reached at the moment. Enter the code we mailed, or try again in a few minutes.',
  'elsewhere.other-account':
    'At {provider} you signed in with another address than {address}. Choose that one there, or enter the code we mailed.',
  'elsewhere.not-vouched': '{provider} cannot vouch for {address}, since it does not run this mailbox. Enter the code we mailed.',
  'refusal.answer-not-awaited': 'This answer was used already, or it came after ten minutes. Nothing was changed. Begin again.',
  'refusal.another-browser': 'This sign-in was begun in another browser, or by somebody else. Nothing was changed here. Begin again.',
  'refusal.provider-not-set-up': 'Signing in there is not set up for this address. Enter the code we mailed.',
  'refusal.provider-not-reached': '{host} cannot be reached at the moment. Take another way, or try again in a few minutes.',
} as const

export type ElsewhereKey = keyof typeof elsewhereEnglish
