/** Saves one part of the settings page: reads it, tries it, keeps all of it or nothing. */
import type { Who } from '#kernel'
import type { SettingsPart, SettingsSaved, SettingsSecrets, SettingsValues } from '#web'
import { checkPart, type Tries } from './checks.ts'
import { type ProgrammeSettings, programmeSettings } from './schema.ts'
import type { Settings } from './settings.ts'
import { fieldOf, settingsOf, valuesOf } from './values.ts'

type Changes = Partial<SettingsValues> & Partial<SettingsSecrets>

/** What to write instead, by field. */
const sentences: Readonly<Partial<Record<keyof (SettingsValues & SettingsSecrets), string>>> = {
  programmeName: 'Give the programme a name of 1 to 80 characters.',
  publicAddress: 'Write the whole address, such as https://protect.example.',
  smtpHost: "Write the relay's host name, such as smtp.protect.example.",
  smtpPort: 'A port is a number from 1 to 65535; mail relays use 587 or 465.',
  fromAddress: 'Write one mail address, such as notices@protect.example.',
  smimeCertificate: 'Paste the certificate, or name the file that holds it.',
  smimeKey: 'Paste the key that belongs to this certificate, or name the file that holds it.',
  helpContact: 'Keep the contact under 200 characters.',
  languages: 'Choose at least one language.',
  verdictDays: 'Keep verdicts for 1 to 3650 days.',
  flaggedDays: 'Keep flagged mails for 1 to 3650 days.',
  incidentDays: 'Keep incidents for 30 to 3650 days.',
  auditDays: 'Keep the audit log for 365 to 36500 days.',
  spoolDays: 'Keep reports for 1 to 30 days.',
  historyDays: 'Remember senders for 30 to 3650 days.',
  traceDays: 'Keep what mails can be found by for 1 to 365 days.',
  evaluationDays: 'Keep mails to test the rules on for 1 to 3650 days.',
  providerMailDays: 'Keep security mails of providers for 1 to 365 days.',
  draftDays: 'Keep applications that were never sent in for 1 to 365 days.',
  refusedContactDays: 'Keep who applied and was refused for 7 to 3650 days.',
  acceptedContactDays: 'Keep who applied and was accepted for 7 to 3650 days.',
  admitThreshold: 'The threshold is a number from 1 to 1000.',
  admitVouches: 'Let 0 to 20 vouches count.',
  freezeDays: 'Name 0 to 90 days; 0 is never.',
  eraseAfterDays: 'Erase an organisation 1 to 365 days after its goodbye.',
  admitDns: 'Points are numbers from 0 to 1000.',
  firstLookDays: 'The first look goes back 0 to 365 days.',
  recoveryWaitHours: 'A new way in waits 1 to 168 hours.',
  deskNetworks: 'Write at most 100 networks, one a line, such as 192.0.2.0/24 or 2001:db8::/32.',
  microsoftSecret: 'Paste the secret that belongs to this client.',
  googleSecret: 'Paste the secret that belongs to this client.',
  staffSecret: 'Paste the secret that belongs to this client.',
  staffName: 'Give it the name that staff know it by, of at most 60 characters.',
  staffIssuer: 'Write the issuer as the provider names itself, such as https://login.protect.example.',
  staffClientId: 'Write the id under which we are registered there.',
  staffAcr: 'Write at most ten values, with spaces or commas between.',
  staffAmr: 'Write at most ten values, with spaces or commas between.',
  historyLookDays: 'Learning who is known goes back 0 to 1095 days.',
}

/** An empty field keeps a secret, but only for the server and user it was given for: nobody may send it elsewhere. */
function keptSecrets({ smtp, smime, microsoft, google, staffSignIn }: ProgrammeSettings, wanted: SettingsValues): SettingsSecrets {
  const isSameRelay = smtp?.host === wanted.smtpHost && smtp.port === wanted.smtpPort && smtp.user === wanted.smtpUser
  const ofClient = (client: typeof google, issuer: string, clientId: string): string =>
    client?.issuer === issuer && client.clientId === clientId ? client.clientSecret : ''
  return {
    smtpPassword: isSameRelay ? smtp.password : '',
    smimeKey: smime?.certificate === wanted.smimeCertificate ? smime.key : '',
    microsoftSecret: ofClient(microsoft, wanted.microsoftIssuer, wanted.microsoftClientId),
    googleSecret: ofClient(google, wanted.googleIssuer, wanted.googleClientId),
    staffSecret: ofClient(staffSignIn, wanted.staffIssuer, wanted.staffClientId),
  }
}

export async function savePart(
  settings: Settings,
  tries: Tries,
  { who, part, changes }: { readonly who: Who; readonly part: SettingsPart; readonly changes: Changes },
): Promise<SettingsSaved> {
  const before = await settings.read()
  const wanted = { ...valuesOf(before), ...changes }
  const given = Object.entries(changes).filter(([, value]) => value !== '')
  const read = programmeSettings.safeParse(settingsOf(wanted, { ...keptSecrets(before, wanted), ...Object.fromEntries(given) }))
  if (!read.success) {
    const fields = [...new Set(read.error.issues.map((issue) => fieldOf(issue.path)))]
    return { saved: false, checks: fields.map((field) => ({ field, ok: false, says: sentences[field] ?? 'This value cannot be used.' })) }
  }
  const checks = await checkPart(part, read.data, tries)
  if (checks.some(({ ok }) => !ok)) return { saved: false, checks }
  await settings.save(who, read.data)
  return { saved: true, checks }
}
