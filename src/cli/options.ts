/** Options that several commands share, and the parsers of their values. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { LintSeverity } from '../model/lint.js'
import type { Choice } from '../model/negotiation.js'

/** A command that takes many documents. */
export function many(command: Command): Command {
  return manyNames(withOutput(common(command)))
}

/** The names of many documents. */
export function manyNames(command: Command): Command {
  return command
    .argument('[files...]', 'documents, folders of documents, patterns, or - for standard input')
    .option('--files-from <list>', 'read the names of the documents from a file, or - for standard input')
    .option(
      '-j, --jobs <threads>',
      'threads to work on many documents (default: as many as the processors)',
      whole('threads', 999),
    )
}

export function common(command: Command): Command {
  return reading(command).option(
    '--language <code>',
    'language of the documents: ar, en, es, fr, ru, zh; by default their text tells',
  )
}

export function withOutput(command: Command, more = ''): Command {
  return command
    .option('-o, --output <file>', `write to a file, whole or not at all${more}`)
    .option('--force', 'write even over a document that is read')
}

/** What all that read documents are told of them. */
export function reading(command: Command): Command {
  return command
    .addOption(
      choice('--input-format <format>', 'what the input is, where its content does not tell', [
        'docx',
        'pdf',
        'markdown',
        'text',
        'html',
        'akn',
        'json',
      ]),
    )
    .addOption(
      choice('--revisions <side>', 'which side of tracked changes to read, and to revise', [
        'final',
        'original',
      ]),
    )
    .addOption(
      new Option('--strict [severity]', 'exit with 2 if there is a message of that severity or worse')
        .choices(['warning', 'info'])
        .preset('warning'),
    )
    .option(
      '--max-size <megabytes>',
      'largest document to read (default: 8 of text, 64 of Word or PDF)',
      amount('megabytes'),
    )
    .option('--max-pages <pages>', 'most pages of a PDF (default: 5000)', whole('pages', 1_000_000))
    .option(
      '--max-paragraphs <paragraphs>',
      'most paragraphs of a Word document (default: 100000)',
      whole('paragraphs', 10_000_000),
    )
    .option(
      '--convert',
      'convert RTF, .doc, .odt and Word 2003 XML through an installed LibreOffice, on this machine',
    )
    .option('--max-time <seconds>', 'most processor time for each document (default: 3.5)', amount('seconds'))
    .option('--max-memory <megabytes>', 'most memory for a document (default: 350)', amount('megabytes'))
}

export function choice(flags: string, description: string, values: readonly string[]): Option {
  return new Option(flags, description).choices(values)
}

/** What a command can print, first what it prints where nobody says. */
export function formats(first: string, ...others: string[]): Option {
  const usual = first === 'table' ? 'a table' : first
  return choice(
    '--format <format>',
    `how to print; by default as the name of the output says, else ${usual}`,
    [first, ...others],
  )
}

export function width(what: string): Option {
  return new Option('--width <columns>', `width of the ${what}`).argParser(wholeOrNone('columns', 9999))
}

export function noPager(): Option {
  return new Option('--no-pager', 'do not print through a pager')
}

export function scale(): Option {
  return new Option(
    '--scale <file-or-name>',
    'which of two verbs is stronger: a published scale, or a file of your own',
  )
}

/** Who the versions of one draft are from. */
export function parties(): Option {
  return new Option(
    '--as <names>',
    'names of the parties, in order: EU,G77,…; by default the names of the files',
  ).argParser(codes)
}

/** Reports in the language of their reader, whatever language the documents are in. */
export function worded(command: Command): Command {
  return command.addOption(
    choice('--ui <code>', "language of the report's own words (default: en)", [
      'ar',
      'en',
      'es',
      'fr',
      'ru',
      'zh',
    ]),
  )
}

