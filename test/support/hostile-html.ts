/** Pages that make a careless reader slow, or its stack overflow. */

const notes = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ')

/** Pages of so many elements, attributes or marks. */
export const hostilePages: Record<string, (count: number) => string> = {
  'nested blocks': (n) => `${'<div>'.repeat(n)}x`,
  'nested lists': (n) => '<ol><li>x'.repeat(n),
  'nested tables': (n) => '<table><tr><td>x'.repeat(n),
  'nested quotations': (n) => '<blockquote>x'.repeat(n),
  'tags left open': (n) => '<p><font a=1>x'.repeat(n),
  'tags never opened': (n) => '</i></div></p>x'.repeat(n),
  paragraphs: (n) => '<p>The text of a paragraph</p>\n'.repeat(n),
  'lines of one paragraph': (n) => `<p>${'a line of text<br>\n'.repeat(n)}`,
  'pieces of one paragraph': (n) => `<p>${'word <i>it</i> &amp;<!-- x --> '.repeat(n)}`,
  'marks of one note': (n) => `<p>${'<sup><a href="#n">1</a></sup> x '.repeat(n)}</p><p id=n>1 note</p>`,
  'notes of one item': (n) =>
    `<p>${notes(n, (i) => `<a href="#n${i}" id="r${i}">${i % 900}</a>`)}</p><ol><li>${notes(n, (i) => `<a href="#r${i}" id="n${i}">${i % 900}</a>`)}`,
  'notes with empty places': (n) => `<p>${'<a id=n></a>'.repeat(n)}<sup><a href="#n">1</a></sup>`,
  attributes: (n) => `<p ${notes(n, (i) => `a${i}=1`)}>x`,
  'a long style': (n) => `<p style="${'font-style:italic;'.repeat(n)}">x`,
  'many rules': (n) =>
    `<style>${'.a,b c{font-style:italic}\n'.repeat(n)}</style>${'<p class=a>x'.repeat(n / 10)}`,
  'rules left open': (n) => `<style>${'{'.repeat(n)}${'/*'.repeat(n)}</style><p>x`,
  'comments left open': (n) => '<!--'.repeat(n),
  'less-than signs': (n) => '< '.repeat(n),
  'wide cells': (n) => `<table border=1>${'<tr><td colspan=99>x<td>y'.repeat(n / 10)}`,
  'preformatted lines': (n) => `<pre>${'a line\n   <b>an</b>other &lt;\n\n'.repeat(n)}`,
}
