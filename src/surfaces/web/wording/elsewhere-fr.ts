/** Chez un fournisseur et retour : prouver une boîte, se connecter. En français. */
import type { ElsewhereKey } from './elsewhere-en.ts'

export const elsewhereFrench: Readonly<Record<ElsewhereKey, string>> = {
  'elsewhere.or': 'Ou sans le code',
  'elsewhere.says': 'Connectez-vous là où se trouve cette boîte. Nous apprenons que l’adresse est à vous, et rien d’autre.',
  'elsewhere.at': 'Se connecter chez {provider}',
  'elsewhere.title': 'Vers {provider}',
  'elsewhere.lede': 'Vous vous connectez là-bas, et {provider} nous dit votre adresse et rien d’autre.',
  'elsewhere.go': 'Continuer vers {provider}',
  'elsewhere.lost': 'Cette connexion n’a mené à rien',
  'elsewhere.said-no':
    'La connexion chez {provider} n’a pas été terminée, et rien n’a changé. Réessayez, ou saisissez le code que nous avons envoyé.',
  'elsewhere.wrong':
    'La réponse de {provider} n’était pas juste, nous ne l’avons donc pas crue. Réessayez, ou saisissez le code que nous avons envoyé.',
  'elsewhere.down': '{provider} ne répond pas pour le moment. Saisissez le code que nous avons envoyé, ou réessayez dans quelques minutes.',
  'elsewhere.other-account':
    'Chez {provider}, une autre adresse s’est connectée. Choisissez là-bas {address}, ou saisissez le code que nous avons envoyé.',
  'elsewhere.not-vouched':
    '{provider} ne peut pas se porter garant de {address}, car cette boîte n’est pas chez lui. Saisissez le code que nous avons envoyé.',
  'refusal.answer-not-awaited': 'Cette réponse a déjà servi, ou elle est arrivée après dix minutes. Rien n’a changé. Recommencez.',
  'refusal.another-browser':
    'Cette connexion a été commencée dans un autre navigateur, ou par quelqu’un d’autre. Rien n’a changé ici. Recommencez.',
  'refusal.provider-not-set-up': 'La connexion là-bas n’est pas prévue pour cette adresse. Saisissez le code que nous avons envoyé.',
  'refusal.provider-not-reached': '{host} ne répond pas pour le moment. Prenez un autre chemin, ou réessayez dans quelques minutes.',
  'by-provider.staff': 'Pour l’équipe',
  'by-provider.sign-in': 'Se connecter comme membre de l’équipe avec {provider}',
  'by-provider.away': 'Vous vous connectez là-bas, et {provider} nous dit que c’est vous.',
  'by-provider.confirm': 'Confirmer avec {provider}',
  'by-provider.title': 'Se connecter avec {provider}',
  'by-provider.lede':
    'Liez une fois votre connexion chez {provider}. Dès lors, elle ouvre aussi votre compte ici. Votre clé d’accès l’ouvre toujours.',
  'by-provider.bind-says': 'Vous vous connectez encore une fois chez {provider}, puis vous revenez ici.',
  'by-provider.bind': 'Lier',
  'by-provider.bound': 'Liée {when}',
  'by-provider.unbind-says':
    'Quiconque est connecté ainsi à votre nom est déconnecté, peut-être vous aussi. Utilisez alors votre clé d’accès.',
  'by-provider.unbind': 'Délier',
  'by-provider.still-there': 'Vous êtes peut-être encore connecté chez {provider}.',
  'by-provider.sign-out': 'Se déconnecter aussi de {provider}',
  'by-provider.out-lede': 'Ici, vous êtes déconnecté. {provider} demande s’il faut vous déconnecter là-bas aussi.',
  'by-provider.said-no': 'La connexion chez {provider} n’a pas été terminée. Réessayez, ou utilisez votre clé d’accès.',
  'by-provider.wrong':
    'La réponse de {provider} n’était pas juste, nous ne l’avons donc pas crue. Utilisez votre clé d’accès, et dites-le à la direction si cela se répète.',
  'by-provider.down': '{provider} ne répond pas pour le moment. Utilisez votre clé d’accès, ou réessayez dans quelques minutes.',
  'by-provider.not-set-up': 'L’équipe ne se connecte plus chez un fournisseur à elle. Utilisez votre clé d’accès.',
  'by-provider.time-unknown':
    '{provider} n’a pas dit quand vous vous y êtes connecté, cela ne compte donc pas ici. Utilisez votre clé d’accès, et dites-le à la direction.',
  'by-provider.too-old': 'Votre connexion chez {provider} est trop ancienne pour cela. Déconnectez-vous là-bas, puis réessayez.',
  'by-provider.too-weak':
    'La façon dont vous vous êtes connecté chez {provider} n’est pas assez sûre pour cela. Choisissez-en une plus sûre là-bas, ou utilisez votre clé d’accès.',
  'by-provider.not-known':
    'Cette connexion chez {provider} n’est liée à personne qui travaille ici pour le programme. Utilisez votre clé d’accès, puis liez-la sous « Sécurité ».',
  'by-provider.not-free': 'Cette connexion chez {provider} ne peut pas être liée à votre compte. Demandez à la direction.',
  'by-provider.bound-already': 'Votre compte est déjà lié chez {provider}. Pour y lier une autre connexion, déliez d’abord celle-ci.',
  'by-provider.too-many': 'Trop d’essais. Attendez 10 minutes, ou utilisez votre clé d’accès.',
  'by-provider.again': 'Votre session ici s’est terminée entre-temps. Connectez-vous de nouveau.',
  'security.provider': 'Connexion de l’équipe',
  'security.provider-says': 'La connexion que votre équipe utilise ailleurs, liée à votre compte ici.',
  'sessions.by-staff-provider': 'avec la connexion de l’équipe',
  'done.provider-bound': 'Elle est liée. Désormais, vous pouvez vous connecter ici avec elle.',
  'done.provider-unbound': 'Elle est déliée. Plus personne ne se connecte ici avec elle.',
}
