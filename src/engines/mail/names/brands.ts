/**
 * The names that attackers borrow most, with the domains that are really theirs. Only the table and the search; what to think of a hit is a rule's matter.
 * A name that is also a plain word (`apple`, `chase`) counts only where it opens the display name.
 */
import { foldHomoglyphs } from '#kernel'
import { isReserved, labelOf } from './domain.ts'
import { searchFor } from './search-for.ts'

export type Brand = {
  readonly name: string
  readonly domains: readonly string[]
  readonly words: readonly string[]
  readonly plainWord: boolean
}

const table = `
Microsoft | microsoft.com sharepointonline.com microsoftonline.com office.com office365.com live.com outlook.com sharepoint.com hotmail.com onedrive.com microsoftemail.com windows.com azure.com linkedin.com msn.com office.net skype.com teams.ms cloud.microsoft microsoft365.com | microsoft, office 365, office365, microsoft 365, m365, onedrive, sharepoint, outlook, ms teams, o365
Google | google.com gmail.com youtube.com googlemail.com google.co.uk google.es google.de google.fr googlegroups.com android.com withgoogle.com | google, gmail, google drive, google docs, google workspace
*Apple | apple.com icloud.com me.com itunes.com | apple, icloud, itunes, apple id, app store
*Amazon | amazon.com amazon.co.uk amazon.de amazon.es amazon.fr amazon.it amazon.ca amazon.com.br amazon.in amazon.co.jp amazonaws.com amazonses.com | amazon, amazon prime
PayPal | paypal.com paypal.co.uk paypal.de paypal.es paypal.fr | paypal
DocuSign | docusign.com docusign.net | docusign
Dropbox | dropbox.com dropboxmail.com hellosign.com | dropbox
Adobe | adobe.com adobesign.com echosign.com | adobe, adobe sign, acrobat sign
*Zoom | zoom.us zoom.com | zoom
*Slack | slack.com slackhq.com | slack
GitHub | github.com | github
Facebook | facebook.com facebookmail.com meta.com instagram.com whatsapp.com messenger.com metamail.com | facebook, instagram, whatsapp, meta business, meta support, facebook business, facebook support
*Twitter | twitter.com x.com | twitter, x support
TikTok | tiktok.com | tiktok
Telegram | telegram.org t.me | telegram
Netflix | netflix.com | netflix
Spotify | spotify.com | spotify
LinkedIn | linkedin.com | linkedin
DHL | dhl.com dhl.de dpdhl.com | dhl
FedEx | fedex.com | fedex
*UPS | ups.com | ups
USPS | usps.com usps.gov | usps
*Royal Mail | royalmail.com | royal mail
*Correos | correos.es correos.com correosexpress.com correosexpress.es correos.cl correos.go.cr | correos
*Correios | correios.com.br | correios
Norton | norton.com nortonlifelock.com gen.com symantec.com | norton, lifelock, nortonlifelock
McAfee | mcafee.com | mcafee
Geek Squad | geeksquad.com bestbuy.com | geek squad, geeksquad, best buy
*Chase | chase.com jpmorgan.com | chase, jpmorgan
Wells Fargo | wellsfargo.com | wells fargo
Bank of America | bankofamerica.com bofa.com | bank of america, bofa
Citibank | citi.com citibank.com | citibank
HSBC | hsbc.com hsbc.co.uk | hsbc
Barclays | barclays.co.uk barclays.com | barclays
Santander | santander.com santander.es santander.co.uk santander.com.br gruposantander.com | santander
BBVA | bbva.com bbva.es bbva.mx | bbva
CaixaBank | caixabank.es caixabank.com lacaixa.es | caixabank
ING | ing.com ing.es ing.nl ing.de | ing direct
Bradesco | bradesco.com.br bradesco.com | bradesco
Itau | itau.com.br itau.com | itau, banco itau
Banco do Brasil | bb.com.br | banco do brasil
Nubank | nubank.com.br | nubank
Serasa | serasa.com.br serasaexperian.com.br | serasa
American Express | americanexpress.com aexp.com | american express, amex
Mastercard | mastercard.com | mastercard
*Visa | visa.com | visa
Coinbase | coinbase.com | coinbase
Binance | binance.com binance.us | binance
MetaMask | metamask.io consensys.io consensys.net | metamask
Trust Wallet | trustwallet.com | trust wallet, trustwallet
Ledger | ledger.com ledger.fr | ledger live, ledger wallet
Trezor | trezor.io | trezor
Kraken | kraken.com | kraken
Blockchain.com | blockchain.com | blockchain.com
OpenSea | opensea.io | opensea
*Stripe | stripe.com | stripe
*Square | squareup.com square.com cash.app | cash app, cashapp
Venmo | venmo.com | venmo
Zelle | zellepay.com zelle.com | zelle
Western Union | westernunion.com | western union
eBay | ebay.com ebay.co.uk ebay.de | ebay
Walmart | walmart.com | walmart
Costco | costco.com | costco
*Target | target.com | target
*Disney | disney.com disneyplus.com | disney+, disney plus
*Yahoo | yahoo.com yahooinc.com yahoo-inc.com yahoo.fr yahoo.de yahoo.es yahoo.co.uk yahoo.co.jp ymail.com | yahoo, yahoo mail
AOL | aol.com | aol
*AT&T | att.com att.net | at&t
Verizon | verizon.com verizonwireless.com | verizon
T-Mobile | t-mobile.com t-mobile.de telekom.de | t-mobile, telekom
Comcast | comcast.com comcast.net xfinity.com | comcast, xfinity
GoDaddy | godaddy.com secureserver.net | godaddy
cPanel | cpanel.net cpanel.com | cpanel
Roundcube | roundcube.net | roundcube
Zimbra | zimbra.com | zimbra
WeTransfer | wetransfer.com | wetransfer
Intuit | intuit.com quickbooks.com turbotax.com | intuit, quickbooks, turbotax
Xero | xero.com | xero
ADP | adp.com | adp
Workday | workday.com myworkday.com | workday
Okta | okta.com | okta
Proton | proton.me protonmail.com | protonmail, proton mail
Signal | signal.org | signal support, signal messenger
ActBlue | actblue.com | actblue
WinRed | winred.com | winred
NationBuilder | nationbuilder.com | nationbuilder
NGP VAN | ngpvan.com everyaction.com | ngp van, votebuilder, everyaction
Mailchimp | mailchimp.com mandrillapp.com | mailchimp
Cloudflare | cloudflare.com | cloudflare
Booking.com | booking.com | booking.com
Airbnb | airbnb.com | airbnb
IRS | irs.gov | irs, internal revenue service
HMRC | hmrc.gov.uk gov.uk | hmrc, hm revenue
Agencia Tributaria | agenciatributaria.gob.es agenciatributaria.es correo.aeat.es | agencia tributaria, aeat
Social Security | ssa.gov | social security administration
*McDonald | mcdonalds.com | mcdonald's
Lidl | lidl.de lidl.com lidl.es | lidl
Harbor Freight | harborfreight.com | harbor freight
Home Depot | homedepot.com | home depot
Lowe's | lowes.com | lowe's, lowes
Ace Hardware | acehardware.com | ace hardware
Kohl's | kohls.com | kohls, kohl's
CVS | cvs.com | cvs pharmacy
Walgreens | walgreens.com | walgreens
State Farm | statefarm.com | state farm
Starbucks | starbucks.com | starbucks
Dicks | dickssportinggoods.com | dick's sporting
Omaha Steaks | omahasteaks.com | omaha steaks
Yeti | yeti.com | yeti cooler
*Temu | temu.com temuemail.com | temu
Shein | shein.com | shein
RingCentral | ringcentral.com glip.com | ringcentral
Dialpad | dialpad.com | dialpad
Vonage | vonage.com | vonage
Webex | webex.com cisco.com | webex
Gusto | gusto.com | gusto payroll
Paychex | paychex.com | paychex
BambooHR | bamboohr.com | bamboohr
Eventbrite | eventbrite.com eventbrite.co.uk | eventbrite
*Uber | uber.com | uber, uber eats
*Amtrak | amtrak.com | amtrak
British Airways | ba.com britishairways.com | british airways
*Delta | delta.com | delta air lines
Ryanair | ryanair.com | ryanair
Iberia | iberia.com | iberia
Renfe | renfe.com renfe.es | renfe
Namecheap | namecheap.com | namecheap
Gandi | gandi.net | gandi
Hetzner | hetzner.com hetzner.de | hetzner
OVH | ovh.com ovh.net ovhcloud.com | ovhcloud
*Etsy | etsy.com | etsy
*Wise | wise.com transferwise.com | transferwise
Revolut | revolut.com | revolut
Duo Security | duosecurity.com duo.com | duo security
1Password | 1password.com | 1password
Bitwarden | bitwarden.com | bitwarden
LastPass | lastpass.com | lastpass
Basecamp | basecamp.com 37signals.com hey.com | basecamp
Atlassian | atlassian.com atlassian.net trello.com | atlassian, jira, trello
*Asana | asana.com | asana
Canva | canva.com | canva
HubSpot | hubspot.com hubspotemail.net | hubspot
Salesforce | salesforce.com exacttarget.com | salesforce
Calendly | calendly.com | calendly
Donorbox | donorbox.org | donorbox
Substack | substack.com | substack
E-ZPass | e-zpassny.com ezpassnj.com e-zpassiag.com | e-zpass, ezpass
*Endesa | endesa.com endesaclientes.com | endesa
*Iberdrola | iberdrola.es iberdrola.com | iberdrola
DGT | dgt.es dgt.gob.es | direccion general de trafico
Magalu | magazineluiza.com.br magalu.com.br | magalu, magazine luiza
`

