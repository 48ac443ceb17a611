/** The page where an organisation's circle is kept, in French. Read aloud before it changes. */
import type { circleEnglish } from './circle-en.ts'

export const circleFrench: Readonly<Record<keyof typeof circleEnglish, string>> = {
  'circle.title': 'Noms à protéger',
  'circle.lede':
    'Les courriels qui se font passer pour ces personnes et ces maisons sont reconnus : au nom, à l’adresse et aux domaines ressemblants.',
  'circle.one-a-line': 'Un par ligne.',
  'circle.leaders': 'Responsables et autres personnes connues',
  'circle.leaders-hint':
    'Personnes sans boîte ici dont le nom a du poids. Nom (fonction) : leurs adresses, par ex. Elena Brandt (candidate) : elena@brandt.example. Vos propres membres sont déjà connus.',
  'circle.vendors': 'Fournisseurs',
  'circle.vendors-hint': 'Qui vous envoie factures et fichiers. Nom : domaines, par ex. Print House : printhouse.example.',
  'circle.brands': 'Autres noms',
  'circle.brands-hint':
    'Campagnes, plateformes de dons, administrations avec lesquelles vous traitez. Un nom que tout le monde connaît n’a pas besoin de domaine.',
  'circle.country': 'Pays (deux lettres, peut rester vide)',
  'circle.country-hint': 'Décide quelles administrations sont proches : US, GB, DE, ES …',
  'circle.keep': 'Garder ces noms',
  'circle.carry': 'Emporter et apporter',
  'circle.carry-says':
    'Le fichier org.json contient tout, avec vos membres et leurs adresses de travail. Il peut être donné à un autre programme, ou à l’examen de courriels en fichiers.',
  'circle.export': 'Enregistrer org.json',
  'circle.import': 'Collez un org.json',
  'circle.import-hint':
    'Ses noms rejoignent ceux d’en haut ; un nom déjà présent prend les nouveaux domaines. Les personnes du fichier qui ne sont personne ici rejoignent les responsables.',
  'circle.import-button': 'Ajouter ses noms',
  'circle.back': 'Retour à l’organisation',
  'done.circle-kept': 'Les noms sont gardés. Les courriels qui arrivent désormais sont jugés d’après eux.',
  'done.circle-imported': 'Les noms du fichier sont ajoutés.',
  'refusal.country-not-valid': 'Un pays, ce sont deux lettres, comme US, GB, DE ou ES. Le champ peut rester vide.',
  'refusal.circle-too-long':
    'Une liste peut tenir 500 noms ; chacun a besoin d’un nom de 200 lettres au plus, et de 50 domaines ou adresses au plus.',
  'refusal.unreadable-organisation': 'Cet org.json ne peut pas être lu. Regardez cet endroit : {place}',
}
