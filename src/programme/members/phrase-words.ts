/**
 * Words for phrases that are said on the telephone and recognised on a page: short, concrete, calm, and none that sounds like another of its list.
 * 128 a language, so that a word is seven bits.
 */
import type { Language } from '#kernel'

const split = (words: string): readonly string[] => words.trim().split(/\s+/)

export const phraseWords: Readonly<Record<Language, readonly string[]>> = {
  en: split(`
    acorn amber anchor apple apron arrow aunt autumn badger bakery bamboo banana barley basket beach bicycle
    biscuit blanket bottle branch bridge bucket butter button cabin camel candle canoe carpet carrot castle cedar
    chapel cherry chimney cinema circus clock cloud coffee compass copper coral cotton cousin cradle cricket curtain
    daisy diamond dolphin donkey drawer eagle elbow engine falcon feather ferry fiddle finger forest fountain garden
    ginger glove gravel guitar hammer harbour harvest hazel honey island ivory jacket jungle kettle kitchen ladder
    lantern lemon library lizard magnet maple marble market meadow melon mirror mitten monday mountain mustard needle
    nephew october olive onion orchard oyster paddle pebble pencil pepper piano pillow planet pocket potato pumpkin
    quilt rabbit ribbon river saddle salmon school silver spoon summer sunday table tiger tunnel velvet window`),
  es: split(`
    abeja abrigo abuela aceite agosto águila alfombra almendra amarillo ancla anillo arena armario arroz árbol asiento
    avena avión azúcar balcón ballena barco bicicleta bosque botella bufanda burro caballo cabra café caja calle
    camello camino campana canasta caracol casa castillo cebolla cereza cielo cine ciruela cocina colina conejo copa
    corcho cordero cuadro cuchara delfín desierto diamante domingo elefante enero escalera espejo espiga estrella faro flecha
    flor fresa fuente gallina garaje girasol globo guante guitarra helado hierba higo hoja hormiga huerto iglesia
    isla jardín jueves lámpara lápiz leche lechuza limón lluvia loro luna madera maleta manzana mariposa martillo
    melón mercado mesa miel molino montaña museo naranja nido nieve nube octubre olivo oso otoño paloma
    panadero paraguas pepino piano piedra pino primo puente queso reloj río sandía silla tigre tomate ventana`),
  fr: split(`
    abeille abricot agneau aigle amande ananas ancre anneau arbre argent armoire assiette août avion avoine balcon
    baleine ballon bambou banane bateau beurre bijou biscuit bonnet bougie bouteille bouton brebis brique cabane cactus
    café caillou canard canoë carotte castor cerise chaise chameau chapeau château cheminée cheval chèvre cinéma citron
    clairière cloche collier colline concombre coquille corbeille cousin coussin cuillère cuisine dauphin dimanche diamant écharpe école
    écureuil église éléphant érable étoile facteur falaise fenêtre fontaine forêt fourmi fraise fromage gant garage gâteau
    girafe guitare hameau herbe hibou hiver horloge île ivoire janvier jardin jeudi jument lampe lavande lézard
    librairie lune maison mardi marché marteau melon miel miroir montagne moulin musée neige noisette nuage octobre
    oignon olive orange panier papillon parapluie perle piano pigeon plage pomme pont rivière ruban table tigre`),
  de: split(`
    Abend Adler Ahorn Ameise Ampel Ananas Anker Apfel April Arena Bäcker Balkon Bambus Banane Bauer Becher
    Biene Birke Birne Blume Boot Brille Brücke Butter Dackel Dorf Eiche Eimer Elefant Ente Erdbeere Esel
    Eule Fähre Fahrrad Falke Feder Felsen Fenster Fichte Flasche Flöte Fluss Forelle Fuchs Gabel Garten Geige
    Giraffe Glocke Gurke Hafen Hafer Hammer Handschuh Hase Herbst Himbeere Himmel Honig Hügel Igel Insel Jacke
    Januar Kaffee Kaktus Kamel Kamin Kanne Karotte Kastanie Käse Kerze Kino Kirsche Kissen Klavier Koffer Kompass
    Korb Krokus Kuchen Laterne Leiter Linde Löffel Mandel Mantel Markt Maulwurf Melone Mittwoch Mond Mühle Museum
    Nachbar Nadel Nebel Nudel Oktober Onkel Orange Papagei Perle Pfeffer Pinsel Quelle Regen Ring Sattel Schere
    Schule Segel Silber Sommer Spiegel Stern Storch Tasse Teppich Tiger Tulpe Turm Vogel Wiese Wolke Zitrone`),
}
