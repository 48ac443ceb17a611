/** Lists of hosts by what they are: free mail, free pages, short links, mail senders' trackers, meeting and sharing services. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const freeMail =
  words(`gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.es yahoo.fr yahoo.de yahoo.co.jp yahoo.com.br ymail.com rocketmail.com hotmail.com hotmail.co.uk hotmail.es
  hotmail.fr outlook.com outlook.es outlook.de live.com live.co.uk msn.com aol.com icloud.com me.com mac.com gmx.com gmx.de gmx.net web.de mail.com mail.ru yandex.com yandex.ru
  bk.ru list.ru inbox.ru rambler.ru proton.me protonmail.com pm.me tutanota.com tuta.io zoho.com zohomail.com fastmail.com qq.com 163.com 126.com sina.com naver.com daum.net
  libero.it virgilio.it tiscali.it orange.fr wanadoo.fr laposte.net free.fr sfr.fr t-online.de freenet.de comcast.net verizon.net att.net sbcglobal.net cox.net bellsouth.net
  uol.com.br bol.com.br terra.com.br ig.com.br seznam.cz wp.pl o2.pl interia.pl rediffmail.com hushmail.com mailfence.com inbox.lv consultant.com usa.com europe.com
  freemail.example webmail.example mailbox.example postbox.example`)

const freePages =
  words(`web.app firebaseapp.com pages.dev workers.dev netlify.app vercel.app herokuapp.com github.io gitlab.io glitch.me replit.app repl.co render.com onrender.com
  weebly.com weeblysite.com wixsite.com wix.com wordpress.com blogspot.com square.site squarespace.com godaddysites.com webflow.io webnode.com webnode.page jimdosite.com jimdofree.com
  strikingly.com mystrikingly.com yolasite.com 000webhostapp.com infinityfreeapp.com rf.gd epizy.com surge.sh fleek.co ipfs.io dweb.link cf-ipfs.com nftstorage.link azurewebsites.net
  azureedge.net blob.core.windows.net web.core.windows.net cloudfront.net s3.amazonaws.com amplifyapp.com storage.googleapis.com firebasestorage.googleapis.com storage.cloud.google.com r2.dev cloudflare-ipfs.com gateway.ipfs.io ipfs.infura.io usercontent.goog workers.cloud pages.github.io backblazeb2.com digitaloceanspaces.com
  ondigitalocean.app trycloudflare.com ngrok.io ngrok.app ngrok-free.app duckdns.org ddns.net hopto.org serveo.net zapto.org sytes.net myftp.org carrd.co bio.link linktr.ee beacons.ai gitbook.io
  notion.site notion.so framer.app framer.website canva.site my.canva.site typeform.com jotform.com formstack.com cognitoforms.com forms.gle sites.google.com docs.google.com/forms script.google.com
  forms.office.com myportfolio.com adobe.io express.adobe.com spark.adobe.com tilda.ws ucraft.net umso.co softr.app bubbleapps.io glideapp.io appspot.com run.app cloudwaysapps.com
  plesk.page myshopify.com translate.goog blogspot.in altervista.org x10.mx byethost.com freehosting.com pantheonsite.io wpengine.com sharefile.com mybluehost.me hostingerapp.com
  rebrand.ly codesandbox.io csb.app deno.dev fly.dev up.railway.app gateway.pinata.cloud w3s.link arweave.net skynet.fm telegra.ph graph.org evernote.com padlet.com dropmark.com`)

const shorteners =
  words(`bit.ly tinyurl.com t.co goo.gl ow.ly is.gd v.gd cutt.ly rb.gy rebrand.ly shorturl.at t.ly tiny.cc buff.ly s.id qrco.de q-r.to me-qr.com lnkd.in soo.gd bl.ink shorte.st adf.ly
  urlz.fr u.to n9.cl acortar.link bitly.com tny.im short.gy linkr.it l.ead.me did.li clck.ru vk.cc t2m.io x.co trib.al dlvr.it snip.ly han.gl qr.io smarturl.it page.link app.link onelink.me kutt.it
  shorturl.com tinu.be encurtador.com.br abre.ai rotf.lol da.gd 1drv.ms surl.li goo.su wl.co chilp.it`)

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
  microsoft.com wikipedia.org github.com play.google.com apps.apple.com schema.org gravatar.com vimeo.com medium.com substack.com gov.uk europa.eu googleapis.com gstatic.com`)

const mailSenders =
  words(`sendgrid.net mailchimp.com list-manage.com mandrillapp.com mailgun.org amazonses.com awstrack.me sparkpostmail.com hubspot.com hubspotemail.net hs-sites.com hubspotlinks.com
  constantcontact.com rs6.net exacttarget.com salesforce.com pardot.com marketo.com mktoweb.com mkt-tracking.com klaviyo.com klclick.com cmail19.com cmail20.com createsend.com sendinblue.com brevo.com
  sibforms.com mailerlite.com mlsend.com getresponse.com aweber.com activecampaign.com acemlnb.com convertkit-mail.com customeriomail.com customer.io iterable.com braze.com appboy.com
  mailjet.com mjt.lu postmarkapp.com sailthru.com emarsys.net responsys.net eloqua.com benchmarkemail.com campaign-archive.com everyaction.com ngpvan.com actionnetwork.org nationbuilder.com actblue.com
  winred.com substack.com beehiiv.com cleverreach.com rapidmail.com newsletter2go.com inxmail.com mailup.com acumbamail.com sendy.co ct.sendgrid.net sg.example links.example`)

const abusedEndings =
  words(`xyz top club online site shop store icu live buzz click link rest monster cyou cfd sbs bond quest lol fun space website tech host press vip work win bid loan men date
  review stream download racing party science faith cricket accountant trade webcam gq ml cf ga tk su surf beauty hair skin makeup mom zip mov autos boats homes best pics cam wang uno world today ru`)

const lists = { tenants, freePages, shorteners, meeting, sharing, common, mailSenders } as const
export type HostKind = keyof typeof lists

/** Whether a host is one of a kind: the host or any domain above it is listed. */
export function isHost(kind: HostKind, host: string): boolean {
  const list = lists[kind]
  for (let at = 0, rest = host; ; rest = host.slice(at)) {
    if (list.has(rest)) return true
    const dot = host.indexOf('.', at)
    if (dot < 0) return false
    at = dot + 1
  }
}

export const isFreeMail = (domain: string): boolean => freeMail.has(domain)
export const hasAbusedEnding = (host: string): boolean => abusedEndings.has(host.slice(host.lastIndexOf('.') + 1))
