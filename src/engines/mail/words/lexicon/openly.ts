/** What people say who have nothing to hide: no haste, nothing wanted, others to ask, and polls that are no elections. */
export const openly = {
  /** Nothing presses. */
  noHurry: `
    no hurry, no rush, not urgent, nothing urgent, isn t urgent, is not urgent, can wait, it can all wait, that can wait, whenever you, whenever it suits, whenever suits, when it suits you, at your leisure, take your time, in your own time, no deadline, any time is fine,
    rien ne presse, pas urgent, rien d urgent, ca peut attendre, cela peut attendre, peut attendre, quand cela vous arrange, quand ca t arrange, quand vous pourrez, quand tu pourras, prenez votre temps, sans urgence, a l occasion,
    sin prisa, no corre prisa, no hay prisa, sin prisas, no es urgente, nada urgente, puede esperar, cuando puedas, cuando pueda, cuando te venga bien, cuando le venga bien, con calma,
    keine eile, eilt nicht, nicht eilig, nichts eiliges, hat zeit, kann warten, wenn es ihnen passt, wenn es dir passt, wenn sie zeit haben, wenn du zeit hast, in aller ruhe, bei gelegenheit`,
  /** What the writer does not want of the reader. */
  spared: `
    antwort ist nicht notig, antwort nicht notig, antwort erwarte ich nicht, no response needed, no response necessary, no answer necessary, no answer expected, n appelle pas de reponse, ne demande pas de reponse, n attends pas de reponse, no requiere respuesta, no espero respuesta, no hace falta respuesta,
    no contestes si, no respondas si, no hace falta que contestes, ne reponds pas si, ne repondez pas si, antworte nicht wenn, antworten musst du nicht, don t answer if, don t reply if, no need to text back, no need to call back,
    nothing for work, nothing about work, nothing to do with work, not about work, need nothing, nothing needed, no need to do anything, no need to answer, no need to reply, don t need to reply, no reply needed, no answer needed, nothing you need to do, nothing to do, don t send anything, do not send anything, don t send me anything, please don t send, please do not send, not send me anything, nothing here please, don t send work, don t forward, don t need bank details, do not need bank details, don t need any personal, never a fee, there is no fee, no fee, not asking for, i m not asking, i am not asking, not after, won t ask for, no names needed, no money involved,
    nada de trabajo, nada del trabajo, no necesito nada, no hace falta que respondas, no hace falta responder, no hace falta contestar, no me mandes nada, no me mandes, no me envies, no me envie nada, no me envie, no pregunto por, no pedimos, no le pido, no te pido, no hay que pagar, sin coste, no busco,
    rien pour le travail, rien de professionnel, pas besoin de repondre, inutile de repondre, besoin de rien, ne m envoyez rien, ne m envoie rien, ne m envoyez pas, ne m envoie pas, je ne demande, je ne vous demande, ne demandons, aucun frais, sans frais,
    nichts dienstliches, nichts berufliches, nichts fur die arbeit, brauche nichts, ich brauche keine, wir brauchen keine, musst nicht antworten, mussen nicht antworten, keine antwort notig, schick mir hier nichts, schick mir nichts, schicken sie mir nichts, schickt mir nichts, bitte nichts, bitte keine, frage nicht nach, fragen nicht nach, kostet nichts, keine gebuhr`,
  /** Others who know of it, by whom the reader can make sure. */
  othersKnow: `
    mi editora es, mi editor es, mi redactora jefa es, mi jefa es, ma redactrice en chef est, mon redacteur en chef est, meine redakteurin ist, mein redakteur ist, my desk editor is, my boss is, my line manager is,
    you know the number, you know my number, you ve got my number, sabes mi numero, ya sabes el numero, tu connais mon numero, vous connaissez mon numero, du kennst meine nummer, sie kennen meine nummer, work address in copy, work address in cc, work mail in copy, direccion del trabajo en copia, adresse professionnelle en copie, dienstadresse in kopie, como quedamos, comme convenu avec, wie mit * besprochen, as we agreed with,
    in copy, copied in, in cc, on cc, cc d, copied here, copied above, is copied, copy your press, copy your office, copy whoever, copy anyone, through the switchboard, via the switchboard, through your switchboard, your office line, your landline, has my number, have my number, knows my number, on the phone list, on the contact list, on the emergency list, in the phone tree, knows me from, knows me since, can vouch for me, will vouch for me, ask anyone, my editor is, my editor there, my supervisor is, my supervisor at, the same number as always, same number as ever, my number is the same, my old number, on the landline, at my landline,
    en copia, en cc, tiene mi numero, tienen mi numero, mi numero de siempre, mismo numero de siempre, me conoce de, me conocen de, llamame ~ al fijo, llameme ~ al fijo, al fijo, al numero de siempre, dirige la profesora, dirige el profesor, la dirige, lo dirige, mi tutora es, mi tutor es, mi directora es,
    en copie, a mon numero, ont mon numero, me connait depuis, me connaissent depuis, au fixe, sur le fixe, mon numero n a pas change, sous la direction de, dirigee par, dirige par,
    in kopie, steht in cc, hat meine nummer, haben meine nummer, kennt mich von, kennt mich seit, kennen mich von, kennen mich seit, auf dem festnetz, uber festnetz, im festnetz, alte nummer, meine nummer ist die, betreut von, betreut wird, betreut die arbeit`,
  /** Somebody comes to fetch what only its voter hands in. */
  weFetch: `
    our drivers, our driver, our volunteers pick, our volunteers come, our people come, our helpers come, we pick up, we ll pick up, we will pick up, we pick them up, we pick it up, we come by for, we ll come by for, we will come by for, we come for your, we ll come for, we fetch, we ll fetch, under the mat, leave yours under, leave it under, hand it to our driver,
    pasamos a por, pasaremos a por, venimos a por, pasamos a buscar, pasaremos a buscar, recogemos los sobres, recogemos su sobre, recogemos los votos, bajo el felpudo, debajo del felpudo,
    nous venons chercher, nous viendrons chercher, nos benevoles passent, nos chauffeurs, sous le paillasson,
    wir holen, unsere helfer holen, unsere fahrer, wir kommen ~ holen, unter die fussmatte, unter der fussmatte`,
  /** Dates and favourites are voted on too. */
  datePoll: `
    doodle, date poll, poll for a date, poll for the date, which dates, which date suits, find a date, finding a date, best date, pick a date, pick a time, proposed dates, proposed times, scheduling poll, meeting poll, photo contest, best photo, favourite photo, best logo, name for the,
    encuesta de fechas, elige fecha, elija fecha, que fecha, que dia os viene, mejor fecha, fechas propuestas,
    sondage de dates, choix de la date, choix des dates, quelle date, dates proposees, framadate,
    terminumfrage, terminabstimmung, terminvorschlag*, terminfindung, termin finden, welcher termin, wann passt, terminauswahl`,
} as const
