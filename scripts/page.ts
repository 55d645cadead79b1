// Build the page (dist/page): a folder for a web server, and plenary.html, one file that works from a disk.
// Its policy forbids every connection; scripts and styles are its own, known by their hashes.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { sayIn } from '../src/language/interface.js'
import { publishedScales } from '../src/language/scales.js'
import { concordStyle } from '../src/reports/concordance/style.js'
import { script as reportScript } from '../src/reports/diff/html/script.js'
import { content, spoken, tokens } from '../src/reports/diff/html/style.js'
import { print } from '../src/reports/diff/html/style-print.js'
import { historyStyle } from '../src/reports/history/style.js'
import { hashOf } from '../src/reports/page-head.js'
import { printColors } from '../src/reports/print-style.js'
import { version } from '../src/version.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'dist', 'page')

/** What a report looks like where it lies in the page, a part of which is its body. */
const reportStyle = (content + print).replaceAll('body:', '&:').replace(/@page .*\n/u, '')
const speaking = ['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((ui) =>
  spoken(sayIn(ui), `:root[lang="${ui}"] .report `),
)

/** The colours of the reports, and the look of a comparison, in the style sheet. */
const colors: Plugin = {
  name: 'colors',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('page/src/style.css')) return undefined
    return code
      .replace(/--colors: (light|dark);/gu, (_, paper: 'light' | 'dark') => tokens(paper))
      .replace('--colors: print;', printColors)
      .replace('.report { --report: here; }', () => `.report { ${reportStyle} }\n${speaking.join('')}`)
  },
}

/** Policies apply to the reports in the page too. */
const reports = [concordStyle, historyStyle].map((style) => `'${hashOf(style)}'`)

function policy(scripts: string, styles: string, workers: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts} '${hashOf(reportScript)}'`,
    `style-src ${[styles, ...reports].join(' ')}`,
    `worker-src ${workers}`,
    "connect-src 'none'",
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

const meta = (content: string) => `<meta http-equiv="Content-Security-Policy" content="${content}">`

/** The policy is the first thing in the head: what comes before it is not under it. What the report's keys do is in the page too. */
function withPolicy(html: string, content: string): string {
  return html
    .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${meta(content)}`)
    .replace('</body>', () => `<script>${reportScript}</script>\n  </body>`)
}

const shared = {
  root: join(root, 'page'),
  configFile: false as const,
  logLevel: 'warn' as const,
  base: './',
  define: {
    __SCALES__: JSON.stringify(publishedScales().map(({ id }) => id)),
    __VERSION__: JSON.stringify(version()),
  },
  plugins: [colors],
}

rmSync(folder, { recursive: true, force: true })
await build({
  ...shared,
  worker: { format: 'es' },
  build: {
    outDir: folder,
    emptyOutDir: true,
    target: 'es2023',
    // Older browsers know no rules within rules.
    cssTarget: 'chrome105',
    chunkSizeWarningLimit: 2000,
    modulePreload: false,
  },
})
const index = join(folder, 'index.html')
writeFileSync(index, withPolicy(readFileSync(index, 'utf8'), policy("'self'", "'self'", "'self'")))

const single = join(root, 'dist', 'page-single')
await build({
  ...shared,
  resolve: { alias: [{ find: './work/start.js', replacement: join(root, 'page/src/work/start-inline.ts') }] },
  worker: { format: 'iife' },
  build: {
    outDir: single,
    emptyOutDir: true,
    target: 'es2023',
    // Older browsers know no rules within rules.
    cssTarget: 'chrome105',
    chunkSizeWarningLimit: 9000,
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: 1e9,
  },
})
writeFileSync(join(folder, 'plenary.html'), oneFile(single))
rmSync(single, { recursive: true, force: true })

/** The page with its script and its style in it. */
function oneFile(from: string): string {
  const html = readFileSync(join(from, 'index.html'), 'utf8')
  let script = ''
  let style = ''
  const read = (path: string) => readFileSync(join(from, path), 'utf8')
  const bare = html
    .replace(/<script type="module"[^>]* src="([^"]+)"><\/script>\s*/u, (_, path: string) => {
      // A script ends at the first such tag, wherever it is.
      script = read(path).replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
      return ''
    })
    .replace(/<link rel="stylesheet"[^>]* href="([^"]+)">\s*/u, (_, path: string) => {
      style = read(path)
      return ''
    })
  const page = bare
    .replace('</head>', () => `<style>${style}</style>\n  </head>`)
    .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`)
  return withPolicy(page, policy(`'${hashOf(script)}'`, `'${hashOf(style)}'`, 'blob:'))
}
