/**
 * What a helper can be let in for. Each purpose opens the pages named here and no others, and of the database what
 * migrations/0022-roles.sql names; tests hold the pages, the tables and docs/operator/roles.md against each other.
 */
export const helpPurposes = ['set-up', 'connections', 'sign-in', 'training'] as const
export type HelpPurpose = (typeof helpPurposes)[number]

export const helpPages = ['people', 'connections', 'languages'] as const
export type HelpPage = (typeof helpPages)[number]

export const pagesOfPurpose: Readonly<Record<HelpPurpose, readonly HelpPage[]>> = {
  'set-up': ['people'],
  connections: ['connections'],
  'sign-in': ['people'],
  training: ['languages'],
}

/** How long at once; it can be renewed. */
export const helpDays = [7, 14, 30, 60, 90] as const
export const longestHelpDays = 90

export const readPurpose = (text: string): HelpPurpose | undefined => helpPurposes.find((one) => one === text)
