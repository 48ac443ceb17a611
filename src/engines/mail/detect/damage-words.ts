/** What is wrong with a mail's form, in the other languages; the English sentences stand in parse/damage.ts. */
import type { Language } from '#kernel'
import { type Damage, type DamageCode, damageOf } from '../parse/damage.ts'
import type { Wording } from './wording.ts'

const others: Readonly<Record<DamageCode, Readonly<Record<Exclude<Language, 'en'>, string>>>> = {
  'too-large': {
    es: 'El correo supera los 35 MB; el resto no se leyó.',
    fr: 'Le courriel dépasse 35 Mo ; le reste n’a pas été lu.',
    de: 'Die E-Mail ist größer als 35 MB; der Rest wurde nicht gelesen.',
  },
  'too-deep': {
    es: 'El correo encaja sus partes más hondo que ningún programa honrado; las más internas no se leyeron.',
    fr: 'Le courriel emboîte ses parties plus profondément que tout programme honnête ; les dernières n’ont pas été lues.',
    de: 'Die E-Mail schachtelt ihre Teile tiefer als jedes ehrliche Programm; die innersten wurden nicht gelesen.',
  },
  'too-many-parts': {
    es: 'El correo tiene más partes de las que hace un programa honrado; el resto no se leyó.',
    fr: 'Le courriel a plus de parties que n’en fait un programme honnête ; le reste n’a pas été lu.',
    de: 'Die E-Mail hat mehr Teile, als ein ehrliches Programm macht; der Rest wurde nicht gelesen.',
  },
  'header-too-long': {
    es: 'La cabecera es más larga de lo que la hace un programa honrado; el resto no se leyó.',
    fr: 'L’en-tête est plus long que n’en fait un programme honnête ; le reste n’a pas été lu.',
    de: 'Der Kopf ist länger, als ein ehrliches Programm ihn macht; der Rest wurde nicht gelesen.',
  },
  'broken-text': {
    es: 'El texto tiene bytes que no son letras del juego de caracteres que nombra.',
    fr: 'Le texte contient des octets qui ne sont pas des lettres du jeu de caractères annoncé.',
    de: 'Der Text enthält Bytes, die im genannten Zeichensatz keine Buchstaben sind.',
  },
  'archive-too-deep': {
    es: 'Un archivo comprimido contiene otros a más profundidad de la que hace ningún programa honrado; los más interiores no se leyeron.',
    fr: 'Une archive en contient d’autres plus profondément qu’aucun programme honnête ne le fait ; les plus enfouies n’ont pas été lues.',
    de: 'Ein Archiv enthält weitere in einer Tiefe, die kein ehrliches Programm erzeugt; die innersten wurden nicht gelesen.',
  },
  bomb: {
    es: 'Un archivo comprimido se hincha mucho más de lo que hace ningún archivo honrado; el resto no se leyó.',
    fr: 'Une archive gonfle bien plus qu’aucun fichier honnête ; le reste n’a pas été lu.',
    de: 'Ein Archiv bläht sich weit mehr auf, als es eine ehrliche Datei tut; der Rest wurde nicht gelesen.',
  },
  'broken-file': {
    es: 'Un adjunto no está construido como corresponde a su tipo; se leyó hasta donde fue posible.',
    fr: 'Une pièce jointe n’est pas construite comme son type le veut ; elle a été lue autant que possible.',
    de: 'Ein Anhang ist nicht so gebaut, wie es seine Art verlangt; er wurde gelesen, soweit es ging.',
  },
  'torn-attachment': {
    es: 'Un adjunto se corta o tiene bytes que no son suyos.',
    fr: 'Une pièce jointe est coupée ou contient des octets étrangers.',
    de: 'Ein Anhang bricht ab oder enthält Bytes, die nicht hineingehören.',
  },
  'no-sender': {
    es: 'El correo no nombra a ningún remitente.',
    fr: 'Le courriel ne nomme aucun expéditeur.',
    de: 'Die E-Mail nennt keinen Absender.',
  },
  'broken-sender': {
    es: 'La línea del remitente no está escrita como la escribe un programa de correo.',
    fr: 'La ligne de l’expéditeur n’est pas écrite comme le fait un programme de courriel.',
    de: 'Die Absenderzeile ist nicht so geschrieben, wie ein Mailprogramm sie schreibt.',
  },
  empty: {
    es: 'El correo está vacío.',
    fr: 'Le courriel est vide.',
    de: 'Die E-Mail ist leer.',
  },
  unreadable: {
    es: 'El correo no se pudo leer como correo.',
    fr: 'Le courriel n’a pas pu être lu comme un courriel.',
    de: 'Die E-Mail ließ sich nicht als E-Mail lesen.',
  },
  'too-slow': {
    es: 'Leer el correo tardó más de lo permitido y se interrumpió.',
    fr: 'La lecture du courriel a pris plus de temps que permis et a été arrêtée.',
    de: 'Das Lesen der E-Mail dauerte länger als erlaubt und wurde abgebrochen.',
  },
  'too-much-memory': {
    es: 'Leer el correo pidió más memoria de la permitida y se interrumpió.',
    fr: 'La lecture du courriel a pris plus de mémoire que permis et a été arrêtée.',
    de: 'Das Lesen der E-Mail brauchte mehr Speicher als erlaubt und wurde abgebrochen.',
  },
}

const codes = Object.keys(others) as readonly DamageCode[]

const inWords = new Map<string, Wording>(codes.map((code) => [code, { en: damageOf(code).says, ...others[code] }]))
export const damageWords: readonly Wording[] = [...inWords.values()]

/** What is wrong with the form, in a language. */
export const damageIn = (language: Language, { code, says }: Damage): string => inWords.get(code)?.[language] ?? says
