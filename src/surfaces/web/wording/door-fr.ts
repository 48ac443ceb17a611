/** The frame of every page, what goes wrong, and the pages that somebody reads before they are inside, in French. Read aloud before it changes. */
import type { DoorKey } from './door-en.ts'

export const doorFrench: Readonly<Record<DoorKey, string>> = {
  'frame.skip': 'Aller au contenu',
  'frame.main': 'Navigation principale',
  'frame.home': 'Accueil',
  'frame.check': 'Vérifier un avis',
  'frame.sign-in': 'Se connecter',
  'frame.sign-out': 'Se déconnecter',
  'frame.organisation': 'Organisation',
  'frame.security': 'Sécurité',
  'frame.privacy': 'Vie privée',
  'frame.help': 'Demandez à une personne : {contact}',
  'frame.never':
    'Nous ne demandons jamais votre mot de passe par courriel ou par téléphone, et aucun de nos avis ne vous demande de suivre un lien.',
  'frame.language': 'Langue',
  'frame.problem': 'Il y a un problème',
  'frame.error-title': 'Problème : {title}',
  'frame.back': 'Retour',
  'frame.search': 'Chercher',
  'page.of': 'Page {page} sur {pages}',
  'page.next': 'Suivante',
  'page.previous': 'Précédente',
  'page.label': 'Pages',

  'level.targeted': 'Cible d’une attaque',
  'level.attempt-blocked': 'Tentative bloquée',
  'level.possible-access': 'Accès possible',
  'level.confirmed-access': 'Accès confirmé',

  'error.not-found': 'Cette page n’existe pas',
  'error.not-found-says': 'Elle a peut-être été retirée, ou elle appartient à quelqu’un d’autre. Votre compte va bien.',
  'error.refused': 'Cela n’a pas marché',
  'error.setback': 'Nous ne pouvons pas le faire pour le moment',
  'error.setback-says':
    'Un service dont nous dépendons ne répond pas. Rien de ce que vous avez enregistré n’est perdu. Attendez une minute, puis réessayez.',
  'error.defect': 'L’erreur vient de nous',
  'error.defect-says':
    'Nous n’avons pas pu montrer cette page. Rien de ce que vous avez enregistré n’est perdu. Si vous demandez de l’aide, donnez cette référence : {reference}.',
  'error.home': 'Aller à la première page',

  'refusal.other-site': 'Ce formulaire a été envoyé depuis un autre site, nous n’avons donc rien fait. Ouvrez la page ici et réessayez.',
  'refusal.form-too-big': 'C’est plus de texte que ce formulaire n’en prend.',
  'refusal.not-a-form': 'Cette page n’accepte que des formulaires.',
  'refusal.wrong-code':
    'Ce n’est pas le code que nous avons envoyé, ou il a plus de 10 minutes. Regardez le courriel le plus récent, ou demandez un nouveau code.',
  'refusal.too-many-tries': 'Trop d’essais pour le moment. Attendez une heure, puis réessayez.',
  'refusal.passkey-not-known': 'Nous ne connaissons pas cette clé d’accès. Prenez-en une autre, ou recevez un code par courriel.',
  'refusal.address-not-valid': 'Saisissez une adresse de courriel, comme nom@example.org.',
  'refusal.address-already-yours':
    'Cette adresse est déjà parmi vos comptes, ou mène à une boîte qui y est. Indiquez celle d’une autre boîte.',
  'refusal.last-way-in': 'Cette adresse est votre seul moyen d’entrer. Ajoutez d’abord une clé d’accès ou une autre adresse.',
  'refusal.address-taken': 'Quelqu’un dans cette organisation a déjà cette adresse. Cherchez-la dans la liste.',
  'refusal.mail-not-set-up': 'L’envoi de courriels n’est pas encore réglé, nous ne pouvons donc pas l’envoyer. Copiez plutôt le lien.',
  'refusal.wrong-password':
    'Le fournisseur n’a pas accepté cette adresse et ce mot de passe. Beaucoup de fournisseurs veulent ici un mot de passe d’application.',
  'refusal.certificate-not-trusted':
    'Le serveur de courriel montre un certificat que personne ne garantit, nous n’avons donc pas envoyé votre mot de passe. Dites-le à la personne qui gère votre messagerie.',
  'refusal.not-a-mail-server':
    'Une messagerie ne se lit pas sur {host}, port {port}. Utilisez le port 993 ou 143 de votre serveur de courriel.',
  'refusal.too-many-mailbox-tries':
    'Il y a eu trop d’essais d’ouvrir une messagerie. Attendez une heure, et ayez sous la main le bon serveur et le bon mot de passe.',
  'refusal.tls-required':
    'Ce serveur n’offre pas de connexion protégée, nous n’avons donc pas envoyé votre mot de passe. Choisissez l’autre protection, ou dites-le à la personne qui gère votre messagerie.',
  'refusal.too-many-connections':
    'Le fournisseur dit que trop de programmes lisent cette messagerie à la fois. Fermez-en un, puis réessayez.',
  'refusal.app-password-needed':
    '{host} veut ici un mot de passe d’application, pas le mot de passe habituel. Créez-en un dans la partie sécurité de votre compte de courriel, puis saisissez-le.',
  'refusal.imap-turned-off':
    '{host} dit qu’IMAP est désactivé pour cette messagerie. Activez-le dans les réglages de votre compte de courriel, puis réessayez.',
  'refusal.sign-in-expired': 'L’autorisation de lire cette messagerie a expiré. Reliez-la de nouveau.',
  'refusal.unknown-host':
    'Il n’y a pas de serveur de courriel nommé {host}. Vérifiez l’orthographe, ou demandez à la personne qui a réglé votre messagerie.',
  'refusal.no-imap-here':
    '{host} ne répond pas comme serveur de courriel sur le port {port}. Vérifiez les deux, ou demandez à la personne qui a réglé votre messagerie.',
  'refusal.certificate-of-another':
    'Le serveur qui répond pour {host} montre un certificat à un autre nom, nous n’avons donc pas envoyé votre mot de passe. Dites-le à la personne qui gère votre messagerie.',
  'refusal.certificate-expired':
    'Le certificat de {host} n’est pas valable aujourd’hui, nous n’avons donc pas envoyé votre mot de passe. Dites-le à la personne qui gère votre messagerie.',
  'refusal.server-slow': '{host} n’a pas répondu à temps. Vérifiez le serveur et le port, ou réessayez dans quelques minutes.',
  'refusal.server-unavailable': '{host} ne peut pas ouvrir cette messagerie pour l’instant. Réessayez dans quelques minutes.',
  'refusal.link-not-good': 'Ce lien a déjà servi, ou il a plus de trois jours. Demandez-en un nouveau à la personne qui l’a envoyé.',
  'refusal.passkey-not-made': 'La clé d’accès n’a pas pu être vérifiée, elle n’a donc pas été gardée. Réessayez avec le même appareil.',
  'refusal.name-missing': 'Saisissez un nom de 200 lettres au plus.',
  'refusal.already-joined':
    'Cette personne participe déjà et se connecte elle-même. Un nouveau lien pourrait laisser entrer quelqu’un d’autre sous son nom.',
  'refusal.not-in-organisation': 'Vous n’êtes pas dans cette organisation, elle ne peut donc pas être prévenue.',
  'refusal.domain-not-valid': '« {domain} » n’est pas un domaine de courriel. C’est la partie après le @ de vos adresses.',
  'refusal.not-text': 'Il contient un caractère qui ne peut pas être gardé. Saisissez-le au lieu de le coller.',
  'refusal.conflict': 'Quelqu’un d’autre a changé cela il y a un instant. Regardez de nouveau, puis réessayez.',

  'front.title': 'Protection pour les personnes qui portent une démocratie',
  'front.lede':
    'Nous surveillons les messageries qu’on nous demande de surveiller et disons avec des mots simples quand quelqu’un essaie d’entrer.',
  'front.check-title': 'Vous avez reçu un avis de notre part ?',
  'front.check-says': 'Assurez-vous qu’il vient bien de nous. Aucun compte n’est nécessaire.',
  'front.sign-in-says': 'Pour les personnes qui participent. L’invitation vient de votre organisation.',
  'front.how': 'Comment cela marche',
  'front.how-1': 'Vous reliez une messagerie. Nous lisons les nouveaux courriels et n’en gardons rien, sauf s’ils sont hostiles.',
  'front.how-2': 'Quand un courriel cherche à vous tromper, nous vous le disons à une autre adresse, avec des mots simples.',
  'front.how-3': 'Chaque avis porte un code et aucun lien. Saisissez le code ici pour voir qu’il vient de nous.',

  'check.title': 'Cet avis vient-il de nous ?',
  'check.lede': 'Saisissez les 8 caractères de l’avis.',
  'check.label': 'Code',
  'check.hint': 'Par exemple 7KQ2-M9XT. Le tiret et les minuscules n’ont pas d’importance.',
  'check.button': 'Vérifier',
  'check.genuine': 'Oui, cet avis vient de nous',
  'check.genuine-says': 'Nous l’avons envoyé le {when}. Son niveau est « {level} ».',
  'check.how-to-read':
    'Pour lire l’avis en entier, ouvrez la page que vous utilisez déjà, connectez-vous comme d’habitude et regardez sous « Ce que nous vous avons dit ». Nous n’envoyons jamais de lien.',
  'check.yours': 'Il vous est adressé. En voici le texte entier.',
  'check.page': 'Oui, ce message vient de nous',
  'check.page-says': 'Nous l’avons envoyé le {when} à une personne d’astreinte pour le programme.',
  'check.unknown': 'Nous n’avons pas envoyé d’avis avec ce code',
  'check.unknown-says':
    'Comparez-le encore une fois avec l’avis. S’il est identique, l’avis ne vient pas de nous : ne faites rien de ce qu’il demande, et parlez-en à une personne de confiance.',
  'check.malformed': 'Un code a 8 lettres et chiffres. Ce que vous avez saisi a une autre longueur.',
  'check.too-many':
    'Vous avez vérifié beaucoup de codes en peu de temps. Attendez {minutes} min, puis réessayez. Les autres peuvent toujours vérifier les leurs.',
  'check.again': 'Vérifier un autre code',

  'first.title': 'Démarrer le programme',
  'first.lede': 'Vous êtes la première personne ici. Ce lien sert une fois et fait de vous le responsable du programme.',
  'first.name': 'Votre nom',
  'first.name-hint': 'Comme l’écrivent vos collègues.',
  'first.button': 'Continuer',
  'field.needed': 'Il manque : {what}.',

  'join.title': '{organisation} vous invite',
  'join.lede': '{inviter} vous propose de participer, {name}. Cela prend environ cinq minutes.',
  'join.see': 'Ce que nous regardons',
  'join.see-says':
    'Les nouveaux courriels de la messagerie que vous reliez, pour y trouver les ruses des attaquants. Un programme les lit, pas une personne.',
  'join.never': 'Ce que personne ne voit',
  'join.never-says':
    'Votre mot de passe, jamais. Les courriels qui ne sont pas hostiles : ils ne sont pas gardés. Vos adresses personnelles : vous seul les voyez.',
  'join.organisation-sees': 'Ce que voit votre organisation',
  'join.organisation-sees-says':
    'Qu’un courriel hostile est arrivé dans la messagerie professionnelle, et si vous êtes sous protection. Rien des comptes personnels, sauf si vous l’autorisez.',
  'join.leave': 'Vous pouvez arrêter à tout moment et retirer chaque autorisation séparément.',
  'join.phrase': 'Vos trois mots : {phrase}',
  'join.phrase-says':
    '{inviter} vous a dit ces mots, ou peut vous les dire. C’étaient d’autres ? Alors arrêtez-vous ici et appelez {inviter}.',
  'join.consent': 'J’ai lu cela et je veux participer.',
  'join.consent-needed': 'Cochez la case si vous voulez participer.',
  'join.name': 'Votre nom',
  'join.language': 'Langue de vos avis',
  'join.button': 'Participer',
  'join.address': 'Votre adresse professionnelle : {address}',

  'sign-in.title': 'Se connecter',
  'sign-in.passkey': 'Utiliser une clé d’accès',
  'sign-in.passkey-says': 'Votre empreinte, votre visage ou la clé de votre trousseau. Rien à saisir.',
  'sign-in.or': 'Pas de clé d’accès sous la main ?',
  'sign-in.address': 'Adresse de courriel',
  'sign-in.address-hint': 'Nous y envoyons six chiffres, si c’est l’une de vos adresses confirmées.',
  'sign-in.send': 'M’envoyer un code',
  'sign-in.code-title': 'Regardez vos courriels',
  'sign-in.code-lede': 'Si {address} appartient à quelqu’un ici, six chiffres sont en route. Ils servent pendant 10 minutes.',
  'sign-in.code': 'Six chiffres',
  'sign-in.code-button': 'Se connecter',
  'sign-in.code-again': 'Utiliser une autre adresse',
  'sign-in.passkey-failed': 'Aucune clé d’accès n’a été utilisée. Réessayez, ou recevez un code par courriel.',
}
