/** Français, vouvoiement. Mots courts, phrases courtes, et aucune qui effraie. */
import { actionsFr } from './actions-fr.ts'
import type { Wording } from './wording.ts'

export const fr: Wording = {
  level: {
    targeted: 'Cible d’une attaque',
    'attempt-blocked': 'Tentative bloquée',
    'possible-access': 'Accès possible',
    'confirmed-access': 'Accès confirmé',
  },
  mailbox: { work: 'messagerie professionnelle', personal: 'messagerie personnelle' },
  notice: {
    subject: '{level} : un avis de {programme}',
    opening: {
      targeted: 'Cible d’une attaque : quelqu’un vous a envoyé un courriel qui cherche à vous tromper.',
      'attempt-blocked': 'Tentative bloquée : un courriel qui cherche à vous tromper est arrivé dans vos indésirables.',
      'possible-access': 'Accès possible : quelqu’un est peut-être entré dans votre compte.',
      'confirmed-access': 'Accès confirmé : quelqu’un est entré dans votre compte.',
    },
    didNot: {
      targeted: 'Rien ne montre que quelqu’un soit entré.',
      'attempt-blocked': 'À notre connaissance, personne n’est entré.',
      'possible-access': 'Rien ne montre que quelque chose ait été changé ou pris.',
      'confirmed-access': 'Rien ne montre que vos autres comptes aient été touchés.',
    },
    cameTo: 'Il est arrivé dans votre {mailbox} ({masked}) le {when}.',
    from: 'De : {quote}',
    about: 'Objet : {quote}',
    seen: 'Vu dedans : {quote}',
    whatToDo: 'Que faire',
    usualStep: 'N’ouvrez rien de ce qu’il apporte.',
    check:
      'Cet avis vient-il de nous ? Son code est :\n\n  {code}\n\nOuvrez la page que vous utilisez déjà pour {programme}, ou tapez l’adresse de votre carte, et saisissez-y le code.',
    shortCheck: 'Code {code} : tapez-le sur la page que vous utilisez déjà pour {programme}.',
    spokenHello: 'Ici {programme}, avec un avis pour vous.',
    spokenCode: 'Le code de cet avis est {spelled}. Vous pouvez le vérifier sur la page que vous utilisez déjà pour {programme}.',
    spokenKey: 'Tapez le 1 pour dire que vous avez entendu.',
    whyHere: 'Nous écrivons à cette adresse parce que quelqu’un d’autre lit peut-être l’autre.',
    mayBeWrong: 'Nous pouvons nous tromper. Si vous savez que le courriel est honnête, dites-le-nous.',
    ask: 'Demandez à une personne : {contact}',
    askNobodyNamed: 'Demandez à la personne qui vous a invité à rejoindre {programme}.',
    neverAsk: 'Nous ne demandons jamais de mot de passe, de code de votre téléphone ni d’argent.',
  },
  told: {
    subject: '{level} : un avis de {programme}',
    opening: '{level} : quelqu’un cherche à tromper {person} dans une messagerie personnelle.',
    didNot: 'Rien ne montre que quelqu’un soit entré.',
    says: 'C’était le {when}. {person} le sait déjà et nous a permis de vous le dire. Nous ne vous disons pas ce que disait le courriel.',
  },
  firstLook: {
    subject: 'Le premier examen de {programme}',
    nothing:
      '{examined, plural, =0 {Tout est calme : il n’y a aucun ancien courriel dans votre {mailbox} ({masked}).} one {Tout est calme : nous avons examiné # ancien courriel de votre {mailbox} ({masked}) et il ne cherche pas à vous tromper.} other {Tout est calme : nous avons examiné # anciens courriels de votre {mailbox} ({masked}) et aucun ne cherche à vous tromper.}}',
    something:
      'Cible d’une attaque : sur {examined, plural, one {# ancien courriel} other {# anciens courriels}} de votre {mailbox} ({masked}), {messages, plural, one {# cherchait} other {# cherchaient}} à vous tromper.',
    didNot: 'Rien ne montre que quelqu’un soit entré.',
    line: '{messages, number} × {title}',
    goesOn: 'Désormais, nous vous parlons ici de chaque nouveau courriel de ce genre.',
  },
  digest: {
    subject: 'Votre semaine avec {programme}',
    says: 'Visé : {messages, plural, one {# autre courriel a essayé de vous tromper depuis le {when}. Il n’était pas urgent,} other {# autres courriels ont essayé de vous tromper depuis le {when}. Aucun n’était urgent,}} nous ne vous avons donc pas dérangé.',
    didNot: 'Rien ne montre que quelqu’un soit entré.',
    line: '{messages, number} × {title}',
    shown: 'La page que vous utilisez déjà les montre tous.',
    written:
      'Il y a {notices, plural, one {# avis de notre part} other {# avis de notre part}} pour vous sur la page que vous utilisez déjà.',
  },
  composed: {
    opening: '{level} : {headline}',
    onlyEnglish: 'Nous n’avons pu écrire ceci qu’en anglais.',
  },
  reminder: {
    subject: 'Rappel : {subject}',
    says: 'Ceci rappelle notre avis du {when}. C’est le même avis, avec le même code.',
    stillToDo: 'Ce qui reste à faire',
  },
  actions: actionsFr,
  code: {
    signInSubject: 'Votre code pour {programme} : {code}',
    signIn: '{code} est votre code pour vous connecter à {programme}.',
    proveSubject: 'Votre code pour {programme} : {code}',
    prove: '{code} est le code qui montre à {programme} que cette adresse est la vôtre.',
    confirm: '{code} est votre code pour montrer à {programme} que c’est bien vous.',
    lives: 'Saisissez-le sur la page où vous l’avez demandé. Il sert une fois, pendant dix minutes.',
    notYou: 'Vous ne l’avez pas demandé ? Alors ne faites rien. Ne le dites à personne, pas même à nous.',
  },
  phoneCode: {
    says: '{code} est votre code de {programme}. Saisissez-le sur la page où vous l’avez demandé. Il sert pendant dix minutes. Vous ne l’avez pas demandé ? Alors ne faites rien et ne le dites à personne.',
    spoken: [
      'Bonjour. Ici {programme}.',
      'Vos six chiffres sont : {spelled}.',
      'Encore une fois : {spelled}.',
      'Vous ne les avez pas demandés ? Alors raccrochez et ne les dites à personne.',
    ],
  },
  news: {
    subject: 'Votre accès à {programme}',
    waySubject: 'Comment {programme} vous joint',
    says: {
      'passkey-added': 'Une clé d’accès a été ajoutée à votre compte chez {programme}. Qui la détient peut se connecter à votre place.',
      'passkey-removed':
        'Une clé d’accès a été retirée de votre compte chez {programme}. Toute autre personne connectée à votre place est déconnectée.',
      'app-added': 'Une application qui affiche des codes a été ajoutée à votre compte chez {programme}.',
      'app-removed':
        'Une application qui affiche des codes a été retirée de votre compte chez {programme}. Toute autre personne connectée à votre place est déconnectée.',
      'recovery-codes-made': 'De nouveaux codes de secours ont été créés pour votre compte chez {programme}. Les anciens ne servent plus.',
      'recovery-code-used':
        'Quelqu’un a utilisé un de vos codes de secours chez {programme}. Toute autre personne connectée à votre place est déconnectée.',
      'second-step-failed':
        'Quelqu’un a lu un code que nous vous avons envoyé, puis n’a pas pu montrer que c’est vous. Cette personne n’est pas entrée chez {programme}.',
      'address-added':
        'Une autre adresse est prouvée comme vôtre chez {programme}. Des codes de connexion peuvent désormais y être envoyés.',
      'address-removed': 'Une adresse a été retirée de votre compte chez {programme}. Plus rien n’y est envoyé.',
      'way-added':
        'Un nouveau moyen de vous joindre a été ajouté chez {programme} : un téléphone ou un navigateur. Les avis y arrivent désormais.',
      'way-removed': 'Un moyen de vous joindre a été retiré chez {programme} : un téléphone ou un navigateur. Plus rien n’y est envoyé.',
      'provider-bound': 'Votre compte chez {programme} a été lié à une connexion de l’équipe ailleurs. Désormais, elle ouvre votre compte.',
      'provider-unbound':
        'Votre compte chez {programme} n’est plus lié à une connexion de l’équipe ailleurs. Quiconque était connecté par elle est déconnecté.',
      'recovery-vouched':
        'Quelqu’un dit que vous avez perdu tous vos accès à {programme}, et une personne a répondu de vous. Une seconde doit être d’accord.',
      'recovery-opens':
        'Deux personnes ont répondu que vous avez perdu tous vos accès à {programme}. Après une attente, un nouvel accès s’ouvre pour qui reçoit d’elles un code.',
      'recovery-stopped': 'Le nouvel accès à votre compte chez {programme} est arrêté. Personne n’entre par là.',
      'recovery-done':
        'Deux personnes ont répondu de vous, et vous êtes entré chez {programme} par un nouvel accès. Les clés, applications et codes sur papier d’avant sont retirés.',
    },
    stop: 'Ce n’est pas vous qui les avez perdus ? Alors arrêtez cela : ouvrez la page que vous utilisez déjà pour {programme}, choisissez « Tous les accès perdus ? » là où vous vous connectez, puis « Arrêter », et saisissez ce code :\n\n  {code}',
    notYou:
      'C’était vous ? Alors ne faites rien. Sinon, quelqu’un lit peut-être vos courriels : connectez-vous à {programme} et fermez ce que vous ne connaissez pas, ou appelez la personne qui vous a invité.',
  },
  application: {
    subject: 'Votre demande à {programme}',
    accepted: '{organisation} est admise dans {programme}.',
    acceptedNext: 'Chacune des deux personnes que vous avez nommées pour administrer reçoit sa propre lettre, avec un lien pour entrer.',
    refused: '{organisation} n’est pas admise dans {programme}.',
    refusedNext:
      'Les raisons figurent à côté de votre demande : ouvrez la page où vous l’avez faite et choisissez « Reprendre une demande ». Vous pouvez demander de nouveau quand quelque chose a changé.',
  },
  membership: {
    'ends-soon': {
      subject: 'Votre temps chez {organisation} se termine bientôt',
      says: 'Votre participation à {organisation} dans {programme} se termine le {day}. Nous cesserons alors de lire votre messagerie professionnelle et effacerons son mot de passe.',
      next: 'Ce qui est à vous le reste : vos adresses personnelles, ce que vous avez permis et votre accès. Le jour est faux ? Demandez à l’administration de {organisation} de le changer.',
    },
    ended: {
      subject: 'Votre temps chez {organisation} est terminé',
      says: 'Votre participation à {organisation} dans {programme} s’est terminée après le {day}. Nous ne lisons plus votre messagerie professionnelle, et son mot de passe est effacé.',
      next: 'Ce qui est à vous le reste, et vous pouvez continuer seul : connectez-vous comme avant. C’est une erreur ? L’administration de {organisation} peut vous reprendre pendant 30 jours.',
    },
    'season-over': {
      subject: 'La saison de {organisation} est terminée',
      says: 'La saison de {organisation} dans {programme} s’est terminée le {day}. Tout continue comme avant tant que vous ne dites rien d’autre.',
      next: 'Ouvrez la page de votre organisation et choisissez « Jours d’élection » : vous y continuez avec un nouveau jour, ou vous dites au revoir.',
    },
  },
  webhook: {
    subject: 'Plus rien n’est envoyé à une de vos adresses',
    says: 'Nous envoyons à {host} les nouvelles de qui entre dans votre organisation, comme l’un de vous l’a réglé. Elles n’y sont plus reçues ; nous avons donc arrêté.',
    next: 'Ouvrez la page de votre organisation et choisissez « Où vont les nouvelles ». Vous y voyez ce qui a été répondu, et vous reprenez l’envoi.',
  },
  invitation: {
    subject: '{organisation} vous invite à rejoindre {programme}',
    says: '{inviter} vous invite à rejoindre {programme}. Le programme surveille les messageries de {organisation}, y cherche les courriels trompeurs et prévient chaque personne avec des mots simples.',
    phrase: 'Vos trois mots : {phrase}. {inviter} vous les a dits, ou peut vous les dire.',
    address: 'Pour participer, ouvrez cette adresse dans votre navigateur :',
    lives: 'Elle sert une fois, pendant trois jours, et n’est qu’à vous.',
    doubt: 'D’autres mots, ou quelque chose qui vous étonne ? Demandez à {inviter} de vive voix ou par téléphone avant de l’ouvrir.',
  },
  heartbeat: {
    subject: 'Courriel d’essai {label} {token}',
    says: 'Ceci est un courriel d’essai de {programme}, que vous avez permis. Il n’y a rien à faire, et vous pouvez l’effacer. Une règle de votre messagerie nous le renvoie, et nous savons ainsi que la règle marche.',
  },
  blind: {
    subject: 'Un courriel d’essai de {programme} n’est pas revenu',
    says: 'Un courriel d’essai à l’un de vos comptes personnels ne nous est pas revenu. Nous ne voyons donc peut-être plus quand son fournisseur vous écrit. Rien ne montre qu’il se soit passé quelque chose.',
    next: 'Quand vous avez un moment, ouvrez la page que vous utilisez déjà pour {programme}. Choisissez ce compte et reprenez les étapes. Nous n’écrivons à ce sujet qu’une fois.',
  },
  report: {
    subject: 'Le courriel que vous avez envoyé à {programme}',
    verdict: {
      dangerous: 'Dangereux : le courriel que vous nous avez envoyé cherche à vous tromper. Vous avez bien fait.',
      careful: 'Prudence : nous ne sommes pas sûrs du courriel que vous nous avez envoyé. Une personne va le regarder.',
      fine: 'En ordre : nous n’avons rien trouvé de mauvais dans le courriel que vous nous avez envoyé.',
    },
    steps: {
      dangerous: [
        'N’y répondez pas et n’en ouvrez rien.',
        'Supprimez-le.',
        'Si vous avez déjà fait ce qu’il demande, dites-le-nous aujourd’hui.',
      ],
      careful: ['Ne faites rien de ce qu’il demande pour l’instant.', 'Demandez à l’expéditeur, à un numéro que vous avez déjà.'],
      fine: [
        'Vous pouvez l’utiliser comme d’habitude.',
        'S’il vous paraît encore étrange, demandez à l’expéditeur, à un numéro que vous avez déjà.',
      ],
    },
    why: 'Pourquoi nous le disons',
    looked: 'Ce que nous avons regardé',
    thanks: 'Merci de l’avoir envoyé. Un seul signalement protège toutes les personnes autour de vous.',
  },
  greeting: 'Bonjour {name},',
}
