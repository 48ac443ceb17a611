/** Which letters this room asks for beside invitations. */

export const mailedCodeLetters = ['sign-in-code', 'prove-address', 'confirm-code'] as const
export type MailedCodeLetter = (typeof mailedCodeLetters)[number]

/** What happened to a person's ways in, or to how they are reached. */
export const signInNews = [
  'passkey-added',
  'passkey-removed',
  'app-added',
  'app-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'second-step-failed',
  'address-added',
  'address-removed',
  'way-added',
  'way-removed',
  'provider-bound',
  'provider-unbound',
  'recovery-vouched',
  'recovery-opens',
  'recovery-stopped',
  'recovery-done',
] as const
export type SignInNews = (typeof signInNews)[number]

/** What happens to a person's part in an organisation by itself, or to its season. */
export const membershipNews = ['ends-soon', 'ended', 'season-over'] as const
export type MembershipNews = (typeof membershipNews)[number]
