/** What the HTML reader makes of each form of HTML: blocks, marks, places. */
import test from 'ava'
import { visit } from 'unist-util-visit'
import { fromHtml } from '../src/formats/html/from-html.js'
import { markupFormat } from '../src/formats/sniff.js'
import { parse } from '../src/pipeline.js'
import { hostilePages } from './support/hostile-html.js'
import { lines, fromHtml as tree } from './support/html.js'

const blocks = (html: string) => fromHtml(html).blocks

test('paragraphs are what a browser parts: block elements, and empty lines of breaks', (t) => {
  t.deepEqual(lines('<p>One<p>Two</p>Three<div>Four<div>Five</div>Six</div>'), [
    'One',
    'Two',
    'Three',
    'Four',
    'Five',
    'Six',
  ])
  t.deepEqual(lines('<p>One<br>Two<br><br>Three<br/>&nbsp;<br/>Four</p>'), ['One\nTwo', 'Three', 'Four'])
  t.deepEqual(lines('<span style="display: block">One</span><span style="display:block">Two</span>'), [
    'One',
    'Two',
  ])
  t.deepEqual(lines('<h2>Annex</h2><div role="heading" aria-level="3">Part</div>'), [
    'heading 2: Annex',
    'heading 3: Part',
  ])
})

test('white space runs together; soft hyphens and controls print nothing', (t) => {
  t.deepEqual(lines('<p>\n  The \t light\n<b> of </b> the&#32;<i>\n</i>cape </p>'), [
    'The light **of** the cape',
  ])
  t.deepEqual(lines('<p>light&shy;house light\u00adhouse light<wbr>house light\u0007house</p>'), [
    'lighthouse lighthouse lighthouse lighthouse',
  ])
  t.deepEqual(lines('<p>&nbsp;4&nbsp;May</p><p>&nbsp;</p><p> </p>'), ['4\u00a0May'])
  // Also where white space is kept.
  t.deepEqual(lines('<pre>The li\u0006ghts &#17;of a\u00adrrival</pre>'), ['The lights of arrival'])
})

test('italics and bold, by element, by style and by class', (t) => {
  const expected = ['*Urges* **all** ports']
  t.deepEqual(lines('<p><em>Urges</em> <strong>all</strong> ports'), expected)
  t.deepEqual(
    lines('<p><span style="font-style:italic">Urges</span> <span style="font: bold 10pt x">all</span> ports'),
    expected,
  )
  t.deepEqual(
    lines(
      '<style><!-- .a, p .b { FONT-STYLE: oblique !important } span.c{font-weight:700} --></style><p><span class="x b">Urges</span> <span class=c>all</span> ports',
    ),
    expected,
  )
  t.deepEqual(
    lines('<p style="font-style:italic">Urges<span style="font-style:normal"> <b>all</b> ports</span></p>'),
    expected,
  )
  t.deepEqual(lines('<p><i>Urges</i><i> also</i> <i>all</i>, <i>and</i></p>'), ['*Urges also all*, *and*'])
  t.deepEqual(
    lines(
      '<style>@media print{p{display:none}} @media screen{i{font-style:normal}} /* b{display:none} */</style><p><i>a</i> <b>b</b>',
    ),
    ['a **b**'],
  )
  t.deepEqual(lines('<h1><b>Annex</b></h1>'), ['heading 1: Annex'])
})

test('a condition of a style sheet holds as on the screen of a desk, and a selector names what a browser means', (t) => {
  const hides = (
    sheet: string,
    body = '<div class="lamp"><p>a</p><section><p>b</p></section></div><p>c</p>',
  ) => lines(`<style>${sheet}</style>${body}`).join(' ')
  t.is(hides('@media (max-width: 700px) { .lamp { display: none } }'), 'a b c')
  t.is(hides('@media screen and (min-width: 40em) { .lamp { display: none } }'), 'c')
  t.is(hides('@media (400px <= width < 900px), print { .lamp { display: none } }'), 'a b c')
  t.is(hides('@media not all and (orientation: portrait) { .lamp { display: none } }'), 'c')
  t.is(hides('@supports not (display: grid) { .lamp { display: none } }'), 'a b c')
  t.is(hides('.lamp > p { display: none }'), 'b c')
  t.is(hides('.lamp + p, section p:only-child { display: none }'), 'a')
  t.is(hides('.lamp { & section { display: none } }'), 'a c')
  t.is(hides('p:hover { display: none } p::after { display: none } p:nosuch { display: none }'), 'a b c')
  t.is(hides('#x .lamp p, p:not(section p) { display: none }'), 'b')
  t.is(
    hides('p { display: none } .lamp p { display: block !important } .lamp section p { display: none }'),
    'a b',
  )
})