/** A whole number from 1. */
export function whole(unit: string, most: number): (value: string) => number {
  return (value) => {
    if (!/^[1-9]\d{0,8}$/u.test(value) || Number(value) > most)
      throw new InvalidArgumentError(`It takes a number of ${unit}, from 1 to ${most}.`)
    return Number(value)
  }
}

/** A whole number from 0. */
export function wholeOrNone(unit: string, most: number): (value: string) => number {
  const parse = whole(unit, most)
  return (value) => (value === '0' ? 0 : parse(value))
}

function amount(unit: string): (value: string) => number {
  return (value) => {
    const number = Number(value)
    if (!(number > 0) || !Number.isFinite(number))
      throw new InvalidArgumentError(`It takes a number of ${unit}.`)
    return number
  }
}

/** A share, from 0 to 1. */
export function share(value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError('It takes a number from 0 to 1.')
  return number
}

export function date(value: string): string {
  if (!/^\d{4}-\d\d-\d\d/u.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError('It takes a date, as 2031-10-06 or 2031-10-06T09:00:00Z.')
  return value
}

export function codes(value: string): string[] {
  return value.split(',').map((code) => code.trim())
}

/** `keep`, `party=EU,US`: what to choose at every open point. */
export function chosen(value: string): Choice {
  const whole = (['keep', 'drop', 'last', 'base', 'all'] as const).find((one) => one === value)
  if (whole) return whole
  const party = /^party=(?<names>.+)$/u.exec(value)?.groups?.names
  if (party === undefined)
    throw new InvalidArgumentError('It takes keep, drop, last, base, all, or party=EU,US.')
  return { party: codes(party) }
}

/** `p3=2`, several times: which option of a point. */
export function points(
  value: string,
  before: { id: string; option: number }[] = [],
): { id: string; option: number }[] {
  const [, id = '', option = ''] = /^(p\d{1,6})=(\d{1,3})$/u.exec(value) ?? []
  if (id === '')
    throw new InvalidArgumentError('It takes a point and one of its options: p3=2, or 0 for none.')
  return [...before, { id, option: Number(option) }]
}

/** `WRD-010=off,PUN-012=error`. */
export function severities(value: string): Record<string, LintSeverity | 'off'> {
  const result: Record<string, LintSeverity | 'off'> = {}
  for (const setting of codes(value)) {
    const [, rule = '', severity = ''] = /^([A-Z]+-\d+)=(off|info|warning|error)$/u.exec(setting) ?? []
    if (rule === '') throw new InvalidArgumentError('It takes rules with a severity or off: WRD-010=off.')
    result[rule] = severity as LintSeverity | 'off'
  }
  return result
}

/** Values of `--fail-on`. */
export const failures = [
  'weaker',
  'stronger',
  'lateral',
  'stance',
  'contested',
  'added',
  'dropped',
  'demoted',
  'promoted',
  'enumerator',
  'modified',
  'inserted',
  'deleted',
  'split',
  'merged',
  'moved',
  'renumbered',
] as const

/** Values of `--only`: `selections` of the reports, which are not loaded for `--help`. */
export const selections = [
  'preambular',
  'operative',
  'annex',
  'heading',
  'table',
  'modified',
  'inserted',
  'deleted',
  'split',
  'merged',
  'unchanged',
  'verbs',
  'facts',
  'moved',
  'renumbered',
] as const

/** A list of known names, parted by commas. */
export function listed(known: readonly string[], noun: string): (value: string) => string[] {
  return (value) => {
    const names = value.split(',').map((name) => name.trim())
    const unknown = names.find((name) => !known.includes(name))
    if (unknown !== undefined)
      throw new InvalidArgumentError(`${unknown} is no ${noun}; there are ${known.join(', ')}.`)
    return names
  }
}

/** A command of another, with what it does in a sentence, and examples. */
export function described(
  parent: Command,
  name: string,
  description: string,
  lines: readonly string[],
): Command {
  return examples(parent.command(name).description(description), lines)
}

/** A command whose help ends with examples. */
export function examples(command: Command, lines: readonly string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`)
}
