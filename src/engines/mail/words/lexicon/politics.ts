/** Votes and donations: what campaigns, offices and their impostors speak of. */
export const politics = {
  voting: `
    voter registration, voter record, voter roll, voter rolls, voter file, voter status, voter profile, voter id, voter card, voting status, voting record, voting location, voting rights, registration status, registration record, your registration, registered to vote, register to vote, voter, electoral roll, electoral register, ballot, ballots, mail in ballot, mail ballot, absentee ballot, absentee, postal vote, vote by mail, early voting, polling place, polling station, polling location, polling site, precinct, election day, your vote, elections board, board of elections, election office, elections office, election commission, county clerk, registrar, proxy vote, signature match, signature verification,
    tarjeta de votante, censo electoral, padron electoral, registro de votante*, inscripcion electoral, voto por correo, mesa electoral, colegio electoral, papeleta*, su voto, junta electoral, oficina electoral, tarjeta electoral,
    liste electorale, listes electorales, inscription electorale, carte d electeur, carte electorale, bureau de vote, vote par correspondance, procuration, votre vote, bulletin de vote, commission electorale,
    wahlerverzeichnis, wahlbenachrichtigung, wahlschein, briefwahl*, wahllokal, stimmzettel, ihre stimme, wahlamt, wahlleiter*, wahlausschuss`,
  /** Something is wrong with it. */
  votingTrouble: `
    expire*, expiring, inactive, flagged, removed, purge*, purged, incomplete, invalid, rejected, not counted, won t count, will not count, not be counted, cannot be counted, can t be counted, not be processed, mismatch, does not match, doesn t match, problem, issue, error, discrepanc*, unverified, not verified, could not be verified, could not verify, couldn t verify, unable to verify, missing, on hold, held, pending, suspended, cancelled, canceled, changed, moved, relocated, reassigned, closed, update required, action required, must be verified, re register, reregister, renew*, re verify, reconfirm, confirm your, verify your, lost, undelivered, returned, deleted, deactivated, blocked, challenged, ineligible, dropped, struck, duplicate,
    caduc*, eliminad*, incomplet*, invalid*, rechaz*, no sera contad*, no se contara, error, problema, no coincide, pendiente*, anulad*, cambiad*, trasladad*, verifi*, dad* de baja,
    expir*, radie*, incomplet*, invalide, rejete*, ne sera pas, probleme, erreur, ne correspond, en attente, annule*, modifie*, deplace*, verifi*, suspendu*,
    abgelaufen, gestrichen, unvollstandig, ungultig, abgelehnt, nicht gezahlt, problem, fehler, stimmt nicht, ausstehend, geandert, verlegt, gesperrt, bestatig*, verifizier*`,
  /** What proves a person, and what an impostor is after. */
  identity: `
    selfi, carnet, foto del carnet, permis de conduire, fuhrerschein*, license up, bank card,
    license number, licence number, the card again, card again, social security number, social security, ssn, last four of your social, last four digits of your social, last 4 of your, driver s license, driver license, drivers license, driver s licence, driving licence, licence number, license number, state id, id card, photo id, photo of your id, copy of your id, scan of your id, picture of your id, front and back, passport, date of birth, birth date, birthdate, dob, national insurance, mother s maiden, card number, credit card, debit card, card details, card info*, cvv, bank details, bank account, bank login, online banking, routing number, account number, pin, identity document*, proof of identity, selfie, verify your identity, confirm your identity, personal details, personal information, personal data, id number, tax id,
    dni, nie, numero de identidad, documento de identidad, foto de su, fecha de nacimiento, tarjeta de credito, datos de la tarjeta, datos bancarios, datos personales, numero de la seguridad social, pasaporte, cuenta bancaria, su identidad,
    numero fiscal, numero de securite sociale, piece d identite, carte d identite, date de naissance, carte bancaire, numero de carte, coordonnees bancaires, passeport, donnees personnelles, votre identite, rib,
    personalausweis*, ausweis*, ausweiskopie, geburtsdatum, kreditkarte*, kartendaten, bankdaten, steuernummer, steuer id, sozialversicherungsnummer, reisepass, personliche daten, ihre identitat, kontodaten`,
  donation: `
    spende bitte, ihre spende, dinner with elena, dinner with, help the family, for the funeral, pay for the funeral, operation,
    donat*, contribution*, contribute, contributed, pledge*, gift to, your gift, chip in, fundrais*, recurring gift, monthly gift, matching gift, match, matched, pac, super pac, campaign fund, war chest, legal defense fund, legal defence fund, relief fund, donor, donors, supporter*, petition, backers,
    donacion*, donativo*, aportacion*, donar, done, contribucion*, recaudacion, peticion, donante*,
    don, dons, donateur*, donation*, faire un don, contribution*, cotisation, petition, collecte,
    spende*, spenden, zuwendung*, beitrag, petition, spender*`,
  /** Money that comes back, fails or multiplies. */
  donationTrouble: `
    bounced, lapse*, refund*, reimburse*, returned, chargeback, duplicate, charged twice, double charged, over the limit, exceed*, excess, failed, declined, could not be processed, couldn t be processed, not processed, unable to process, payment method, card expired, update your card, update your payment, update your billing, on hold, held, flagged, suspended, cancelled, canceled, confirm your card, re enter, reenter, verify your, verify the, confirm your, confirm the, pending, unclaimed, disputed,
    reembols*, devol*, duplicad*, fallid*, rechazad*, no se pudo, actualice, retenid*, pendiente, verifi*, confirme,
    rembours*, doublon, en double, deux fois, echoue*, refuse*, pas pu, mettre a jour, en attente, suspendu*, verifi*, confirmez,
    erstatt*, ruckerstatt*, doppelt, fehlgeschlagen, abgelehnt, nicht verarbeitet, aktualisier*, ausstehend, bestatig*, verifizier*, zuruckgehalten`,
  coins: `
    bitcoin*, btc, ethereum, eth, usdt, tether, crypto*, usdc, solana, dogecoin, litecoin, monero, wallet address, wallet, token, tokens, blockchain, coins, criptomoneda*, monedero, cryptomonnaie*, portefeuille crypto, kryptowahrung*, krypto*`,
} as const
