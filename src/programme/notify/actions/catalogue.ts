/**
 * What a notice may ask, the most effective first: end what somebody may have
 * open, close the way in, change the password, take away what they left behind;
 * where nobody got in, leave the mail alone and say what was done.
 */
import { defect, type NoticeLevel } from '#kernel'
import type { DoneSignal } from '#members'
import type { NoticeContent } from '../notice-content.ts'
import { isAccess } from '../routing/levels.ts'

export const actionIds = [
  'end-sessions',
  'add-passkey',
  'change-password',
  'look-through',
  'remove-rules',
  'remove-app',
  'ask-them',
  'leave-mail',
  'leave-old-mails',
  'as-advised',
  'tell-us',
  'mind-requests',
] as const
export type ActionId = (typeof actionIds)[number]

/** What the choice is made from. */
export type Asked = {
  readonly level: NoticeLevel
  readonly kind: NoticeContent['kind']
  /** Ids of the rules that gave the reasons. */
  readonly findings: readonly string[]
  /** Of the mailbox that it is about; undefined when it is about none. */
  readonly account: 'work' | 'personal' | undefined
  /** Whether the person comes in to the programme with no more than a code that is mailed to them. */
  readonly hasOnlyMail: boolean
  /** False for a first look that found nothing. */
  readonly foundAnything: boolean
}

export type Action = {
  readonly id: ActionId
  readonly minutes: number
  /** How we know that it is done: we see it, or the person says so. Whoever did it may always say so. */
  readonly knownBy: DoneSignal | 'person'
  /** Whether something is changed by it. What only asks for care is no task on the first page. */
  readonly isDeed: boolean
  readonly applies: (asked: Asked) => boolean
}

const isIncident = ({ kind }: Asked): boolean => kind === 'incident'
const gotIn = (asked: Asked): boolean => isIncident(asked) && isAccess(asked.level)
const onlyTried = (asked: Asked): boolean => isIncident(asked) && !isAccess(asked.level)
const foundMails = ({ kind, foundAnything }: Asked): boolean => kind === 'digest' || (kind === 'first-look' && foundAnything)

/** Rules about mails that ask to let an app into the mailbox. */
const appRules: ReadonlySet<string> = new Set(['mail.app-consent'])
const offersApp = ({ findings }: Asked): boolean => findings.some((id) => appRules.has(id))

export const catalogue: readonly Action[] = [
  { id: 'end-sessions', minutes: 2, knownBy: 'person', isDeed: true, applies: gotIn },
  // Whoever reads the mailbox reads the codes that let its person in here.
  {
    id: 'add-passkey',
    minutes: 3,
    knownBy: 'passkey-added',
    isDeed: true,
    applies: (asked) => gotIn(asked) && asked.hasOnlyMail,
  },
  { id: 'change-password', minutes: 3, knownBy: 'password-renewed', isDeed: true, applies: (asked) => gotIn(asked) && !offersApp(asked) },
  // No password closes what an app was allowed.
  { id: 'remove-app', minutes: 3, knownBy: 'person', isDeed: true, applies: (asked) => gotIn(asked) && offersApp(asked) },
  {
    id: 'look-through',
    minutes: 5,
    knownBy: 'self-check-finished',
    isDeed: true,
    applies: (asked) => gotIn(asked) && asked.account === 'personal',
  },
  { id: 'remove-rules', minutes: 3, knownBy: 'person', isDeed: true, applies: (asked) => gotIn(asked) && asked.account === 'work' },
  { id: 'ask-them', minutes: 5, knownBy: 'person', isDeed: true, applies: ({ kind }) => kind === 'organisation-told' },
  {
    id: 'leave-mail',
    minutes: 1,
    knownBy: 'person',
    isDeed: false,
    applies: onlyTried,
  },
  { id: 'leave-old-mails', minutes: 1, knownBy: 'person', isDeed: false, applies: foundMails },
  { id: 'as-advised', minutes: 2, knownBy: 'person', isDeed: false, applies: onlyTried },
  { id: 'tell-us', minutes: 2, knownBy: 'person', isDeed: false, applies: (asked) => onlyTried(asked) || foundMails(asked) },
  { id: 'mind-requests', minutes: 1, knownBy: 'person', isDeed: false, applies: ({ kind }) => kind === 'organisation-told' },
]

export const mostActions = 3
/** People begin what they can finish over a coffee. */
export const mostMinutes = 10

const byId = new Map(catalogue.map((action) => [action.id, action]))

export function actionOf(id: ActionId): Action {
  const found = byId.get(id)
  if (found === undefined) throw defect('action-unknown', `looking for the action ${id}: it is not in the catalogue`)
  return found
}

/** Undefined for one that an earlier edition asked. */
export const readAction = (text: string): ActionId | undefined => actionIds.find((id) => id === text)
