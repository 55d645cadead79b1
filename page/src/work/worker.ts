/** The worker: all reading and comparing is off the page's thread. */
import { expose } from 'comlink'
import { desk } from './desk.js'

expose(desk)
