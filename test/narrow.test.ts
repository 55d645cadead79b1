/** Expressions for common characters match what the general ones match. */
import test from 'ava'
import { isCommon, narrowed, narrowing } from '../src/language/narrow.js'

/** All characters of the first plane that are common ones. */
const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isCommon)

test('each property has the same characters among the common ones', (t) => {
  t.true(characters.length > 21_000)
  for (const name of ['L', 'Lu', 'Ll', 'Lo', 'M', 'N', 'Nd', 'sc=Latin', 'sc=Cyrillic', 'sc=Han']) {
    const source = `^\\p{${name}}$`
    t.not(narrowed(source), source, name)
    const [general, narrow] = [new RegExp(source, 'u'), new RegExp(narrowed(source), 'u')]
    t.deepEqual(
      characters.filter((one) => narrow.test(one)),
      characters.filter((one) => general.test(one)),
      name,
    )
  }
})

test('properties inside of classes, negated ones and escaped brackets stay what they are', (t) => {
  t.is(
    narrowed('[^\\p{Nd}\\]]\\[\\p{Nd}\\P{L}'),
    narrowed('[^\\p{Nd}\\]]').concat('\\[', narrowed('\\p{Nd}'), '\\P{L}'),
  )
  t.true(new RegExp(`^${narrowed('[^\\p{Lu}\\]]\\[')}$`, 'u').test('a['))
  t.false(new RegExp(`^${narrowed('[^\\p{Lu}\\]]')}$`, 'u').test('É'))
  t.is(narrowed('\\p{Script_Extensions=Greek}'), '\\p{Script_Extensions=Greek}')
})

test('a text with any other character is told', (t) => {
  t.true(isCommon('Recalling “its” resolution 97/4 – œuvre, кода, قرار، 决议。'))
  for (const other of ['Łódź', 'ş', 'Ω', '😀', '\ud800']) t.false(isCommon(`Lamps of ${other}`), other)
})

test('an expression is narrow for a text of common characters, and itself for any other', (t) => {
  const words = /(?<!\p{N})\p{L}+/gu
  const wordsIn = narrowing(words)
  t.is(wordsIn('of Łódź'), words)
  const narrow = wordsIn('œuvre 4a кода')
  t.not(narrow, words)
  t.deepEqual('œuvre 4a кода'.match(narrow), 'œuvre 4a кода'.match(words))
})
