/** Long results through a pager, as git does it. */
import { spawnSync } from 'node:child_process'

/** What a shell answers where there is no such command. */
const notFound = 127
/** Quit if it fits one screen, let colours through, leave the screen as it was: git's own choice for less. */
const lessOptions = 'FRX'

/**
 * Show a text in the reader's pager, on a terminal.
 *
 * `PLENARY_PAGER` names it, else `PAGER`, else `less`; empty or `cat` means none.
 * Ensures false where nothing was shown: the caller prints then.
 */
export function page(text: string): boolean {
  const pager = process.env.PLENARY_PAGER ?? process.env.PAGER ?? 'less'
  if (pager === '' || pager === 'cat') return false
  const { status, error } = spawnSync(pager, {
    shell: true,
    input: text,
    stdio: ['pipe', 'inherit', 'pipe'],
    env: { ...process.env, LESS: process.env.LESS ?? lessOptions },
  })
  return error === undefined && status !== notFound
}
