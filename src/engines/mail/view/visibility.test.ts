import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPage } from './read-page.ts'

const hide: Readonly<Record<string, string>> = {
  'no display': '<div style="display:none">xyzzy</div>',
  'no visibility': '<div style="visibility: hidden">xyzzy</div>',
  'letters of no size': '<span style="font-size:0">xyzzy</span>',
  'letters of one point': '<span style="font-size:1px">xyzzy</span>',
  'letters of a tenth': '<span style="font-size:0.1em">xyzzy</span>',
  'the font shorthand': '<span style="font:0/0 a">xyzzy</span>',
  'font size 0': '<font size="0">xyzzy</font>',
  'white on white': '<p style="color:#FFFFFF">xyzzy</p>',
  'almost white on white': '<p style="color:#fefefc">xyzzy</p>',
  'rgb on white': '<p style="color: rgb(250, 250, 250)">xyzzy</p>',
  'the font’s colour': '<font color="white">xyzzy</font>',
  'grey on the same grey': '<td style="background-color:#f0f0f0"><span style="color:#f2f2f2">xyzzy</span></td>',
  'dark on dark': '<table bgcolor="#112233"><tr><td style="color:#112233">xyzzy</td></tr></table>',
  'a body’s own colours': '<body bgcolor="#003366" text="#003366">xyzzy</body>',
  'seen through': '<p style="opacity:0.01">xyzzy</p>',
  'off the screen': '<div style="position:absolute;left:-9999px">xyzzy</div>',
  'indented away': '<p style="text-indent:-999px">xyzzy</p>',
  'cut off': '<div style="height:0;overflow:hidden">xyzzy</div>',
  'of no height': '<div style="max-height:0px">xyzzy</div>',
  clipped: '<div style="position:absolute;clip:rect(0,0,0,0)">xyzzy</div>',
  'scaled away': '<div style="transform:scale(0)">xyzzy</div>',
  'transparent ink': '<p style="color:transparent">xyzzy</p>',
  'transparent ink in parts': '<p style="color:rgba(0,0,0,0)">xyzzy</p>',
  'for Outlook alone': '<p style="mso-hide:all">xyzzy</p>',
  'a hidden attribute': '<p hidden>xyzzy</p>',
  'a class': '<style>.q9, .z { display:none }</style><p class="a q9">xyzzy</p>',
  'an id': '<style>#x1{font-size:0px}</style><p id="x1">xyzzy</p>',
  'a second style sheet': '<style>.a{color:red}</style><style>div.q{visibility:collapse}</style><div class="q">xyzzy</div>',
  'deep within': '<div style="display:none"><p><b style="color:#000;font-size:20px">xyzzy</b></p></div>',
}
for (const [how, html] of Object.entries(hide)) {
  test(`hidden text is told from seen text: ${how}`, () => {
    const { page } = readPage(`<p>Before</p>${html}<p>After</p>`)
    assert.doesNotMatch(page.text, /xyzzy/)
    assert.match(page.hiddenText, /xyzzy/)
  })
}

const show: Readonly<Record<string, string>> = {
  'one em is the usual size': '<p style="font-size:1em">xyzzy</p>',
  'a hundred percent too': '<p style="font-size:100%">xyzzy</p>',
  'ten pixels are small and legible': '<p style="font-size:10px">xyzzy</p>',
  'white on blue': '<td style="background:#0b5cad"><a style="color:#ffffff">xyzzy</a></td>',
  'white on blue by attribute': '<table bgcolor="#0b5cad"><tr><td style="color:white">xyzzy</td></tr></table>',
  'white on a picture': '<td background="cid:sky"><span style="color:#fff">xyzzy</span></td>',
  'white on a gradient': '<div style="background-image:linear-gradient(#000,#333)"><span style="color:#fff">xyzzy</span></div>',
  'white on what a style sheet says': '<style>.hero{background-color:#003}</style><div class="hero"><p style="color:#fff">xyzzy</p></div>',
  'white on what a style sheet says of a table cell': '<style>td.hero a{background:#003}</style><a style="color:#fff">xyzzy</a>',
  'letters set anew in a cell without space': '<td style="font-size:0"><div style="font-size:16px">xyzzy</div></td>',
  'colour set anew in an element that was never closed': '<i style="color:#f7f7f7"><p style="color:#333">xyzzy</p>',
  'hidden on phones only': '<style>@media (max-width:600px){.wide{display:none}}</style><p class="wide">xyzzy</p>',
  'grey, but legible': '<p style="color:#999999">xyzzy</p>',
  'half seen through': '<p style="opacity:0.5">xyzzy</p>',
  'a low line': '<p style="line-height:1;height:20px">xyzzy</p>',
}
for (const [why, html] of Object.entries(show)) {
  test(`seen text is seen: ${why}`, () => {
    const { page } = readPage(`<p>Before</p>${html}<p>After</p>`)
    assert.match(page.text, /xyzzy/)
    assert.doesNotMatch(page.hiddenText, /xyzzy/)
  })
}

test('letters and comments put into words are counted, and the word is read whole', () => {
  const { page } = readPage(
    '<p>ver<!-- q -->ify your pass<span style="font-size:0">kk</span>word and ac<font color="#fff">x</font>count</p>',
  )
  assert.match(page.text, /verify your password and account/)
  assert.equal(page.splitWords, 3)
  assert.equal(readPage('<p>One<!-- between --> two</p><!--[if mso]>x<![endif]--><p>three</p>').page.splitWords, 0)
})

test('short links belong to the house that the mail names as their base', () => {
  const { links } = readPage('<base href="https://evil.example/a/"><a href="login">Sign in</a><a href="https://riverton.example/x">x</a>')
  assert.deepEqual(
    links.map(({ host, innermost }) => [host, innermost]),
    [
      ['evil.example', 'https://evil.example/a/login'],
      ['riverton.example', 'https://riverton.example/x'],
    ],
  )
})

test('a field that asks for a secret counts, whatever type it says it is', () => {
  const count = (html: string): number => readPage(`<form action="https://a.example/">${html}</form>`).page.passwordFields
  assert.equal(
    count('<input type="password"><input name="card_number"><input type="text" placeholder="Your PIN"><input id="user-passwd">'),
    4,
  )
  assert.equal(
    count('<input type="text" name="q"><input type="email" name="mail"><input type="hidden" name="password_hint"><input name="pinterest">'),
    0,
  )
})
