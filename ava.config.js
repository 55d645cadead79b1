import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** `npm run unit` compiles the tests once, see `scripts/unit.js`; `npx ava test/x.test.ts` runs a file as it is. */
const compiled = process.env.COMPILED_TESTS

/** What may take longest begins first, so that none is waited for at the end: the browser, and then the most code. */
function length(file) {
  return basename(file) === 'browser.test.js' ? Number.POSITIVE_INFINITY : readFileSync(file, 'utf8').length
}

/** Node 20 makes code anew too early for runs of seconds, as the command says of its own (`src/cli/threads.ts`). */
const ripening = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=600000'] : []

export default {
  files: compiled ? [`${compiled}/test/*.test.js`] : ['test/**/*.test.ts'],
  extensions: { ts: 'module', js: true },
  nodeArguments: [...ripening, ...(compiled ? ['--enable-source-maps'] : ['--import=tsx'])],
  require: ['./test/support/own-coverage.js'],
  workerThreads: false,
  ...(compiled && { sortTestFiles: (a, b) => Math.sign(length(b) - length(a)) || a.localeCompare(b) }),
  concurrency: 2,
  // Many tests of one process are told of together, when they are through.
  timeout: compiled ? '10m' : '2m',
}
