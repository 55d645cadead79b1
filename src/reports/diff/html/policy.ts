/** What the HTML report may do: nothing from elsewhere, and no style or script but its own two. */
import { sha256 } from '@noble/hashes/sha2.js'

/** Write a Content-Security-Policy that knows a page's one style and one script by their hashes. */
export function policy(style: string, script: string): string {
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
