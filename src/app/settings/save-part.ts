/** Saves one part of the settings page: reads it, tries it, keeps all of it or nothing. */
import type { Who } from '#kernel'
import type { SettingsPart, SettingsSaved, SettingsValues } from '#web'
import { checkPart, type TryRelay } from './checks.ts'
import { programmeSettings } from './schema.ts'
import type { Settings } from './settings.ts'
import { fieldOf, settingsOf, valuesOf } from './values.ts'

type Changes = Partial<SettingsValues> & { readonly smtpPassword?: string }

export async function savePart(
  settings: Settings,
  tryRelay: TryRelay,
  { who, part, changes: { smtpPassword, ...changes } }: { readonly who: Who; readonly part: SettingsPart; readonly changes: Changes },
): Promise<SettingsSaved> {
  const before = await settings.read()
  const password = smtpPassword || before.smtp?.password || ''
  const read = programmeSettings.safeParse(settingsOf({ ...valuesOf(before), ...changes }, password))
  if (!read.success) {
    return {
      saved: false,
      checks: read.error.issues.map((issue) => ({ field: fieldOf(issue.path), ok: false, says: `${issue.message}.` })),
    }
  }
  const checks = await checkPart(part, read.data, tryRelay)
  if (checks.some(({ ok }) => !ok)) return { saved: false, checks }
  await settings.save(who, read.data)
  return { saved: true, checks }
}
