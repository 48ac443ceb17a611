/**
 * Houses whose name opens doors, with the domains that are really theirs: think tanks, universities, papers, foundations, ministries, parliaments, unions of
 * states. Attackers write in their name because an invitation from there is answered. Only the table and the search.
 */
import { plainWords } from '../words/plain-words.ts'
import { isReserved, labelOf } from './domain.ts'

export type Institute = { readonly name: string; readonly domains: readonly string[]; readonly words: readonly string[] }

const table = `
Chatham House | chathamhouse.org | chatham house, royal institute of international affairs
Brookings Institution | brookings.edu | brookings
RAND Corporation | rand.org | rand corporation, rand europe
Carnegie Endowment | carnegieendowment.org ceip.org | carnegie endowment, carnegie europe, carnegie middle east
Atlantic Council | atlanticcouncil.org | atlantic council
Council on Foreign Relations | cfr.org | council on foreign relations
European Council on Foreign Relations | ecfr.eu | european council on foreign relations, ecfr
CSIS | csis.org | center for strategic and international studies, csis
IISS | iiss.org | international institute for strategic studies, iiss
RUSI | rusi.org | royal united services institute, rusi
German Marshall Fund | gmfus.org | german marshall fund
Wilson Center | wilsoncenter.org | wilson center, woodrow wilson
Hoover Institution | stanford.edu hoover.org | hoover institution
Heritage Foundation | heritage.org | heritage foundation
Center for American Progress | americanprogress.org | center for american progress
American Enterprise Institute | aei.org | american enterprise institute
Cato Institute | cato.org | cato institute
Hudson Institute | hudson.org | hudson institute
Stimson Center | stimson.org | stimson center
New America | newamerica.org | new america foundation
Urban Institute | urban.org | urban institute
Brennan Center | brennancenter.org nyu.edu | brennan center
Bipartisan Policy Center | bipartisanpolicy.org | bipartisan policy center
International Crisis Group | crisisgroup.org | international crisis group, crisis group
SIPRI | sipri.org | sipri, stockholm international peace research
Clingendael | clingendael.org clingendael.nl | clingendael
Egmont Institute | egmontinstitute.be | egmont institute
Bruegel | bruegel.org | bruegel
CEPS | ceps.eu | centre for european policy studies
European Policy Centre | epc.eu | european policy centre
SWP | swp-berlin.org | stiftung wissenschaft und politik, german institute for international and security affairs
DGAP | dgap.org | dgap, german council on foreign relations, deutsche gesellschaft fur auswartige politik
Konrad-Adenauer-Stiftung | kas.de | kas, konrad adenauer stiftung, konrad-adenauer-stiftung, konrad adenauer foundation
Friedrich-Ebert-Stiftung | fes.de | friedrich ebert stiftung, friedrich-ebert-stiftung, friedrich ebert foundation
Heinrich-Boll-Stiftung | boell.de boell.org | heinrich boll stiftung, heinrich-boll-stiftung, heinrich boll foundation
Friedrich-Naumann-Stiftung | freiheit.org | friedrich naumann stiftung, friedrich-naumann-stiftung, friedrich naumann foundation
Hanns-Seidel-Stiftung | hss.de | hanns seidel stiftung, hanns-seidel-stiftung, hanns seidel foundation
Bertelsmann Stiftung | bertelsmann-stiftung.de | bertelsmann stiftung, bertelsmann foundation
IFRI | ifri.org | ifri, institut francais des relations internationales
IRIS | iris-france.org | institut de relations internationales et strategiques
Fondation pour la Recherche Strategique | frstrategie.org | fondation pour la recherche strategique
Institut Montaigne | institutmontaigne.org | institut montaigne
Fondation Jean-Jaures | jean-jaures.org | fondation jean-jaures, fondation jean jaures
Real Instituto Elcano | rielcano.org realinstitutoelcano.org | instituto elcano, elcano royal institute
CIDOB | cidob.org | cidob
FAES | fundacionfaes.org | fundacion faes
Open Society Foundations | opensocietyfoundations.org | open society
Ford Foundation | fordfoundation.org | ford foundation
Rockefeller Foundation | rockefellerfoundation.org | rockefeller foundation
Soros Fund | soros.com | soros fund
Carter Center | cartercenter.org | carter center
National Endowment for Democracy | ned.org | national endowment for democracy
National Democratic Institute | ndi.org | national democratic institute
International Republican Institute | iri.org | international republican institute
IFES | ifes.org | international foundation for electoral systems, ifes
International IDEA | idea.int | international idea, institute for democracy and electoral assistance
Freedom House | freedomhouse.org | freedom house
Human Rights Watch | hrw.org | human rights watch
Amnesty International | amnesty.org amnesty.org.uk amnesty.de amnesty.fr amnestyusa.org es.amnesty.org | amnesty international
Transparency International | transparency.org transparency.de | transparency international
Reporters Without Borders | rsf.org | reporters without borders, reporters sans frontieres, reporteros sin fronteras
Committee to Protect Journalists | cpj.org | committee to protect journalists
Pew Research Center | pewresearch.org pewtrusts.org | pew research
Gallup | gallup.com | gallup
Aspen Institute | aspeninstitute.org | aspen institute
Munich Security Conference | securityconference.org securityconference.de | munich security conference, munchner sicherheitskonferenz
World Economic Forum | weforum.org | world economic forum
Bellingcat | bellingcat.com | bellingcat
Harvard University | harvard.edu | harvard, belfer center, ash center, harvard kennedy school
Yale University | yale.edu | yale university, yale law, yale school
Princeton University | princeton.edu | princeton university
Stanford University | stanford.edu | stanford university, stanford law
Columbia University | columbia.edu | columbia university, columbia journalism
MIT | mit.edu | massachusetts institute of technology, at mit, mit media lab
Georgetown University | georgetown.edu | georgetown university
George Washington University | gwu.edu | george washington university
Johns Hopkins | jhu.edu | johns hopkins
New York University | nyu.edu | new york university
University of Chicago | uchicago.edu | university of chicago
University of California | berkeley.edu ucla.edu universityofcalifornia.edu ucsd.edu ucdavis.edu | university of california, uc berkeley, ucla
Tufts University | tufts.edu | tufts university, fletcher school
American University | american.edu | american university
University of Oxford | ox.ac.uk | university of oxford, oxford university, oxford internet institute, reuters institute
University of Cambridge | cam.ac.uk | university of cambridge, cambridge university
London School of Economics | lse.ac.uk | london school of economics
King's College London | kcl.ac.uk | king's college london, kings college london
University College London | ucl.ac.uk | university college london
SOAS | soas.ac.uk | soas university, soas
Sciences Po | sciencespo.fr | sciences po, sciencespo, institut d'etudes politiques de paris
Sorbonne | sorbonne-universite.fr pantheonsorbonne.fr | sorbonne
College of Europe | coleurope.eu | college of europe
European University Institute | eui.eu | european university institute
Hertie School | hertie-school.org | hertie school
Humboldt University | hu-berlin.de | humboldt university, humboldt-universitat, humboldt universitat, hu berlin
Freie Universitat Berlin | fu-berlin.de | freie universitat berlin, free university of berlin
Leiden University | leidenuniv.nl universiteitleiden.nl | leiden university
Central European University | ceu.edu | central european university
Universidad Complutense | ucm.es | universidad complutense, complutense university
Universidad Autonoma de Madrid | uam.es | universidad autonoma de madrid
Pompeu Fabra | upf.edu | pompeu fabra
New York Times | nytimes.com | new york times
Washington Post | washpost.com washingtonpost.com | washington post
Wall Street Journal | wsj.com dowjones.com | wall street journal
USA Today | usatoday.com gannett.com | usa today
Los Angeles Times | latimes.com | los angeles times, la times
Chicago Tribune | chicagotribune.com | chicago tribune
Boston Globe | globe.com bostonglobe.com | boston globe
Politico | politico.com politico.eu | politico
Axios | axios.com | axios
The Atlantic | theatlantic.com | the atlantic magazine
The New Yorker | newyorker.com condenast.com | new yorker
Foreign Affairs | foreignaffairs.com cfr.org | foreign affairs magazine
Foreign Policy | foreignpolicy.com | foreign policy magazine
Bloomberg | bloomberg.net bloomberg.com | bloomberg news, bloomberg
Reuters | thomsonreuters.com reuters.com | reuters
Associated Press | ap.org apnews.com | associated press
AFP | afp.com | agence france-presse, agence france presse
CNN | cnn.com warnermedia.com wbd.com | cnn
NBC News | nbcuni.com nbcnews.com | nbc news
CBS News | cbsnews.com viacomcbs.com paramount.com | cbs news
ABC News | abc.com abcnews.com disney.com | abc news
Fox News | foxnews.com fox.com | fox news
NPR | npr.org | npr, national public radio
ProPublica | propublica.org | propublica
BBC | bbc.co.uk bbc.com | bbc
The Guardian | theguardian.com guardian.co.uk | the guardian
Financial Times | ft.com | financial times
The Times | thetimes.co.uk the-times.co.uk news.co.uk sunday-times.co.uk | the times of london, sunday times
The Telegraph | telegraph.co.uk | daily telegraph, the telegraph
The Independent | independent.co.uk | the independent
The Economist | economist.com | the economist
Channel 4 News | itn.co.uk channel4.co.uk | channel 4 news
Deutsche Welle | dw.com | deutsche welle
Der Spiegel | spiegel.de | der spiegel, spiegel
Die Zeit | zeit.de | die zeit, zeit online
Frankfurter Allgemeine | faz.de faz.net | frankfurter allgemeine, faz
Suddeutsche Zeitung | sz.de sueddeutsche.de | suddeutsche
Die Welt | welt.de axelspringer.com axelspringer.de | die welt
Bild | bild.de axelspringer.de | bild zeitung
Tagesschau | ndr.de tagesschau.de ard.de | tagesschau
ZDF | zdf.de | zdf
taz | taz.de | die tageszeitung
Le Monde | lemonde.fr | le monde, journaliste au monde, pour le monde, redaction du monde
Le Figaro | lefigaro.fr | le figaro
Liberation | liberation.fr | liberation
Mediapart | mediapart.fr | mediapart
France 24 | france24.com | france 24
Radio France | radiofrance.com radiofrance.fr | radio france, france inter
RFI | rfi.fr | radio france internationale
El Pais | elpais.es elpais.com prisa.com | el pais
El Mundo | elmundo.es unidadeditorial.es | el mundo
ABC | abc.es vocento.com | diario abc
La Vanguardia | lavanguardia.es | la vanguardia
elDiario.es | eldiario.es | eldiario
RTVE | rtve.es | rtve, radiotelevision espanola
EFE | efe.com efe.es | agencia efe, efe
Europa Press | europapress.es | europa press
Corriere della Sera | corriere.it rcs.it | corriere della sera
La Repubblica | repubblica.it | la repubblica
Voice of America | voanews.com | voice of america
Radio Free Europe | rferl.org | radio free europe, rfe/rl
Al Jazeera | aljazeera.net aljazeera.com | al jazeera
United Nations | un.org undp.org unicef.org unesco.org unhcr.org unv.org unwomen.org undp.org unicef.org unesco.org unhcr.org ohchr.org unodc.org unfpa.org unops.org unhabitat.org | united nations development programme, united nations, naciones unidas, nations unies, vereinte nationen, onu, unesco, unicef, undp, pnud, unhcr, acnur, ohchr, unodc, un volunteers, un women, onu femmes, onu mujeres, un habitat, unfpa, unops, un special rapporteur
NATO | nato.int | nato, otan
OSCE | osce.org odihr.pl | osce, odihr
OECD | oecd.org | oecd, ocde
Council of Europe | coe.int | council of europe, conseil de l'europe, consejo de europa, europarat
European Commission | ec.europa.eu europa.eu | european commission, comision europea, commission europeenne, europaische kommission
European Parliament | europarl.europa.eu europa.eu | european parliament, parlamento europeo, parlement europeen, europaisches parlament
European External Action Service | eeas.europa.eu europa.eu | european external action service, eeas
Wellcome Trust | wellcome.org | wellcome trust
Gates Foundation | gatesfoundation.org | gates foundation
MacArthur Foundation | macfound.org | macarthur foundation
Knight Foundation | knightfoundation.org | knight foundation
Hewlett Foundation | hewlett.org | hewlett foundation
Robert Bosch Stiftung | bosch-stiftung.de | robert bosch stiftung, bosch stiftung
Volkswagenstiftung | volkswagenstiftung.de | volkswagenstiftung
Rosa-Luxemburg-Stiftung | rosalux.de | rosa-luxemburg-stiftung, rosa luxemburg stiftung
Nobel Foundation | nobelprize.org nobel.se nobelpeaceprize.org | nobel foundation, nobel institute, nobel committee, nobel peace center
World Health Organization | who.int | world health organization, world health organisation
International Red Cross | icrc.org ifrc.org redcross.org | international red cross, red cross committee
ACLU | aclu.org | aclu, american civil liberties union
Common Cause | commoncause.org | common cause
League of Women Voters | lwv.org | league of women voters
Campaign Legal Center | campaignlegalcenter.org | campaign legal center
Electoral Commission | electoralcommission.org.uk | electoral commission
Data for Progress | dataforprogress.org | data for progress
Oxfam | oxfam.org oxfam.org.uk oxfamamerica.org | oxfam
Greenpeace | greenpeace.org greenpeace.de greenpeace.fr | greenpeace
Access Now | accessnow.org | access now
Electronic Frontier Foundation | eff.org | electronic frontier foundation
Duke University | duke.edu | duke university
Cornell University | cornell.edu | cornell university
Brown University | brown.edu | brown university
University of Pennsylvania | upenn.edu | university of pennsylvania
University of Michigan | umich.edu | university of michigan
Northwestern University | northwestern.edu | northwestern university
University of Edinburgh | ed.ac.uk | university of edinburgh
University of Manchester | manchester.ac.uk | university of manchester
Universitat Heidelberg | uni-heidelberg.de | universitat heidelberg, heidelberg university
Universitat Munchen | lmu.de uni-muenchen.de | ludwig-maximilians-universitat, lmu munchen
Max-Planck-Gesellschaft | mpg.de | max-planck-institut, max planck institut, max planck institute, max-planck-gesellschaft
Universitat Wien | univie.ac.at | universitat wien, university of vienna
ETH Zurich | ethz.ch | eth zurich
Universidad de Salamanca | usal.es | universidad de salamanca
Universidad de Barcelona | ub.edu | universidad de barcelona, universitat de barcelona
Universidad Carlos III | uc3m.es | universidad carlos iii
UNED | uned.es | uned
CNRS | cnrs.fr | cnrs
Ecole normale superieure | ens.fr ens.psl.eu | ecole normale superieure
College de France | college-de-france.fr | college de france
Terra Nova | tnova.fr | fondation terra nova
Vox | vox.com voxmedia.com | vox media
Newsweek | newsweek.com | newsweek
The Intercept | theintercept.com | the intercept
MSNBC | msnbc.com nbcuni.com | msnbc
PBS | pbs.org newshour.org | pbs, pbs newshour
Sky News | sky.uk sky.com | sky news
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
World Bank | worldbank.org | world bank
International Monetary Fund | imf.org | international monetary fund
Organization of American States | oas.org | organization of american states
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

const institutes: readonly Institute[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', domains = '', words = ''] = line.split(' | ')
    return { name, domains: domains.split(' '), words: words.split(', ').map(plainWords) }
  })

/** Words of one institute may be part of another's: the longest that was found counts. */
const byWord = institutes
  .flatMap((institute) => institute.words.map((word) => ({ word, institute })))
  .sort((left, right) => right.word.length - left.word.length)
const anyWord = new RegExp(
  `(?<![a-z0-9])(?:${byWord.map(({ word }) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})(?![a-z0-9])`,
  'g',
)
const ofWord = new Map(byWord.map(({ word, institute }) => [word, institute]))

/** The institutes named in plain words, in the order of the text. */
export function institutesIn(plain: string): readonly Institute[] {
  const found = new Set<Institute>()
  for (const hit of plain.slice(0, 4000).matchAll(anyWord)) {
    const institute = ofWord.get(hit[0])
    if (institute !== undefined) found.add(institute)
  }
  return [...found]
}

const byLabel = new Map(
  institutes.flatMap((institute) => institute.domains.map((domain) => [labelOf(domain), institute] as const)).reverse(),
)

/** The institute whose domain begins so: `rand` of rand.org. */
export const instituteOfLabel = (label: string): Institute | undefined => byLabel.get(label)

/** Whether a host is one of an institute's, or of a kind that nobody else can register. */
export const isOfInstitute = (institute: Institute, host: string): boolean =>
  institute.domains.some((domain) => host === domain || host.endsWith(`.${domain}`)) ||
  (isReserved(host) && institute.domains.some((domain) => host.startsWith(`${domain.slice(0, domain.lastIndexOf('.'))}.`)))
