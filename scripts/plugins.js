// Plugins for esbuild that the bundles share.
import { readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** The module that finds the grammars is another in a browser: package.json (`imports`) tells which. */
export const grammarsByName = {
  name: 'grammars-by-name',
  setup({ onResolve }) {
    // Whoever imports it, from whichever folder.
    onResolve({ filter: /\/files\.js$/ }, ({ path, resolveDir }) =>
      basename(dirname(resolve(resolveDir, path))) === 'language'
        ? { path: '#grammars', external: true }
        : undefined,
    )
  },
}

/**
 * string-width makes an expression of every emoji when it is loaded, which takes half as long as Node itself: it is
 * loaded at the first text with a character outside Latin letters, the punctuation of prose and the arrows of reports,
 * each of one column.
 */
export const widthOf = {
  prefix: '\0width:',
  /** Code that asks the package, given where it is. */
  code: (path) => `const plain = /^[\\x20-\\x7E\\xA0-\\xAC\\xAE-\\u02FF\\u2010-\\u2027\\u2190-\\u2199]*$/
    export default (text, options) => plain.test(text) ? text.length : require(${JSON.stringify(path)}).default(text, options)`,
}

/** See `widthOf`; for esbuild. */
export const widthWhenAsked = {
  name: 'width-when-asked',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ resolveDir, kind }) =>
      kind === 'require-call' ? undefined : { path: resolveDir, namespace: 'width' },
    )
    onLoad({ filter: /./, namespace: 'width' }, ({ path }) => ({
      contents: widthOf.code('string-width'),
      resolveDir: path,
    }))
  },
}

/**
 * In a worker of a page, pdf.js takes all messages of the worker for its own, and sends one, as soon as it is loaded.
 * Here it is called by the code beside it: it is built without that.
 */
export const pdfWithoutMessages = {
  name: 'pdf-without-messages',
  setup({ onLoad }) {
    onLoad({ filter: /pdf\.worker\.mjs$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8')
      const taking = 'this.initializeFromPort(self);'
      const [before, after, ...others] = code.split(taking)
      if (after === undefined || others.length > 0) throw new Error(`pdf.js has not ${taking} once`)
      return { contents: `${before}${after}`, loader: 'js' }
    })
  },
}
