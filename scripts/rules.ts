// Write docs/rules.md from the rules.
import { writeFileSync } from 'node:fs'
import { lintRules } from '../src/lint/index.js'
import { rulesPage } from '../src/reports/lint-rules.js'

writeFileSync(new URL('../docs/rules.md', import.meta.url), rulesPage(lintRules))
