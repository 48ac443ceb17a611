/** Words that several rooms share and that the database spells the same way. */

export const accountKinds = ['work', 'personal'] as const
export type AccountKind = (typeof accountKinds)[number]

/** What is known of an attacker's access. Used for notices and for nothing else. */
export const noticeLevels = ['targeted', 'attempt-blocked', 'possible-access', 'confirmed-access'] as const
export type NoticeLevel = (typeof noticeLevels)[number]

/** Where a notice goes. `home` is the person's own page, always told; it sends nothing. */
export const deliveryChannels = ['home', 'mail', 'push', 'sms', 'voice', 'signal', 'matrix', 'slack', 'teams', 'webhook'] as const
export type DeliveryChannel = (typeof deliveryChannels)[number]

export const languages = ['en', 'es', 'fr', 'de'] as const
export type Language = (typeof languages)[number]

/** What an organisation is. Whether a party's committee is of a town, a state or the country is told by its office. */
export const organisationKinds = [
  'candidate',
  'campaign',
  'party',
  'think-tank',
  'newsroom',
  'election-office',
  'charity',
  'human-rights',
  'health',
  'vendor',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** A kind as it is kept; one that is not known any more is `other`. */
export const organisationKindOf = (kind: string): OrganisationKind => organisationKinds.find((one) => one === kind) ?? 'other'

/** What a mail is, in three words. */
export const verdicts = ['dangerous', 'careful', 'fine'] as const
export type Verdict = (typeof verdicts)[number]

/** Who acts; row-level security reads it. See ARCHITECTURE.md, "Tenancy". */
export type Who =
  /** The product's own machinery: jobs, connectors, the sign-in door. */
  | { readonly kind: 'programme' }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'administrator'; readonly personId: string; readonly organisationId: string }
  /** Staff of the operator: sees work matters of every organisation, personal ones only by grant. */
  | { readonly kind: 'analyst'; readonly personId: string }
  /** A program with a token of an organisation. It acts for that alone, and no personal matter opens to it, allowed or not. */
  | { readonly kind: 'token'; readonly tokenId: string; readonly organisationId: string }
  /** A program with a token of the programme: what staff see of work matters. */
  | { readonly kind: 'programme-token'; readonly tokenId: string }
  /** Let in by one organisation for a purpose and a time; the grant says which, and its end is held against `at`, the moment they ask. */
  | { readonly kind: 'helper'; readonly personId: string; readonly helpId: string; readonly at: Date }
  /** Reads what the programme decided, and changes nothing. */
  | { readonly kind: 'auditor'; readonly personId: string }
  /** Reads how many people take part where, and changes nothing. */
  | { readonly kind: 'trainer'; readonly personId: string }

export type Staff = Extract<Who, { readonly kind: 'analyst' }>
export type Administrator = Extract<Who, { readonly kind: 'administrator' }>
export type Helper = Extract<Who, { readonly kind: 'helper' }>
export type Auditor = Extract<Who, { readonly kind: 'auditor' }>
export type Trainer = Extract<Who, { readonly kind: 'trainer' }>

/** The person who acts; null for machinery and for programs. */
export const personOf = (who: Who): string | null => ('personId' in who ? who.personId : null)

/** Whose matter a row is: an organisation's (work) or a person's own (personal). */
export type Owner = { readonly kind: 'organisation'; readonly id: string } | { readonly kind: 'person'; readonly id: string }
