/** Exit codes, and what a closed pipe means. */

export const exit = { done: 0, found: 1, usage: 2 } as const

/** `plenary … | head` closes the pipe early: that is no error. */
export function catchClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(exit.done)
  })
}
