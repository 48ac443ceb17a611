/**
 * What people agreed to, word for word, by version: a receipt quotes it for ever. A text that changes its meaning gets a new version; the old ones stay.
 */
import { createHash } from 'node:crypto'
import type { Language } from '#kernel'
import type { ConsentPurpose } from '../deps/person.ts'

/** The version that the pages show today. */
export const consentVersion = '2026-1'

type Texts = Readonly<Record<ConsentPurpose, Readonly<Record<Language, string>>>>

const texts: Readonly<Record<string, Texts>> = {
  '2026-1': {
    'examine-mail': {
      en: 'A program may read new mail in this mailbox to find hostile mail, and the headers of old and sent mail to know who writes with me. I can take this back at any time.',
      es: 'Un programa puede leer el correo nuevo de este buzón para encontrar correo hostil, y las cabeceras del antiguo y del enviado para saber con quién me escribo. Puedo retirarlo cuando quiera.',
      fr: 'Un programme peut lire les nouveaux courriels de cette messagerie pour y trouver ceux qui sont hostiles. Il peut lire les en-têtes des courriels anciens et envoyés, pour savoir avec qui j’échange. Je peux revenir là-dessus à tout moment.',
      de: 'Ein Programm darf neue E-Mails in diesem Postfach lesen, um feindliche zu finden, und die Kopfzeilen alter und gesendeter E-Mails, um zu wissen, mit wem ich schreibe. Ich kann das jederzeit zurücknehmen.',
    },
    'organisation-is-told': {
      en: '{organisation} is told when something happens to your personal accounts',
      es: '{organisation} sabe cuándo pasa algo con sus cuentas personales',
      fr: '{organisation} apprend quand il arrive quelque chose à vos comptes personnels',
      de: '{organisation} erfährt, wenn mit Ihren privaten Konten etwas geschieht',
    },
    'desk-sees-findings': {
      en: 'The desk sees findings in your personal accounts, so that it can help you',
      es: 'El equipo ve lo que encontramos en sus cuentas personales, para poder ayudarle',
      fr: 'L’équipe voit ce que nous trouvons dans vos comptes personnels, pour pouvoir vous aider',
      de: 'Das Team sieht, was wir in Ihren privaten Konten finden, damit es Ihnen helfen kann',
    },
    'examine-security-mail': {
      en: 'A program may look at who sends me mail and with which subject, and read only those mails that speak of the security of an account. The others are not read. I can take this back at any time.',
      es: 'Un programa puede mirar quién me envía correo y con qué asunto, y leer solo los correos que hablan de la seguridad de una cuenta. Los demás no se leen. Puedo retirarlo cuando quiera.',
      fr: 'Un programme peut regarder qui m’envoie des courriels et avec quel objet, et lire seulement ceux qui parlent de la sécurité d’un compte. Les autres ne sont pas lus. Je peux revenir là-dessus à tout moment.',
      de: 'Ein Programm darf ansehen, wer mir mit welchem Betreff schreibt, und nur die E-Mails lesen, die von der Sicherheit eines Kontos sprechen. Die anderen werden nicht gelesen. Ich kann das jederzeit zurücknehmen.',
    },
    'share-indicators': {
      en: 'What hit my personal mailboxes may be looked for in other mailboxes of the programme, so that others are warned. Nobody learns whom it hit.',
      es: 'Lo que llegó a mis buzones personales puede buscarse en otros buzones del programa, para avisar a otros. Nadie sabe a quién le llegó.',
      fr: 'Ce qui a touché mes messageries personnelles peut être cherché dans d’autres messageries du programme, pour prévenir d’autres personnes. Personne n’apprend qui a été touché.',
      de: 'Was meine privaten Postfächer getroffen hat, darf in anderen Postfächern des Programms gesucht werden, damit andere gewarnt werden. Niemand erfährt, wen es traf.',
    },
    'watch-sign-ins': {
      en: 'The programme may read the security mails which my provider sends to an address made for me. I can take this back at any time.',
      es: 'El programa puede leer los correos de seguridad que mi proveedor envía a una dirección hecha para mí. Puedo retirarlo cuando quiera.',
      fr: 'Le programme peut lire les courriels de sécurité que mon fournisseur envoie à une adresse faite pour moi. Je peux revenir là-dessus à tout moment.',
      de: 'Das Programm darf die Sicherheits-E-Mails lesen, die mein Anbieter an eine für mich gemachte Adresse schickt. Ich kann das jederzeit zurücknehmen.',
    },
  },
}

export type ConsentText = {
  /** With `{organisation}` where one is named. */
  readonly text: string
  /** SHA-256 of the version, the purpose and the English text: one permission has one fingerprint in every language. */
  readonly hash: string
}

/** The words of a version; undefined for one that was never shown. */
export function consentText(version: string, purpose: ConsentPurpose, language: Language): ConsentText | undefined {
  const found = texts[version]?.[purpose]
  if (found === undefined) return undefined
  return { text: found[language], hash: createHash('sha256').update(`${version}\n${purpose}\n${found.en}`).digest('hex') }
}
