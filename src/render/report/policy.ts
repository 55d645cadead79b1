/**
 * What the HTML report may do: nothing from elsewhere, and no style or script
 * but its own two, known by their hashes. A test holds the hashes to the texts.
 */
const hashes = {
  style: 'Bs9p+UGT8U9oqpXijS6sC59WpJn8OvAfBoPhtyJnR1o=',
  script: 'GrPQj47twkXI4ahuXNMXHhexIAeXe0+gKmrTxE6Yp+8=',
} as const

/** The page's Content-Security-Policy. */
export const policy = `default-src 'none'; style-src 'sha256-${hashes.style}'; script-src 'sha256-${hashes.script}'; base-uri 'none'; form-action 'none'`
