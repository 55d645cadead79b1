/** Openings that editors write otherwise than the plain verb: fronted words, half italics, words of going on. */
import test from 'ava'
import { load } from '../src/language/load.js'
import type { PhraseRole } from '../src/model/tree/types.js'

function opening(language: string, text: string, role: PhraseRole = 'operative', italics?: number) {
  const found = load(language).lead(text, role, italics)
  return found && [text.slice(found.start, found.end), found.verb]
}

test('a verb stands behind what an editor put first', (t) => {
  for (const [language, text, role, expected] of [
    ['en', 'In this context, encourages ports to pay', 'operative', ['encourages', 'encourage']],
    [
      'en',
      'Upon the return of the lightship, calls upon the keepers to rest',
      'operative',
      ['calls upon', 'call-upon'],
    ],
    ['en', 'To that end, also requests the keepers to report', 'operative', ['also requests', 'request']],
    ['en', 'While noting the lamps that were lit', 'preambular', ['noting', 'note']],
    ['fr', 'À cet égard, prie les États de payer', 'operative', ['prie', 'request']],
    ['zh', '在这方面，鼓励各港口付款', 'operative', ['鼓励', 'encourage']],
    ['ar', 'وفي هذا السياق، تشجع الموانئ على الدفع', 'operative', ['تشجع', 'encourage']],
    ['es', 'A este respecto, alienta a los Estados a pagar', 'operative', ['alienta', 'encourage']],
  ] as const)
    t.deepEqual(opening(language, text, role), [...expected], text)
})

test('what is fronted opens nothing where no verb of the organ follows', (t) => {
  for (const text of [
    'In this context, requests for oil are welcome',
    'Upon the return of the lightship, the keepers rest',
    'To that end, States should pay',
  ])
    t.is(opening('en', text), null, text)
})

test('italics that cut a verb from what it says are too short', (t) => {
  t.deepEqual(opening('en', 'Expressing serious concern at the fog', 'preambular', 'Expressing'.length), [
    'Expressing serious concern',
    'express',
  ])
  t.deepEqual(opening('en', 'Reiterating its call for oil', 'preambular', 'Reiterating'.length), [
    'Reiterating',
    'reiterate',
  ])
})

test('what goes on is still the verb', (t) => {
  t.deepEqual(opening('en', 'Still hopes that the lamps stay lit'), ['Still hopes', 'hope'])
  t.deepEqual(opening('en', 'Takes full note of the report'), ['Takes full note', 'take-note'])
  t.deepEqual(opening('zh', '仍深为关切灯塔', 'preambular'), ['仍深为关切', 'concerned'])
  t.deepEqual(opening('zh', '继续鼓励各国点灯'), ['继续鼓励', 'encourage'])
  t.is(opening('zh', '深为关切灯塔仍然熄灭', 'preambular')?.[0], '深为关切')
})
