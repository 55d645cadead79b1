/** The frame of every HTML report: what it may do is nothing from elsewhere, and no style or script but its own two. */
import { sha256 } from '@noble/hashes/sha2.js'
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Say } from '../model/words.js'
import { direction } from './direction.js'

/** Write a whole page in the language of its reader. */
export function htmlPage(say: Say, head: Element, body: Element): string {
  const html = h('html', { lang: say.language, dir: direction(say.language) }, [head, body])
  return toHtml({ type: 'root', children: [{ type: 'doctype' }, html] })
}

/** Write the head of a page with one style and, where it has one, one script. */
export function pageHead(title: string, style: string, script = ''): Element {
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(style, script) }),
    h('meta', { name: 'generator', content: 'plenary' }),
    h('title', title),
    h('style', style),
  ])
}

/** Write a Content-Security-Policy that knows a page's one style and one script by their hashes. */
function policy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** The hash by which a policy knows a style or a script. */
export function hashOf(text: string): string {
  const digest = sha256(new TextEncoder().encode(text))
  return `sha256-${btoa(String.fromCharCode(...digest))}`
}
