/** A calendar entry that carries the trick, because calendars accept what filters stop. */

import { linksInText } from '../../links/read-link.ts'
import { brandOf } from '../../names/brands.ts'
import { isHost } from '../../names/services.ts'
import { plainWords, said } from '../../words/plain-words.ts'
import { fact, quote, quoteLink, type Rule, sum } from '../rule.ts'

const lures =
  /\b(?:verify|confirm|validate|update|review|re-?activate|secure|unlock|keep)\b[^.\n]{0,50}\b(?:account|password|identity|mailbox|payment|details|access|document|contract|agreement|payroll|salary|bonus|benefits|credentials)\b|\b(?:account|mailbox|password|access|subscription|domain|license)\b[^.\n]{0,40}\b(?:suspend|expir|clos|block|limit|terminat|lock|deactivat|renew)\w*|\b(?:sign|log)[ -]?in (?:to|with|here|using)\b|\b(?:invoice|payment|refund|charge|debited|renewal)\b[^\n]{0,60}\b(?:call|due|pending|overdue|fail\w*|cancel|review|\$|usd)|\bcall\b[^\n]{0,40}\+?\d[\d\s().-]{8,24}\d|\b(?:verific|confirm|actualic|inici)\w*\b[^.\n]{0,40}\b(?:cuenta|contrasena|sesion|datos|pago)/

export const invitationWithLure: Rule = {
  id: 'mail.invitation-with-lure',
  severity: 'high',
  attack: ['T1566.002', 'T1204.001'],
  title: {
    en: 'A calendar invitation carries a lure',
    es: 'Una invitación de calendario trae un engaño',
    fr: 'Une invitation d’agenda contient un piège',
    de: 'Eine Kalendereinladung enthält einen Köder',
  },
  tells: {
    en: 'A calendar invitation says “{ask}” and leads to {host}.',
    es: 'Una invitación de calendario dice «{ask}» y lleva a {host}.',
    fr: 'Une invitation d’agenda dit « {ask} » et mène à {host}.',
    de: 'Eine Kalendereinladung sagt „{ask}“ und führt zu {host}.',
  },
  advises: {
    en: 'Do not accept or decline it; delete it. Ask the organiser on another channel.',
    es: 'No la acepte ni la rechace: bórrela. Pregunte al organizador por otra vía.',
    fr: 'Ne l’acceptez pas et ne la refusez pas : supprimez-la. Demandez à l’organisateur par un autre moyen.',
    de: 'Sagen Sie weder zu noch ab; löschen Sie sie. Fragen Sie die einladende Person auf einem anderen Weg.',
  },
  clearable: true,
  look: (mail) => {
    const entry = mail.message.attachments.find((one) => /calendar|ics/i.test(one.type) || /\.ics$/i.test(one.name))
    if (entry === undefined || mail.relation === 'own') return undefined
    const text = entry.text
      .replace(/\r?\n[ \t]/g, '')
      .replace(/\\n/gi, '\n')
      .replace(/\\([,;])/g, '$1')
    const words = plainWords(`${mail.message.subject}\n${text.slice(0, 8000)}\n${mail.text.slice(0, 3000)}`)
    const ask = said(words, lures)
    const links = linksInText(text).filter(
      (link) => link.host !== '' && !isHost('meeting', link.host) && !isHost('common', link.host) && brandOf(link.domain) === undefined,
    )
    const link =
      links.find((one) => one.domain !== mail.message.from.domain && one.domain !== mail.readerDomain) ??
      (mail.shadyDomain || ask !== undefined ? links[0] : undefined) ??
      mail.foreign.find((one) => one.domain !== mail.message.from.domain)
    const phone = /\bcall\b[^\n]{0,40}?(\+?\d[\d\s().-]{8,24}\d)/.exec(words)?.[1]
    if (ask === undefined || (link === undefined && phone === undefined)) return undefined
    return {
      facts: { ask: fact(ask), host: fact(link?.host ?? phone ?? '') },
      evidence: [quote('calendar', text.slice(0, 280)), ...(link === undefined ? [] : [quoteLink(link)])],
      points: sum(
        [true, 80],
        [link !== undefined && link.domain !== mail.message.from.domain, 30],
        [mail.freeMail || mail.shadyDomain || mail.borrowedOffice, 25],
      ),
    }
  },
  examples: { fires: 'hostile/calendar-lure', quiet: 'honest/calendar-outside' },
}
