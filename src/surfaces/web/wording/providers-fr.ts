/** What can be seen of a personal account, in French. Read aloud before it changes. */
import type { ProvidersKey } from './providers-en.ts'

export const providersFrench: Readonly<Record<ProvidersKey, string>> = {
  'sight.link': 'Ce que nous pouvons voir ici',
  'sight.link-says': 'Et ce que vous seul pouvez voir.',
  'sight.title': 'Ce que nous pouvons voir de {address}',
  'sight.lede':
    '{provider} ne montre son journal de connexions qu’à vous. Nous ne voyons donc pas qui entre ici, et aucun autre programme ne le peut.',
  'sight.lede-unsure':
    'Nous ne connaissons aucun moyen de lire le journal de connexions de {provider}. Nous ne voyons donc pas qui entre ici.',
  'sight.ways': 'Ce qui montre un peu plus',
  'sight.mail': 'Nous lisons les nouveaux courriels',
  'sight.mail-says':
    'Cela montre les courriels hostiles qui arrivent. Cela ne montre ni connexion ni réglage changé. Seulement si vous le voulez.',
  'sight.mail-on': 'Nous le faisons déjà.',
  'sight.self': 'Vous regardez vous-même',
  'sight.self-says':
    'Chez {provider}, vous seul pouvez voir où vous êtes connecté, où le courriel est renvoyé et quelles applications le lisent.',
  'sight.yours': 'Cette page n’est qu’à vous. Votre organisation n’apprend pas de nous que ce compte existe, sauf si vous l’avez permis.',
  'sight.letters': 'Une adresse secrète pour ses courriels de sécurité',
  'sight.letters-says':
    'Cela montre que {provider} a écrit au sujet d’une connexion ou d’un changement. Cela ne montre pas ce que {provider} ne dit à personne, ou dit tard.',
  'sight.letters-none': 'Ceux qui mènent ce programme ne reçoivent pas encore de courriel, il n’y a donc pas d’adresse.',
  'sight.letters-open': 'Créer l’adresse',
  'sight.letters-see': 'Voir l’adresse',
  'privacy.watch-sign-ins': 'Le programme lit les courriels de sécurité de votre fournisseur au sujet de {address}',
  'privacy.keeps-provider-mails': 'Ce que le fournisseur d’un compte personnel a écrit sur sa sécurité, sans liens ni codes, scellé',
  'watching.title': 'Une adresse secrète pour {address}',
  'watching.lede':
    'Quand {provider} vous écrit au sujet d’une connexion ou d’un changement, le courriel nous parvient aussi. Nous n’en gardons ni lien ni code.',
  'watching.way': 'Comment les courriels nous parviennent',
  'watching.way-hint': 'Des codes qui ouvrent votre compte peuvent être envoyés à une seconde adresse. La règle est donc meilleure.',
  'watching.way-forward': 'Une règle de ma messagerie les renvoie',
  'watching.way-contact': 'Mon fournisseur y écrit comme à ma seconde adresse',
  'watching.consent':
    'Le programme peut lire les courriels de sécurité que mon fournisseur envoie à une adresse faite pour moi. Je peux revenir là-dessus à tout moment.',
  'watching.consent-needed': 'Cochez la case si le programme peut lire ces courriels.',
  'watching.button': 'Créer l’adresse',
  'watching.address': 'L’adresse secrète',
  'watching.address-says': 'Ne la donnez qu’à {provider}. Si d’autres l’apprennent, remplacez-la ici.',
  'watching.code': 'Le code que {provider} a envoyé ici : {code}',
  'watching.code-says': 'Il reste ici un jour. Ne le saisissez que si vous venez de régler ceci vous-même.',
  'watching.steps': 'À régler, pas à pas',
  'watching.state': 'Où en est-on',
  'watching.heard': '{provider} a écrit pour la dernière fois : {when}.',
  'watching.heard-never': '{provider} n’a pas encore écrit.',
  'watching.known': 'D’autres connaissent cette adresse. Remplacez-la, et mettez la nouvelle à la place de l’ancienne.',
  'watching.replace': 'Remplacer l’adresse',
  'watching.replace-title': 'Remplacer l’adresse secrète ?',
  'watching.replace-says': 'L’ancienne s’arrête tout de suite. Mettez la nouvelle là où se trouve l’ancienne.',
  'watching.stop': 'Fermer l’adresse',
  'watching.stop-says': 'La fermer retire votre accord : elle ne reçoit plus rien, et ce qui y est arrivé est effacé.',
  'done.watching-made': 'L’adresse est créée. Réglez-la maintenant, pas à pas.',
  'done.watching-replaced': 'La nouvelle adresse marche. L’ancienne ne reçoit plus rien.',
  'home.heard': '{provider} vous a écrit à son sujet {when}',
  'steps.google-1':
    'Sur un ordinateur, ouvrez Gmail à mail.google.com. Ouvrez les paramètres, « Voir tous les paramètres », « Transfert et POP/IMAP ».',
  'steps.google-2': 'Choisissez « Ajouter une adresse de transfert » et saisissez {watch}',
  'steps.google-3':
    'Google envoie un code à cette adresse. Rouvrez cette page : le code y figure. Saisissez-le dans Gmail, et laissez « Désactiver le transfert » tel quel.',
  'steps.google-4': 'Ouvrez « Filtres et adresses bloquées », « Créer un filtre ». Sous « Contient les mots », saisissez : {filter}',
  'steps.google-5': 'Choisissez « Créer un filtre », cochez « Transférer à », choisissez l’adresse, et créez le filtre.',
  'steps.microsoft-1':
    'Sur un ordinateur, ouvrez votre courrier à outlook.com. Ouvrez les paramètres, « Courrier », « Règles », « Ajouter une nouvelle règle ».',
  'steps.microsoft-2': 'Comme condition, choisissez « L’adresse de l’expéditeur inclut » et saisissez accountprotection.microsoft.com',
  'steps.microsoft-3': 'Comme action, choisissez « Rediriger vers » et saisissez {watch} Enregistrez la règle.',
  'steps.microsoft-4': 'Faites une seconde règle avec la même action. Sa condition est « L’objet inclut » avec le mot {label}',
  'steps.other-1':
    'Dans les réglages de votre messagerie, cherchez les règles, les filtres ou le transfert. Certains fournisseurs n’en ont pas : fermez alors l’adresse et regardez vous-même.',
  'steps.other-2': 'Faites une règle : les courriels de {senders} vont à {watch}',
  'steps.other-3': 'Faites une seconde règle : les courriels avec {label} dans l’objet vont à la même adresse.',
  'steps.contact-microsoft':
    'Ouvrez account.microsoft.com, « Sécurité », « Gérer la façon dont je me connecte », « Ajouter une autre façon », « Envoyer un code par courriel ».',
  'steps.contact-other': 'Dans les réglages de sécurité de {provider}, cherchez une seconde adresse, ou une adresse de secours.',
  'steps.contact-enter': 'Saisissez {watch}',
  'steps.contact-code': 'Si un code est demandé, rouvrez cette page : il y figure pendant un jour. Saisissez-le là-bas.',
  'refusal.account-not-proven': 'Confirmez d’abord que cette adresse est à vous : saisissez les six chiffres que nous y avons envoyés.',
  'watching.test': 'Envoyer maintenant un courriel d’essai',
  'watching.beat-never': 'Aucun courriel d’essai n’est encore revenu. Envoyez-en un quand la règle est prête.',
  'watching.beat-waits': 'Un courriel d’essai est en route. Nous l’avons envoyé {when}.',
  'watching.beat-good': 'Un courriel d’essai est revenu {when}. La règle marche ; nous l’essayons chaque mois.',
  'watching.blind':
    'Nous ne voyons peut-être plus rien ici depuis {when}. Le courriel d’essai n’est pas revenu. Reprenez les étapes, puis envoyez-en un autre.',
  'watching.no-beat': 'Nous ne pouvons pas essayer cette voie : seul {provider} peut écrire ici.',
  'done.test-sent': 'Un courriel d’essai est en route. Rouvrez cette page dans quelques minutes.',
  'steps.test': 'Revenez à cette page et envoyez un courriel d’essai. Quand il nous est revenu, tout est prêt.',
  'home.blind': 'nous ne voyons peut-être plus rien ici depuis {when}',
  'refusal.test-mail-just-sent': 'Un courriel d’essai est en route. Attendez dix minutes avant d’en envoyer un autre.',
}
