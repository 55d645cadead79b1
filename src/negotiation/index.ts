/** Negotiation: the open points of a text are read, and one text is made of what is chosen. */
export { type Chosen, choose } from './choose.js'
export { compareNegotiations } from './compare.js'
export { readNegotiation } from './read.js'
