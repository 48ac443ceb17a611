/** Houses whose name opens doors, second half of the table: name | domains that are really theirs | how they are called. */
export const institutesTwo = `
38 North | 38north.org stimson.org | 38 north
ITV | itv.com | itv news
ARD | ard.de daserste.de wdr.de ndr.de br.de swr.de mdr.de hr.de rbb-online.de | ard, wdr, norddeutscher rundfunk, westdeutscher rundfunk, bayerischer rundfunk
Correctiv | correctiv.org | correctiv
Handelsblatt | handelsblatt.com handelsblattgroup.com | handelsblatt
TF1 | tf1.fr | tf1
France Televisions | francetv.fr | france televisions, france 2, france 3
L'Express | lexpress.fr | l'express
Le Parisien | leparisien.fr | le parisien
Cadena SER | prisaradio.com cadenaser.com prisamedia.com | cadena ser
Onda Cero | ondacero.es atresmedia.com | onda cero, la sexta, atresmedia
Telecinco | telecinco.es mediaset.es | telecinco
World Bank | worldbank.org | world bank, banco mundial, banque mondiale, weltbank
International Monetary Fund | imf.org | international monetary fund, fondo monetario internacional, fonds monetaire international, internationaler wahrungsfonds
Organization of American States | oas.org | organization of american states, organizacion de los estados americanos, oas electoral, oas mission
US State Department | state.gov | department of state, state department, usaid, u.s. department of state, us embassy, u.s. embassy, american embassy, embassy of the united states
White House | who.eop.gov whitehouse.gov eop.gov | white house
US Congress | house.gov senate.gov loc.gov | us congress, u.s. congress, house of representatives, us senate, u.s. senate, congressional research service
Department of Justice | usdoj.gov doj.gov justice.gov | department of justice
FBI | fbi.gov ic.fbi.gov | fbi, federal bureau of investigation
CISA | cisa.dhs.gov cisa.gov | cisa, cybersecurity and infrastructure security agency
Election Assistance Commission | eac.gov | election assistance commission
Federal Election Commission | fec.gov | federal election commission
UK Parliament | parliament.uk | house of commons, house of lords, uk parliament
Foreign Office | fcdo.gov.uk fco.gov.uk gov.uk | foreign office, foreign, commonwealth and development office, fcdo
Cabinet Office | cabinetoffice.gov.uk gov.uk | cabinet office, downing street, prime minister's office
Home Office | homeoffice.gov.uk gov.uk | home office uk
Auswartiges Amt | auswaertiges-amt.de diplo.de | auswartiges amt, auswartigen amt, auswartigen amts, german foreign office
Bundestag | bundestag.de | bundestag
Bundesministerium des Innern | bmi.bund.de bund.de | bundesministerium des innern, bundesinnenministerium
Bundeskanzleramt | bk.bund.de bund.de bundesregierung.de | bundeskanzleramt
Assemblee nationale | assemblee-nationale.fr | assemblee nationale
Senat | senat.fr | senat francais
Quai d'Orsay | diplomatie.gouv.fr gouv.fr | ministere des affaires etrangeres, quai d'orsay, ministere de l'europe et des affaires etrangeres
Elysee | elysee.fr | elysee
Congreso de los Diputados | congreso.es | congreso de los diputados
Ministerio de Asuntos Exteriores | maec.es exteriores.gob.es gob.es | ministerio de asuntos exteriores
La Moncloa | presidencia.gob.es lamoncloa.gob.es gob.es | la moncloa, palacio de la moncloa
Friends of Europe | friendsofeurope.org | friends of europe
Center for a New American Security | cnas.org | center for a new american security, cnas
Foreign Policy Research Institute | fpri.org | foreign policy research institute
Middle East Institute | mei.edu | middle east institute
Washington Institute | washingtoninstitute.org | washington institute
Quincy Institute | quincyinst.org | quincy institute
Roosevelt Institute | rooseveltinstitute.org | roosevelt institute
Economic Policy Institute | epi.org | economic policy institute
Demos | demos.co.uk demos.org | demos think tank
IPPR | ippr.org | institute for public policy research, ippr
Fabian Society | fabians.org.uk | fabian society
Institute for Government | instituteforgovernment.org.uk | institute for government
Joseph Rowntree Foundation | jrf.org.uk jrct.org.uk | joseph rowntree
Nuffield Foundation | nuffieldfoundation.org | nuffield foundation
Resolution Foundation | resolutionfoundation.org | resolution foundation
Centre for European Reform | cer.eu | centre for european reform
Jacques Delors Centre | delorscentre.eu hertie-school.org | jacques delors
Wilfried Martens Centre | martenscentre.eu | martens centre
Foundation for European Progressive Studies | feps-europe.eu | foundation for european progressive studies
European Endowment for Democracy | democracyendowment.eu | european endowment for democracy
European Partnership for Democracy | epd.eu | european partnership for democracy
Westminster Foundation for Democracy | wfd.org | westminster foundation for democracy
German Council on Foreign Relations | dgap.org | german council on foreign relations
Mercator Stiftung | stiftung-mercator.de | stiftung mercator, mercator stiftung
Korber-Stiftung | koerber-stiftung.de | korber-stiftung, korber stiftung
ZEIT-Stiftung | zeit-stiftung.de | zeit-stiftung
Hans-Bockler-Stiftung | boeckler.de | hans-bockler-stiftung, hans bockler stiftung
Bundeszentrale fur politische Bildung | bpb.de | bundeszentrale fur politische bildung, bpb
Wissenschaftszentrum Berlin | wzb.eu | wissenschaftszentrum berlin, wzb
DIW | diw.de | deutsches institut fur wirtschaftsforschung, diw berlin
ifo Institut | ifo.de | ifo institut, ifo institute
Fraunhofer | fraunhofer.de | fraunhofer
Helmholtz | helmholtz.de | helmholtz-gemeinschaft, helmholtz zentrum
Leibniz-Gemeinschaft | leibniz-gemeinschaft.de | leibniz-gemeinschaft, leibniz institut, leibniz-institut
DAAD | daad.de | daad, deutscher akademischer austauschdienst
Goethe-Institut | goethe.de | goethe-institut, goethe institut
British Council | britishcouncil.org | british council
Institut francais | institutfrancais.com | institut francais
Instituto Cervantes | cervantes.es | instituto cervantes
Fulbright | fulbrightonline.org iie.org | fulbright
Rhodes Trust | rhodeshouse.ox.ac.uk | rhodes trust, rhodes house
Chevening | chevening.org | chevening
Universitat Bonn | uni-bonn.de | universitat bonn
Universitat Leipzig | uni-leipzig.de | universitat leipzig
Universitat Hamburg | uni-hamburg.de | universitat hamburg
Universitat Koln | uni-koeln.de | universitat koln, university of cologne
Universitat Frankfurt | uni-frankfurt.de | goethe-universitat, goethe universitat
Universitat Zurich | uzh.ch | universitat zurich, university of zurich
Technische Universitat Munchen | tum.de | technische universitat munchen
Universite de Geneve | unige.ch | universite de geneve, university of geneva
KU Leuven | kuleuven.be | ku leuven, university of leuven
Universite libre de Bruxelles | ulb.be ulb.ac.be | universite libre de bruxelles
University of Amsterdam | uva.nl | university of amsterdam
Universite Paris | u-paris.fr pantheonsorbonne.fr dauphine.psl.eu | universite paris, paris dauphine, pantheon-sorbonne
EHESS | ehess.fr | ehess
Ecole polytechnique | polytechnique.edu | ecole polytechnique
INSEAD | insead.edu | insead
HEC Paris | hec.fr hec.edu | hec paris
INED | ined.fr | ined
INSERM | inserm.fr | inserm
CSIC | csic.es | csic, consejo superior de investigaciones cientificas
CIS | cis.es | centro de investigaciones sociologicas
Universidad de Navarra | unav.edu unav.es | universidad de navarra
Universidad de Granada | ugr.es | universidad de granada
Universidad de Sevilla | us.es | universidad de sevilla
Universidad de Valencia | uv.es | universidad de valencia, universitat de valencia
IE University | ie.edu | ie university, ie business school
ESADE | esade.edu | esade
El Colegio de Mexico | colmex.mx | colegio de mexico
UNAM | unam.mx | unam, universidad nacional autonoma
Fundacion Alternativas | fundacionalternativas.org | fundacion alternativas
Fundacion Telefonica | fundaciontelefonica.com telefonica.com | fundacion telefonica
Fundacion la Caixa | fundacionlacaixa.org | fundacion la caixa
Durham University | durham.ac.uk dur.ac.uk | durham university
University of Warwick | warwick.ac.uk | university of warwick
University of Bristol | bristol.ac.uk | university of bristol
University of Glasgow | gla.ac.uk glasgow.ac.uk | university of glasgow
University of Leeds | leeds.ac.uk | university of leeds
University of Essex | essex.ac.uk | university of essex
Trinity College Dublin | tcd.ie | trinity college dublin
University College Dublin | ucd.ie | university college dublin
University of Toronto | utoronto.ca | university of toronto
McGill University | mcgill.ca | mcgill
University of Melbourne | unimelb.edu.au | university of melbourne
Australian National University | anu.edu.au | australian national university
University of Texas | utexas.edu | university of texas
University of Virginia | virginia.edu | university of virginia
University of Wisconsin | wisc.edu | university of wisconsin
University of Washington | uw.edu washington.edu | university of washington
Boston University | bu.edu | boston university
Ohio State | osu.edu | ohio state university
Arizona State University | asu.edu | arizona state university
Notre Dame | nd.edu | university of notre dame
Dartmouth | dartmouth.edu | dartmouth college
Vanderbilt | vanderbilt.edu | vanderbilt university
Rice University | rice.edu | baker institute
Time Magazine | time.com | time magazine
Vice News | vice.com | vice news
BuzzFeed News | buzzfeed.com | buzzfeed
The Hill | thehill.com nexstar.tv | thehill
Roll Call | rollcall.com cqrollcall.com | roll call newsroom, cq roll call
Semafor | semafor.com | semafor
Mother Jones | motherjones.com | mother jones
Sunday Times Magazine | thetimes.co.uk news.co.uk | the times newspaper
Daily Mail | dailymail.co.uk mailonline.co.uk | daily mail
Daily Mirror | mirror.co.uk reachplc.com | daily mirror
The Irish Times | irishtimes.com | irish times
RTE | rte.ie | rte news
Radio 4 | bbc.co.uk bbc.com | radio 4, newsnight, panorama programme
Swissinfo | swissinfo.ch srgssr.ch | swissinfo
SRF | srf.ch | schweizer radio
Neue Zurcher Zeitung | nzz.ch | neue zurcher zeitung, nzz
Der Standard | derstandard.at | der standard
ORF | orf.at | orf
Der Tagesspiegel | tagesspiegel.de | tagesspiegel
Stern | stern.de | stern magazin
Focus | focus.de | focus magazin
Deutschlandfunk | deutschlandradio.de deutschlandfunk.de dlf.de | deutschlandfunk, deutschlandradio
dpa | dpa.com | deutsche presse-agentur, dpa
Ouest-France | ouest-france.fr sipa.ouest-france.fr | ouest-france, ouest france
La Croix | la-croix.com bayard-presse.com groupebayard.com | la croix
Les Echos | lesechos.fr | les echos
BFM TV | bfmtv.fr nextradiotv.com alticemedia.com | bfm tv, bfmtv
Courrier international | courrierinternational.com | courrier international
Le Temps | letemps.ch | le temps geneve
RTBF | rtbf.be | rtbf
Le Soir | lesoir.be rossel.be | le soir bruxelles
El Confidencial | elconfidencial.com | el confidencial
infoLibre | infolibre.es | infolibre
El Periodico | elperiodico.com prensaiberica.es | el periodico
La Razon | larazon.es | diario la razon
Antena 3 | atresmedia.com antena3.com | antena 3
Cope | cope.es | cadena cope
Newtral | newtral.es | newtral
Maldita | maldita.es | maldita.es
TVE | rtve.es | television espanola
Nikkei | nikkei.com nex.nikkei.co.jp | nikkei
NHK | nhk.or.jp | nhk
Haaretz | haaretz.co.il | haaretz
International Federation of Journalists | ifj.org | international federation of journalists
OCCRP | occrp.org | organized crime and corruption reporting, occrp
ICIJ | icij.org | international consortium of investigative journalists, icij
International Labour Organization | ilo.org | international labour organization
World Trade Organization | wto.org | world trade organization
International Criminal Court | icc-cpi.int | international criminal court
European Court of Human Rights | echr.coe.int coe.int | european court of human rights
European Central Bank | ecb.europa.eu ecb.int europa.eu | european central bank
Interpol | interpol.int | interpol
Europol | europol.europa.eu europa.eu | europol
African Union | africa-union.org au.int | african union
International Red Cross | icrc.org ifrc.org redcross.org | red cross delegation
Doctors Without Borders | msf.org | medecins sans frontieres, doctors without borders, medicos sin fronteras, arzte ohne grenzen
Save the Children | savethechildren.org savethechildren.org.uk | save the children
WWF | wwf.org wwf.org.uk wwf.de wwf.fr | wwf
Frontline Defenders | frontlinedefenders.org | front line defenders, frontline defenders
PEN International | pen-international.org pen.org | pen international, pen america
Civil Rights Defenders | crd.org | civil rights defenders
Citizen Lab | citizenlab.ca | citizen lab
Mozilla Foundation | mozillafoundation.org mozilla.org | mozilla foundation
Open Technology Fund | opentech.fund | open technology fund
Democracy Fund | democracyfund.org | democracy fund
Omidyar | omidyar.com | omidyar
Luminate | luminategroup.com | luminate group
Bloomberg Philanthropies | bloomberg.org | bloomberg philanthropies
Charles Stewart Mott Foundation | mott.org | mott foundation
Packard Foundation | packard.org | packard foundation
Carnegie Corporation | carnegie.org | carnegie corporation
Department of Homeland Security | dhs.gov hq.dhs.gov | department of homeland security
Pentagon | mil defense.gov | pentagon, department of defense
European Council | consilium.europa.eu europa.eu | european council, council of the european union
Auslandsvertretung | diplo.de auswaertiges-amt.de | deutsche botschaft, deutschen botschaft, german embassy
British Embassy | fcdo.gov.uk gov.uk | british embassy, british high commission
French Embassy | diplomatie.gouv.fr gouv.fr ambafrance.org | ambassade de france, french embassy
Spanish Embassy | maec.es gob.es | embajada de espana, spanish embassy
Bundesprasidialamt | bpra.bund.de bund.de | bundesprasidialamt
Bundesministerium | bund.de | bundesministerium
Bundeswahlleiterin | bundeswahlleiterin.de bund.de destatis.de | bundeswahlleiter, bundeswahlleiterin
Conseil constitutionnel | conseil-constitutionnel.fr | conseil constitutionnel
Matignon | pm.gouv.fr gouv.fr | matignon
Tribunal Constitucional | tribunalconstitucional.es | tribunal constitucional
Defensor del Pueblo | defensordelpueblo.es | defensor del pueblo
` // biome-ignore format: a table
