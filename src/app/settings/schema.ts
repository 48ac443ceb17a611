/** What an operator sets for the whole programme, in a page or in a file. */
import { z } from 'zod'
import { isNetwork } from '#http'
import { languages } from '#kernel'
import { mailProvider, mailProviders, staffProvider } from './providers.ts'

const days = (least: number, most: number) => z.int().min(least).max(most)

const smtpRelay = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65535).default(587),
  tls: z.enum(['implicit', 'starttls', 'none']).default('starttls'),
  user: z.string().default(''),
  /** Kept sealed; the page never shows it again. */
  password: z.string().default(''),
})
export type SmtpRelay = z.infer<typeof smtpRelay>

const retention = z.strictObject({
  /** One row a message examined: what it was, never what it said. */
  verdictDays: days(1, 3650).default(90),
  /** Flagged messages, sealed. */
  flaggedDays: days(1, 3650).default(180),
  incidentDays: days(30, 3650).default(730),
  auditDays: days(365, 36_500).default(3650),
  /** A report that could not be judged. */
  spoolDays: days(1, 30).default(3),
  /** What is remembered of senders, counted from when they were last seen. */
  historyDays: days(30, 3650).default(365),
  /** Keyed hashes of an examined mail's sender, hosts, subject and files, for the hunt. */
  traceDays: days(1, 365).default(30),
  /** Mails kept to test the rules on, sealed. */
  evaluationDays: days(1, 3650).default(365),
  /** What providers of personal accounts wrote about their safety, sealed. */
  providerMailDays: days(1, 365).default(90),
  /** Applications that were begun and never sent in, since they were last changed. */
  draftDays: days(1, 365).default(30),
  /** Who applied and was refused; the decision stays as long as incidents. */
  refusedContactDays: days(7, 3650).default(180),
  /** Who applied and was accepted; the members have rows of their own. */
  acceptedContactDays: days(7, 3650).default(30),
})

/** What a proof of an applicant counts, and how much is enough. */
const points = z.int().min(0).max(1000)
const admission = z.strictObject({
  points: z
    .strictObject({
      'contact-mailbox': points.default(20),
      'domain-dns': points.default(50),
      'domain-web': points.default(40),
      'base-product': points.default(10),
      register: points.default(30),
      vouch: points.default(30),
    })
    .prefault({}),
  threshold: z.int().min(1).max(1000).default(70),
  vouches: z.int().min(0).max(20).default(2),
})

export const programmeSettings = z.strictObject({
  programmeName: z.string().trim().min(1).max(80).default('Bellwether'),
  /** `https://protect.example`, or `http://localhost:8080` on the first day. */
  publicAddress: z.url({ protocol: /^https?$/ }),
  /** Who ends TLS: a reverse proxy, this process with two files, or nobody (this machine only). */
  tls: z
    .discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal('local') }),
      z.strictObject({ mode: z.literal('proxy'), trusted: z.array(z.string()).default(['127.0.0.1', '::1']) }),
      z.strictObject({ mode: z.literal('files'), certificate: z.string().min(1), key: z.string().min(1) }),
    ])
    .default({ mode: 'local' }),
  smtp: smtpRelay.nullable().default(null),
  /** The one address that all notices come from. */
  fromAddress: z.email().default('notices@bellwether.localhost'),
  /** What letters are signed with besides DKIM: PEM, or the name of a file that holds it. The key is kept sealed. */
  smime: z
    .strictObject({ certificate: z.string().min(1).max(50_000), key: z.string().min(1).max(50_000) })
    .nullable()
    .default(null),
  /** A name and a number or address: the human to ask. */
  helpContact: z.string().trim().max(200).default(''),
  languages: z
    .array(z.enum(languages))
    .min(1)
    .default([...languages]),
  retention: retention.default(retention.parse({})),
  admission: admission.default(admission.parse({})),
  /** Days before an election in which two must want what could lock others out; 0: never. */
  freezeDays: days(0, 90).default(14),
  /** Days between an organisation's goodbye and its erasure: time to find out that it was a mistake. */
  eraseAfterDays: days(1, 365).default(30),
  firstLookDays: days(0, 365).default(30),
  /** How far back the headers of a connected mailbox teach who is known. */
  historyLookDays: days(0, 1095).default(365),
  /** How long a new way in waits after two people vouched for somebody. */
  recoveryWaitHours: z.int().min(1).max(168).default(24),
  /** Whether everybody comes in with a passkey; else the desk alone. */
  passkeysOnly: z.boolean().default(false),
  /** Networks that the desk answers (CIDR); empty: all of them. */
  deskNetworks: z.array(z.string().refine(isNetwork)).max(100).default([]),
  /** The domain of the report and bounce addresses; empty while the intake is not used. */
  intakeDomain: z.string().default(''),
  microsoft: mailProvider(mailProviders.microsoft).nullable().default(null),
  google: mailProvider(mailProviders.google).nullable().default(null),
  staffSignIn: staffProvider.nullable().default(null),
})
export type ProgrammeSettings = z.infer<typeof programmeSettings>

/** What the configuration file fixes: those entries that stand in it, and no defaults for the rest. */
export const fixedSettings = z.unknown().transform((raw, context) => {
  const named = new Set(Object.keys(Object(raw)))
  const read = programmeSettings.partial().safeParse(raw)
  if (!read.success) {
    for (const issue of read.error.issues) context.addIssue({ code: 'custom', message: issue.message, path: issue.path })
    return z.NEVER
  }
  const kept: Partial<ProgrammeSettings> = Object.fromEntries(Object.entries(read.data).filter(([name]) => named.has(name)))
  return kept
})
