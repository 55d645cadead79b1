/** An element that the library has no class for. */
import { type BaseXmlComponent, XmlComponent } from 'docx'

export class Element extends XmlComponent {
  constructor(
    name: string,
    attributes: Record<string, string | number>,
    children: readonly BaseXmlComponent[] = [],
  ) {
    super(name)
    this.root.push({ _attr: attributes } as unknown as BaseXmlComponent, ...children)
  }
}
