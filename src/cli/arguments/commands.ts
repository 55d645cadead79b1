/** What a command is: its arguments and options, and what is done with them. */
import type { Command } from 'commander'
import type { Host } from '../host.js'

interface Setting {
  root: Command
  host: Host
  done: (status: number) => void
}

/** Commands by name, each of which adds itself to the root. */
export type Commands = Record<string, (setting: Setting) => void>
