/** `bellwether settings`: the settings as they are now, each of them tried; exit status 1 when one does not work. */
import { availableParallelism } from 'node:os'
import { settingsParts } from '#web'
import { readConfig } from '../config.ts'
import { openHouse } from '../house.ts'
import { openLog } from '../log.ts'
import { checkPart } from '../settings/checks.ts'
import { clientsWithSecrets } from '../settings/providers.ts'
import { tryProvider } from '../settings/try-provider.ts'
import { tryRelay } from '../settings/try-relay.ts'

export async function settingsCommand(): Promise<number> {
  const config = readConfig(process.env, { cores: availableParallelism() })
  const house = await openHouse(config, openLog('warn'), { beside: true })
  try {
    const settings = await house.settings.read()
    const hidden = clientsWithSecrets.map((name) => [name, settings[name] && { ...settings[name], clientSecret: '(kept sealed)' }])
    const shown = {
      ...settings,
      ...Object.fromEntries(hidden),
      smime: settings.smime && { ...settings.smime, key: '(kept sealed)' },
      smtp: settings.smtp && { ...settings.smtp, password: settings.smtp.password === '' ? '' : '(kept sealed)' },
    }
    process.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`)
    const checks = (
      await Promise.all(settingsParts.map((part) => checkPart(part, settings, { relay: tryRelay, provider: tryProvider })))
    ).flat()
    for (const { ok, field, says } of checks) process.stderr.write(`${ok ? 'ok   ' : 'wrong'} ${field}: ${says}\n`)
    return checks.every(({ ok }) => ok) ? 0 : 1
  } finally {
    await house.close()
  }
}
