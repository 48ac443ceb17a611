/** Who may say who somebody is: Microsoft and Google of a mailbox, the operator's own identity provider of staff. */
import { z } from 'zod'

/** Off this machine only by TLS: what is said there is believed. */
const issuer = z.url({ protocol: /^https?$/ }).refine((address) => {
  // Asked also of what was found to be no address.
  const url = URL.parse(address)
  return url?.protocol === 'https:' || url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
}, 'an issuer begins with https://')

const client = { clientId: z.string().trim().min(1).max(300), clientSecret: z.string().min(1).max(1000) }

export const mailProviders = {
  microsoft: 'https://login.microsoftonline.com/common/v2.0',
  google: 'https://accounts.google.com',
} as const

/** A client of a provider of mailboxes; its issuer only where it is not the usual one. */
export const mailProvider = (usual: string) => z.strictObject({ issuer: issuer.default(usual), ...client })

const names = z.array(z.string().trim().min(1).max(200)).max(10)

export const staffProvider = z.strictObject({
  /** What the button says: the name staff know it by. */
  name: z.string().trim().min(1).max(60),
  issuer,
  ...client,
  /** One of these must be the class that the provider says this sign-in had; empty: any. */
  acr: names.default([]),
  /** All of these must be among the methods that the provider says; empty: any. */
  amr: names.default([]),
})

/** The secret and which entry of the settings it belongs to. */
export const clientsWithSecrets = ['microsoft', 'google', 'staffSignIn'] as const
