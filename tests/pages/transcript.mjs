// Reads a page as a screen reader does, from its first word to its last, and writes what is said, a line each.
// node transcript.mjs < page.html
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM(readFileSync(0, "utf8"), { pretendToBeVisual: true });
for (const name of ["window", "document", "navigator", "Node", "Element", "HTMLElement", "MutationObserver", "CustomEvent",
  "KeyboardEvent", "MouseEvent", "Event", "getComputedStyle", "DOMRect", "NodeFilter", "ShadowRoot",
  ...Object.getOwnPropertyNames(window).filter((name) => /^HTML.*Element$|^SVG.*Element$/.test(name))]) {
  Object.defineProperty(globalThis, name, { value: name === "window" ? window : window[name], configurable: true, writable: true });
}
window.getComputedStyle = ((original) => (element) => original(element))(window.getComputedStyle.bind(window));
globalThis.getComputedStyle = window.getComputedStyle;
const { virtual } = await import("@guidepup/virtual-screen-reader");

const { document } = window;
await virtual.start({ container: document.body, window });
let left = 2000;
while ((await virtual.lastSpokenPhrase()) !== "end of document" && left-- > 0) await virtual.next();
const said = await virtual.spokenPhraseLog();
await virtual.stop();
if (left <= 0) throw new Error("the page does not end");
console.log(`${document.title}\n${said.join("\n")}`);
process.exit(0);