/** Every known brand. */
export const brands: readonly Brand[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', domains = '', words = ''] = line.split('|').map((cell) => cell.trim())
    return { name: name.replace(/^\*/, ''), domains: domains.split(' '), words: words.split(', '), plainWord: name.startsWith('*') }
  })

const findBrands = searchFor(brands)

/** The brands that a name or a sentence mentions. */
export const brandsIn = (text: string): readonly Brand[] => findBrands(foldHomoglyphs(text))

/** Whether a registered domain is one of the brand's own. */
export function belongsTo(brand: Pick<Brand, 'name' | 'domains'>, domain: string): boolean {
  if (brand.domains.includes(domain)) return true
  const label = labelOf(domain)
  if (label === '') return false
  return isReserved(domain)
    ? brand.domains.some((own) => labelOf(own) === label)
    : brand.domains.some((own) => own.length > 6 && domain.endsWith(`.${own}`))
}

/** The brand that owns a domain. */
export const brandOf = (domain: string): Brand | undefined =>
  brandOfDomain.get(domain) ?? (isReserved(domain) ? byLabel(domain) : undefined)

const brandOfDomain = new Map(brands.flatMap((brand) => brand.domains.map((domain) => [domain, brand] as const)))
const byLabel = (domain: string): Brand | undefined => brands.find((brand) => belongsTo(brand, domain))
