/** A document that fetches its template or an object from somebody's server when it is opened: the program comes in by that door. */
import { registered } from '../../names/domain.ts'
import { isHost } from '../../names/services.ts'
import { advice } from '../advice.ts'
import { fact, fileFact, quote, type Rule, sum } from '../rule.ts'

export const templateFromElsewhere: Rule = {
  id: 'mail.template-from-elsewhere',
  severity: 'high',
  attack: ['T1221', 'T1566.001'],
  title: {
    en: 'A document in a mail fetches something when it is opened',
    es: 'Un documento de un correo descarga algo al abrirse',
    fr: 'Un document dans un courriel va chercher quelque chose à l’ouverture',
    de: 'Ein Dokument in einer E-Mail holt beim Öffnen etwas nach',
  },
  tells: {
    en: 'The document {file} would fetch something from {host} as soon as you open it.',
    es: 'El documento {file} descargaría algo de {host} nada más abrirlo.',
    fr: 'Le document {file} irait chercher quelque chose sur {host} dès l’ouverture.',
    de: 'Das Dokument {file} würde, sobald Sie es öffnen, etwas von {host} holen.',
  },
  advises: advice.doNotOpen,
  clearable: false,
  look: (mail) => {
    for (const file of mail.message.attachments) {
      const mark = file.reading?.marks.find((one) => one.what === 'template' || one.what === 'remote-object')
      if (mark === undefined) continue
      const host = hostIn(mark.quote)
      const domain = registered(host)
      const { organisation } = mail.message.circle
      const house = [mail.message.from.domain, mail.readerDomain, ...(organisation?.domains ?? [])].includes(domain)
      // A name without a dot is a machine in somebody's own network: where the writer keeps templates.
      const inside = !host.includes('.')
      const shared = isHost('sharing', host)
      const familiar = mail.relation === 'own' || mail.relation === 'known'
      return {
        facts: { file: fileFact(file.name), host: fact(host === '' ? mark.quote : host) },
        evidence: [quote('attachment', file.name), quote('inside', mark.quote, host)],
        points: sum(
          [true, 15],
          [!house && !inside && !shared, 80],
          [shared || inside, 10],
          [/^(?:mhtml|x-usc|ms-|search-ms)|!x-usc|\.html!/i.test(mark.quote), 60],
          [familiar && (house || inside || shared), -15],
        ),
      }
    }
    return undefined
  },
  examples: { fires: 'files/hostile/docx-template', quiet: 'files/honest/docx-minutes' },
}

const hostIn = (target: string): string => /^(?:[a-z-]+:)*[\\/]{2,5}(?:[^@\\/]*@)?([\w.-]+)/i.exec(target)?.[1]?.toLowerCase() ?? ''
