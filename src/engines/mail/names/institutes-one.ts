/** Houses whose name opens doors, first half of the table: name | domains that are really theirs | how they are called. */
export const institutesOne = `
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
World Health Organization | who.int | world health organization, world health organisation, organizacion mundial de la salud, organisation mondiale de la sante, weltgesundheitsorganisation
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
` // biome-ignore format: a table
