/**
 * Registered domains whose own mail, once it is proven theirs, is not a stranger's: states, big services, banks, shops, carriers, newsrooms. Never free mail, and
 * never a house whose mails carry text that its customers write into them unseen (those are in `lending`).
 */
import { isState } from './authorities.ts'
import { brandOf } from './brands.ts'
import { isFreeMail, isHost, isLentGroup } from './services.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const trusted = words(`
  1and1.com 123-reg.co.uk aa.com abebooks.com about.gitlab.com aldi.com aldi.de alaskaair.com alibaba.com allianz.com ally.com anthropic.com aol.co.uk apnews.com archive.org arxiv.org asos.com
  aws.com backblaze.com bahn.de bankrate.com bbc.co.uk bbc.com belgacom.be best-buy.com bestbuy.com bitdefender.com bloomberg.com bloomberg.net bmw.com booking.com boursorama.fr
  brave.com britannica.com bt.com capitalone.com carrefour.es carrefour.fr cbsnews.com chase.com chipotle.com cisco.com cloudflare.com cnn.com commerzbank.de coop.co.uk coursera.org
  creditkarma.com credit-agricole.fr datadoghq.com db.com debian.org dell.com delta.com deutsche-bank.de dhl.com digitalocean.com discover.com doordash.com dpd.co.uk dpd.com dpd.de
  duolingo.com easyjet.com economist.com edf.fr edx.org elpais.com elmundo.es elsevier.com engie.fr eon.de espn.com expedia.com experian.com fidelity.com flickr.com fnac.com
  ft.com gandi.net gls-group.eu gnu.org goodreads.com grammarly.com grubhub.com guardian.co.uk hilton.com hm.com hostgator.com hotels.com hp.com hulu.com ibm.com ieee.org
  ikea.com indeed.com ing.com instacart.com intel.com ionos.com ionos.de irishtimes.com jetblue.com johnlewis.co.uk kaspersky.com klarna.com laposte.fr lefigaro.fr lemonde.fr
  lenovo.com letsencrypt.org lloydsbank.co.uk lufthansa.com lyft.com macys.com marriott.com mastodon.social mercadolibre.com mercadolivre.com merriam-webster.com mongodb.com monzo.com
  mozilla.com mozilla.org nationalgrid.com nationwide.co.uk natwest.com nature.com nbcnews.com nest.com netflix.com nike.com nintendo.com npr.org ntsb.gov nytimes.com o2.co.uk o2online.de
  oebb.at openai.com opentable.com openstreetmap.org oracle.com orange.es ovh.com ovhcloud.com parcelforce.net pbs.org peacocktv.com philips.com pinterest.com playstation.com
  politico.com politico.eu postbank.de postnl.nl propublica.org python.org qantas.com rabobank.nl redcross.org redhat.com reuters.com revolut.com riseup.net robinhood.com roku.com
  ryanair.com samsung.com sap.com sbb.ch schwab.com seur.com shell.com signal.org sky.com sncf-connect.com sncf.com sony.com southwest.com sparkasse.de spectrum.net spiegel.de
  spotify.com stackoverflow.com starbucks.com starlingbank.com steampowered.com sueddeutsche.de swisscom.ch synology.com target.com tagesschau.de telefonica.com telekom.de telenor.no
  tesco.com theguardian.com theatlantic.com thetimes.co.uk ticketmaster.com trainline.com tripadvisor.com truelayer.com twitch.tv twilio.com tui.com uber.com udemy.com ui.com unicef.org
  united.com usaa.com valvesoftware.com vanguard.com verizon.com virginmedia.com visa.com vodafone.co.uk vodafone.de vodafone.es vueling.com w3.org walmart.com washingtonpost.com waterstones.com
   wikimedia.org wikipedia.org wordpress.org wsj.com xfinity.com yelp.com zara.com zdf.de zeit.de `)

/** Genuine mails of theirs carry strangers' words: file shares, invoices, invitations, forms. Proven theirs, they still may be a stranger's lure. */
const lending = words(`
  google.com docusign.net docusign.com dropbox.com adobe.com adobesign.com sharepointonline.com sharepoint.com microsoft.com paypal.com intuit.com quickbooks.com stripe.com squareup.com
  zoom.us canva.com figma.com box.com wetransfer.com github.com atlassian.net atlassian.com notion.so airtable.com monday.com asana.com trello.com salesforce.com hubspot.com mailchimp.com
  linkedin.com facebookmail.com calendly.com evernote.com jotform.com typeform.com surveymonkey.com shopify.com xero.com freshbooks.com zoho.com amazonses.com sendgrid.net kickstarter.com
  change.org slack.com gitlab.com quora.com eventbrite.com onmicrosoft.com godaddy.com`)

/** A house whose genuine mails may be a stranger's words: that it is really theirs says little. */
export const isLending = (domain: string): boolean => lending.has(domain)

export type Trust = 'state' | 'house' | undefined

/** Whether a sender that was proven genuine (DMARC, aligned) clears by being who it is. */
export function trustOf(host: string, domain: string): Trust {
  if (domain === '' || isFreeMail(domain) || isLentGroup(domain) || isHost('freePages', host) || lending.has(domain)) return undefined
  if (isState(host)) return 'state'
  return trusted.has(domain) || brandOf(domain) !== undefined ? 'house' : undefined
}
