/** Commands around the command itself: its page, its completion, its manual. */
import { described } from '../options.js'
import type { PageOptions } from '../page.js'
import type { Commands } from './commands.js'

export const around: Commands = {
  page({ root, host, done }) {
    described(
      root,
      'page',
      'write a page that compares drafts in a browser: one file, which reaches no network',
      ['plenary page -o plenary.html', 'plenary page --force -o //server/share/plenary.html'],
    )
      .requiredOption('-o, --output <file>', 'where to write it')
      .option('--force', 'write over a file that is there')
      .action(async (options: PageOptions) => {
        const { pageCommand } = await import('../page.js')
        done(await pageCommand(host, options))
      })
  },

  completion({ root, host }) {
    described(root, 'completion', 'print a script that completes commands and options', [
      'plenary completion bash >> ~/.bash_completion',
      'plenary completion fish > ~/.config/fish/completions/plenary.fish',
    ])
      .argument('<shell>', 'bash, zsh or fish')
      .action(async (shell: string) => {
        const { completion } = await import('../completion.js')
        host.stdout.write(completion(root, shell))
      })
  },

  manual({ root, host }) {
    described(root, 'manual', 'print the manual, as man reads it', [
      'plenary manual | man -l -',
      'plenary manual > ~/.local/share/man/man1/plenary.1',
    ]).action(async () => {
      const { manual } = await import('../manual.js')
      host.stdout.write(manual(root))
    })
  },
}
