/**
 * Small pieces that mean little alone: two of them near each other say what no list of phrases can hold in every wording. `evasion.ts` and some rules put them
 * together.
 */
export const pieces = {
  /** What one writes and speaks with. */
  gadget: `
    app, printer, calendar, contacts, sim, sim card, battery, number, vpn access, conexion, internet, tarjeta sim, connexion, carte sim, verbindung, akku, sim karte, drucker,
    phone*, mobile*, cell, handset, laptop*, notebook, computer*, pc, ipad, tablet, server*, system, network, vpn, wifi, wi fi, internet, mailbox*, work mail, office mail, e mail, email, mail, inbox, account, login, log in, access, drive, outlook, line, lines, landline, switchboard, screen, machine, desktop,
    movil, telefono, celular, portatil, ordenador, servidor, sistema, red, correo, buzon, cuenta, acceso, centralita,
    telephone, portable, ordinateur, poste, serveur, reseau, messagerie, boite, compte, acces, standard,
    handy*, diensthandy, telefon*, rechner, laptop, server*, netz, vereinsnetz, postfach, konto, zugang, leitung, zentrale`,
  /** And how it fails people. */
  outOfOrder: `
    mislaid, misplaced, left at, forgot, forgotten, swallow*, eats, ate, shut, cut off, cut, no longer, expired, bust, smashed, dropped, ran out, runs out, cuts out, without, no signal, se ha caido, sin conexion, olvidad*, dejado, m a vole, oublie*, coupe*, sans connexion, vergessen, verlegt, liegt zu hause, aus, weg, ausgefallen, tot,
    dead, died, dying, broken, broke, down, block*, locked, lost, stolen, stole, robbed, in repair, being repaired, charging, empty, flat, crash*, frozen, froze, hacked, compromised, migrat*, maintenance, offline, unreachable, not working, stopped working, won t, can t, cannot, could not, couldn t, doesn t, does not work, isn t working, refuses, rejects, throws, kicks, gone, went into, fell into, lake, water, cracked, swamped, flooded, wiped, reset, playing up, on the blink, acting up, misbehav*, have me, let me in,
    caid*, averiad*, estropead*, roto, rota, bloquead*, robad*, perdid*, sin bateria, no tengo acceso, no funciona*, no puedo, no me deja, cambiar el, cambiado, colgad*, migracion,
    en panne, en rade, hors service, casse*, vole*, perdu*, bloque*, vide, decharge*, ne marche, ne fonctionne*, plante, inaccessible, migration,
    leer, kaputt, defekt, gesperrt, gestort, gestohlen, verloren, abgesturzt, umgestellt, gewartet, geht nicht, nicht ins, nicht an, nicht in, komme nicht, funktioniert nicht, spinnt, streikt`,
  /** No. */
  negation: `
    not, t, no, never, nobody, none, without, other than, rather than, instead of, fewer, least, nothing, avoid, please don, nicht, kein*, ohne, niemand*, nie, statt, sin, nunca, nadie, ni, tampoco, mejor que, ne, pas, sans, jamais, personne, rien, eviter`,
  /** Others get to hear of it. */
  knowing: `
    hear of it, hear of this, hear about it, been told, was told, were told, be told, get wind, find out, learn of, people out of, out of it, silence, spread, official, no lo sepa, se entere, oficial, hors de, silence, offiziell, mitbekommt, mitkriegt, spitzkriegt,
    to know, who know, who knows, must know, need know, knows about, know about this, know of it, hear of, hears of, hear about, tell, told, telling, mention*, inform*, talk about, talk to, speak about, speak of, speak to, discuss*, share this, forward this, forward it, loop, copy in, cc, ask around, check with, run it by, run this by, bring it up, raise it, raise this, breathe, whisper, blab, leak, involve*, announce*, go public, made public, is public, be public, public yet,
    terceros, sepa, saberlo, comentar*, comentes, comente, comunique, comuniques, mencion*, entere*, al tanto, avises, avise, diga, digas, difunda*, publique,
    le savoir, le sache, en parler, en parlez, en parle, evoquer, l evoquer, evoquez, evoque, au courant, dans la confidence, prevenir, prevenez, ebruit*, publique, un mot,
    davon weiss, davon wissen, wissen lassen, erfahr*, weitersagen, sagen sie, sag es, erzahl*, erwahn*, besprech*, weitergeb*, bescheid, einweih*, eingeweiht, offentlich`,
  /** Where one would ask otherwise, and find out. */
  usualWay: `
    correo institucional, correo corporativo, correo de trabajo, direccion institucional, institutional mail, institutional email, institutional address, official mail, official email, official address, organisation mail, organization mail, work e mails, adresse professionnelle, adresse institutionnelle, mail professionnel, dienstliche adresse, dienstliche mail*, dienstadresse, dienstpostfach,
    your work, the work one, people, staff, her people, his people, your chair, the chair, owen, the candidate s office, el trabajo, del trabajo, le travail, du travail, votre travail, arbeit, dienst*,
    my office, your office, the office, work machine, work computer, work laptop, work address, work mail, work e mail, work email, work account, work phone, office account, office mail, office mailbox, office computer, university system, university account, university mail, faculty page, department page, press office, press department, secretary, secretariat, my assistant, headquarters, head office, switchboard, main line, general line, main number, embassy, branch, your bank, the bank, the treasurer, the finance, accounts department, board members, the others, rest of the team, your team, your colleagues, anyone else, anybody else, your family, family or, the police, it department, your it, legal, counsel, the lawyer*, big charities, official page, official channel*, normal channel*, usual channel*, usual way, by phone, the phone, ring, call, calls,
    oficina, prensa, secretaria, secretariado, compañeros, companeros, administracion, centralita, tesorer*, banco, abogad*, cauces,
    bureau, secretariat, standard, presse, tresorier, tresoriere, collegues, banque, banques, grandes associations, avocat, telephone, voie habituelle,
    buro, pressestelle, sekretariat, zentrale, kollegen, schatzmeister*, kassenwart*, bank, anwalt*, bekannten werke, grossen werke, telefon, dienstweg, vertrag`,
  /** Right here, to me, and nowhere else. */
  rightHere: `
    here, to this box, this box, on this one, this one, to me, directly to me, me directly, back to me, straight to me, straight back, to my personal, to my private, aqui, por aqui, a este correo, a esta cuenta, directamente a mi, ici, sur celle ci, a celle ci, directement, moi directement, hier, hierher, direkt an mich, an mich, auf diese, zuruck an mich`,
  /** Keys by their plain names. */
  keyNouns: `
    passwords, logins, six numbers, words, pincode, pin code, verification, seis numeros, palabras, chiffres, mots, zahlen, nummern, worter, passworter,
    password*, passcode*, passphrase*, pin, code, codes, digits, digit, token, login, log in, sign in prompt, prompt, username, user name, credentials, contrasena*, clave, claves, codigo*, digitos, usuario, mot de passe, mots de passe, code, codes, chiffres, identifiant*, kennwort*, passwort*, kennung, code, codes, ziffern, benutzername, zugangsdaten, tan`,
  /** Papers of money by their plain names. */
  bankNouns: `
    w 2*, w2*, transactions, movements, payslips, tax forms, invoices, donations, gave this year, each donor, balance sheet, contract*, insurance, movimientos, extractos, donaciones, facturas, mouvements, dons de, factures, umsatze, kontobewegungen, spenden von, rechnungen,
    iban, ledger*, printouts, bank statement*, statements, account number*, balances, payroll, salaries, wages, contracts, tax return*, bank details, books, accounts of, accounts for, audit, mandate, cheque book, checkbook, bank account*, bank and branch, who banks,
    cuentas, contratos, extracto*, nominas, balance, presupuesto*, datos bancarios,
    releve*, comptes, contrats, bulletins de paie, rib, coordonnees bancaires, budget,
    kontoauszug*, kontodaten, bankverbindung*, vertrage, gehalter, lohnliste*, kassenbuch, buchhaltung, spendenkonto`,
  /** What people who build software and machines talk about all day: their codes, keys and servers are no secrets. */
  software: `
    source code, python, code base, codebase, my code, your code, our code, the code is, the code in, example code, sample code, code example, error code, error codes, error message*, compile*, compiler, compiling, build error, runtime, firmware, kernel, driver, drivers, usb, gpu, cpu, ram, linux, ubuntu, debian, fedora, windows 7, windows 10, windows 11, github, gitlab, git, commit, pull request, patch, patches, repo, repository, library, libraries, script, scripts, command line, terminal, shell, bash, stack trace, traceback, debug*, log file, logs, config file, configuration file, parameter*, variable*, function, module, plugin, api, sdk, docker, container, database, sql, query, json, xml, html, css, javascript, java, c++, fpga, vhdl, sample rate, samples per, bandwidth, antenna, receiver, transmitter, packet*, ethernet, ip address, subnet, localhost, port 80, screen reader, keyboard shortcut*, emacs, vim, version 1, version 2, version 3, release notes, changelog, bug, bugs, workaround, benchmark*,
    codigo fuente, compilar, controlador, nucleo, fichero de configuracion, mensaje de error, depurar, code source, compiler, pilote, noyau, fichier de configuration, message d erreur, deboguer, quelltext, quellcode, kompilier*, treiber, konfigurationsdatei, fehlermeldung*, protokolldatei`,
  /** What belongs to persons by its plain names. */
  personNouns: `
    birth dates, cv, resume, home telephone, staff with, roles, vouch, model, everybody s, everyone s, each donor, every donor, selfie, license, carnet, selfi, curriculum, fechas, permis, geburtsdaten, lebenslauf,
    passport*, date of birth, dates of birth, birth, social security, tax number, id card, driver s license, licence plate, license plate, number plate, home address*, addresses, phones, phone numbers, mobile numbers, numbers of, names, members, donors, donor, trustees, volunteers who, activists, clients, clients of, patients, list of, lists of, the list, everybody who gave, everyone who gave, people who gave, who gave over, contacts, mobiles, private phone, private number, whereabouts, travel,
    pasaporte*, nacimiento, domicilio, matricula, telefonos, nombres, direcciones, socios, donantes, patronos, listado, la lista, lista de, dni,
    passeport*, naissance, piece d identite, domicile, numeros, noms, nominative, adresses, adherents, donateurs, membres du conseil, la liste, liste de, numero fiscal,
    reisepass*, ausweis*, geburts*, wohnort, anschrift*, adressen, handynummern, telefonnummern, namen, mitglieder, spender*, liste, listen`,
  /** Asking, by its plain words. */
  wish: `
    fire it, type, type them, type me, fetch, suba, subir, sube, renseignez, renseigner, redonne, ingresame, escanear, scanner, tippen, simsen, mailen, veranlassen, abtippen, scannen, answer me, answer with, what are they, tell me that,
    please, can you, could you, would you, can i, could i, may i, might i, i need, we need, need the, want, wants, would want, would like, i d like, i d want, let me, send, put, have it, have them, have the, have your, give, get, drop, tell, show, forward, mail, share, provide, supply, list, name, what is, what s, which, who, where, when, how many, how much, is it possible, ready,
    necesito, necesitamos, precisamos, preciso, requerimos, quiero, mandame, mandeme, envie*, enviame, pasame, paseme, dime, digame, hagas llegar, haga llegar, puedes, podria*, cual es, cuales, quien,
    besoin, voudrais, pourriez, pourrais, peux tu, pouvez, puis je, envoie, envoyez, transmettre, transmettez, transmets, donne, donnez, dis moi, dites, merci de, reclame, quel est, quelle est, qui, indiquer,
    bitte, brauche, brauchen, benotige*, konnen sie, kannst du, konnten, schicken, schick, senden, geben, gib, nennen, schreiben sie, schreib, sagen, welche, welcher, wie lautet, wer`,
  /** Money that has gone already, or goes by itself, says the mail. */
  taken: `
    have taken, was taken from, we took, leaves our, leaves the, on its way to, is moving your, are moving your, froze, we froze, retenido, hemos retenido, hemos cobrado, hemos cargado, est active, votre abonnement, abonnement active, a ete activee, avons preleve, nous avons debite, haben abgebucht, haben eingezogen, wir haben, ist aktiviert,
    appear on your, appears on your, show on your, shows on your, reflect on your, will reflect, went through, gone through, has cleared, clears in, clears today, was charged, been charged, will be charged, is being charged, was debited, will be debited, was taken, will be taken, has been renewed, was renewed, renewed today, renews today, auto renew*, is active, now active, activated, you sent, you paid, you bought, your purchase of, thank you for your purchase, thank you for purchasing, payment received, payment for, payment of, was processed, has been processed, successfully, was placed, has been placed, was authorised, was authorized, approved for, waits for, awaiting release, is pending, is being held, leaves your account, will leave your account, shipped, ships,
    se renueva, se renovara, se cargara, se cargaran, se cobrara, se cobraran, se ha cargado, se ha cobrado, se ha autorizado, ha sido autorizad*, se hara efectivo, en curso, pago realizado, compra realizada, ha enviado,
    a ete debite*, sera debite*, seront debite*, sera preleve*, a ete preleve*, a ete valide*, vient d etre, a ete autorise*, est en attente, renouvele*, achat de, virement de,
    wird abgebucht, werden abgebucht, wurde abgebucht, wurden abgebucht, wird eingezogen, werden morgen, verlangert sich, wurde verlangert, hat sich, wartet auf freigabe, wurde ausgefuhrt, wurde freigegeben, ist aktiv`,
  /** If it was not you. */
  surprise: `
    anything wrong, something wrong, wrong with, to object, object by, you have until, until tonight, have until, until noon, before that, within an hour, for one hour, 24 hours to, retracter, si no lo ordeno, si no lo hizo, si no es usted, heures pour, bis heute abend, stunden zeit, einspruch,
    surprise, not you, wasn t you, was not you, isn t you, weren t you, not yours, not aware, unaware, unexpected, no idea, not know of, don t know this, do not know this, no longer needed, not needed, not wanted, don t want, do not want, not want, hold it back, stop it, stop this, to stop, hold the, hold this, block it, to block, reverse, reversal, undo, get it back, your money back, cancel, cancellation, cancelled, refund, dispute, did not, didn t, didn, have not, haven t, questions or,
    no ha sido usted, no fue usted, no reconoce, si no, para que no se, no se cobre, detener, parar, anular, cancelar, evitar el cargo, devolucion,
    ce n est pas vous, pas vous, si vous n, pour bloquer, pour arreter, annuler, annulation, contester, stopper, rembours*,
    waren sie das nicht, nicht sie, das nicht, nicht von ihnen, wenn sie nicht, nicht mochten, stoppen, stornier*, aufhalten, ruckgangig, widerruf*, erstattung`,
  /** A machine is said to be ill. */
  infected: `
    virus*, virii, trojan*, malware, spyware, infected, infection, sends out spam, sending spam, spam attack, hacked, hackers, intrusion, breach, worm, infectado, infectados, infecte*, troyano*, trojaner, schadsoftware, infiziert, befallen`,
  /** One may also write, or come by: who lives by the call says nothing of the kind. */
  writeToo: `
    write to us, write back, by answering, answering this, reply to this, or reply, or by mail, or e mail, or email, or write, come by, in your account, in the app, online at, on our website, in the shop, at the desk, or walk, stop by, from your account page, manage your subscription, responda a este correo, en la oficina, escribanos, repondez a ce, par retour de mail, antworten sie auf diese, schreiben sie uns, per mail oder`,
  /** One's own key that will not turn: somebody asks for help. */
  ownTrouble: `
    my password, my passcode, my login, my log in, my account is, reset it, reset my, forgot my password, password is wrong, password does not work, password doesn t work, mi contrasena, mi clave, mon mot de passe, mein passwort, mein kennwort`,
  /** It is not said what. */
  vague: `
    something, a thing, one thing, small thing, little thing, a matter, an errand, a job, a task, a favour, a favor, an assignment, a request, a hand, run something, need you on, need you for, need your help, came up, come up, has come up, come up that, algo, una cosa, un asunto, un tema, un encargo, un favor, una gestion, quelque chose, une affaire, un truc, un service, une chose, ta aide, votre aide, etwas, eine sache, eine angelegenheit, eine aufgabe, einen gefallen, was erledigen, dich fur, sie fur etwas`,
  /** An election, and another day for it. */
  election: `
    election, elections, polling day, voting day, election day, eleccion, elecciones, votacion, election, elections, scrutin, wahl, wahlen, abstimmung, wahltag`,
  dayShift: `
    put off, postponed, shifted, moved to thursday, moved to wednesday, moved to monday, moved to friday, moved to saturday, moved to next, moved by a, delayed to, delayed until, rescheduled, another day, a different day, new date, one day later, a day later, brought forward, aplazad*, se aplaza, se aplazan, pospuest*, trasladad* al, otro dia, reporte*, reportee*, decale*, un autre jour, verschoben, verlegt auf, anderen tag, neuer termin`,
  /** What a caller is frightened for. */
  alarm: `
    your coins, your wallet, your funds, your money, your balance, your savings, your account, your card, your computer, your pc, your laptop, your device, your subscription, your membership, your plan, your order, your purchase, your payment, your transfer, your refund, your tax, your pension, your number, your policy, your licence, your license, your iphone, your name, a warrant, warrant, a fine, your benefits, an arrest, spam, su saldo, su cuenta, su tarjeta, su ordenador, su pedido, su compra, su transferencia, su suscripcion, su poliza, un bizum, su dinero, votre compte, votre carte, votre ordinateur, votre poste, votre abonnement, votre commande, votre achat, vos fonds, votre argent, ihr konto, ihre karte, ihr rechner, ihrem rechner, ihrem pc, ihr pc, ihr computer, ihr guthaben, ihre bestellung, ihr abo, ihr vertrag, ihre uberweisung`,
  /** Minutes and hours, not weeks. */
  atOnce: `
    at once, immediately, straight away, right away, without delay, now, tonight, today only, before noon, at noon, until noon, by noon, before 5, until 5, until 6, by tonight, until tonight, within the hour, within an hour, within half an hour, one hour, half an hour, thirty minutes, 30 minutes, 20 minutes, within 24, 24 hours, twenty four hours, inmediatamente, enseguida, hoy mismo, esta noche, en una hora, 24 horas, sin demora, immediatement, sans attendre, tout de suite, aujourd hui, ce soir, dans l heure, 24 heures, sous 24, sofort, umgehend, heute noch, gleich, innerhalb von, binnen, eine stunde, 24 stunden, 20 minuten`,
  /** Votes and how one does not cast them. */
  voteWord: `
    vote, votes, voting, ballot, ballots, voto, votar, votos, voter, votez, voix, stimme, wahlen, abstimmen, wahlstimme`,
  byMessage: `
    app, in our app, online, on the phone, on your phone, from your sofa, aplicacion, en linea, application, en ligne, app, internet,
    text, texting, sms, by text, by e mail, by email, by reply, by answering, by whatsapp, whatsapp, messenger, over the phone, by phone, online form, por sms, por mensaje, por whatsapp, por correo electronico, par sms, par mail, par courriel, en repondant, per sms, per e mail, per mail, per whatsapp, telefonisch`,
  recorded: `
    choose your candidate, install, this year you can, este ano puede, cette annee, dieses jahr, test county, pilot,
    is recorded, be recorded, counts, is counted, will be counted, skip the line, skip the queue, no need to go, need not go, from home, from your sofa, queda registrad*, sin hacer cola, est enregistre, sans faire la queue, wird gezahlt, ohne anstehen, candidate, 5 digit`,
  bringIt: `
    bring, bringing, show your, show it, at the table, in person, by post, by mail to, traiga, presente su, apporter, apportez, munissez, mitbringen, bringen sie, vorzeigen, do not send, don t send, not by e mail, not by email`,
} as const
