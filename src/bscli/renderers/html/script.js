"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const cards = all("article.card");
  const lanes = all(".lane");
  const tools = document.querySelector(".tools");
  const chosen = { status: "", owner: "" };

  const isNarrow = matchMedia("(max-width: 767px)").matches;
  all("details.later").forEach((part) => {
    part.open = isNarrow && part.parentElement.id === "map";
  });

  const isWanted = (card) =>
    (!chosen.status || card.dataset.statuses.split(" ").includes(chosen.status)) &&
    (!chosen.owner || card.dataset.owners.split(" ").includes(chosen.owner));

  const say = (shown) => {
    const isWhole = shown === cards.length;
    tools.querySelector(".live").textContent =
      isWhole ? "" : `${shown} of ${cards.length} objectives shown`;
  };

  const show = () => {
    cards.forEach((card) => card.classList.toggle("is-hidden", !isWanted(card)));
    lanes.forEach((lane) => {
      const own = all("article.card", lane);
      const isChosen = chosen.status || chosen.owner;
      lane.classList.toggle("is-hidden", Boolean(isChosen) && !own.some(isWanted));
    });
    say(cards.filter(isWanted).length);
  };

  const score = (card) => (card.dataset.score === "" ? 11 : Number(card.dataset.score));
  const lowest = (lane) => Math.min(11, ...all("article.card", lane).map(score));

  const sort = (key) => {
    const inOrder = (parts, value) =>
      key === "score" ? [...parts].sort((a, b) => value(a) - value(b)) : parts;
    lanes.forEach((lane) => lane.append(
      ...inOrder(cards.filter((card) => lane.contains(card)), score)));
    const place = document.getElementById("perspectives");
    place.append(...inOrder(lanes, lowest));
  };

  const press = (button) => {
    all("button", button.parentElement).forEach((other) =>
      other.setAttribute("aria-pressed", String(other === button)));
  };

  const unfold = (id) => {
    const part = document.getElementById(id);
    if (!part || part.tagName !== "ARTICLE") return null;
    all(":scope > details", part).forEach((details) => { details.open = true; });
    if (part.classList.contains("is-hidden")) {
      chosen.status = chosen.owner = "";
      press(tools.querySelector("[data-status='']"));
      all("select", tools).forEach((select) => { select.value = ""; });
      show();
    }
    return part;
  };

  const goTo = (id) => {
    const part = unfold(id);
    if (!part) return;
    part.scrollIntoView({ block: "start" });
    part.focus({ preventScroll: true });
  };

  if (tools) {
    tools.hidden = false;
    all("[data-status]", tools).forEach((button) => button.addEventListener("click", () => {
      chosen.status = button.dataset.status;
      press(button);
      show();
    }));
    all("[data-sort]", tools).forEach((button) => button.addEventListener("click", () => {
      press(button);
      sort(button.dataset.sort);
    }));
    all("select", tools).forEach((select) => select.addEventListener("change", () => {
      chosen.owner = select.value;
      show();
    }));
    const fold = tools.querySelector(".fold");
    fold.addEventListener("click", () => {
      const isFolded = fold.getAttribute("aria-pressed") !== "true";
      fold.setAttribute("aria-pressed", String(isFolded));
      document.getElementById("perspectives").classList.toggle("is-folded", isFolded);
      all("article.card > details").forEach((part) => { part.open = !isFolded; });
    });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      const id = link.getAttribute("href").slice(1);
      if (unfold(id)) setTimeout(() => goTo(id));
    }
  });
  window.addEventListener("load", () => goTo(location.hash.slice(1)));

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    closed.forEach((part) => { part.open = true; });
  });
  window.addEventListener("afterprint", () => closed.forEach((part) => { part.open = false; }));

  const map = document.querySelector(".map svg");
  if (!map) return;
  const nodes = all(".card", map);
  const links = all(".link:not(.is-feedback)", map)
    .map((part) => ({ part, cause: part.dataset.cause, effect: part.dataset.effect }));

  const left = Math.min(...nodes.map((node) => node.getBoundingClientRect().left));
  if (isNarrow) map.parentElement.scrollLeft = left - map.getBoundingClientRect().left - 16;

  const reached = (start, from, to) => {
    const seen = new Set([start]);
    const waiting = [start];
    while (waiting.length) {
      const here = waiting.pop();
      links.filter((link) => link[from] === here && !seen.has(link[to])).forEach((link) => {
        seen.add(link[to]);
        waiting.push(link[to]);
      });
    }
    return seen;
  };

  const clear = () => map.classList.remove("is-tracing");

  const trace = (id) => {
    const down = reached(id, "cause", "effect");
    const up = reached(id, "effect", "cause");
    nodes.forEach((node) => node.classList.toggle(
      "is-lit", down.has(node.dataset.id) || up.has(node.dataset.id)));
    links.forEach((link) => link.part.classList.toggle("is-lit",
      (down.has(link.cause) && down.has(link.effect)) ||
      (up.has(link.cause) && up.has(link.effect))));
    map.classList.add("is-tracing");
  };

  nodes.forEach((node) => {
    node.addEventListener("mouseenter", () => trace(node.dataset.id));
    node.addEventListener("focus", () => trace(node.dataset.id));
    node.addEventListener("mouseleave", clear);
    node.addEventListener("blur", clear);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
})();
