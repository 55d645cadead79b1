/** What the HTML report may do: nothing from elsewhere, and no style or script but its own two. */
import { sha256 } from '@noble/hashes/sha2.js'

/** Write a Content-Security-Policy that knows a page's one style and one script by their hashes. */
export function policy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src '${hash(style)}'`,
    `script-src '${hash(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function hash(text: string): string {
  const digest = sha256(new TextEncoder().encode(text))
  return `sha256-${btoa(String.fromCharCode(...digest))}`
}
