/** Exit codes, and what a closed pipe means. */

/** `interrupted` is what shells make of Ctrl-C: 128 and the signal's number. */
export const exit = { done: 0, found: 1, usage: 2, interrupted: 130 } as const

/** `plenary … | head` closes the pipe early: that is no error. */
export function catchClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(exit.done)
  })
}
