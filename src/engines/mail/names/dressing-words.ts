/**
 * Words that are hung on a name to make a second domain of it: `harbourbank-alertes`, `briefwahl-online`. What a house does stands in its name too (`-books`,
 * `-estate`), so these are only what a department, a service or a campaign of the moment is called. Always a weak sign.
 */
import { labelOf } from './domain.ts'
import { isAdded } from './trust-words.ts'

const dressing = new Set(
  `abo abos abonnement abonnements abrechnungen absentee acceso accion action actions advisors advisory affiliates aid alertas alerte alertes ambassade
  amt anderkonto anfragen antraege appointment appointments archive asesores asistencia assist atencion ayuda ballot ballots beitraege beitrag beneficios bescheid bewerbung
  bills bonos booking bookings briefing buchhaltung buchung buchungen cancelaciones cases centrale civic coin coins collaboration collect collecte collections colis collectif
  compta comptabilite comunicacion confirmations consult consultation contacto contribution contributions convocatoria cooperation coordination cotisation
  defense delegation desks details dialog diplomacy donar donate donativos dons dossier dossiers ecole editorial einschreiben emergency encuesta encuestas
  enquete entregas escrow envio equipo erstattung erstattungen event events expert experts expertise extern external facturation fahrt fellows fellowship fellowships
  filing filings fonds foro forward friends fund funds fundraising gabinete gebuehren gestion gift gifting gifts give guest hello helpers helps hilfe hilfen hotline impot indemnites incidencias incidents info infos
  initiative inkasso inscription intake interview interviews investigacion invitation invitations invite invites journal kasse klaerung kontakt kooperation kundendienst
  league lieferung liste livraison loans madrid magazine management match matching media meeting meetings mercado mission mitglied mitteilung newsroom notice
  oficina office officer orders outreach paket pakete partner partners partnership penalties pension petition petitions pledge pledges podcast polls premios
  prensa presidence presse prestations privado private prizes procuration program programme programs project projects projekt protokoll provision
  publications quota raffle rapide recherche reconduction receivables recoveries recovery redaccion redaktion reembolso reembolsos regie registro relaciones relief
  remboursement remboursements rendezvous renovacion renovaciones reporting research reservas reservation reservations residence response resultados team
  revista roundtable rueckerstattung rueckzahlung sales safe safety sanciones sanction sanctions schutz search secretaria secretary seguros sekretariat sequestre sepa signature soutien spende spendenservice
  stipendien stipendium studies studio subscription subscriptions subvention subventions suivi summit survey surveys symposium tasas tombola transport treasury
  tribune umfrage unit unterlagen urgence urgent verband vereinigung versand verwaltung victory vip voting voto vorstand votacion votes wahl wahlkarte wallet watch
  workshop zahlungen zentrale zoll zustellung`.split(/\s+/),
)

const isDressing = (piece: string): boolean => dressing.has(piece) || isAdded(piece)

/** A name of several pieces, one of them such a word. */
export function isCombined(domain: string): boolean {
  const pieces = labelOf(domain).split('-')
  return pieces.length >= 2 && pieces.some((piece) => piece !== '' && (isDressing(piece) || isDressing(piece.replace(/s$/, ''))))
}
