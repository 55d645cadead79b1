/**
 * pdf.js fetches the pages beside the one that it is asked for, and where the file is
 * damaged nobody hears of those that fail: an unhandled rejection, which ends the
 * process of whoever reads a document. The page itself still fails when it is asked
 * for, so that nothing is kept from the reader.
 */

/** Files that are open. */
let readers = 0
let restore: (() => void) | undefined

/** The code that an error comes from, bundled or not; pdf.js's own errors have the stack of their class. */
const pdfjs = /[\\/]pdf(?:\.worker)?(?:-\w+)?\.m?js:/u

/** What pdf.js calls its own errors: a stack that source maps were applied to names its files otherwise. */
const ownErrors = /^(?:\w+Exception|FormatError)$/u

function isUnheard(event: unknown, reason: unknown): boolean {
  if (event !== 'unhandledRejection' || !(reason instanceof Error)) return false
  return ownErrors.test(reason.name) || pdfjs.test(reason.stack ?? '')
}

/** A listener would not do: it does not keep a rejection from the host's own listeners, and others' from being fatal. */
function wrap(): (() => void) | undefined {
  const { process } = globalThis as { process?: NodeJS.Process }
  if (typeof process?.emit !== 'function') return undefined
  const { emit } = process
  const own = ((event: string, ...rest: unknown[]) =>
    isUnheard(event, rest[0]) || Reflect.apply(emit, process, [event, ...rest])) as typeof emit
  process.emit = own
  return () => {
    if (process.emit === own) process.emit = emit
  }
}

/** Let go what pdf.js rejects unheard, until the function given is called and what is on its way has come. */
export function dropRejections(): () => Promise<void> {
  if (readers++ === 0) restore = wrap()
  return async () => {
    await new Promise((resolve) => setTimeout(resolve))
    if (--readers === 0) restore?.()
  }
}
