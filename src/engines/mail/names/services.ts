/** Lists of hosts by what they are: free mail, free pages, short links, mail senders' trackers, meeting and sharing services. */
import { freePages, shorteners } from './free-hosts.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const freeMail =
  words(`gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.es yahoo.fr yahoo.de yahoo.co.jp yahoo.com.br ymail.com rocketmail.com hotmail.com hotmail.co.uk hotmail.es
  hotmail.fr outlook.com outlook.es outlook.de live.com live.co.uk msn.com aol.com icloud.com me.com mac.com gmx.com gmx.de gmx.net web.de mail.com mail.ru yandex.com yandex.ru
  bk.ru list.ru inbox.ru rambler.ru proton.me protonmail.com pm.me tutanota.com tuta.io zoho.com zohomail.com fastmail.com qq.com 163.com 126.com sina.com naver.com daum.net
  libero.it virgilio.it tiscali.it orange.fr wanadoo.fr laposte.net free.fr sfr.fr t-online.de freenet.de comcast.net verizon.net att.net sbcglobal.net cox.net bellsouth.net
  uol.com.br bol.com.br terra.com.br ig.com.br seznam.cz wp.pl o2.pl interia.pl rediffmail.com hushmail.com mailfence.com inbox.lv consultant.com usa.com europe.com
  mailbox.org posteo.de posteo.net tutamail.com tuta.com hey.com fastmail.fm duck.com disroot.org riseup.net email.com post.com myself.com engineer.com accountant.com lawyer.com
  dr.com writeme.com journalist.com contractor.net financier.com bluewin.ch hispeed.ch sunrise.ch gmx.at gmx.ch gmx.fr gmx.es gmx.co.uk aol.de aol.fr hotmail.de hotmail.it outlook.fr
  outlook.it outlook.pt live.fr live.de live.nl yahoo.it yahoo.ca yahoo.com.mx yahoo.com.ar yahoo.in yahoo.co.in btinternet.com virginmedia.com sky.com talktalk.net ntlworld.com
  blueyonder.co.uk telefonica.net terra.es arcor.de online.de neuf.fr club-internet.fr bbox.fr numericable.fr skynet.be telenet.be ziggo.nl kpnmail.nl charter.net earthlink.net
  optonline.net rogers.com shaw.ca sapo.pt onet.pl op.pl centrum.cz abv.bg ukr.net yandex.by protonmail.ch
  freemail.example webmail.example mailbox.example postbox.example`)

/** Domains that a service lends to every customer: who writes from below them is a customer, not the service. */
const tenants = words(`onmicrosoft.com firebaseapp.com web.app appspotmail.com myshopify.com`)

const meeting =
  words(`zoom.us zoom.com meet.google.com teams.microsoft.com teams.live.com webex.com gotomeeting.com whereby.com calendly.com calendar.google.com jitsi.org meet.jit.si
  bluejeans.com ringcentral.com outlook.office365.com outlook.office.com chime.aws around.co google.com microsoft.com eventbrite.com luma.com lu.ma`)

const sharing =
  words(`drive.google.com docs.google.com sharepoint.com onedrive.live.com 1drv.ms dropbox.com box.com app.box.com icloud.com wetransfer.com we.tl notion.so docusign.com docusign.net
  adobesign.com acrobat.adobe.com figma.com canva.com airtable.com github.com gitlab.com atlassian.net trello.com asana.com slack.com overleaf.com mega.nz mediafire.com`)

const common =
  words(`wired.com facebook.com twitter.com x.com instagram.com linkedin.com youtube.com tiktok.com pinterest.com whatsapp.com t.me threads.net bsky.app mastodon.social apple.com google.com w3.org
  microsoft.com wikipedia.org github.com play.google.com apps.apple.com schema.org gravatar.com vimeo.com medium.com substack.com gov.uk europa.eu googleapis.com gstatic.com
  cdn.plot.ly cdn.jsdelivr.net cdnjs.cloudflare.com code.jquery.com d3js.org cdn.datatables.net cdn.bokeh.org use.fontawesome.com`)

