import test from 'ava'
import * as plenary from '../src/index.js'
import * as unified from '../src/unified.js'

test('the exports are exactly these', (t) => {
  t.deepEqual(Object.keys(plenary).sort(), [
    'PlenaryError',
    'allCorrespondences',
    'allDiscrepancies',
    'amendedDocument',
    'amendmentDocument',
    'amendmentToText',
    'apply',
    'applyAmendments',
    'asPlugin',
    'build',
    'check',
    'compareTexts',
    'concord',
    'concordToHtml',
    'concordToJson',
    'concordToText',
    'concordanceDocument',
    'contentModel',
    'defaultMaxSizes',
    'diff',
    'diffDocument',
    'diffToAkn',
    'diffToCsv',
    'diffToHtml',
    'diffToJson',
    'diffToMarkdown',
    'diffToStat',
    'diffToText',
    'faultMessages',
    'faults',
    'fetchGrammars',
    'fixSource',
    'flatten',
    'formats',
    'fromJson',
    'fromMarkdown',
    'fromMdast',
    'fromText',
    'hasChanges',
    'history',
    'historyDocument',
    'historyToCsv',
    'historyToHtml',
    'historyToJson',
    'historyToMarkdown',
    'historyToText',
    'languages',
    'lifeToText',
    'lint',
    'lintDocument',
    'lintProfiles',
    'lintRules',
    'lintText',
    'loadGrammar',
    'loadScale',
    'merge',
    'mergeDocument',
    'mergeToJson',
    'mergeToText',
    'message',
    'messages',
    'outcomeToText',
    'outline',
    'parse',
    'parseAmendment',
    'plainMessage',
    'plainText',
    'publishedScales',
    'readScale',
    'redline',
    'reread',
    'revert',
    'rows',
    'select',
    'selections',
    'sideText',
    'sniff',
    'summarize',
    'textFormats',
    'toAkn',
    'toDocx',
    'toJson',
    'toMarkdown',
    'toText',
  ])
  t.deepEqual(Object.keys(unified).sort(), ['plenaryFromMdast', 'plenaryParse', 'plenaryStringify'])
})

test('messages fill the wording of the catalogue', (t) => {
  const made = plenary.message('number-gap', { found: 7, expected: 5 }, { line: 3, column: 1 })
  t.is(made.reason, 'Unexpected paragraph number 7, expected 5')
  t.is(made.ruleId, 'number-gap')
  t.is(made.line, 3)
  for (const [severity, template] of Object.values(plenary.messages)) {
    t.true(severity === 'info' || severity === 'warning')
    t.true(template.length > 0)
  }
})