test('the text that a page hides or adds is named in a message, with its place', (t) => {
  const page =
    '<nav>Ports of call</nav><main><p>The lamps of the cape are lit at dusk</p><p hidden>Unlit</p></main>'
  const { notices = [] } = fromHtml(page)
  t.deepEqual(
    notices.map(({ id, values, start, end }) => [id, values.text, page.slice(start, end)]),
    [
      ['left-out', 'Ports of call', 'Ports of call'],
      ['left-out', 'Unlit', 'Unlit'],
    ],
  )
})

test('underlined text is what typewriters had for italics, unless it is a link', (t) => {
  t.deepEqual(lines('<p><u>Urges</u> <a href="/a"><u>ports</u></a> <u><a href="/b">and</a></u> all'), [
    '*Urges* ports and all',
  ])
  t.deepEqual(lines('<p><span style="text-decoration: underline">Urges</span> all'), ['*Urges* all'])
})

test('a number in a paragraph of its own belongs to the next', (t) => {
  t.deepEqual(lines('<div>1.</div><div><i>Urges</i> ports:</div><p>(a)</p><p>To act;</p>'), [
    '1. *Urges* ports:',
    '(a) To act;',
  ])
  t.deepEqual(lines('<dl><dt>(i)<dd>To act;</dl><p>3.</p><hr><p>I.</p><p>The Council,</p><p>(b)</p>'), [
    '(i) To act;',
    '3.',
    'rule: ',
    'I.',
    'The Council,',
    '(b)',
  ])
})

test('signs that lead to their own heading are left out', (t) => {
  t.deepEqual(lines('<h2 id="a">Annex <a href="#a">¶</a></h2>'), ['heading 2: Annex'])
})

test('raised text is marked', (t) => {
  t.deepEqual(lines('<p>Rules<sup>1</sup> and<span style="vertical-align:super">2</span> H<sub>2</sub>O'), [
    'Rules^1^ and^2^ H2O',
  ])
})

test('what a page adds, hides or runs is left out', (t) => {
  const page = `<html><head><title>Site</title><script>1 < 2</script></head><body>
    <header><h1>Site</h1></header><nav>Menu</nav><div class="breadcrumbs">Home</div>
    <ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul>
    <p hidden>x</p><p style="display:none">x</p><p class="sr-only">x</p><noscript>x</noscript><select><option>x</select>
    <article><header><h1>Reefs</h1></header><p>Text</p></article>
    <aside>See also</aside><footer>Foot</footer></body></html>`
  t.deepEqual(lines(page), ['heading 1: Reefs', 'Text'])
  t.deepEqual(lines('<p>Menu text</p><main><p>The text of the document</p></main><p>Foot</p>'), [
    'The text of the document',
  ])
})

test('lists have the labels that typed documents have', (t) => {
  const ol = (attributes: string, items = 2) => lines(`<ol ${attributes}>${'<li>x</li>'.repeat(items)}</ol>`)
  t.deepEqual(ol(''), ['1. x', '2. x'])
  t.deepEqual(ol('start=4'), ['4. x', '5. x'])
  t.deepEqual(ol('reversed'), ['2. x', '1. x'])
  t.deepEqual(ol('type=a'), ['(a) x', '(b) x'])
  t.deepEqual(ol('type=a start=26'), ['(z) x', '(aa) x'])
  t.deepEqual(ol('type=I start=4'), ['IV. x', 'V. x'])
  t.deepEqual(ol('style="list-style: lower-roman inside" start=9'), ['(ix) x', '(x) x'])
  t.deepEqual(ol('style="list-style-type:none"'), ['x', 'x'])
  t.deepEqual(lines('<ol><li value=7>x<li>y<ol><li>z</ol><ul><li>w</ul></ol>'), [
    '7. x',
    '8. y',
    '(1) z',
    '• w',
  ])
  t.deepEqual(lines('<style>ol ol{list-style-type:upper-alpha}</style><ol><li>x<ol><li>y</ol></ol>'), [
    '1. x',
    'A. y',
  ])
  t.deepEqual(lines('<ol><li><p>x</p><p>y</p></li><li></li><li>z</li></ol>'), ['1. x', 'y', '3. z'])
  t.deepEqual(lines('<ol><li>1. x</ol><ul><li>(a) y<li>– z</ul>'), ['1. x', '(a) y', '– z'])
})

