/** What the HTML report may do: nothing from elsewhere, and no style or script but its own two. */
import { createHash } from 'node:crypto'

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
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
