#!/usr/bin/env node
const argv = process.argv.slice(2)

// Scripts ask it before every run: nothing is loaded for it.
if (argv.length === 1 && ['-V', '--version'].includes(argv[0])) {
  const { readFileSync } = await import('node:fs')
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  console.log(version)
} else {
  // Node 22 and newer keep what they compiled for the next run; this is where there is a folder for it.
  const { createRequire, enableCompileCache } = await import('node:module')
  enableCompileCache?.()
  const { main } = createRequire(import.meta.url)('../dist/command/cli.cjs')
  process.exitCode = await main(argv)
}
