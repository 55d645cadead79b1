// No expression is quadratic: what ten times a hostile text costs, as a multiple of what it costs once.

import { fromHtml } from '../src/formats/html/from-html.js'
import { load } from '../src/language/load.js'
import { hostile, readings } from '../test/support/hostile.js'
import { hostilePages } from '../test/support/hostile-html.js'
import { compare, report } from './measure.mjs'

const once = 10_000
/** Below this many milliseconds a figure is the clock's noise. */
const noise = 3

for (const [task, run] of Object.entries(readings(load('en')))) {
  let worst = 0
  for (const make of Object.values(hostile)) {
    const [short, long] = [make(once), make(10 * once)]
    run(short)
    const [one = 0, ten = 0] = compare([() => run(short), () => run(long)], 3)
    worst = Math.max(worst, ten / Math.max(one, noise))
  }
  report(`${task}, 10 times the worst text`, worst, 20)
}

const elements = 5_000
for (const [name, make] of Object.entries(hostilePages)) {
  const [short, long] = [make(elements), make(10 * elements)]
  fromHtml(short)
  const [one = 0, ten = 0] = compare([() => fromHtml(short), () => fromHtml(long)], 3)
  report(`HTML, ${name}, 10 times`, ten / Math.max(one, noise), 20)
}
