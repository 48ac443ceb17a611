/** How the providers of mailboxes are called. */
import type { MailProvider } from '../deps/elsewhere.ts'

export const providerNames = { microsoft: 'Microsoft', google: 'Google' } as const satisfies Record<MailProvider, string>

const mailProviders: readonly MailProvider[] = ['microsoft', 'google']

/** The provider of that name, when it is one of mailboxes. */
export const mailProviderIn = (name: string | null): MailProvider | undefined => mailProviders.find((one) => one === name)
