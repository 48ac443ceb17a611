/**
 * Public offices and donation platforms with the domains that are truly theirs: what mails to campaigns, parties and newsrooms pose as. Real facts only.
 * A name that several countries use (`Electoral Commission`, `Secretary of State`) is marked with * and counts only for an organisation of that country.
 * One line: country | name | domains | the words by which a display name claims to be it.
 */
import { foldHomoglyphs } from '#kernel'
import type { Brand } from './brands.ts'
import { registered } from './domain.ts'

const offices = `
US | Federal Election Commission | fec.gov | federal election commission
US | Election Assistance Commission | eac.gov | election assistance commission
US | CISA | cisa.gov us-cert.gov | cisa, cybersecurity and infrastructure security agency
US | Internal Revenue Service | irs.gov | internal revenue service, irs
US | Social Security Administration | ssa.gov | social security administration
US | House of Representatives | house.gov | u.s. house of representatives, us house of representatives, committee on house administration
US | Senate | senate.gov | u.s. senate, us senate, senate sergeant at arms
US | Department of Justice | justice.gov usdoj.gov | department of justice, u.s. department of justice
US | FBI | fbi.gov ic3.gov | fbi, federal bureau of investigation
US | Department of Homeland Security | dhs.gov | department of homeland security
US | White House | whitehouse.gov | the white house
US | Treasury | treasury.gov | department of the treasury, u.s. treasury
US | U.S. Courts | uscourts.gov | united states district court, pacer service center
*US | State Department | state.gov | department of state, state department
US | Login.gov | login.gov | login.gov
US | Medicare | medicare.gov cms.gov | medicare
*US | Secretary of State | sos.ca.gov sos.texas.gov sos.ga.gov ohiosos.gov coloradosos.gov nvsos.gov azsos.gov | secretary of state, office of the secretary of state
*US | Board of Elections | elections.ny.gov ncsbe.gov vote.nyc elections.il.gov | board of elections, state board of elections, county board of elections, election board
*US | Elections Department | elections.virginia.gov elections.wi.gov elections.ri.gov elections.maryland.gov elections.delaware.gov scvotes.gov | department of elections, division of elections, elections commission, county elections office, voter registration office
GB | UK Parliament | parliament.uk | uk parliament, houses of parliament, parliamentary digital service, house of commons service desk
GB | Electoral Commission | electoralcommission.org.uk | the electoral commission uk
*GB | Electoral Commission | electoralcommission.org.uk | electoral commission
GB | HMRC | hmrc.gov.uk gov.uk | hmrc, hm revenue, hm revenue & customs, hm revenue and customs
GB | Companies House | companieshouse.gov.uk gov.uk | companies house
GB | Information Commissioner's Office | ico.org.uk | information commissioner's office
GB | NCSC | ncsc.gov.uk | national cyber security centre, ncsc
GB | DVLA | dvla.gov.uk gov.uk | dvla
GB | TV Licensing | tvlicensing.co.uk | tv licensing
GB | Scottish Parliament | parliament.scot | scottish parliament
GB | Senedd Cymru | senedd.wales senedd.cymru | senedd cymru, welsh parliament
GB | Northern Ireland Assembly | niassembly.gov.uk | northern ireland assembly
GB | Electoral Office for Northern Ireland | eoni.org.uk | electoral office for northern ireland
GB | IPSA | theipsa.org.uk parliamentarystandards.org.uk | independent parliamentary standards authority
DE | Bundestag | bundestag.de | deutscher bundestag, bundestag, bundestagsverwaltung
DE | Bundesrat | bundesrat.de | bundesrat
DE | Bundeswahlleiterin | bundeswahlleiterin.de bundeswahlleiter.de | bundeswahlleiterin, bundeswahlleiter
DE | Bundesregierung | bundesregierung.de bund.de | bundesregierung, bundeskanzleramt
DE | BSI | bund.de bsi-fuer-buerger.de | bundesamt fur sicherheit in der informationstechnik
DE | ELSTER | elster.de | mein elster, elster finanzamt, elster portal, elster steuer
DE | Bundeszentralamt für Steuern | bzst.de bund.de | bundeszentralamt fur steuern
DE | Bundesfinanzministerium | bundesfinanzministerium.de bund.de | bundesministerium der finanzen, bundesfinanzministerium
DE | Bundesministerium des Innern | bund.de | bundesministerium des innern
DE | Verfassungsschutz | verfassungsschutz.de bund.de | bundesamt fur verfassungsschutz, verfassungsschutz
DE | Bundesnetzagentur | bundesnetzagentur.de | bundesnetzagentur
DE | Zoll | zoll.de | zollamt, deutscher zoll
DE | Deutsche Rentenversicherung | deutsche-rentenversicherung.de drv-bund.de | deutsche rentenversicherung
DE | Bundesagentur für Arbeit | arbeitsagentur.de | bundesagentur fur arbeit, agentur fur arbeit
*DE | Finanzamt | elster.de bund.de | finanzamt
FR | Assemblée nationale | assemblee-nationale.fr | assemblee nationale
FR | Sénat | senat.fr | senat francais
*FR | Sénat | senat.fr | senat
FR | CNCCFP | cnccfp.fr | cnccfp, commission nationale des comptes de campagne
FR | Direction générale des Finances publiques | impots.gouv.fr finances.gouv.fr | direction generale des finances publiques, dgfip, impots.gouv, impots gouv, finances publiques
FR | Assurance Maladie | ameli.fr assurance-maladie.fr | assurance maladie, ameli, l'assurance maladie
FR | Service-Public.fr | service-public.fr | service-public.fr
FR | ANSSI | ssi.gouv.fr cyber.gouv.fr | agence nationale de la securite des systemes d'information
FR | CNIL | cnil.fr | cnil
FR | HATVP | hatvp.fr | hatvp
FR | Conseil constitutionnel | conseil-constitutionnel.fr | conseil constitutionnel
FR | CAF | caf.fr | caisse d'allocations familiales
FR | ANTAI | antai.gouv.fr | antai, amendes.gouv
FR | Ministère de l'Intérieur | interieur.gouv.fr | ministere de l'interieur
FR | FranceConnect | franceconnect.gouv.fr | franceconnect
ES | Congreso de los Diputados | congreso.es | congreso de los diputados
ES | Senado de España | senado.es | senado de espana
*ES | Senado | senado.es | senado
ES | Junta Electoral Central | juntaelectoralcentral.es | junta electoral central, junta electoral
ES | Agencia Tributaria | agenciatributaria.gob.es agenciatributaria.es aeat.es | agencia tributaria, aeat
ES | Seguridad Social | seg-social.es seg-social.gob.es | tesoreria general de la seguridad social, seguridad social
ES | DGT | dgt.es dgt.gob.es | direccion general de trafico
ES | INCIBE | incibe.es | incibe
ES | CCN-CERT | ccn-cert.cni.es cni.es | ccn-cert, centro criptologico nacional
ES | AEPD | aepd.es | agencia espanola de proteccion de datos, aepd
ES | Ministerio del Interior | interior.gob.es mir.es | ministerio del interior
ES | Instituto Nacional de Estadística | ine.es | instituto nacional de estadistica, oficina del censo electoral
ES | SEPE | sepe.es sepe.gob.es | servicio publico de empleo estatal, sepe
ES | Cl@ve | clave.gob.es | cl@ve
ES | Tribunal de Cuentas | tcu.es | tribunal de cuentas
EU | European Parliament | europa.eu | european parliament, parlamento europeo, europaisches parlament, parlement europeen
EU | European Commission | europa.eu | european commission, comision europea, europaische kommission, commission europeenne
IE | Houses of the Oireachtas | oireachtas.ie | houses of the oireachtas, oireachtas
IE | Revenue | revenue.ie ros.ie | revenue commissioners, irish revenue
*IE | Electoral Commission | electoralcommission.ie | electoral commission, an coimisiun toghchain
IE | Standards in Public Office Commission | sipo.ie | standards in public office commission
CA | Elections Canada | elections.ca | elections canada
CA | Canada Revenue Agency | canada.ca cra-arc.gc.ca | canada revenue agency
CA | Parliament of Canada | parl.gc.ca ourcommons.ca sencanada.ca | parliament of canada
CA | Service Canada | canada.ca servicecanada.gc.ca | service canada
AU | Australian Electoral Commission | aec.gov.au | australian electoral commission
AU | Australian Taxation Office | ato.gov.au | australian taxation office
AU | Parliament of Australia | aph.gov.au | parliament of australia
AU | myGov | my.gov.au | mygov
AU | Services Australia | servicesaustralia.gov.au | services australia
NZ | Electoral Commission of New Zealand | elections.nz vote.nz | electoral commission new zealand
*NZ | Electoral Commission | elections.nz vote.nz | electoral commission
NZ | Inland Revenue | ird.govt.nz | inland revenue department
NZ | New Zealand Parliament | parliament.nz parliament.govt.nz | new zealand parliament
MX | Instituto Nacional Electoral | ine.mx | instituto nacional electoral
MX | Servicio de Administración Tributaria | sat.gob.mx | servicio de administracion tributaria
MX | Tribunal Electoral | te.gob.mx | tribunal electoral del poder judicial
BR | Tribunal Superior Eleitoral | tse.jus.br | tribunal superior eleitoral, justica eleitoral
BR | Receita Federal | receita.fazenda.gov.br rfb.gov.br | receita federal
BR | Câmara dos Deputados | camara.leg.br | camara dos deputados
BR | Senado Federal | senado.leg.br | senado federal
AR | Cámara Nacional Electoral | electoral.gob.ar pjn.gov.ar | camara nacional electoral
AR | ARCA | arca.gob.ar afip.gob.ar afip.gov.ar | afip, agencia de recaudacion y control aduanero
CO | Registraduría Nacional | registraduria.gov.co | registraduria nacional
CO | DIAN | dian.gov.co | direccion de impuestos y aduanas nacionales, dian colombia
CL | Servicio Electoral | servel.cl | servel, servicio electoral de chile
CL | Servicio de Impuestos Internos | sii.cl | servicio de impuestos internos
PE | ONPE | onpe.gob.pe | onpe, oficina nacional de procesos electorales
PE | Jurado Nacional de Elecciones | jne.gob.pe | jurado nacional de elecciones
PE | SUNAT | sunat.gob.pe | sunat
IN | Election Commission of India | eci.gov.in eci.nic.in | election commission of india
IN | Income Tax Department | incometax.gov.in | income tax department
IT | Agenzia delle Entrate | agenziaentrate.gov.it agenziaentrate.it | agenzia delle entrate
IT | INPS | inps.it inps.gov.it | inps
IT | Camera dei deputati | camera.it | camera dei deputati
IT | Senato della Repubblica | senato.it | senato della repubblica
NL | Kiesraad | kiesraad.nl | kiesraad
NL | Belastingdienst | belastingdienst.nl | belastingdienst
NL | Tweede Kamer | tweedekamer.nl | tweede kamer
NL | DigiD | digid.nl | digid
BE | FOD Financiën | fgov.be fed.be | fod financien, spf finances
AT | FinanzOnline | bmf.gv.at | finanzonline, bundesministerium fur finanzen
AT | Parlament Österreich | parlament.gv.at | parlament osterreich, osterreichisches parlament
CH | Schweizer Parlament | parlament.ch admin.ch | schweizer parlament, parlamentsdienste
CH | Eidgenössische Steuerverwaltung | admin.ch | eidgenossische steuerverwaltung
PL | Sejm | sejm.gov.pl sejm.pl | sejm, kancelaria sejmu
PL | Państwowa Komisja Wyborcza | pkw.gov.pl kbw.gov.pl | panstwowa komisja wyborcza
PL | e-Urząd Skarbowy | podatki.gov.pl mf.gov.pl | e-urzad skarbowy
PT | Autoridade Tributária | portaldasfinancas.gov.pt at.gov.pt | autoridade tributaria, portal das financas
PT | Assembleia da República | parlamento.pt | assembleia da republica
PT | Comissão Nacional de Eleições | cne.pt | comissao nacional de eleicoes
SE | Riksdagen | riksdagen.se | riksdagen
SE | Valmyndigheten | val.se | valmyndigheten
SE | Skatteverket | skatteverket.se | skatteverket
DK | Folketinget | ft.dk | folketinget
DK | Skattestyrelsen | skat.dk sktst.dk | skattestyrelsen
FI | Eduskunta | eduskunta.fi riksdagen.fi parliament.fi | eduskunta
FI | Verohallinto | vero.fi | verohallinto
NO | Stortinget | stortinget.no | stortinget
NO | Skatteetaten | skatteetaten.no | skatteetaten
UA | Central Election Commission of Ukraine | cvk.gov.ua | central election commission of ukraine
UA | Verkhovna Rada | rada.gov.ua | verkhovna rada
TW | Central Election Commission | cec.gov.tw | central election commission taiwan
PH | COMELEC | comelec.gov.ph | comelec, commission on elections
ZA | Electoral Commission of South Africa | elections.org.za | electoral commission of south africa, iec south africa
ZA | SARS | sars.gov.za | south african revenue service
KE | IEBC | iebc.or.ke | iebc, independent electoral and boundaries commission
NG | INEC | inecnigeria.org | inec nigeria, independent national electoral commission
`

