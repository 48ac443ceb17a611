/** What an app would be able to do, as a person would say it. */
import type { Language } from '#kernel'

type Power = { readonly sign: RegExp; readonly says: Readonly<Record<Language, string>>; readonly lasting?: true }

/** The gravest first. */
const table: readonly Power[] = [
  {
    sign: /full_access_as_app|ews\.accessasuser|mail\.google\.com\/?$|imap\.accessasuser|https:\/\/mail\.google\.com/,
    says: {
      en: 'do anything in your mailbox',
      es: 'hacer cualquier cosa en su buzón',
      fr: 'tout faire dans votre messagerie',
      de: 'in Ihrem Postfach alles tun',
    },
  },
  {
    sign: /mail\.send|gmail\.send|smtp\.send|chat:write|gmail\.compose/,
    says: {
      en: 'send mail as you',
      es: 'enviar correo en su nombre',
      fr: 'envoyer des courriels en votre nom',
      de: 'in Ihrem Namen E-Mails senden',
    },
  },
  {
    sign: /mail\.read|gmail\.(?:readonly|modify)|^mail|mailboxitem|im:history|channels:history|im:read/,
    says: {
      en: 'read all your mail and messages',
      es: 'leer todo su correo y sus mensajes',
      fr: 'lire tous vos courriels',
      de: 'alle Ihre E-Mails und Nachrichten lesen',
    },
  },
  {
    sign: /mailboxsettings|gmail\.settings/,
    says: {
      en: 'change where your mail goes',
      es: 'cambiar adónde va su correo',
      fr: 'changer la destination de vos courriels',
      de: 'ändern, wohin Ihre E-Mails gehen',
    },
  },
  {
    sign: /files\.|sites\.|auth\/drive|account_info|files\.content|files:read|root_readwrite|notes\./,
    says: { en: 'open all your files', es: 'abrir todos sus archivos', fr: 'ouvrir tous vos fichiers', de: 'alle Ihre Dateien öffnen' },
  },
  {
    sign: /^(?:signature|impersonation)$/,
    says: {
      en: 'sign papers as you',
      es: 'firmar documentos en su nombre',
      fr: 'signer des documents en votre nom',
      de: 'in Ihrem Namen Papiere unterschreiben',
    },
  },
  {
    sign: /calendars?\b|auth\/calendar/,
    says: { en: 'see your calendar', es: 'ver su calendario', fr: 'voir votre agenda', de: 'Ihren Kalender sehen' },
  },
  {
    sign: /contacts|people\.|directory\.|user\.read(?:write)?\.all|group\./,
    says: {
      en: 'see your contacts and colleagues',
      es: 'ver sus contactos y colegas',
      fr: 'voir vos contacts et collègues',
      de: 'Ihre Kontakte und Kollegen sehen',
    },
  },
  {
    sign: /^(?:repo|admin:org|workflow|api|write:org|delete_repo|gist)$/,
    says: {
      en: 'read and change your code',
      es: 'leer y cambiar su código',
      fr: 'lire et changer votre code',
      de: 'Ihren Code lesen und ändern',
    },
  },
  {
    sign: /meeting|recording|webinar/,
    says: {
      en: 'see your meetings and recordings',
      es: 'ver sus reuniones y grabaciones',
      fr: 'voir vos réunions et enregistrements',
      de: 'Ihre Besprechungen und Aufnahmen sehen',
    },
  },
  {
    sign: /offline_access|access_type=offline/,
    says: {
      en: 'also when you are not there',
      es: 'también cuando usted no está',
      fr: 'aussi en votre absence',
      de: 'auch wenn Sie nicht da sind',
    },
    lasting: true,
  },
]

/** All of them by their English words, for putting a finding into another language. */
export const powers: Readonly<Record<string, Readonly<Record<Language, string>>>> = Object.fromEntries(
  table.map(({ says }) => [says.en, says]),
)

/** At most three powers in English words, "also when you are not there" last. */
export function powersOf(scopes: readonly string[]): readonly string[] {
  const met = table.filter((power) => scopes.some((scope) => power.sign.test(scope)))
  const lasting = met.filter((power) => power.lasting === true)
  return [...met.filter((power) => power.lasting !== true).slice(0, 2), ...lasting].map((power) => power.says.en)
}
