/** Running the programme, for the pages: what can be seen and what not, the settings, the audit log. */
import { closeAlert, openAlerts } from '#alerts'
import { auditEntries } from '#audit'
import { jobFigures } from '#jobs'
import type { Who } from '#kernel'
import { before, connectionsHealth, looks, paged, pageSize } from '#members'
import { type DkimKey, noticesWaiting, pagesSeen, senderRecords, takeAlert } from '#notify'
import type { Health, Operations } from '#web'
import type { House } from '../house.ts'
import { openLookUpTxt } from '../settings/look-up-txt.ts'
import { savePart } from '../settings/save-part.ts'
import { tryProvider } from '../settings/try-provider.ts'
import { tryRelay } from '../settings/try-relay.ts'
import { valuesOf } from '../settings/values.ts'

export function operationsOf(house: House, dkim: () => Promise<readonly DkimKey[]>): Operations {
  const { members, storage, clock, settings } = house
  const lookUp = openLookUpTxt(house.config)

  async function health(who: Who, ask: { readonly search: string; readonly page: number }): Promise<Health> {
    const { connections, silent } = await connectionsHealth(members, who, ask)
    const alerts = await openAlerts(house, who)
    const pages = await pagesSeen(
      house,
      who,
      alerts.map(({ id }) => id),
    )
    const { smtp } = await settings.read()
    return {
      checkedAt: clock.now(),
      alerts: alerts.map((one) => ({ ...one, pages: pages.get(one.id) ?? [] })),
      connections,
      silentConnections: silent,
      jobs: await storage.asTenant(who, jobFigures),
      notices: await noticesWaiting(house, who),
      mail: smtp === null ? 'not-set-up' : alerts.some(({ kind }) => kind === 'mail-relay') ? 'failing' : 'ready',
    }
  }

  return {
    health,
    closeAlert: (who, id) => closeAlert(house, who, id),
    takeAlert: (who, id) => takeAlert(house, who, id),
    settings: async () => {
      const now = await settings.read()
      return {
        values: valuesOf(now),
        fixed: settings.fixedFields,
        secretsKept: [
          ...(now.smtp?.password ? (['smtpPassword'] as const) : []),
          ...(now.smime ? (['smimeKey'] as const) : []),
          ...(now.microsoft ? (['microsoftSecret'] as const) : []),
          ...(now.google ? (['googleSecret'] as const) : []),
          ...(now.staffSignIn ? (['staffSecret'] as const) : []),
        ],
      }
    },
    senderRecords: async () => {
      const { fromAddress, intakeDomain, smtp } = await settings.read()
      return senderRecords({ fromAddress, intakeDomain, relay: smtp }, await dkim(), lookUp)
    },
    saveSettings: (who, part, changes) => savePart(settings, { relay: tryRelay, provider: tryProvider }, { who, part, changes }),
    audit: async (who, { search, page }) => {
      const { rows, total } = await storage.asTenant(who, (tx) => auditEntries(tx, { search, limit: pageSize, offset: before(page) }))
      return paged(rows, total, page)
    },
    looks: (who, ask) => looks(members, who, ask),
  }
}
