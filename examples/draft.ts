/** A short draft that the examples share. */
export const draft = `
CLH/COP/2031/L.9

Fiji and Tonga: draft resolution

# Keeping lamps lit

*The Conference of the Parties to the Convention on Lighthouses*,

*Recalling* its resolution 3/2 of 4 May 2027,

1. *Urges* States parties to keep their lamps lit;

2. *Requests* the secretariat to report thereon.
`
