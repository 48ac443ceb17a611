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
    'Chez {provider}, vous vous êtes connecté avec une autre adresse que {address}. Choisissez celle-ci là-bas, ou saisissez le code que nous avons envoyé.',
  'elsewhere.not-vouched':
    '{provider} ne peut pas se porter garant de {address}, car cette boîte n’est pas chez lui. Saisissez le code que nous avons envoyé.',
  'refusal.answer-not-awaited': 'Cette réponse a déjà servi, ou elle est arrivée après dix minutes. Rien n’a changé. Recommencez.',
  'refusal.another-browser':
    'Cette connexion a été commencée dans un autre navigateur, ou par quelqu’un d’autre. Rien n’a changé ici. Recommencez.',
  'refusal.provider-not-set-up': 'La connexion là-bas n’est pas prévue pour cette adresse. Saisissez le code que nous avons envoyé.',
  'refusal.provider-not-reached': '{host} ne répond pas pour le moment. Prenez un autre chemin, ou réessayez dans quelques minutes.',
}
