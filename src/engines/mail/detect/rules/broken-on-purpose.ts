/** A form so broken that only a program meant to mislead makes it. */

import type { DamageCode } from '../../parse/damage.ts'
import { damageWords } from '../damage-words.ts'
import { quote, type Rule } from '../rule.ts'

const points: Readonly<Record<DamageCode, number>> = {
  'too-deep': 60,
  'too-many-parts': 60,
  'header-too-long': 60,
  'too-slow': 60,
  'too-much-memory': 60,
  'too-large': 10,
  'broken-text': 10,
  'torn-attachment': 25,
  bomb: 60,
  'archive-too-deep': 60,
  'broken-file': 0,
  unreadable: 30,
  'broken-sender': 40,
  'no-sender': 20,
  empty: 5,
}

export const brokenOnPurpose: Rule = {
  id: 'mail.broken-on-purpose',
  severity: 'medium',
  attack: ['T1027', 'T1499'],
  title: {
    en: 'A mail is broken on purpose',
    es: 'Un correo está roto a propósito',
    fr: 'Un courriel est abîmé exprès',
    de: 'Eine E-Mail ist absichtlich beschädigt',
  },
  tells: {
    en: 'The mail is broken in a way that no honest program makes: {damage}',
    es: 'El correo está roto de un modo que ningún programa honrado produce: {damage}',
    fr: 'Le courriel est abîmé comme ne le fait aucun programme honnête : {damage}',
    de: 'Die E-Mail ist so beschädigt, wie es kein ehrliches Programm tut: {damage}',
  },
  advises: {
    en: 'Leave it unopened. Your administrator can look at it safely.',
    es: 'Déjelo sin abrir. Su administrador puede mirarlo con seguridad.',
    fr: 'Ne l’ouvrez pas. Votre administrateur peut l’examiner sans risque.',
    de: 'Lassen Sie sie ungeöffnet. Ihre IT-Betreuung kann sie gefahrlos ansehen.',
  },
  terms: { damage: damageWords },
  clearable: false,
  look: (mail) => {
    const grave = mail.message.damage.find((one) => points[one.code] > 0)
    return grave === undefined
      ? undefined
      : {
          facts: { damage: grave.says },
          evidence: [quote('structure', grave.says)],
          points: Math.max(...mail.message.damage.map((one) => points[one.code])),
        }
  },
  examples: { fires: 'broken/deep-nesting', quiet: 'honest/forwarded' },
}