test('counters of a style sheet print labels', (t) => {
  const style = '<style>.l{list-style-type:none}.l>li:before{content:"(" counter(c,lower-latin) ") "}</style>'
  t.deepEqual(lines(`${style}<ol class=l start=2><li>x<li>y</ol>`), ['(b) x', '(c) y'])
})

test('typed labels of Word’s lists stay', (t) => {
  t.deepEqual(
    lines(
      "<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]><i>Urges</i> care",
    ),
    ['1.\u00a0\u00a0 *Urges* care'],
  )
  t.deepEqual(
    lines("<p><span style='font-family:Symbol'>·<span style='font:7pt x'>&nbsp; </span></span>Care"),
    ['•\u00a0 Care'],
  )
})

test('notes are known by the links that lead there and back', (t) => {
  const forms = [
    '<p>Reefs<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup> x</p><ol><li id="footnote-1"><p> A/1. <a href="#footnote-ref-1">↑</a></p></li></ol>',
    '<p>Reefs<a href="#fn1" id="fnref1"><sup>1</sup></a> x</p><section><ol><li id="fn1"><p>A/1.<a href="#fnref1">↩︎</a></p></li></ol></section>',
    '<p>Reefs<a href="x.htm#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a> x</p><div id=ftn1><p><a href="x.htm#_ftnref1" name="_ftn1">[1]</a> A/1.</p></div>',
    '<p>Reefs<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> x</p><div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>\n\tA/1.</p></div>',
    '<p>Reefs<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> x</p><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;A/1.</span></p></div>',
    '<p>Reefs<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> x</p><ol><li id="cite_note-1"><span><a href="#cite_ref-1">^</a></span> <span>A/1.</span></li></ol>',
    '<p>Reefs<sup><a href="#n1">1</a></sup> x</p><p id="n1">1. A/1.</p>',
    '<p>Reefs<a href="#n%31">(1)</a> x</p><table><tr><td><a name="n1"></a>1</td><td>A/1.</td></tr></table>',
  ]
  for (const form of forms) t.deepEqual(lines(form), ['Reefs[^1] x', 'note 1: A/1.'], form)
})

test('a note of several paragraphs, several marks of a note, several notes of a paragraph', (t) => {
  t.deepEqual(
    lines('<p>a<a href=#n1 id=r1>1</a></p><div id=n1><p><a href=#r1>1</a> b</p><p>c</p></div><p>d</p>'),
    ['a[^1]', 'note 1: b c', 'd'],
  )
  t.deepEqual(lines('<p>a<a href=#n1 id=r1>1</a> b<a href=#n1>1</a></p><p id=n1><a href=#r1>1</a> c</p>'), [
    'a[^1] b[^1]',
    'note 1: c',
  ])
  t.deepEqual(
    lines(
      '<p>a<sup><a href=#n1>1</a></sup> b<sup><a href=#n2>2</a></sup></p><p><a id=n1></a>1 c<br><a id=n2></a>2 d</p><p>e</p>',
    ),
    ['a[^1] b[^2]', 'note 1: c', 'note 2: d', 'e'],
  )
  // Annexes begin to count anew.
  t.deepEqual(
    lines(
      '<p>a<a href=#n1 id=r1>1</a> b<a href=#m1 id=s1>1</a></p><p id=n1><a href=#r1>1</a> c</p><p id=m1><a href=#s1>1</a> d</p>',
    ),
    ['a[^1] b[^1-2]', 'note 1: c', 'note 1: d'],
  )
})

