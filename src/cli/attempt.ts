/** What every command is run by: a fault is told in a sentence, and gives its exit status. */
import { cleanName } from '../reports/clean.js'
import { exit } from './exit.js'
import { ClosedPipe, sentence } from './faults.js'
import { type Host, warn } from './host.js'

/** Run something that may meet a fault; tells it in one sentence and gives the exit status. */
export async function attempt(host: Host, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ClosedPipe) return exit.done
    const told = sentence(error)
    if (told !== undefined) {
      warn(host, `plenary: ${cleanName(told)}`)
      return exit.usage
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    warn(host, `plenary: Cannot go on: a fault of plenary itself; please report it\n${stack}`)
    return exit.crash
  }
}
