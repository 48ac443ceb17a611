/** One hand-made address for each way to hide another, and the honest ones that look alike. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { unwrap } from './unwrap.ts'

const inner = 'https://login.evil.example/in?a=1'
const encoded = encodeURIComponent(inner)
const twice = encodeURIComponent(encoded)
const based = Buffer.from(inner).toString('base64')
const basedUrl = Buffer.from(inner).toString('base64url')
const hex = Buffer.from(inner).toString('hex')
const jwt = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(JSON.stringify({ bulletin_id: '1', url: inner })).toString('base64url')}.sig`
const json = Buffer.from(JSON.stringify({ e: 1, href: inner })).toString('base64url')
const packed = deflateSync(JSON.stringify({ h: 'x', u: inner })).toString('base64url')
const mandrill = Buffer.from(JSON.stringify({ s: 'x', v: 1, p: JSON.stringify({ u: 1, url: inner.replaceAll('/', '\\/') }) })).toString(
  'base64url',
)

const wrapped: Readonly<Record<string, readonly string[]>> = {
  'Microsoft SafeLinks': [
    `https://eur02.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02&sdata=x&reserved=0`,
    `https://gcc02.safelinks.protection.outlook.com/ap/b-59584e83/?url=${encoded}&data=x`,
    `https://usg02.safelinks.protection.office365.us/?url=${encoded}&data=x`,
    `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encoded}&locale=en`,
  ],
  Proofpoint: [
    `https://urldefense.proofpoint.com/v1/url?u=${encoded}&k=x`,
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__login.evil.example_in-3Fa-3D1&d=DwMFaQ&c=x&r=y',
    'https://urldefense.com/v3/__https://login.evil.example/in?a=1__;!!ABC!token$',
    'https://urldefense.us/v3/__https://login.evil.example/in?a*1__;PQ!!ABC!token$',
    'https://urldefense.com/v3/__https:/login.evil.example/in?a=1__;!!ABC!token$',
  ],
  Barracuda: [`https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1,x&typo=1`],
  Cisco: [`https://secure-web.cisco.com/1AbC-dEf/${encoded}`],
  Symantec: [`https://clicktime.symantec.com/15sJ?h=x&u=${encoded}`, `https://clicktime.cloud.postoffice.net/clicktime.php?U=${encoded}&E=x`],
  FireEye: [`https://protect2.fireeye.com/v1/url?k=x&q=1&e=y&u=${encoded}`],
  'Trend Micro': [`https://ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${encoded}&umid=x&auth=y`],
  Sophos: [`https://eu-central-1.protection.sophos.com/?d=evil.example&u=${based}&p=m&i=x`],
  Fortimail: [`https://mail.riverton.example/fmlurlsvc/?fewReq=:B:JVo&url=${encoded}`],
  'Check Point, Avanan': [`https://url.avanan.click/v2/___${inner}___.YXAzOng6`, `https://protect.checkpoint.com/v2/r01/___${encoded}___.x`],
  'Trustwave, Libraesva, AppRiver': [
    `https://scanmail.trustwave.com/?c=1&d=x&u=${encoded}`,
    `https://urlsand.esvalabs.com/?u=${encoded}&e=1`,
    `https://link.edgepilot.com/s/1a2b/xyz?u=${encoded}`,
  ],
  'mail.com and GMX': [`https://deref-mail.com/mail/client/abc/dereferrer/?redirectUrl=${encoded}`, `https://deref-gmx.net/mail/client/x/dereferrer/?redirectUrl=${encoded}`],
  Google: [
    `https://www.google.com/url?q=${encoded}&sa=D&source=docs`,
    `https://google.co.uk/url?sa=t&url=${encoded}`,
    'https://www.google.com/amp/s/login.evil.example/in',
    `https://translate.google.com/translate?sl=en&tl=de&u=${encoded}`,
    `https://www.google.de/aclk?sa=L&adurl=${encoded}`,
    `https://www.google.com/travel/clk?pc=x&pcurl=${encoded}`,
    `https://meet.google.com/linkredirect?authuser=0&dest=${encoded}`,
    `https://accounts.google.com/Logout?continue=${encodeURIComponent(`https://appengine.google.com/_ah/logout?continue=${encoded}`)}`,
    `https://googleweblight.com/i?u=${encoded}`,
    `https://webcache.googleusercontent.com/search?q=cache:x:${encoded}`,
    `https://www.googleadservices.com/pagead/aclk?sa=L&adurl=${encoded}`,
  ],
  'Google’s cache and translation, by host': [
    'https://login-evil-example.translate.goog/in?a=1&_x_tr_sl=en',
    'https://login-evil-example.cdn.ampproject.org/c/s/login.evil.example/in',
  ],
  Bing: [`https://www.bing.com/ck/a?!&&p=x&ptn=3&u=a1${basedUrl}&ntb=1`, `https://www.bing.com/aclick?ld=x&u=${Buffer.from(encoded).toString('base64')}`, `https://www.bing.com/alink/link?url=${encoded}`],
  'Microsoft’s translation': [`https://www.translatetheweb.com/?from=&to=en&a=${encoded}`, `https://www.microsofttranslator.com/bv.aspx?a=${encoded}`],
  'Yahoo, DuckDuckGo': [`https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=${encoded}/RK=2/RS=x`, `https://duckduckgo.com/l/?uddg=${encoded}`],
  YouTube: [`https://www.youtube.com/redirect?event=video_description&q=${encoded}`, `https://www.youtube.com/attribution_link?u=${encoded}`],
  doubleclick: [
    `https://googleads.g.doubleclick.net/pcs/click?xai=x&adurl=${encoded}`,
    `https://ad.doubleclick.net/ddm/clk/4;5;y?${inner}`,
    `https://ad.doubleclick.net/clk;1;2;x?${encoded}`,
    `https://adclick.g.doubleclick.net/aclk?ds_dest_url=${encoded}`,
  ],
  LinkedIn: [`https://www.linkedin.com/redir/redirect?url=${encoded}&urlhash=x`, `https://www.linkedin.com/safety/go?url=${encoded}`],
  'Facebook, Instagram, WhatsApp': [`https://l.facebook.com/l.php?u=${encoded}&h=AT`, `https://lm.facebook.com/l.php?u=${encoded}`, `https://l.instagram.com/?u=${encoded}`, `https://www.facebook.com/flx/warn/?u=${encoded}`, `https://l.wl.co/l?u=${encoded}`],
  'X, TikTok, Pinterest, Reddit, Quora': [
    `https://twitter.com/i/redirect?url=${encoded}`, `https://www.tiktok.com/link/v2?aid=1&target=${encoded}`, `https://www.pinterest.com/offsite/?url=${encoded}`,
    `https://out.reddit.com/t3_x?url=${encoded}`, `https://www.quora.com/_/redirect?url=${encoded}`,
  ],
  'Snapchat, app links': [`https://click.snapchat.com/aVHG?pid=x&af_web_dp=${encoded}`, `https://mail.onelink.me/107?pid=x&af_web_dp=${encoded}`, `https://x.app.link/?$fallback_url=${encoded}`, `https://x.page.link/?link=${encoded}`],
  'VK, OK, Telegram, Slack, Tumblr, Steam': [
    `https://vk.com/away.php?to=${encoded}`, `https://ok.ru/dk?cmd=x&st.link=${encoded}`, `https://t.me/iv?url=${encoded}&rhash=x`, `https://slack-redir.net/link?url=${encoded}`,
    `https://t.umblr.com/redirect?z=${encoded}&t=x`, `https://steamcommunity.com/linkfilter/?url=${encoded}`,
  ],
  'referrer hiders': [`https://href.li/?${inner}`, `https://anonym.to/?${encoded}`, `https://nullrefer.com/?${inner}`],
  'Baidu, Yandex, mail.ru': [`https://www.baidu.com/link?url=${encoded}`, `https://sba.yandex.net/redirect?url=${encoded}`, `https://yandex.ru/clck/jsredir?from=x&url=${encoded}`, `https://checklink.mail.ru/proxy?es=x&url=${encoded}`],
  'the web archive': [`https://web.archive.org/web/2024/${inner}`],
  advertisers: [
    `https://track.adform.net/C/?bn=1;cpdir=${encoded}`, `https://cat.fr.eu.criteo.com/delivery/ck.php?cppv=3&maxdest=${encoded}`, `https://www.awin1.com/cread.php?awinmid=1&ued=${encoded}`,
    `https://clk.tradedoubler.com/click?p(1)a(2)url(${encoded})`, `https://click.linksynergy.com/deeplink?id=x&murl=${encoded}`, `https://www.anrdoezrs.net/links/1/type/dlg/${inner}`,
    `https://www.shareasale.com/r.cfm?b=1&urllink=${encoded}`, `https://x.pxf.io/c/1/2/3?u=${encoded}`, `https://go.redirectingat.com/?id=x&url=${encoded}`, `https://prf.hn/click/camref:x/destination:${encoded}`,
  ],
  'senders of mail for others': [
    `https://mandrillapp.com/track/click/123/evil.example?p=${mandrill}`, `https://abc.r.us-east-1.awstrack.me/L0/${inner.replaceAll('/', '%2F')}/1/0100/x`,
    `https://links-2.govdelivery.com/CL0/${encoded}/1/0100/x`, `https://lnks.gd/l/${jwt}`, 'https://click.pstmrk.it/3s/login.evil.example%2Fin%3Fa=1/x/y/z',
    `https://click.convertkit-mail.com/ab/cd/${basedUrl}`, `https://substack.com/redirect/2/${json}`, `https://email.mg1.substack.com/c/${packed}`, `https://e.customeriomail.com/e/c/${json}/sig`,
    `https://streak-link.com/Bx/${encoded}`,
  ],
  'any page at all': [
    `https://shop.example/redirect?url=${encoded}`, `https://shop.example/r?goto=${twice}`, `https://shop.example/out/${inner}`, `https://shop.example/out/${encoded}`, `https://shop.example/?next=//login.evil.example/in`,
    `https://shop.example/?x=${based}`, `https://shop.example/?q=${hex}`, 'https://shop.example/exit?destination=%5C%5Clogin.evil.example/in', `https://shop.example/#${inner}`,
    `https://shop.example/a?u=${encodeURIComponent(`https://cafe.example/b?u=${encoded}`)}`,
  ],
} // biome-ignore format: a table

for (const [name, targets] of Object.entries(wrapped)) {
  test(`${name}: the innermost house is found`, () => {
    for (const target of targets) {
      const { host, through } = unwrap(target)
      assert.equal(host, 'login.evil.example', target)
      assert.ok(through.length >= 1, target)
    }
  })
}

test('where only the host is told, the host is told', () => {
  assert.equal(unwrap('https://protect-eu.mimecast.com/s/AbCdEf?domain=login.evil.example').host, 'login.evil.example')
  assert.equal(unwrap('https://url.us.m.mimecastprotect.com/s/x?domain=login.evil.example').host, 'login.evil.example')
  assert.equal(unwrap('https://shared.outlook.inky.com/link?domain=login.evil.example&t=h.eJx').host, 'login.evil.example')
})

test('wrappers within wrappers are undone one after the other', () => {
  const google = `https://www.google.com/url?q=${encoded}`
  const safe = `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(google)}`
  assert.deepEqual(unwrap(`https://l.facebook.com/l.php?u=${encodeURIComponent(safe)}`).through, [
    'l.facebook.com',
    'eur02.safelinks.protection.outlook.com',
    'www.google.com',
  ])
})

test('what stands there for another reason leads nowhere else', () => {
  for (const target of [
    `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1&redirect_uri=${encoded}`,
    `https://www.facebook.com/sharer/sharer.php?u=${encoded}`,
    `https://twitter.com/intent/tweet?url=${encoded}`,
    `https://riverton.example/article?utm_source=${encoded}`,
    `https://riverton.example/page?ref=${encoded}`,
    `https://riverton.example/login?next=${encodeURIComponent('https://riverton.example/home')}`,
    `https://validator.example/check?uri=${encoded}`,
    'https://riverton.example/?d=eJunk',
    'https://riverton.example/search?q=a+b',
  ]) {
    const { host, through } = unwrap(target)
    assert.deepEqual([host, through], [new URL(target).hostname, []], target)
  }
})

test('a step within the house counts only when it leads out of it', () => {
  const within = unwrap(`https://riverton.example/login?next=${encodeURIComponent(`https://www.riverton.example/out?u=${encoded}`)}`)
  assert.deepEqual([within.host, within.through], ['login.evil.example', ['riverton.example']])
})

test('an address written strangely is read as a browser reads it', () => {
  assert.equal(unwrap('https://paypal.com@login.evil.example/x').host, 'login.evil.example')
  assert.equal(unwrap('http://0x7f.0.0.1/').host, '127.0.0.1')
  assert.equal(unwrap('http://0300.0250.1.1/').host, '192.168.1.1')
  assert.equal(unwrap('http://3232235777/').host, '192.168.1.1')
  assert.equal(unwrap('ht\ntps://login.evil.example/').host, 'login.evil.example')
  assert.equal(unwrap('\\\\login.evil.example/x').host, 'login.evil.example')
  assert.equal(unwrap('https://login。evil。example/').host, 'login.evil.example')
})

test('cruel links are read in no time', () => {
  const nested = Array.from({ length: 60 }).reduce<string>((url) => `https://a.example/?u=${encodeURIComponent(url)}`.slice(0, 6000), inner)
  const began = process.hrtime.bigint()
  for (const target of [
    nested,
    `https://a.example/?u=${'%25'.repeat(2000)}`,
    `https://a.example/?x=aHR0c${'A'.repeat(5000)}`,
    `https://urldefense.com/v3/__${'*'.repeat(3000)}__;AAAA`,
    `https://google.com/url?q=${'http://'.repeat(800)}`,
  ])
    for (let round = 0; round < 20; round++) unwrap(target)
  const tookMs = Number(process.hrtime.bigint() - began) / 1e6
  assert.ok(tookMs < 1000, `${tookMs} ms`)
})