const platforms = `
US | ActBlue | actblue.com | actblue
US | WinRed | winred.com | winred
US | Anedot | anedot.com | anedot
US | GiveSendGo | givesendgo.com | givesendgo
US | NGP VAN | ngpvan.com everyaction.com | ngp van, votebuilder, everyaction
US | Raise the Money | raisethemoney.com | raise the money inc
US | Givebutter | givebutter.com | givebutter
US | Classy | classy.org gofundme.com | classy.org
US | Network for Good | networkforgood.com networkforgood.org | network for good
US | Mobilize | mobilize.us | mobilize america
US | Action Network | actionnetwork.org | action network
US | NationBuilder | nationbuilder.com | nationbuilder
US | Donorbox | donorbox.org donorbox.com | donorbox
US | GoFundMe | gofundme.com | gofundme
US | Patreon | patreon.com | patreon
GB | JustGiving | justgiving.com | justgiving
GB | Crowdfunder | crowdfunder.co.uk | crowdfunder uk
GB | Enthuse | enthuse.com | enthuse donations
DE | betterplace | betterplace.org | betterplace, betterplace.org
DE | FundraisingBox | fundraisingbox.com | fundraisingbox
DE | Altruja | altruja.de | altruja
DE | twingle | twingle.de | twingle
FR | HelloAsso | helloasso.com | helloasso
FR | Leetchi | leetchi.com | leetchi
FR | iRaiser | iraiser.eu | iraiser
ES | Goteo | goteo.org | goteo
ES | Teaming | teaming.net | teaming.net
ES | Mi Grano de Arena | migranodearena.org | mi grano de arena
CH | RaiseNow | raisenow.com raisenow.io | raisenow
AU | Raisely | raisely.com | raisely
`