const mailSenders =
  words(`sendgrid.net mailchimp.com list-manage.com mandrillapp.com mailgun.org amazonses.com awstrack.me sparkpostmail.com hubspot.com hubspotemail.net hs-sites.com hubspotlinks.com
  constantcontact.com rs6.net exacttarget.com salesforce.com pardot.com marketo.com mktoweb.com mkt-tracking.com klaviyo.com klclick.com cmail19.com cmail20.com createsend.com sendinblue.com brevo.com
  sibforms.com mailerlite.com mlsend.com getresponse.com aweber.com activecampaign.com acemlnb.com convertkit-mail.com customeriomail.com customer.io iterable.com braze.com appboy.com
  mailjet.com mjt.lu postmarkapp.com sailthru.com emarsys.net responsys.net eloqua.com benchmarkemail.com campaign-archive.com everyaction.com ngpvan.com actionnetwork.org nationbuilder.com actblue.com
  winred.com substack.com beehiiv.com cleverreach.com rapidmail.com newsletter2go.com inxmail.com mailup.com acumbamail.com sendy.co ct.sendgrid.net mailchi.mp eepurl.com conta.cc hubs.la hubs.ly
  hubs.li mailgun.net mailgun.com mailtrap.io mailmodo.com moosend.com omnisend.com omnisendlink.com drip.com getdrip.com kit-mail.com ckarchive.com ontraport.com infusionsoft.com keap-link.com
  zeptomail.com zcsend.net campaigns.zoho.com mailerlite.io mlsend2.com sendpulse.com sendx.io elasticemail.com smtp2go.com socketlabs.com sparkpost.com e2ma.net myemma.com icontact.com
  vresp.com bronto.com listrak.com cordial.io blueshift.com movableink.com liveclicker.net selligent.com optimove.com mailkit.eu mailkit.com ecomail.cz sarbacane.com mailpro.com
  dotdigital.com dotmailer.com adestra.com campaigner.com cheetahmail.com epsilon.com acoustic.com silverpop.com mkt41.net pages03.net actionkit.com bsd.net bluestatedigital.com
  targetedvictory.com anedot.com mobilize.us ngpweb.com eactivist.com engagingnetworks.app salsalabs.com salsalabs.org luminate.com convio.net blackbaud.com neoncrm.com civicrm.org
  memberful.com patreon.com ghost.org buttondown.email buttondown.com mailbluster.com loops.so resend.com resend-clicks.com intercom-mail.com intercom-clicks.com zendesk.com freshdesk.com
  onesignal.com vero.co ortto.com outreach.io salesloft.com apollo.io yesware.com mailtrack.io streak-link.com sg.example links.example`)

const abusedEndings =
  words(`xyz top club online site shop store icu live buzz click link rest monster cyou cfd sbs bond quest lol fun space website tech host press vip work win bid loan men date
  review stream download racing party science faith cricket accountant trade webcam gq ml cf ga tk su surf beauty hair skin makeup mom zip mov autos boats homes best pics cam wang uno world today ru`)

const lists = { tenants, freePages, shorteners, meeting, sharing, common, mailSenders } as const
export type HostKind = keyof typeof lists

/** More letters no host has (RFC 1035, 2.3.4); what is longer leads nowhere, and each of its dots would be looked up. */
const longestHost = 253

/** Whether a host is one of a kind: the host or any domain above it is listed. */
export const isHost = (kind: HostKind, host: string): boolean => kindsOf(host).has(kind)

const remembered = new Map<string, ReadonlySet<HostKind>>()
const noKind: ReadonlySet<HostKind> = new Set()
const kindOfListed = new Map<string, HostKind[]>()
for (const [kind, list] of Object.entries(lists) as [HostKind, ReadonlySet<string>][])
  for (const host of list) kindOfListed.set(host, [...(kindOfListed.get(host) ?? []), kind])

/** Each link of a mail is asked about kind after kind, and the same hosts come again in other mails. */
function kindsOf(host: string): ReadonlySet<HostKind> {
  if (host.length > longestHost) return noKind
  const known = remembered.get(host)
  if (known !== undefined) return known
  const kinds = new Set<HostKind>()
  for (let at = 0, rest = host; ; rest = host.slice(at)) {
    for (const kind of kindOfListed.get(rest) ?? []) kinds.add(kind)
    const dot = host.indexOf('.', at)
    if (dot < 0) break
    at = dot + 1
  }
  if (remembered.size > 20_000) remembered.clear()
  remembered.set(host, kinds)
  return kinds
}

export const isFreeMail = (domain: string): boolean => freeMail.has(domain)
/** Groups that anybody may open: what they send is nobody's word but the writer's. */
export const isLentGroup = (domain: string): boolean => domain === 'googlegroups.com' || domain === 'groups.io'
export const hasAbusedEnding = (host: string): boolean => abusedEndings.has(host.slice(host.lastIndexOf('.') + 1))

/** What somebody chose on a host where anybody has a page: `riverton-login` of `riverton-login.pages.dev`. */
export function labelOnFreePages(host: string): string | undefined {
  if (host.length > longestHost) return undefined
  for (let at = host.indexOf('.'), start = 0; at >= 0; start = at + 1, at = host.indexOf('.', start)) {
    if (freePages.has(host.slice(at + 1))) return host.slice(start, at)
  }
  return undefined
}
