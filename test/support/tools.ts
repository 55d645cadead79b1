/** Programs that tests use where they are installed: browsers, validators, office suites. */
import { spawnSync } from 'node:child_process'

/**
 * The first of some commands that is installed; undefined where none is.
 *
 * @throws where `REQUIRE_TOOLS` is set, as `.ci/run` does: there they are
 * installed first, and a test that skips for want of one would prove nothing.
 */
export function installed(...commands: [string, ...string[]]): string | undefined {
  const found = commands.find((command) => spawnSync(command, ['--version']).status === 0)
  if (found === undefined && process.env.REQUIRE_TOOLS === '1')
    throw new Error(`REQUIRE_TOOLS is set, and ${commands[0]} is not installed`)
  return found
}
