/** What a notice asks, in French. */
import type { ActionWords } from './action-words.ts'

export const actionsFr: ActionWords = {
  does: {
    'end-sessions': 'Sur un appareil de confiance, fermez toutes les sessions de ce compte.',
    'add-passkey': 'Ajoutez une clé d’accès ici, chez {programme} : personne n’entre alors avec un code reçu par courriel.',
    'change-password': 'Changez le mot de passe de ce compte pour un autre, qui ne sert nulle part ailleurs.',
    'look-through': 'Parcourez ce compte avec nous : cinq endroits, pas à pas.',
    'remove-rules': 'Supprimez tout transfert et toute règle de courrier que vous n’avez pas faits.',
    'remove-app': 'Retirez l’accès à toute application que vous ne connaissez pas.',
    'ask-them': 'Demandez à {person} s’il lui faut de l’aide.',
    'leave-mail': 'Laissez ce courriel où il est. N’y répondez pas.',
    'leave-old-mails': 'Ne répondez pas aux courriels qui demandent de l’argent, des codes ou un mot de passe.',
    'tell-us': 'Si vous avez déjà fait ce que demande un tel courriel, dites-le-nous aujourd’hui. Cela arrive aux personnes prudentes.',
    'mind-requests': 'Méfiez-vous des demandes étranges en son nom.',
  },
  where: {
    'end-sessions': {
      google: 'Dans votre compte Google, ouvrez « Sécurité », puis « Vos appareils ».',
      microsoft: 'Dans votre compte Microsoft, ouvrez « Sécurité », « Gérer mes connexions », puis « Se déconnecter partout ».',
      'microsoft-365': 'Derrière votre photo, choisissez « Afficher le compte », puis « Se déconnecter partout ».',
      other: 'Dans ses réglages, cherchez les appareils ou les sessions ouvertes.',
    },
    'change-password': {
      google: 'Dans votre compte Google, ouvrez « Sécurité », puis « Mot de passe ».',
      microsoft: 'Dans votre compte Microsoft, ouvrez « Sécurité », puis « Modifier le mot de passe ».',
      'microsoft-365': 'Derrière votre photo, choisissez « Afficher le compte », puis « Modifier le mot de passe ».',
      other: 'C’est dans ses réglages de sécurité.',
    },
    'remove-rules': {
      google: 'Dans les réglages de Gmail, regardez sous « Transfert » et sous « Filtres ».',
      microsoft: 'Dans les réglages d’Outlook, ouvrez « Courrier », puis regardez sous « Règles » et sous « Transfert ».',
      'microsoft-365': 'Dans les réglages d’Outlook, ouvrez « Courrier », puis regardez sous « Règles » et sous « Transfert ».',
      other: 'Dans les réglages de messagerie, cherchez les transferts, les règles ou les filtres.',
    },
    'remove-app': {
      google: 'Dans votre compte Google, ouvrez « Sécurité », puis les connexions aux autres applications.',
      microsoft: 'Dans votre compte Microsoft, ouvrez « Confidentialité », puis les applications qui ont accès.',
      'microsoft-365': 'Dans « Mes applications », choisissez l’application, puis « Gérer votre application ».',
      other: 'Dans ses réglages de sécurité, cherchez les applications reliées.',
    },
  },
  here: {
    'add-passkey': 'Sur la page que vous utilisez déjà, ouvrez « Clés d’accès ».',
    'look-through': 'Sur la page que vous utilisez déjà, choisissez ce compte, puis regardez pas à pas.',
  },
  minutes: '{minutes, plural, one {Environ # minute.} other {Environ # minutes.}}',
  undo: {
    'end-sessions': 'Pour revenir en arrière, connectez-vous de nouveau là où il le faut.',
    'add-passkey': 'Pour revenir en arrière, supprimez la clé sur la même page.',
    'change-password': 'Vos appareils demandent le nouveau une fois. Vous pouvez le changer encore à tout moment.',
    'look-through': 'Regarder ne change rien.',
    'remove-rules': 'Notez d’abord chacune, pour pouvoir la refaire.',
    'remove-app': 'Pour revenir en arrière, autorisez de nouveau l’application quand il le faut.',
    'ask-them': 'Demander ne change rien.',
  },
}
