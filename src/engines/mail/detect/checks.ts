/** What was looked at in a mail and found in order, and what could not be looked at: said with every verdict, so that "fine" is more than silence. */
import type { Language } from '#kernel'
import { acquaintance } from './acquaintance.ts'
import type { Mail } from './mail.ts'
import { answersElsewhere } from './sender.ts'
import type { Wording } from './wording.ts'

/** Sentences without blanks: they quote nothing of the mail, so that they may be kept where its words may not. */
const sentences = {
  'sender-confirmed': {
    en: 'The check of the sender passed.',
    es: 'La comprobación del remitente dio buen resultado.',
    fr: 'La vérification de l’expéditeur a réussi.',
    de: 'Die Prüfung des Absenders ist bestanden.',
  },
  'own-house': {
    en: 'It comes from your own organisation.',
    es: 'Viene de su propia organización.',
    fr: 'Il vient de votre propre organisation.',
    de: 'Die E-Mail kommt aus Ihrer eigenen Organisation.',
  },
  'known-sender': {
    en: 'It comes from somebody your organisation deals with.',
    es: 'Viene de alguien con quien su organización trata.',
    fr: 'Il vient de quelqu’un avec qui votre organisation est en relation.',
    de: 'Die E-Mail kommt von jemandem, mit dem Ihre Organisation zu tun hat.',
  },
  'genuine-service': {
    en: 'It comes from the real domain of a well-known service.',
    es: 'Viene del dominio auténtico de un servicio conocido.',
    fr: 'Il vient du vrai domaine d’un service connu.',
    de: 'Die E-Mail kommt von der echten Domain eines bekannten Dienstes.',
  },
  'written-before': {
    en: 'You and this sender have written to each other before.',
    es: 'Usted y este remitente ya se han escrito antes.',
    fr: 'Vous et cet expéditeur vous êtes déjà écrit.',
    de: 'Sie und dieser Absender haben sich schon geschrieben.',
  },
  'heard-before': {
    en: 'This sender has written to you before.',
    es: 'Este remitente ya le ha escrito antes.',
    fr: 'Cet expéditeur vous a déjà écrit.',
    de: 'Dieser Absender hat Ihnen schon geschrieben.',
  },
  'signed-list': {
    en: 'The mailing list that brought it signed it.',
    es: 'La lista de correo que lo trajo lo firmó.',
    fr: 'La liste de diffusion qui l’a apporté l’a signé.',
    de: 'Die Mailingliste, über die sie kam, hat sie unterschrieben.',
  },
  'answers-return': {
    en: 'An answer goes back to who wrote it.',
    es: 'Una respuesta vuelve a quien lo escribió.',
    fr: 'Une réponse retourne à qui l’a écrit.',
    de: 'Eine Antwort geht an den zurück, der sie schrieb.',
  },
  'links-at-home': {
    en: 'Its links lead to the sender or to well-known places.',
    es: 'Sus enlaces llevan al remitente o a sitios conocidos.',
    fr: 'Ses liens mènent à l’expéditeur ou à des sites connus.',
    de: 'Ihre Links führen zum Absender oder zu bekannten Seiten.',
  },
  'no-links': {
    en: 'It has no links.',
    es: 'No tiene enlaces.',
    fr: 'Il n’a pas de liens.',
    de: 'Die E-Mail hat keine Links.',
  },
  'no-files': {
    en: 'It brings no files.',
    es: 'No trae archivos.',
    fr: 'Il n’apporte aucun fichier.',
    de: 'Die E-Mail bringt keine Dateien.',
  },
  'sender-not-checked': {
    en: 'We could not check who really sent it.',
    es: 'No pudimos comprobar quién lo envió de verdad.',
    fr: 'Nous n’avons pas pu vérifier qui l’a vraiment envoyé.',
    de: 'Wir konnten nicht prüfen, wer sie wirklich geschickt hat.',
  },
} as const satisfies Readonly<Record<string, Wording>>

export type CheckId = keyof typeof sentences
export const checkSentences: Readonly<Record<CheckId, Wording>> = sentences

const byId = new Map<string, Wording>(Object.entries(sentences))

/** The sentence of a check; undefined for one that is gone. */
export const checkIn = (language: Language, id: string): string | undefined => byId.get(id)?.[language]

/** In the order a person asks: who sent it, do I know them, where does it lead. The last says what could not be told. */
export function checksOf(mail: Mail): readonly CheckId[] {
  const { relation, verified, forged, message, web, foreign, files } = mail
  // A stranger's links to the stranger's own place tell nothing for them.
  const home = foreign.length === 0 && (verified || web.every(({ domain }) => domain !== message.from.domain))
  const known = { own: 'own-house', known: 'known-sender', brand: 'genuine-service' } as const
  const how = acquaintance(mail)
  const told: readonly (readonly [CheckId, boolean])[] = [
    ['sender-confirmed', verified],
    ...(relation === 'stranger' ? [] : [[known[relation], verified] as const]),
    ['written-before', how === 'mutual' && verified],
    ['heard-before', (how === 'long-known' || how === 'known') && verified],
    ['signed-list', mail.relayed && message.listId !== '' && !forged],
    ['answers-return', message.replyTo !== undefined && !answersElsewhere(mail)],
    ['links-at-home', web.length > 0 && home],
    ['no-links', web.length === 0],
    ['no-files', files.length === 0],
    ['sender-not-checked', !verified && !forged],
  ]
  return told.filter(([, holds]) => holds).map(([id]) => id)
}
