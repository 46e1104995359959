// What is looked for in a page. It is there before the page is, and changes nothing until it is asked.
window.look = (() => {
  const named = (element) => {
    const own = element.id ? `#${element.id}` : element.className ? `.${String(element.className).split(" ")[0]}` : "";
    const text = (element.textContent || element.value || "").trim().replace(/\s+/g, " ").slice(0, 40);
    const parent = element.parentElement ? `${element.parentElement.localName} > ` : "";
    return `${parent}${element.localName}${own} «${text}»`;
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  // What is there for screen readers only takes no room.
  const tiny = (element) => element.clientWidth <= 1 || element.clientHeight <= 1;
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Whether the page must be scrolled sideways, and because of what.
  const sideways = () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const inScroll = (element) => element.closest(".scroll") && !element.matches(".scroll");
    const wide = all("body *").filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && !inScroll(element));
    return [`${scrollWidth} > ${clientWidth} px: ${wide.slice(-3).map(named).join("; ") || "nothing in particular"}`];
  };

  // What does not fit where it stands, and is cut off. A field for one line can be scrolled.
  const clipped = () => all("body *:not(input)").filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
    return shown(element) && !tiny(element)
      && ((cuts(overflowX) && element.scrollWidth > element.clientWidth + 2)
        || (cuts(overflowY) && element.scrollHeight > element.clientHeight + 2));
  }).map(named);

  // The spacing that readers may choose (WCAG 1.4.12).
  const spacing = new CSSStyleSheet();
  spacing.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    + " p { margin-bottom: 2em !important }");
  const spaced = (find) => {
    document.adoptedStyleSheets = [spacing];
    const found = find();
    document.adoptedStyleSheets = [];
    return found;
  };

  // Buttons and choices that are smaller than a thumb.
  const small = () => all("button, a.button, summary, select, textarea, input:not([type=hidden])").flatMap((element) => {
    if (!shown(element) || element.getAttribute("aria-hidden") === "true") return [];
    const choice = element.matches("[type=checkbox], [type=radio]");
    const target = (choice && (element.labels || [])[0]) || element;
    const { width, height } = target.getBoundingClientRect();
    return width >= 43.99 && height >= 43.99 ? [] : [`${Math.round(width)} x ${Math.round(height)} px: ${named(target)}`];
  });

  // Where the Tab key should lead: everything that can be acted on, as it stands in the source.
  const stops = () => all("a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex='0']").filter((element) => {
    if (!shown(element) || element.disabled || element.tabIndex < 0) return false;
    if (element.type !== "radio") return true;
    const group = all(`[type=radio][name="${element.name}"]`).filter((other) => other.form === element.form);
    return element === (group.find((other) => other.checked) || group[0]);
  });
  const looks = (element) => [element, element.closest("label") || (element.labels || [])[0]].filter(Boolean).map((one) => {
    const style = getComputedStyle(one);
    const outline = style.outlineStyle === "none" ? "" : [style.outlineStyle, style.outlineWidth, style.outlineColor].join(" ");
    return [outline, style.boxShadow, style.borderColor, style.backgroundColor].join("|");
  }).join("||");
  let walked = null;

  // Begins to write down where the Tab key leads, from the top of the page; returns how often it is to be pressed.
  const beginTabs = () => {
    if (document.activeElement) document.activeElement.blur();
    const expected = stops();
    walked = { expected, before: new Map(expected.map((element) => [element, looks(element)])), met: [], unseen: [] };
    document.addEventListener("focusin", ({ target }) => {
      if (walked.met[walked.met.length - 1] !== target) walked.met.push(target);
      if (walked.before.has(target) && walked.before.get(target) === looks(target)) walked.unseen.push(target);
    });
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    walked.met = [];
    window.scrollTo(0, 0);
    // A field for a date or a time has a stop for each of its parts, and one for the calendar.
    return expected.length + 4 * expected.filter((element) => ["date", "time"].includes(element.type)).length;
  };

  // What was wrong with it: another order than that of the source, focus that can't be seen, a step back up the page.
  const endTabs = () => {
    const { expected, met, unseen } = walked;
    // What has focus may lie over something else, as the skip link does.
    document.activeElement.blur();
    const found = unseen.map((element) => `focus can't be seen: ${named(element)}`);
    const odd = expected.findIndex((element, nth) => met[nth] !== element);
    if (odd >= 0) found.push(`Tab number ${odd + 1} leads to ${met[odd] ? named(met[odd]) : "nothing"}, not to ${named(expected[odd])}`);
    // The skip link lies outside until it is met.
    const places = expected.filter((element) => !element.matches(".skip")).map((element) => {
      const target = (element.matches("input") && element.closest("label")) || element;
      return [element, target.getClientRects()[0]];
    });
    for (let nth = 1; nth < places.length; nth += 1) {
      const [[, before], [element, after]] = [places[nth - 1], places[nth]];
      const [above, beside] = [after.bottom <= before.top + 1, after.top < before.bottom - 1 && before.top < after.bottom - 1];
      if (above || (beside && after.right <= before.left + 1)) found.push(`reads before what stands before it: ${named(element)}`);
    }
    return found;
  };

  // The rules that are broken, each with where: of all, or of those that look at colours.
  const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
  const axe = async (onlyColours) => {
    const { violations } = await window.axe.run(document, {
      runOnly: onlyColours ? COLOURS : ALL,
      resultTypes: ["violations"],
      elementRef: false,
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map(({ target, failureSummary }) =>
      `${target.join(" ")} (${(failureSummary || "").split("\n").slice(1, 3).join(" ").trim().slice(0, 200)})`).join("; ")}`);
  };

  return { sideways, clipped, spaced, small, beginTabs, endTabs, axe };
})();
