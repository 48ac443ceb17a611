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
}
