/** A call of every function of the library, in an order that Node, a page and a worker follow alike. */
import type * as Library from '../../src/index.js'

type Plenary = typeof Library

export interface Documents {
  old: string
  new: string
  french: string
  word: Uint8Array
  pdf: Uint8Array
  html: string
  amendment: string
  negotiation: string
}

/** What is no function, or is called inside other calls. */
export const notCalled = [
  'LibraryWriter',
  'PlenaryError',
  'asPlugin',
  'build',
  'contentModel',
  'defaultMaxSizes',
  'faultMessages',
].concat(['formats', 'lintProfiles', 'lintRules', 'messages', 'selections', 'textFormats'])

const date = '2031-10-06T09:00:00Z'

/** Call each; gives what each gives, by its name, as text. */
export async function callAll(p: Plenary, documents: Documents): Promise<Record<string, string>> {
  const results: Record<string, string> = {}
  const read = async (input: string | Uint8Array, name: string) => (await p.parse(input, { name })).tree
  const parsed = await p.parse(documents.old, { name: 'old.md' })
  const [old, now, french] = [
    parsed.tree,
    await read(documents.new, 'new.md'),
    await read(documents.french, 'fr.md'),
  ]
  const changes = p.diff(old, now)
  const concordance = p.concord([old, french])
  const chain = p.history([old, now])
  const merged = p.merge(old, [
    { party: 'EU', tree: now },
    { party: 'G77', tree: old },
  ])
  const { amendment } = await p.parseAmendment(documents.amendment, { name: 'amendment.txt' })
  const amending = await read(documents.amendment, 'amendment.txt')
  const { negotiation } = await p.parseNegotiation(documents.negotiation, { name: 'rolling.txt' })
  const cleaned = p.cleanText(negotiation, { choose: 'last', points: [] })
  const amended = p.applyAmendments(old, [amendment])
  const effects = {
    outcomes: amended.outcomes,
    instructions: amendment.instructions,
    stale: p.staleIn(old, amended.tree),
  }
  const rebased = p.rebaseAmendment(amendment.instructions, old, now)
  const linted = p.lint(old, { source: documents.old })
  const shelf = p.buildLibrary([p.documentOf(old, 'old.md')], date)
  const library = p.openLibrary(shelf)
  const precedents = p.precedents(now, library)
  const ancestors = p.lineage(library, 'CLH/COP/2031/L.4#OP3')
  const texts = p.rows(old).map(({ text }) => text)
  const scale = p.loadScale(p.publishedScales()[0]?.id ?? '')
  const file = { file: 'old.md', ...linted }
  const calls: Record<string, () => unknown> = {
    allCorrespondences: () => p.allCorrespondences(concordance.correspondences),
    allDiscrepancies: () => p.allDiscrepancies(concordance),
    amendedDocument: () => p.amendedDocument(amended, old, 'old.md', ['amendment.txt']),
    amendmentToAkn: () => p.amendmentToAkn(amending, amendment),
    amendmentDocument: () => p.amendmentDocument(amendment, 'amendment.txt'),
    amendmentToText: () => p.amendmentToText(amendment, 'amendment.txt', { width: 80, color: false }),
    apply: () => p.apply(changes, texts),
    applyAmendments: () => amended,
    buildLibrary: () => shelf,
    check: () => p.check(old),
    cleanDocument: () => p.cleanDocument('last', cleaned.choices, cleaned.tree, 'rolling.txt'),
    cleanText: () => cleaned,
    compareNegotiations: () => p.compareNegotiations(negotiation, negotiation),
    commentPrecedents: () => p.commentPrecedents(documents.word, precedents, { date }),
    composeAmendment: () => p.composeAmendment(amendment.instructions, old),
    compareTexts: () => p.compareTexts('to keep lamps', 'to keep all lamps'),
    conflictToText: () => amended.conflicts.map((one) => p.conflictToText(one, ['amendment.txt'])),
    concord: () => concordance,
    concordToHtml: () => p.concordToHtml(concordance),
    concordToJson: () => p.concordToJson(concordance, ['a', 'b']),
    concordToText: () => p.concordToText(concordance, { files: ['a', 'b'] }),
    concordanceDocument: () => p.concordanceDocument(concordance, ['a', 'b']),
    diff: () => changes,
    diffDocument: () => p.diffDocument(changes, { old: 'a', new: 'b' }),
    diffToAkn: () => p.diffToAkn(changes, { old, new: now }),
    diffToCsv: () => p.diffToCsv(changes),
    diffToHtml: () => p.diffToHtml(changes),
    diffToJson: () => p.diffToJson(changes, { old: 'a', new: 'b' }),
    diffToMarkdown: () => p.diffToMarkdown(changes),
    diffToStat: () => p.diffToStat(changes),
    diffToText: () => p.diffToText(changes),
    documentOf: () => p.documentOf(old, 'old.md'),
    documentTree: () => p.documentTree(p.documentOf(old, 'old.md')),
    faults: () => p.faults(changes),
    fetchGrammars: () => p.fetchGrammars(['ar']).then(() => p.loadGrammar('ar').direction),
    fixSource: () =>
      p.fixSource(documents.old, (text) => p.lint(p.fromMarkdown(text), { source: text }).messages),
    flatten: () => p.flatten(changes.changes),
    fromJson: () => p.fromJson(p.toJson(old)),
    fromMarkdown: () => p.fromMarkdown(documents.old),
    fromMdast: () => p.fromMdast({ type: 'root', children: [] }, undefined, { language: 'en' }),
    fromText: () => p.fromText('The Conference,\n\n1. Urges States to keep their lamps lit.\n'),
    hasChanges: () => p.hasChanges(changes),
    history: () => chain,
    historyDocument: () => p.historyDocument(chain, ['a', 'b']),
    historyToCsv: () => p.historyToCsv(chain),
    historyToHtml: () => p.historyToHtml(chain, p.compareTexts),
    historyToJson: () => p.historyToJson(chain, ['a', 'b']),
    historyToMarkdown: () => p.historyToMarkdown(chain, p.compareTexts),
    historyToText: () => p.historyToText(chain),
    languages: () => p.languages(),
    latestOfTitle: () => p.latestOfTitle(library, p.documentOf(now, 'new.md')),
    libraryToText: () => p.libraryToText(library),
    lifeToText: () => p.lifeToText(chain, 'OP1', p.compareTexts),
    lineage: () => ancestors,
    lineageDocument: () => p.lineageDocument(ancestors),
    lineageToCsv: () => p.lineageToCsv(ancestors),
    lineageToHtml: () => p.lineageToHtml(ancestors),
    lineageToText: () => p.lineageToText(ancestors),
    lint: () => linted,
    lintDocument: () => p.lintDocument(file),
    lintText: () => p.lintText(file, { color: false }),
    loadGrammar: () => p.loadGrammar('fr').language,
    loadScale: () => scale.id,
    merge: () => merged,
    mergeDocument: () => p.mergeDocument(merged, 'a', ['b', 'c']),
    mergeToJson: () => p.mergeToJson(merged, 'a', ['b', 'c']),
    mergeToText: () => p.mergeToText(merged),
    message: () => p.plainMessage(p.message('not-a-resolution')),
    negotiationDocument: () => p.negotiationDocument(negotiation, 'rolling.txt'),
    negotiationToCsv: () => p.negotiationToCsv(negotiation),
    negotiationToHtml: () => p.negotiationToHtml(negotiation, { file: 'rolling.txt' }),
    negotiationToMarkdown: () => p.negotiationToMarkdown(negotiation, { file: 'rolling.txt' }),
    negotiationToText: () => p.negotiationToText(negotiation, 'rolling.txt', { width: 80 }),
    effectsToHtml: () => p.effectsToHtml(effects, 'Effects'),
    effectsToText: () => p.effectsToText(effects, { width: 80 }),
    furthestFirst: () => p.furthestFirst(old, [amendment]),
    staleIn: () => effects.stale,
    staleToText: () =>
      p.staleToText({ label: 'OP3', kind: 'reference', text: 'paragraph 2 above', should: 'OP1' }),
    outcomeToText: () => amended.outcomes.map((one) => p.outcomeToText(one)),
    outline: () => p.outline(old),
    parse: async () => [
      p.outline(await read(documents.word, 'draft.docx')),
      p.outline(await read(documents.pdf, 'draft.pdf')),
      p.outline(await read(documents.html, 'draft.html')),
      p.outline(await read(p.toAkn(old), 'draft.akn')),
      parsed.messages.map(p.plainMessage),
    ],
    parseAmendment: () => amendment,
    parseNegotiation: () => negotiation,
    plainMessage: () => p.plainMessage(p.message('not-a-resolution')),
    plainText: () => p.plainText(old),
    openLibrary: () => library.documents,
    precedents: () => precedents,
    precedentsDocument: () => p.precedentsDocument(precedents, 'new.md'),
    precedentsToCsv: () => p.precedentsToCsv(precedents, 'new.md'),
    precedentsToHtml: () => p.precedentsToHtml(precedents, 'new.md'),
    precedentsToTable: () => p.precedentsToTable(precedents, 'new.md'),
    precedentsToText: () => p.precedentsToText(precedents, 'new.md'),
    publishedScales: () => p.publishedScales(),
    readScale: () => p.readScale('{"id": "ours", "steps": [["encourage"], ["urge"]]}', 'ours').id,
    rebaseAmendment: () => rebased,
    rebasedDocument: () => p.rebasedDocument(rebased, 'amendment.txt', 'old.md', 'new.md'),
    rebasedToText: () => p.rebasedToText(rebased, { width: 80 }),
    redlineMerge: async () =>
      (await p.redlineMerge(documents.old, old, [{ party: 'EU', tree: now }], { date })).bytes,
    redline: () => p.redline(documents.word, now, { date, annotate: true }),
    reread: () => p.reread(old),
    restate: () => p.restate(amendment.instructions, 'en'),
    revert: () =>
      p.revert(
        changes,
        p.rows(now).map(({ text }) => text),
      ),
    rows: () => p.rows(old),
    select: () => p.select(changes, ['verbs']),
    sideText: () => p.flatten(changes.changes).map(({ edits }) => p.sideText(edits, 'insert')),
    sniff: () => p.sniff(documents.word, 'x'),
    summarize: () => p.summarize(changes),
    summaryToText: () => p.summaryToText(precedents, 'new.md'),
    toAkn: () => p.toAkn(old),
    toDocx: () => p.toDocx(old, { date }),
    toJson: () => p.toJson(old),
    toMarkdown: () => p.toMarkdown(old),
    toHtml: () => p.toHtml(old),
    toText: () => p.toText(old),
    writeAmendment: () => p.writeAmendment(old, now),
    withoutRoutine: () => p.withoutRoutine(changes),
  }
  for (const [name, call] of Object.entries(calls)) {
    try {
      results[name] = textOf(await call())
    } catch (error) {
      results[name] = `threw ${error instanceof Error ? error.stack : error}`
    }
  }
  return results
}

/** Bytes as their number and sum, all else as JSON. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array)
    return `${value.length} bytes, ${value.reduce((sum, byte) => (sum * 31 + byte) % 1e9, 0)}`
  return JSON.stringify(value) ?? 'undefined'
}
