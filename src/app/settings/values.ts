/** The settings as the page's flat form has them, and back. */
import { retentionNumbers } from '#storage'
import type { SettingsSecrets, SettingsValues } from '#web'
import { mailProviders } from './providers.ts'
import type { ProgrammeSettings } from './schema.ts'

export function valuesOf(settings: ProgrammeSettings): SettingsValues {
  const { tls, smtp, retention, admission, microsoft, google, staffSignIn } = settings
  return {
    programmeName: settings.programmeName,
    publicAddress: settings.publicAddress,
    tls: tls.mode,
    trustedProxies: tls.mode === 'proxy' ? tls.trusted : ['127.0.0.1', '::1'],
    certificate: tls.mode === 'files' ? tls.certificate : '',
    key: tls.mode === 'files' ? tls.key : '',
    smtpHost: smtp?.host ?? '',
    smtpPort: smtp?.port ?? 587,
    smtpTls: smtp?.tls ?? 'starttls',
    smtpUser: smtp?.user ?? '',
    fromAddress: settings.fromAddress,
    smimeCertificate: settings.smime?.certificate ?? '',
    helpContact: settings.helpContact,
    languages: settings.languages,
    ...retention,
    firstLookDays: settings.firstLookDays,
    historyLookDays: settings.historyLookDays,
    recoveryWaitHours: settings.recoveryWaitHours,
    passkeysOnly: settings.passkeysOnly,
    deskNetworks: settings.deskNetworks,
    intakeDomain: settings.intakeDomain,
    admitThreshold: admission.threshold,
    admitDns: admission.points['domain-dns'],
    admitWeb: admission.points['domain-web'],
    admitMailbox: admission.points['contact-mailbox'],
    admitProduct: admission.points['base-product'],
    admitRegister: admission.points.register,
    admitVouch: admission.points.vouch,
    admitVouches: admission.vouches,
    freezeDays: settings.freezeDays,
    eraseAfterDays: settings.eraseAfterDays,
    microsoftIssuer: microsoft?.issuer ?? mailProviders.microsoft,
    microsoftClientId: microsoft?.clientId ?? '',
    googleIssuer: google?.issuer ?? mailProviders.google,
    googleClientId: google?.clientId ?? '',
    staffName: staffSignIn?.name ?? '',
    staffIssuer: staffSignIn?.issuer ?? '',
    staffClientId: staffSignIn?.clientId ?? '',
    staffAcr: staffSignIn?.acr ?? [],
    staffAmr: staffSignIn?.amr ?? [],
  }
}

const tlsOf = ({ tls, trustedProxies, certificate, key }: SettingsValues): unknown => {
  if (tls === 'files') return { mode: tls, certificate, key }
  return tls === 'proxy' ? { mode: tls, trusted: trustedProxies } : { mode: tls }
}

/** What the schema reads; an empty relay host means that there is no relay, an empty client id no such provider. */
export function settingsOf(values: SettingsValues, secrets: SettingsSecrets): unknown {
  return {
    programmeName: values.programmeName,
    publicAddress: values.publicAddress.replace(/\/+$/, ''),
    tls: tlsOf(values),
    smtp:
      values.smtpHost === ''
        ? null
        : { host: values.smtpHost, port: values.smtpPort, tls: values.smtpTls, user: values.smtpUser, password: secrets.smtpPassword },
    fromAddress: values.fromAddress,
    smime: values.smimeCertificate === '' ? null : { certificate: values.smimeCertificate, key: secrets.smimeKey },
    helpContact: values.helpContact,
    languages: values.languages,
    retention: Object.fromEntries(retentionNumbers.map((name) => [name, values[name]])),
    admission: {
      points: {
        'contact-mailbox': values.admitMailbox,
        'domain-dns': values.admitDns,
        'domain-web': values.admitWeb,
        'base-product': values.admitProduct,
        register: values.admitRegister,
        vouch: values.admitVouch,
      },
      threshold: values.admitThreshold,
      vouches: values.admitVouches,
    },
    freezeDays: values.freezeDays,
    eraseAfterDays: values.eraseAfterDays,
    firstLookDays: values.firstLookDays,
    historyLookDays: values.historyLookDays,
    recoveryWaitHours: values.recoveryWaitHours,
    passkeysOnly: values.passkeysOnly,
    deskNetworks: values.deskNetworks,
    intakeDomain: values.intakeDomain,
    microsoft:
      values.microsoftClientId === ''
        ? null
        : { issuer: values.microsoftIssuer, clientId: values.microsoftClientId, clientSecret: secrets.microsoftSecret },
    google:
      values.googleClientId === ''
        ? null
        : { issuer: values.googleIssuer, clientId: values.googleClientId, clientSecret: secrets.googleSecret },
    staffSignIn: values.staffIssuer === '' && values.staffClientId === '' ? null : staffSignInOf(values, secrets.staffSecret),
  }
}

const staffSignInOf = ({ staffName, staffIssuer, staffClientId, staffAcr, staffAmr }: SettingsValues, clientSecret: string): unknown => ({
  name: staffName,
  issuer: staffIssuer,
  clientId: staffClientId,
  clientSecret,
  acr: staffAcr,
  amr: staffAmr,
})

/** Which field of the form an entry of the schema is, for the sentence beside it. */
export function fieldOf(path: readonly PropertyKey[]): keyof (SettingsValues & SettingsSecrets) {
  const [first, second] = path.map(String)
  const nested: Readonly<Record<string, keyof (SettingsValues & SettingsSecrets)>> = {
    'smtp.host': 'smtpHost',
    'smtp.port': 'smtpPort',
    'smtp.tls': 'smtpTls',
    'smtp.user': 'smtpUser',
    'smime.certificate': 'smimeCertificate',
    'smime.key': 'smimeKey',
    'tls.certificate': 'certificate',
    'tls.key': 'key',
    'tls.trusted': 'trustedProxies',
    'admission.threshold': 'admitThreshold',
    'admission.vouches': 'admitVouches',
    'admission.points': 'admitDns',
    'microsoft.issuer': 'microsoftClientId',
    'microsoft.clientId': 'microsoftClientId',
    'microsoft.clientSecret': 'microsoftSecret',
    'google.issuer': 'googleClientId',
    'google.clientId': 'googleClientId',
    'google.clientSecret': 'googleSecret',
    'staffSignIn.name': 'staffName',
    'staffSignIn.issuer': 'staffIssuer',
    'staffSignIn.clientId': 'staffClientId',
    'staffSignIn.clientSecret': 'staffSecret',
    'staffSignIn.acr': 'staffAcr',
    'staffSignIn.amr': 'staffAmr',
  }
  const plain: readonly (keyof SettingsValues)[] = [
    'publicAddress',
    'fromAddress',
    'helpContact',
    'languages',
    'freezeDays',
    'eraseAfterDays',
    'firstLookDays',
    'historyLookDays',
    'recoveryWaitHours',
    'passkeysOnly',
    'deskNetworks',
    'intakeDomain',
    'tls',
  ]
  const kept = first === 'retention' ? retentionNumbers.find((name) => name === second) : undefined
  return kept ?? nested[`${first}.${second}`] ?? plain.find((name) => name === first) ?? 'programmeName'
}