test('links that are no marks of notes are text', (t) => {
  t.deepEqual(lines('<p>See paragraph <a href="#p2">2</a></p><p id="p2">2. Urges</p>'), [
    'See paragraph 2',
    '2. Urges',
  ])
  t.deepEqual(lines('<p><a href="#top" id="toc1">I</a></p><h2 id="top"><a href="#x">I</a></h2>'), [
    'I',
    'heading 2: I',
  ])
})

test('tables that place text are read cell by cell, and those that hold data stay', (t) => {
  t.deepEqual(
    lines(
      '<table><tr><td>United Nations</td><td>A/1</td></tr><tr><td>Assembly</td><td><p>Distr.</p><p>May</p></td></tr></table>',
    ),
    ['United Nations', 'A/1', 'Assembly', 'Distr.', 'May'],
  )
  t.deepEqual(
    lines(
      '<p>x</p><table><tr><td>1.</td><td><p>Urges</p></td></tr><tr><td></td><td>(a)</td><td>To</td></tr></table>',
    ),
    ['x', '1. Urges', '(a) To'],
  )
  t.deepEqual(lines('<table><tr><th>Port<th>Oil<tr><td>North<br>Cape<td><p>1</p><p>2</p></table>'), [
    'table: Port | Oil / North Cape | 1 2',
  ])
  t.deepEqual(
    lines('<p>x</p><table border=1><tr><td colspan=2>a</td></tr><tr><td>b</td><td>c</td></tr></table>'),
    ['x', 'table: a |  / b | c'],
  )
  t.deepEqual(
    lines(
      '<p>x</p><table role=presentation border=1><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    ),
    ['x', 'a', 'b', 'c', 'd'],
  )
})

test('block quotes, rules and quotation marks', (t) => {
  t.deepEqual(
    blocks('<blockquote><p>a</p><blockquote>b</blockquote></blockquote>c').map(({ quoted }) => quoted),
    [1, 2, undefined],
  )
  t.deepEqual(lines('<p>a</p><hr><p>The <q>lamp</q>.</p>'), ['a', 'rule: ', 'The “lamp”.'])
})

test('preformatted text is read as plain text is', (t) => {
  const html = '<pre>\n     1.   <b>Urges</b> &quot;ports\nto act&quot;;\n\n     2.   Decides\n</pre>'
  t.deepEqual(lines(html), ['1.   **Urges** "ports\nto act";', '2.   Decides'])
  t.is(blocks(html)[0]?.indent, 5)
})

test('text knows its place: verbatim text is what stands there, and an entity its own', (t) => {
  const html =
    '<p>Noting&nbsp;the <i>bells &amp;\n whistles</i> of<!-- x --> 𝔏 &#x1D50F; &copy ships</p><ol><li>Urges<br>care</ol><pre>a &lt; b\n  c</pre>'
  let verbatim = 0
  for (const { text } of blocks(html)) {
    text.map.forEach(({ at, start, end }, index) => {
      const value = text.value.slice(at, text.map[index + 1]?.at)
      const source = html.slice(start, end)
      if (value.length === end - start) {
        t.is(source.replace(/\s/gu, ' '), value.replace(/\s/gu, ' '))
        verbatim++
      } else if (source.startsWith('&')) t.regex(source, /^&[#\w]+;?$/u)
    })
  }
  t.true(verbatim > 8)
  const page = '<p>The General Assembly,</p><p>1. <i>Urges</i> ports &amp; keepers;</p>'
  const places: string[] = []
  visit(tree(page), (node) => {
    if (node.type === 'text') places.push(page.slice(node.position?.start.offset, node.position?.end.offset))
  })
  t.deepEqual(places, ['The General Assembly,', 'Urges', ' ports &amp; keepers;'])
})

test('broken HTML is read as browsers forgive it', (t) => {
  t.deepEqual(lines('<p>a<b>b<i>c</b>d</i></p></div>e<'), [
    'a**b***c****d*'.replace('**b***c****d*', '**b*c***d'),
    'e<',
  ])
  t.deepEqual(lines('<p>3 < 4 & 5 > 2 &bogus; &amp'), ['3 < 4 & 5 > 2 &bogus; &'])
  t.deepEqual(lines('<table><tr><td>a<tr><td>b</table><li>c'), ['a', 'b', '• c'])
  for (const html of [
    '',
    '<',
    '<!--',
    '<p',
    '<a href="',
    '<style>',
    '<script>p',
    '</p>',
    '<![CDATA[',
    '\0',
    '<p>\ud800',
  ])
    t.notThrows(() => blocks(html), html)
})

test('nesting without end is read, and its text kept', (t) => {
  const deep = 100_000
  t.deepEqual(lines(`${'<div>'.repeat(deep)}a &amp; b`), ['a & b'])
  t.deepEqual(lines(`<p>a</p><script>x</script>${'<b><p>'.repeat(deep)}c<br>d < e`), ['a', 'c', 'd < e'])
  t.is(blocks('<ol><li>x'.repeat(2000)).length, 2000)
  const html = `${'<div>'.repeat(deep)}far`
  t.deepEqual(blocks(html)[0]?.text.map, [{ at: 0, start: html.length - 3, end: html.length }])
})

test('no hostile page makes reading hang', (t) => {
  // What is quadratic takes minutes at this length; bench/hostile.ts holds the ratios.
  for (const [name, make] of Object.entries(hostilePages)) t.notThrows(() => blocks(make(20_000)), name)
})

test('what is HTML is known by its content', (t) => {
  for (const html of [
    '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN"><p>x',
    '\n<HTML lang=en><p>x',
    '<?xml version="1.0"?>\n<!DOCTYPE html><html>',
    '<!-- saved from x -->\n<html>',
    '<p>The General Assembly,</p><p>Urges</p>',
    '<div class="x">\n\n<p>One</p>\n\n<p>Two</p>\n</div>',
  ])
    t.is(markupFormat(html, 'x'), 'html', html)
  for (const other of [
    '<div align="center">\n\n# Title\n\n</div>\n\nThe General Assembly,\n\nRecalling,\n',
    '<sup>1</sup> Note',
    '<p>x',
    'The <p> tag',
    '# Title\n\n<p>One</p>',
  ])
    t.is(markupFormat(other, 'x.txt'), other === '<p>x' ? 'html' : undefined, other)
})

test('where the content does not tell, the name does', (t) => {
  t.is(markupFormat('The General Assembly,<br>', 'x.htm'), 'html')
  t.is(markupFormat('The General Assembly,<br>', 'x.txt'), undefined)
  t.is(markupFormat('The General Assembly,', 'x.html'), undefined)
})

test('a page says its encoding', async (t) => {
  const cyrillic = [0xc1, 0xd2, 0xd5, 0xe2]
  const read = async (head: string, bytes: number[]) => {
    const page = Buffer.concat([Buffer.from(`${head}<p>`), Buffer.from(bytes)])
    const { tree, messages, format } = await parse(page, { language: 'en', format: 'html' })
    t.is(format, 'html')
    const guessed = messages.some(({ ruleId }) => ruleId === 'encoding-guessed')
    return `${/"value":"([^"]*)"/u.exec(JSON.stringify(tree))?.[1]}${guessed ? ', guessed' : ''}`
  }
  t.is(await read('<meta charset="iso-8859-5">', cyrillic), 'Свет')
  t.is(await read("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-5'>", cyrillic), 'Свет')
  t.is(await read('<?xml version="1.0" encoding="iso-8859-5"?><html>', cyrillic), 'Свет')
  t.is(await read('<meta charset=windows-1252>', [0x93, 0xe9, 0x94]), '“é”')
  // Bytes that are UTF-8 are, whatever was left in the head; names that no encoding has say nothing.
  t.is(await read('<meta charset=windows-1252>', [...Buffer.from('“é”')]), '“é”')
  t.is(await read('<meta charset=none-such>', [0x93, 0xe9, 0x94]), '“é”, guessed')
  t.is(await read('<meta charset=utf-8>', [0x93, 0xe9, 0x94]), '“é”, guessed')
})

test('more paragraphs in one element than a call takes arguments are read', (t) => {
  const { blocks } = fromHtml(`<ol><li>${'<p>Urges all;'.repeat(130_000)}</ol>`)
  t.is(blocks.length, 130_000)
})
