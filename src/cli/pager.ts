/** Long results through a pager, as git does it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Quit if it fits one screen, let colours through, leave the screen as it was: git's own choice for less. */
const lessOptions = 'FRX'

/**
 * Show a text in the reader's pager, on a terminal.
 *
 * `PLENARY_PAGER` names it, else `PAGER`, else `less`; empty or `cat` means none.
 * Ensures false wherever the pager did not say that it has shown the text: the caller prints then. A
 * shell that knows no such command answers 127 on one system and 1 on another.
 */
export async function page(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const pager = env.PLENARY_PAGER ?? env.PAGER ?? 'less'
  if (pager === '' || pager === 'cat') return false
  const child = spawn(pager, {
    shell: true,
    stdio: ['pipe', 'inherit', 'pipe'],
    env: { ...env, LESS: env.LESS ?? lessOptions },
  })
  // Ctrl-C in a pager ends a search of the pager's, not the command that waits for it.
  const ignore = () => {}
  process.on('SIGINT', ignore)
  try {
    // A reader who leaves before the end closes the pipe.
    child.stdin.on('error', ignore)
    child.stdin.end(text)
    const [status] = (await once(child, 'close')) as [number | null]
    return status === 0
  } catch {
    return false
  } finally {
    process.off('SIGINT', ignore)
  }
}
