import test from 'ava'
import { fromText, outline } from '../src/index.js'

const front = 'The General Assembly,\n\nRecalling its resolution 98/3 of 4 May 2033,\n\n'
const paragraphs =
  '1. We, keepers of lighthouses, stress the need for oil.\n\n2. We stress the need for wicks.\n'

function roles(text: string): [role: string, phrase: string][] {
  return outline(fromText(text, { language: 'en' })).rows.map(({ role, phrase }) => [role, phrase ?? ''])
}

test('an operative paragraph without number announces the numbered text behind it', (t) => {
  const text = `${front}Adopts the following declaration on lamps:\n\nDeclaration on lamps\n\n${paragraphs}`
  t.deepEqual(roles(text).slice(0, 2), [
    ['preambular', 'Recalling'],
    ['operative', 'Adopts'],
  ])
})

test('an operative opening before the first number is a recital where it announces nothing', (t) => {
  const text = `${front}Recognizes that lamps are dear,\n\n1. Urges States to buy oil.\n\n2. Decides to go on.\n`
  t.deepEqual(
    roles(text).map(([role]) => role),
    ['preambular', 'preambular', 'operative', 'operative'],
  )
})
