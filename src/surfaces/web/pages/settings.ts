/** The operator's settings in parts; each is one form, checked at once, with a sentence beside the field. */
import { isInNetworks, isNetwork } from '#http'
import { languages } from '#kernel'
import { retentionNumbers } from '#storage'
import { type SettingsPart, type SettingsSecrets, type SettingsSeen, type SettingsValues, settingsParts } from '../deps/operations.ts'
import { noProblems, type Problems, problemSummary } from '../parts/field.ts'
import { showPage } from '../parts/frame.ts'
import { href } from '../parts/href.ts'
import { html, type Markup } from '../parts/markup.ts'
import { goTo, orNotHere } from '../request/answers.ts'
import { type Fields, type PersonAsk, param } from '../request/ask.ts'
import { settingsFields } from './settings-fields.ts'

type Told = {
  readonly problems: Problems
  readonly values?: Partial<SettingsValues>
  readonly part?: SettingsPart
  readonly checked?: readonly string[]
}

export const showSettings = (ask: PersonAsk): Promise<Response> => show(ask, { problems: noProblems })

/** Keeps one part, all or none of it. What was typed stays on the page when something is not right. */
export async function saveSettings(ask: PersonAsk): Promise<Response> {
  const part = orNotHere(settingsParts.find((one) => one === param(ask, 'part')))
  const form = await ask.form()
  const { values, problems } = readPart(ask, part, form)
  if (problems.size > 0) return show(ask, { part, values, problems })
  const typed = Object.fromEntries(secrets[part].map((name) => [name, form.secret(name)]).filter(([, secret]) => secret !== ''))
  const saved = await ask.deps.operations.saveSettings(ask.who, part, { ...values, ...typed })
  const wrong = new Map(saved.checks.filter(({ ok }) => !ok).map(({ field, says }) => [field as string, says]))
  if (!saved.saved) {
    ask.deps.log.warn({ route: ask.route, part, fields: [...wrong.keys()] }, 'settings were refused')
    return show(ask, { part, values, problems: wrong })
  }
  const checked = saved.checks.map(({ says }) => says)
  if (checked.length > 0) return show(ask, { part, problems: wrong, checked })
  return goTo(href('/settings', {}, { done: 'settings-saved' }))
}

const numbers: Readonly<Record<SettingsPart, readonly (keyof SettingsValues)[]>> = {
  address: [],
  mail: ['smtpPort'],
  seal: [],
  people: ['recoveryWaitHours'],
  access: [],
  'sign-in': [],
  admission: [
    'admitThreshold',
    'admitDns',
    'admitWeb',
    'admitMailbox',
    'admitProduct',
    'admitRegister',
    'admitVouch',
    'admitVouches',
    'freezeDays',
  ],
  retention: [...retentionNumbers, 'eraseAfterDays', 'firstLookDays', 'historyLookDays'],
}

const texts: Readonly<Record<SettingsPart, readonly (keyof SettingsValues)[]>> = {
  address: ['programmeName', 'publicAddress', 'certificate', 'key'],
  mail: ['smtpHost', 'smtpUser', 'fromAddress', 'intakeDomain'],
  seal: [],
  people: ['helpContact'],
  access: [],
  'sign-in': ['microsoftClientId', 'googleClientId', 'staffName', 'staffIssuer', 'staffClientId'],
  admission: [],
  retention: [],
}

const secrets: Readonly<Record<SettingsPart, readonly (keyof SettingsSecrets)[]>> = {
  address: [],
  mail: ['smtpPassword'],
  seal: ['smimeKey'],
  people: [],
  access: [],
  'sign-in': ['microsoftSecret', 'googleSecret', 'staffSecret'],
  admission: [],
  retention: [],
}

const listOf = (typed: string): readonly string[] => typed.split(/[\s,]+/).filter(Boolean)

function readPart(ask: PersonAsk, part: SettingsPart, form: Fields): { values: Partial<SettingsValues>; problems: Problems } {
  const problems = new Map<string, string>()
  const values: Record<string, unknown> = {}
  for (const name of texts[part]) if (form.has(name)) values[name] = form.text(name).slice(0, 500)
  for (const name of numbers[part]) {
    if (!form.has(name)) continue
    if (/^\d{1,6}$/.test(form.text(name))) values[name] = Number(form.text(name))
    else problems.set(name, ask.words.say('settings.number-wrong'))
  }
  if (part === 'address' && form.has('tls')) {
    values['tls'] = (['local', 'proxy', 'files'] as const).find((one) => one === form.text('tls')) ?? 'local'
    values['trustedProxies'] = listOf(form.text('trustedProxies'))
  }
  if (part === 'sign-in' && form.has('staffIssuer')) {
    values['staffAcr'] = listOf(form.text('staffAcr'))
    values['staffAmr'] = listOf(form.text('staffAmr'))
  }
  if (part === 'mail' && form.has('smtpTls'))
    values['smtpTls'] = (['implicit', 'starttls', 'none'] as const).find((one) => one === form.text('smtpTls')) ?? 'starttls'
  if (part === 'access') {
    const networks = listOf(form.text('deskNetworks'))
    // Whoever names the networks must not be the first to stand outside.
    if (networks.length > 0 && networks.every(isNetwork) && !isInNetworks(ask.remote, networks))
      problems.set('deskNetworks', ask.words.say('access.own-address', { address: ask.remote }))
    values['deskNetworks'] = networks
    values['passkeysOnly'] = form.has('passkeysOnly')
  }
  if (part === 'seal' && form.has('smimeCertificate')) values['smimeCertificate'] = form.long('smimeCertificate')
  if (part === 'people') values['languages'] = languages.filter((one) => form.has(`language-${one}`))
  return { values, problems }
}

async function show(ask: PersonAsk, told: Told): Promise<Response> {
  const seen = await ask.deps.operations.settings(ask.who)
  return showPage(ask, {
    title: ask.words.say('settings.title'),
    body: view(ask, seen, told),
    width: 'narrow',
    status: told.problems.size > 0 ? 422 : 200,
    kind: 'staff',
  })
}

function view(ask: PersonAsk, seen: SettingsSeen, told: Told): Markup {
  const { words, programme } = ask
  const section = (part: SettingsPart) => {
    const shown = { ...seen, values: part === told.part ? { ...seen.values, ...told.values } : seen.values }
    return html`<section class="sheet" id="${part}"><h2>${words.say(`settings.${part}`)}</h2><p class="soft">${words.say(`settings.${part}-lede`)}</p>
${part === told.part && told.checked?.map((says) => html`<p class="done" role="status">${says}</p>`)}
<form method="post" action="${href('/settings/:part', { part })}" class="form" novalidate>${settingsFields(words, part, shown, told.problems)}
<button type="submit" class="button">${words.say('settings.save')}</button></form></section>`
  }
  return html`${problemSummary(words, told.problems)}
<div class="stack-small"><h1>${words.say('settings.title')}</h1><p class="lede">${words.say(programme.setUp ? 'settings.lede' : 'settings.first')}</p></div>
${settingsParts.map(section)}
<section class="sheet"><h2>${words.say('records.title')}</h2><p>${words.say('settings.records-says')}</p>
<p><a class="button quiet" href="${href('/settings/records')}">${words.say('settings.records')}</a></p></section>
<section class="sheet"><h2>${words.say('channels.title')}</h2><p>${words.say('channels.lede')}</p>
<p><a class="button quiet" href="${href('/settings/channels')}">${words.say('channels.open')}</a></p></section>`
}
