/** `npm run unit` compiles the tests once, see `scripts/unit.js`; `npx ava test/x.test.ts` runs a file as it is. */
const compiled = process.env.COMPILED_TESTS

export default {
  files: compiled ? [`${compiled}/test/*.test.js`] : ['test/**/*.test.ts'],
  extensions: { ts: 'module', js: true },
  nodeArguments: compiled ? ['--enable-source-maps'] : ['--import=tsx'],
  require: ['./test/support/own-coverage.js'],
  workerThreads: false,
  concurrency: 2,
  timeout: '2m',
}
