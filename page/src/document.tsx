/** One document: its paragraphs, what was odd in reading it, and its tracked changes by author. */
import { Fragment } from 'preact'
import type { Listed } from './files.js'
import { type InterfaceLanguage, ownNames, useWords } from './words.js'

/** Formats by their names, which are the same in every language. */
const formatNames: Partial<Record<string, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  html: 'HTML',
  markdown: 'Markdown',
  akn: 'Akoma Ntoso',
  json: 'JSON',
}

export function Document({ document: { name, read } }: { document: Listed }) {
  const say = useWords()
  if (!read) return null
  const { outline, messages, tracked } = read
  const authors = [...new Set(tracked.map(({ author }) => author))]
  const facts = [
    outline.symbol,
    formatNames[read.format] ?? read.format,
    ownNames[outline.language as InterfaceLanguage] ?? outline.language,
    say('notes', { count: outline.footnotes }),
  ]
  return (
    <section aria-label={name} class="document">
      <h2>
        <bdi dir="auto">{outline.title ?? name}</bdi>
      </h2>
      <p class="quiet">
        {facts.filter(Boolean).map((fact, at) => (
          <Fragment key={fact}>
            {at > 0 && ' · '}
            <bdi>{fact}</bdi>
          </Fragment>
        ))}
      </p>
      {outline.sponsors.length > 0 && (
        <p>
          {say('sponsors')}: <bdi dir="auto">{outline.sponsors.join(', ')}</bdi>
        </p>
      )}
      {messages.length > 0 && (
        <details>
          <summary>
            {say('messages')} ({messages.length})
          </summary>
          <ul lang="en" dir="ltr">
            {messages.map(({ id, severity, reason }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: messages have no name but their place
              <li key={at} class={severity}>
                {reason} <span class="quiet">{id}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {authors.length > 0 && <h3>{say('tracked')}</h3>}
      {authors.map((author) => (
        <details key={author}>
          <summary>
            <bdi>{author || say('anonymous')}</bdi>
          </summary>
          <ul>
            {tracked
              .filter((one) => one.author === author && one.text.trim() !== '')
              .map(({ change, text }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: changes have no name but their place
                <li key={at} dir="auto">
                  {change === 'insert' || change === 'moveTo' ? <ins>{text}</ins> : <del>{text}</del>}
                </li>
              ))}
          </ul>
        </details>
      ))}
      <div class="scroll">
        <table class="rows" lang={outline.language ?? undefined}>
          <tbody>
            {outline.rows.map(({ label, role, phrase, text }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
              <tr key={at} class={role}>
                {label === '' ? <td /> : <th scope="row">{label}</th>}
                <td dir="auto">
                  {phrase !== undefined && text.startsWith(phrase) ? (
                    <>
                      <i>{phrase}</i>
                      {text.slice(phrase.length)}
                    </>
                  ) : (
                    text
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
