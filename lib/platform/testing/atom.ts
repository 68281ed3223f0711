import { validateXML } from "xmllint-wasm";

const text = (name: string) => `<element name="${name}"><ref name="common"/><optional><attribute name="type"><choice><value>text</value><value>html</value></choice></attribute></optional><text/></element>`;
const uri = (name: string) => `<element name="${name}"><ref name="common"/><data type="anyURI"><param name="minLength">1</param></data></element>`;
const date = (name: string) => `<element name="${name}"><ref name="common"/><data type="dateTime"><param name="pattern">[^Z]+(Z|[+-][0-9]{2}:[0-9]{2})</param></data></element>`;
const person = (name: string) => `<element name="${name}"><ref name="common"/><interleave><element name="name"><text/></element><optional>${uri("uri")}</optional><optional><element name="email"><data type="string"><param name="pattern">.+@.+</param></data></element></optional></interleave></element>`;
const some = (pattern: string) => `<zeroOrMore>${pattern}</zeroOrMore>`;
const one = (pattern: string) => `<optional>${pattern}</optional>`;
const attribute = (name: string, data = "<text/>") => one(`<attribute name="${name}">${data}</attribute>`);

const category = `<element name="category"><ref name="common"/><attribute name="term"/>${attribute("scheme", '<data type="anyURI"/>')}${attribute("label")}</element>`;
const link = `<element name="link"><ref name="common"/><attribute name="href"><data type="anyURI"/></attribute>${["rel", "type", "hreflang", "title", "length"].map((name) => attribute(name)).join("")}</element>`;
const both = [some(person("author")), some(category), some(person("contributor")), uri("id"), some(link), one(text("rights")), text("title"), date("updated")].join("");

/** Atom as RFC 4287 defines it, without foreign elements, of which we have none. */
const grammar = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="feed"><ref name="common"/><interleave>${both}${one(text("generator"))}${one(uri("icon"))}${one(uri("logo"))}${one(text("subtitle"))}${some('<ref name="entry"/>')}</interleave></element></start>
<define name="entry"><element name="entry"><ref name="common"/><interleave>${both}${one(text("content"))}${one(date("published"))}${one(text("summary"))}</interleave></element></define>
<define name="common">${one('<attribute name="lang" ns="http://www.w3.org/XML/1998/namespace"/>')}${one('<attribute name="base" ns="http://www.w3.org/XML/1998/namespace"/>')}</define>
</grammar>`;

/** What is wrong with an Atom feed, by RFC 4287: its grammar, then what a grammar cannot say. */
export async function atomProblems(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: "feed.xml", contents: xml }], schema: [grammar], extension: "relaxng" });
  const problems = errors.map(({ message }) => message);
  const entries = xml.split("<entry>").slice(1);
  const ids = entries.map((entry) => /<id>([^<]*)<\/id>/.exec(entry)?.[1]);
  if (new Set(ids).size < ids.length) problems.push("two entries have the same id");
  const head = xml.split("<entry>", 1)[0] ?? "";
  if (!head.includes('rel="self"')) problems.push("the feed does not say where it is");
  if (!head.includes("<author>") && entries.some((entry) => !entry.includes("<author>"))) problems.push("an entry without an author");
  return problems;
}
