/** Where evidence was read, in words: the label before a quotation. The English one is what a finding carries. */
import type { Wording } from './wording.ts'

export const places = {
  From: { en: 'From', es: 'De', fr: 'De', de: 'Von' },
  'Reply-To': { en: 'Replies go to', es: 'Las respuestas van a', fr: 'Les réponses vont à', de: 'Antworten gehen an' },
  Subject: { en: 'Subject', es: 'Asunto', fr: 'Objet', de: 'Betreff' },
  'From and Subject': { en: 'From and Subject', es: 'De y Asunto', fr: 'De et Objet', de: 'Von und Betreff' },
  'sender domain': { en: 'sender domain', es: 'dominio del remitente', fr: 'domaine de l’expéditeur', de: 'Domain des Absenders' },
  'in copy': { en: 'in copy', es: 'en copia', fr: 'en copie', de: 'in Kopie' },
  text: { en: 'text', es: 'texto', fr: 'texte', de: 'Text' },
  'hidden text': { en: 'hidden text', es: 'texto oculto', fr: 'texte caché', de: 'verborgener Text' },
  link: { en: 'link', es: 'enlace', fr: 'lien', de: 'Link' },
  'ends at': { en: 'ends at', es: 'termina en', fr: 'finit à', de: 'endet bei' },
  form: { en: 'form', es: 'formulario', fr: 'formulaire', de: 'Formular' },
  attachment: { en: 'attachment', es: 'adjunto', fr: 'pièce jointe', de: 'Anhang' },
  inside: { en: 'inside', es: 'dentro', fr: 'dedans', de: 'darin' },
  calendar: { en: 'calendar', es: 'calendario', fr: 'agenda', de: 'Kalender' },
  'QR code': { en: 'QR code', es: 'código QR', fr: 'code QR', de: 'QR-Code' },
  conversation: { en: 'conversation', es: 'conversación', fr: 'conversation', de: 'Unterhaltung' },
  scope: { en: 'scope', es: 'permiso', fr: 'autorisation', de: 'Berechtigung' },
  check: { en: 'check', es: 'comprobación', fr: 'vérification', de: 'Prüfung' },
  'delivering server': { en: 'delivering server', es: 'servidor que lo entregó', fr: 'serveur de remise', de: 'zustellender Server' },
  structure: { en: 'structure', es: 'estructura', fr: 'structure', de: 'Aufbau' },
} as const satisfies Readonly<Record<string, Wording>>

export type Place = keyof typeof places

const byLabel = new Map<string, Wording>(Object.entries(places))

/** The label as a reader of this language knows it; as it stands when a later or an operator's own rule made it up. */
export const placeWords = (where: string): Wording | undefined => byLabel.get(where)
