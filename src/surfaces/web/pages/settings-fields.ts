/** The fields of each part of the settings. What stands in the file is shown and cannot be typed over. */
import { languages } from '#kernel'
import type { SettingsPart, SettingsSecrets, SettingsSeen, SettingsValues } from '../deps/operations.ts'
import { field, type Problems, select, textArea, tick } from '../parts/field.ts'
import { html, type Markup } from '../parts/markup.ts'
import { languageNames } from '../wording/language-names.ts'
import type { Key, Words } from '../wording/words.ts'

type PlainKey = Extract<Key, `settings.${string}`>

export function settingsFields(words: Words, part: SettingsPart, { values, fixed, secretsKept }: SettingsSeen, problems: Problems): Markup {
  const off = (name: keyof SettingsValues) => fixed.includes(name)
  const fixedHint = (name: keyof SettingsValues, hint?: string) => (off(name) ? words.say('settings.fixed') : hint)
  const text = (name: keyof SettingsValues, label: PlainKey, hint?: string) =>
    field({
      name,
      label: words.say(label),
      hint: fixedHint(name, hint),
      value: [values[name]].flat().join(' '),
      autocomplete: 'off',
      most: 500,
      off: off(name),
      problems,
    })
  const count = (name: keyof SettingsValues, label: PlainKey) =>
    field({
      name,
      label: words.say(label),
      hint: fixedHint(name),
      value: String(values[name]),
      inputmode: 'numeric',
      kind: 'short',
      autocomplete: 'off',
      most: 6,
      off: off(name),
      problems,
    })

  const secret = (name: keyof SettingsSecrets, label: PlainKey, belongsTo: keyof SettingsValues) =>
    field({
      name,
      label: words.say(label),
      hint: fixedHint(belongsTo, secretsKept.includes(name) ? words.say('settings.secret-kept') : undefined),
      type: 'password',
      autocomplete: 'new-password',
      most: 1000,
      off: off(belongsTo),
      problems,
    })

  switch (part) {
    case 'address':
      return html`${text('programmeName', 'settings.programme-name')}${text('publicAddress', 'settings.public-address')}
${select({
  name: 'tls',
  label: words.say('settings.tls'),
  hint: fixedHint('tls'),
  value: values.tls,
  off: off('tls'),
  choices: (['local', 'proxy', 'files'] as const).map((value) => ({ value, name: words.say(`settings.tls-${value}`) })),
})}
<details${values.tls === 'proxy' && html` open`}><summary>${words.say('settings.tls-proxy')}</summary>
${textArea({ name: 'trustedProxies', label: words.say('settings.trusted-proxies'), hint: fixedHint('trustedProxies', words.say('settings.trusted-proxies-hint')), value: values.trustedProxies.join('\n'), off: off('trustedProxies'), problems })}</details>
<details${values.tls === 'files' && html` open`}><summary>${words.say('settings.tls-files')}</summary><div class="form">${text('certificate', 'settings.certificate')}${text('key', 'settings.key')}</div></details>`
    case 'mail':
      return html`${text('smtpHost', 'settings.smtp-host')}${count('smtpPort', 'settings.smtp-port')}
${select({
  name: 'smtpTls',
  label: words.say('settings.smtp-tls'),
  hint: fixedHint('smtpTls'),
  value: values.smtpTls,
  off: off('smtpTls'),
  choices: (['starttls', 'implicit', 'none'] as const).map((value) => ({ value, name: words.say(`settings.smtp-${value}`) })),
})}
${text('smtpUser', 'settings.smtp-user')}
${secret('smtpPassword', 'settings.smtp-password', 'smtpHost')}
${text('fromAddress', 'settings.from-address')}${text('intakeDomain', 'settings.intake-domain')}`
    case 'seal':
      return html`${textArea({ name: 'smimeCertificate', label: words.say('settings.smime-certificate'), hint: fixedHint('smimeCertificate', words.say('settings.smime-hint')), value: values.smimeCertificate, rows: 6, mono: true, off: off('smimeCertificate'), problems })}
${textArea({ name: 'smimeKey', label: words.say('settings.smime-key'), hint: fixedHint('smimeCertificate', words.say(secretsKept.includes('smimeKey') ? 'settings.secret-kept' : 'settings.smime-key-hint')), rows: 6, mono: true, off: off('smimeCertificate'), problems })}`
    case 'people':
      return html`${text('helpContact', 'settings.help-contact', words.say('settings.help-contact-hint'))}
<fieldset class="form"><legend>${words.say('settings.languages')}</legend>
${languages.map((one) => tick({ name: `language-${one}`, label: languageNames[one], ticked: values.languages.includes(one), off: off('languages'), problems }))}</fieldset>
${count('recoveryWaitHours', 'settings.recovery-wait')}`
    case 'access':
      return html`<p class="hint">${words.say('settings.passkeys-only-hint')}</p>${tick({ name: 'passkeysOnly', label: words.say('settings.passkeys-only'), ticked: values.passkeysOnly, off: off('passkeysOnly'), problems })}
${textArea({ name: 'deskNetworks', label: words.say('settings.desk-networks'), hint: fixedHint('deskNetworks', words.say('settings.desk-networks-hint')), value: values.deskNetworks.join('\n'), off: off('deskNetworks'), problems })}`
    case 'sign-in': {
      const back = (at: string) =>
        html`<p class="hint">${words.say('settings.way-back')}</p><p class="evidence">${values.publicAddress}/sign-in/from/${at}</p>`
      return html`<details${values.microsoftClientId !== '' && html` open`}><summary>${words.say('settings.microsoft')}</summary><div class="form">${back('microsoft')}
${text('microsoftClientId', 'settings.microsoft-client')}${secret('microsoftSecret', 'settings.microsoft-secret', 'microsoftClientId')}</div></details>
<details${values.googleClientId !== '' && html` open`}><summary>${words.say('settings.google')}</summary><div class="form">${back('google')}
${text('googleClientId', 'settings.google-client')}${secret('googleSecret', 'settings.google-secret', 'googleClientId')}</div></details>
<details${values.staffIssuer !== '' && html` open`}><summary>${words.say('settings.staff-provider')}</summary><div class="form">${back('staff')}
${text('staffName', 'settings.staff-name', words.say('settings.staff-name-hint'))}${text('staffIssuer', 'settings.staff-issuer')}
${text('staffClientId', 'settings.staff-client')}${secret('staffSecret', 'settings.staff-secret', 'staffIssuer')}
${text('staffAcr', 'settings.staff-acr', words.say('settings.staff-acr-hint'))}${text('staffAmr', 'settings.staff-amr', words.say('settings.staff-amr-hint'))}</div></details>`
    }
    case 'admission':
      return html`${count('admitThreshold', 'settings.admit-threshold')}
${count('admitDns', 'settings.admit-dns')}
${count('admitWeb', 'settings.admit-web')}
${count('admitMailbox', 'settings.admit-mailbox')}
${count('admitProduct', 'settings.admit-product')}
${count('admitRegister', 'settings.admit-register')}
${count('admitVouch', 'settings.admit-vouch')}
${count('admitVouches', 'settings.admit-vouches')}
${count('freezeDays', 'settings.freeze-days')}`
    case 'retention':
      return html`${count('verdictDays', 'settings.verdict-days')}${count('flaggedDays', 'settings.flagged-days')}${count('incidentDays', 'settings.incident-days')}
${count('auditDays', 'settings.audit-days')}${count('spoolDays', 'settings.spool-days')}${count('traceDays', 'settings.trace-days')}
${count('evaluationDays', 'settings.evaluation-days')}${count('providerMailDays', 'settings.provider-mail-days')}
${count('draftDays', 'settings.draft-days')}${count('refusedContactDays', 'settings.refused-contact-days')}${count('acceptedContactDays', 'settings.accepted-contact-days')}
${count('historyDays', 'settings.history-days')}
${count('eraseAfterDays', 'settings.erase-after-days')}
${count('firstLookDays', 'settings.first-look-days')}${count('historyLookDays', 'settings.history-look-days')}`
  }
}
