/** Running the programme: health, settings, the audit log, and the demo's outbox. */
import type { OperatorAlertSeen } from '#alerts'
import type { Language, Staff, Who } from '#kernel'
import type { ConnectionHealth, Paged } from '#members'
import type { PageSeen, SenderRecord } from '#notify'
import type { RetentionNumbers } from '#storage'

export type { ConnectionHealth } from '#members'
export type { PageSeen } from '#notify'

/** An open alert, with who was paged for it. */
export type AlertSeen = OperatorAlertSeen & { readonly pages: readonly PageSeen[] }
export type { SenderRecord } from '#notify'

export type Health = {
  readonly checkedAt: Date
  readonly alerts: readonly AlertSeen[]
  readonly connections: Paged<ConnectionHealth>
  readonly silentConnections: number
  readonly jobs: { readonly waiting: number; readonly failed: number; readonly oldestWaitingSeconds: number }
  readonly notices: { readonly waiting: number; readonly undelivered: number }
  readonly mail: 'ready' | 'not-set-up' | 'failing'
}

/** What the settings page shows; no secret is ever among it. */
export type SettingsValues = RetentionNumbers & {
  readonly programmeName: string
  readonly publicAddress: string
  readonly tls: 'local' | 'proxy' | 'files'
  readonly trustedProxies: readonly string[]
  readonly certificate: string
  readonly key: string
  readonly smtpHost: string
  readonly smtpPort: number
  readonly smtpTls: 'implicit' | 'starttls' | 'none'
  readonly smtpUser: string
  readonly fromAddress: string
  /** PEM, or the name of a file that holds it; empty without one. */
  readonly smimeCertificate: string
  readonly helpContact: string
  readonly languages: readonly Language[]
  readonly firstLookDays: number
  readonly historyLookDays: number
  readonly recoveryWaitHours: number
  readonly passkeysOnly: boolean
  readonly deskNetworks: readonly string[]
  readonly intakeDomain: string
  readonly admitThreshold: number
  readonly admitDns: number
  readonly admitWeb: number
  readonly admitMailbox: number
  readonly admitProduct: number
  readonly admitRegister: number
  readonly admitVouch: number
  readonly admitVouches: number
  readonly freezeDays: number
  readonly eraseAfterDays: number
  /** Changed in the file only. */
  readonly microsoftIssuer: string
  readonly microsoftClientId: string
  readonly googleIssuer: string
  readonly googleClientId: string
  readonly staffName: string
  readonly staffIssuer: string
  readonly staffClientId: string
  readonly staffAcr: readonly string[]
  readonly staffAmr: readonly string[]
}

/** What is typed once, kept sealed and never shown. */
export type SettingsSecrets = {
  readonly smtpPassword: string
  readonly smimeKey: string
  readonly microsoftSecret: string
  readonly googleSecret: string
  readonly staffSecret: string
}

export const settingsParts = ['address', 'mail', 'seal', 'people', 'access', 'sign-in', 'admission', 'retention'] as const
export type SettingsPart = (typeof settingsParts)[number]

export type SettingsSeen = {
  readonly values: SettingsValues
  /** Names of values that stand in the file and cannot be changed here. */
  readonly fixed: readonly string[]
  readonly secretsKept: readonly (keyof SettingsSecrets)[]
}

/** What a check of one value found; `ok: false` with `keeps: false` means it was not saved. */
export type SettingChecked = { readonly field: keyof (SettingsValues & SettingsSecrets); readonly ok: boolean; readonly says: string }

export type SettingsSaved = { readonly saved: boolean; readonly checks: readonly SettingChecked[] }

export type AuditRow = {
  readonly seq: number
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly rows?: number
}
export type LookRow = { readonly at: Date; readonly viewer: string; readonly what: string; readonly concerns: string }

export type Letter = {
  readonly id: string
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly at: Date
  readonly text: string
}

export type Operations = {
  readonly health: (who: Who, ask: { readonly search: string; readonly page: number }) => Promise<Health>
  readonly closeAlert: (who: Who, id: string) => Promise<boolean>
  /** Nobody else is paged for it. False when it is not open, or somebody took it. */
  readonly takeAlert: (who: Staff, id: string) => Promise<boolean>
  readonly settings: (who: Who) => Promise<SettingsSeen>
  /** What to publish in the DNS, and what is there this moment. */
  readonly senderRecords: (who: Who) => Promise<readonly SenderRecord[]>
  /** Checks each value at once, keeps all or none. An empty secret keeps the old one. */
  readonly saveSettings: (
    who: Who,
    part: SettingsPart,
    changes: Partial<SettingsValues> & Partial<SettingsSecrets>,
  ) => Promise<SettingsSaved>
  readonly audit: (who: Who, ask: { readonly search: string; readonly page: number }) => Promise<Paged<AuditRow>>
  readonly looks: (who: Who, ask: { readonly page: number }) => Promise<Paged<LookRow>>
}

/** Letters as the demo's people received them; absent outside the demo. */
export type Outbox = {
  readonly letters: (ask: { readonly page: number }) => Promise<Paged<Letter>>
  readonly letter: (id: string) => Promise<Letter | undefined>
}
