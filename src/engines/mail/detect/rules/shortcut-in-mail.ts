/** A shortcut: it looks like a paper and starts a command, opens a foreign folder or hands the desktop over. */
import type { FileKind } from '../../files/kind.ts'
import { isHost } from '../../names/services.ts'
import { advice } from '../advice.ts'
import { fact, fileFact, quote, type Rule, sum } from '../rule.ts'
import type { Wording } from '../wording.ts'

const shortcuts: ReadonlySet<FileKind> = new Set(['shortcut', 'search-shortcut', 'remote-desktop', 'web-shortcut'])

// What it opens where it does not say so itself.
const computer: Wording = { en: 'a computer elsewhere', es: 'un equipo ajeno', fr: 'un ordinateur étranger', de: 'einen fremden Rechner' }
const folder: Wording = { en: 'a folder elsewhere', es: 'una carpeta ajena', fr: 'un dossier étranger', de: 'einen fremden Ordner' }
const program: Wording = { en: 'a program', es: 'un programa', fr: 'un programme', de: 'ein Programm' }
const unsaid: readonly Wording[] = [computer, folder, program]

export const shortcutInMail: Rule = {
  id: 'mail.shortcut-in-mail',
  severity: 'critical',
  attack: ['T1204.002', 'T1547.009', 'T1219'],
  title: {
    en: 'A mail brings a shortcut that starts something',
    es: 'Un correo trae un acceso directo que pone algo en marcha',
    fr: 'Un courriel apporte un raccourci qui lance quelque chose',
    de: 'Eine E-Mail bringt eine Verknüpfung, die etwas startet',
  },
  tells: {
    en: 'The attachment {file} is no paper but a shortcut. It would open “{what}”.',
    es: 'El adjunto {file} no es un documento, sino un acceso directo. Abriría «{what}».',
    fr: 'La pièce jointe {file} n’est pas un document mais un raccourci. Il ouvrirait « {what} ».',
    de: 'Der Anhang {file} ist kein Dokument, sondern eine Verknüpfung. Sie würde „{what}“ öffnen.',
  },
  advises: advice.doNotOpen,
  terms: { what: unsaid },
  clearable: false,
  look: (mail) => {
    for (const file of mail.message.attachments) {
      const kind = shortcuts.has(file.kind) ? file.kind : file.reading?.parts.find((part) => shortcuts.has(part.kind))?.kind
      if (kind === undefined) continue
      const command = file.reading?.marks.find((mark) => mark.what === 'command')?.quote
      const link = file.reading?.links.find((one) => one.origin === 'shortcut')
      const house = link !== undefined && [mail.message.from.domain, mail.readerDomain].includes(link.domain)
      const familiar =
        (mail.relation === 'own' || mail.relation === 'known') && (house || link === undefined || isHost('sharing', link.host))
      const inside = command ?? link?.target
      const onlyPage = kind === 'web-shortcut' && command === undefined
      return {
        facts: { file: fileFact(file.name), what: fact(command ?? link?.host ?? folder.en) },
        evidence: [
          quote('attachment', file.name),
          ...(inside === undefined || unsaid.some(({ en }) => en === inside) ? [] : [quote('inside', inside)]),
        ],
        points: sum(
          [!onlyPage, 110],
          [onlyPage && !house, 60],
          [onlyPage && house, 20],
          [familiar, kind === 'remote-desktop' ? -80 : onlyPage ? -20 : 0],
        ),
      }
    }
    return undefined
  },
  examples: { fires: 'files/hostile/lnk-in-zip', quiet: 'files/honest/zip-photos' },
}