export type Authority = Brand & { readonly country: string; readonly anywhere: boolean; readonly kind: 'office' | 'platform' }

const read = (table: string, kind: Authority['kind']): readonly Authority[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [country = '', name = '', domains = '', words = ''] = line.split('|').map((cell) => cell.trim())
      return {
        country: country.replace('*', ''),
        anywhere: !country.startsWith('*'),
        name,
        domains: domains.split(' '),
        words: words.split(', ').map((word) => foldHomoglyphs(word)),
        plainWord: false,
        kind,
      }
    })

export const authorities: readonly Authority[] = [...read(offices, 'office'), ...read(platforms, 'platform')]

/** Registered domains that are imitated when somebody poses as one of these; shared suffixes (`gov.uk`, `bund.de`) are nobody's alone. */
export const authorityDomains: readonly string[] = [
  ...new Set(authorities.flatMap(({ domains }) => domains.map((domain) => registered(domain)))),
].filter(
  (domain) => domain.includes('.') && !/^(?:gov\.uk|bund\.de|europa\.eu|admin\.ch|canada\.ca|fgov\.be|fed\.be|[a-z]{2}\.gov)$/.test(domain),
)

/** Endings that only a state gives out; no stranger can have a name under them. */
const stateEnding =
  /(?:^|\.)(?:gov|mil|(?:gov|gob|gouv|govt|gv|mil|gub|go|jus|leg)\.[a-z]{2}|gc\.ca|europa\.eu|bund\.de|admin\.ch|parliament\.uk|nhs\.uk|police\.uk|(?:state|co)\.[a-z]{2}\.us)$/

export const isState = (host: string): boolean => stateEnding.test(host)
