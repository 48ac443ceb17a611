/** Endings that only a state gives out: whoever writes from there is an office. */
const official =
  /(?:^|\.)(?:gov|mil|gov\.[a-z]{2}|gob\.[a-z]{2}|gouv\.[a-z]{2}|gv\.at|gc\.ca|govt\.nz|bund\.de|europa\.eu|parliament\.uk|nhs\.uk|police\.uk|admin\.ch|(?:ci|co|county|city|town|state)\.[\w-]+\.[a-z]{2}\.us|(?:[\w-]+\.)?[a-z]{2}\.us|(?:gov|gob|gouv)\.(?:[a-z]{2}\.)?(?:example|test))$/

/** Invented offices in examples are written `county.gov.example`. */
export const isPublicOffice = (host: string): boolean => official.test(host)

/** Where votes are really looked after although the ending is anybody's, and where gifts to campaigns are really paid. */
const voting = new Set([
  'vote.org',
  'iwillvote.com',
  'rockthevote.org',
  'vote411.org',
  'turbovote.org',
  'whenweallvote.org',
  'ballotready.org',
  'vote.gov',
  'ballottrax.net',
  'electoralcommission.org.uk',
  'usa.gov',
  'headcount.org',
  'votesaveamerica.com',
  'lwv.org',
])
/** Houses that hold the elections of clubs and unions, in the name of the club. */
const ballots = new Set([
  'electionbuddy.com',
  'electionrunner.com',
  'simplyvoting.com',
  'opavote.com',
  'choicevoting.com',
  'civs.us',
  'bigpulsevoting.com',
  'mi-voice.com',
  'cesvotes.com',
  'ukengage.co.uk',
  'electoralreform.co.uk',
  'polyas.com',
  'polyas.de',
  'balotilo.org',
  'belenios.org',
  'neovote.com',
  'voxaly.com',
  'legavote.fr',
])
const giving = new Set([
  'actblue.com',
  'winred.com',
  'ngpvan.com',
  'everyaction.com',
  'anedot.com',
  'revv.co',
  'efundraisingconnections.com',
  'donorbox.org',
  'gofundme.com',
  'justgiving.com',
  'fundraiseup.com',
  'givebutter.com',
  'classy.org',
  'stripe.com',
  'paypal.com',
  'helloasso.com',
  'betterplace.org',
  'fundraisingbox.com',
  'raisely.com',
  'actionnetwork.org',
  'nationbuilder.com',
  'numero.ai',
  'democracyengine.com',
  'change.org',
  'avaaz.org',
  'moveon.org',
  'crowdjustice.com',
])

export const isBallotService = (domain: string): boolean => ballots.has(domain)

export const isVotingHelp = (domain: string): boolean => voting.has(domain)
export const isGivingPlatform = (domain: string): boolean => giving.has(domain)
