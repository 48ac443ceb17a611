/** What a notice of the staff can ask: actions of the catalogue that need nothing to be known of the person, the most effective first. */
export const composedSteps = [
  'end-sessions',
  'add-passkey',
  'change-password',
  'remove-rules',
  'remove-app',
  'leave-mail',
  'leave-old-mails',
  'tell-us',
] as const
export type ComposedStep = (typeof composedSteps)[number]
