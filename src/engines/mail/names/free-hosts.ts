/**
 * Hosts under which anybody may put a page, a form or a name of their own, without being asked who they are: page builders, storage, gateways, forms,
 * dynamic names, tunnels; and short links. Most pages there are honest; a sign-in page is not.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const freePages = words(`
  000.pe 000webhostapp.com 123formbuilder.com 3utilities.com 42web.io 4everland.app 4everland.io about.me accesscam.org adobe.io aliyuncs.com
  altervista.org amazonaws.com amplifyapp.com appspot.com ar.io arweave.dev arweave.net at.ua awsapprunner.com azurecontainerapps.io
  azureedge.net azurefd.net azurestaticapps.net azurewebsites.net backblazeb2.com base44.app bcebos.com beacons.ai bio.link bio.site bitbucket.io
  blob.core.windows.net blogspot.com blogspot.in bolt.host bounceme.net brizy.site bubbleapps.io byethost.com byethost12.com byethost4.com byethost7.com
  byethost8.com camdvr.org campsite.bio canalblog.com canva.site carrd.co casacam.net cf-ipfs.com chickenkiller.com clickfunnels.com cloudapp.azure.com
  cloudapp.net cloudflare-ipfs.com cloudfront.net cloudfunctions.net cloudns.asia cloudns.be cloudns.cc cloudns.cl cloudns.nz cloudwaysapps.com coda.io
  code.run codeberg.page codesandbox.io cognitoforms.com contabostorage.com cprapid.com crabdance.com craft.do craft.me crustwebsites.net csb.app
  customervoice.microsoft.com cyclic.app datastudio.google.com ddns.net ddns.us ddnsking.com dedyn.io deno.dev deta.app deta.dev devtunnels.ms
  digitaloceanspaces.com dns.army dns.navy dnsalias.com dorik.io dropmark.com duckdns.org dweb.link dynamic-dns.net dyndns.info dyndns.org dyndns.tv
  dynu.net dynv6.net e-monsite.com edgeone.app edgeone.dev editorx.io elasticbeanstalk.com epizy.com eth.limo eth.link eu.org evernote.com
  express.adobe.com ezyro.com fast-page.org figma.site filebase.io fillout.com firebaseapp.com firebasestorage.googleapis.com fleek.co flipsnack.com
  flow.page fly.dev flywheelsites.com form.run formcrafts.com forms.app forms.clickup.com forms.cloud.microsoft forms.gle forms.microsoft.com
  forms.monday.com forms.office.com forms.zoho.com formsite.com formspree.io formstack.com framer.ai framer.app framer.media framer.website free.nf
  freeddns.org freedynamicdns.net freedynamicdns.org freehosting.com gamma.app gamma.site gateway.ipfs.io gateway.pinata.cloud ghost.io giize.com
  gitbook.io github.dev github.io githubpreview.dev gitlab.io gitpod.io gleeze.com glide.page glideapp.io glitch.com glitch.me godaddysites.com
  gotdns.ch graph.org great-site.net gt.tc hackmd.io hashnode.dev herokuapp.com heyform.net homeip.net homelinux.com hoo.be hopto.org hostingerapp.com
  hostingersite.com hsforms.com html-5.me hubside.fr hubspotpagebuilder.com ic0.app iceiy.com icp0.io ignorelist.com infinityfreeapp.com infura-ipfs.io
  infy.uk instapage.com ipfs.infura.io ipfs.io ipfs.w3s.link is-great.net jimdofree.com jimdosite.com jotfor.ms jotform.com jumpingcrab.com justpaste.it
  kesug.com kinsta.cloud kinsta.page koji.to koyeb.app kozow.com leadpages.co lhr.life lighthouse.storage line.pm linkin.bio linkpc.net linktr.ee
  linodeobjects.com liveblog365.com livejournal.com lnk.bio loca.lt localhost.run localto.net localxpose.io lookerstudio.google.com loophole.site
  loseyourip.com lovable.app lovestoblog.com lpages.co mailchimpsites.com microsoftcrmportals.com mobirisesite.com mooo.com msha.ke my-router.de
  my.canva.site my.salesforce-sites.com mybluehost.me myclickfunnels.com myfritz.net myftp.biz myftp.org myftpupload.com mypinata.cloud myportfolio.com
  myqcloud.com myshopify.com mystrikingly.com mywire.org narod.ru neocities.org netlify.app netlify.com nftstorage.link ngrok-free.app ngrok-free.dev
  ngrok.app ngrok.dev ngrok.io ngrok.pizza nip.io no-ip.biz no-ip.com no-ip.org notion.site notion.so now.sh nsupdate.info on.aws ondigitalocean.app
  onrender.com onthewifi.com ooguy.com oraclecloud.com over-blog.com packetriot.net padlet.com pagedemo.co pagekite.me pages.dev pantheonsite.io
  paperform.co pastebin.com pinggy.io pinggy.link playit.gg plesk.page ply.gg portmap.io powerappsportals.com publicvm.com quickconnect.to r2.dev
  readymag.com rebrand.ly redirectme.net render.com rentry.co repl.co replit.app replit.dev rf.gd run.app run.place s3.amazonaws.com scribehow.com
  script.google.com scw.cloud secureserversites.net selfhost.de selfhost.eu serveblog.net serveftp.com servehttp.com serveo.net share.hsforms.com
  sharefile.com simdif.com site123.me sites.google.com skynet.fm softr.app solo.to spark.adobe.com spdns.de spdns.org square.site squarespace.com
  sslip.io stackblitz.io storage.cloud.google.com storage.googleapis.com storjshare.io strangled.net strikingly.com super.site surge.sh surveyplanet.com
  survio.com sway.cloud.microsoft sway.office.com synology.me systeme.io sytes.net tally.so taplink.cc taplink.ws telebit.io telegra.ph teletype.in
  temp.domains tempurl.host theworkpc.com tilda.ws tome.app totalh.net translate.goog trycloudflare.com tumblr.com tunnelmole.net
  twilightparadox.com typedream.app typeform.com ucoz.com ucoz.net ucraft.net uk.to umso.co unaux.com unbouncepages.com up.railway.app us.to
  usercontent.goog v0.app val.run vercel.app view.genial.ly view.genially.com viewdns.net vultrobjects.com vusercontent.net w3s.link wasabisys.com
  web.app web.core.windows.net webador.com webcontainer.io webflow.io webhop.me webnode.com webnode.page webredirect.org weebly.com
  weeblysite.com wix.com wixsite.com wixstudio.com wixstudio.io wkf.ms wordpress.com work.gd workers.cloud workers.dev wpcomstaging.com wpengine.com
  wpenginepowered.com wuaze.com wufoo.com x10.mx xip.io yolasite.com zapto.org zeabur.app zfrmz.com zohopublic.com zohosites.com zya.me`)

export const shorteners = words(`
  0rz.tw 1drv.ms 1url.com 2.gp 2no.co abre.ai acortar.link adf.ly app.link bit.ly bitly.com bitly.ws bl.ink buff.ly chilp.it clck.ru cutt.ly cutt.us
  cuturl.net da.gd did.li dlvr.it dub.co dub.sh dwz.cn encr.pw encurtador.com.br exe.io gee.su gg.gg go2l.ink goo.gl goo.su grabify.link gurl.pro han.gl
  hi.switchy.io hyperlink.to ift.tt iplogger.org is.gd ity.im j.mp kutt.it kutt.to l.ead.me l8.nu lc.chat lihi.cc lihi1.cc lihi2.cc linkfly.to linkr.it
  linkshortner.net linktw.in linkvertise.com ln.ki ln.run lnk.do lnkd.in lstu.fr me-qr.com merky.de n9.cl nowlinks.net oe.cd oke.io onelink.me onl.la
  ouo.io ouo.press ow.ly page.link picsee.io po.st ppt.cc pse.is pxl.to q-r.to q.link qr-code-generator.com qr.io qr1.be qr2.be qrcc.me qrco.de qrfy.com
  qrfy.io qrs.ly rb.gy rebrand.ly rebrandly.com reurl.cc rlu.ru rotf.lol s.coop s.id s.yam.com s2r.co scnv.io shorl.com short.gy short.io short.link
  shorte.st shorter.me shortest.link shorturl.asia shorturl.at shorturl.com shorturl.gg shrinke.me shrinkme.io shrtco.de sl.al smarturl.eu smarturl.it
  snip.link snip.ly soo.gd spoo.me sptfy.com su.pr suo.im surl.li switchy.io swiy.co t.cn t.co t.ly t2m.io tinu.be tiny.cc tiny.ie tiny.one tiny.pl
  tinylink.net tinyurl.com tinyurl.is tli.su tn.tc tny.im tpmr.com tr.im trib.al turl.no tw.gs u.bb u.nu u.to ulvis.net url.kr urlbox.link urlr.me
  urlshort.dev urlshortener.at urlto.me urlz.fr v.gd v.ht vk.cc vk.sv vu.fr w3t.org wl.co x.co x.gd xurl.es y2u.be yip.su yourls.org zapt.in zc.vg
  zpr.io zws.im`)
