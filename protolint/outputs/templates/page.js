"use strict";
// Filters, opening and closing, and the theme. Without this script the page can still be read.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const all = (within, selector) => [...within.querySelectorAll(selector)];
  // The category of a rule is told once, beside its help.
  const categories = new Map(
    all(document, ".rule").map((rule) => [rule.id.slice(5), rule.dataset.category]),
  );
  const scripts = all(document, "details.script").map((element) => ({
    element,
    channels: words(element.dataset.channels),
    notes: all(element, ".note").map((note) => ({
      element: note,
      level: note.classList[1],
      number: note.id.split("n")[1],
      category: note.dataset.category || categories.get(note.querySelector("b").textContent),
      channels: words(note.dataset.channels || element.dataset.channels),
    })),
    text: null,
  }));

  function words(text) {
    return new Set(text.trim().split(/\s+/));
  }

  // The filter: a script is shown when its channel and words fit, and one finding fits all of it.
  const form = document.querySelector(".filters");
  const shown = document.getElementById("shown");

  function fits(note, wanted) {
    return (
      (!wanted.channel || note.channels.has(wanted.channel)) &&
      (!wanted.category || note.category === wanted.category) &&
      (!wanted.level || note.level === wanted.level)
    );
  }

  function has(script, asked) {
    script.text ??= script.element.textContent.toLowerCase();
    return asked.every((word) => script.text.includes(word));
  }

  function mark(script, asksForFindings, wanted) {
    const hidden = new Set();
    for (const note of script.notes) {
      const off = asksForFindings && !fits(note, wanted);
      if (note.element.hidden !== off) note.element.hidden = off;
      if (off) hidden.add(note.number);
    }
    if (!hidden.size && !script.dimmed) return;
    script.dimmed = hidden.size > 0;
    for (const place of all(script.element, "mark")) {
      const off = place.dataset.f.split(" ").every((number) => hidden.has(number));
      place.classList.toggle("off", off);
    }
    for (const link of all(script.element, ".view a.ref")) {
      link.hidden = hidden.has(link.textContent);
    }
  }

  function filter() {
    const wanted = Object.fromEntries(new FormData(form));
    const asked = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
    const asksForFindings = Boolean(wanted.category || wanted.level);
    let count = 0;
    for (const script of scripts) {
      const fit =
        (!wanted.channel || script.channels.has(wanted.channel)) &&
        (!asksForFindings || script.notes.some((note) => fits(note, wanted))) &&
        has(script, asked);
      if (script.element.hidden === fit) script.element.hidden = !fit;
      if (!fit) continue;
      count += 1;
      mark(script, asksForFindings, wanted);
    }
    const total = scripts.length.toLocaleString("en");
    shown.textContent =
      count === scripts.length ? `${total} scripts` : `${count.toLocaleString("en")} of ${total} scripts`;
    document.getElementById("none").hidden = count > 0;
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.moves.addEventListener("change", (event) => {
    root.classList.toggle("moves", event.target.checked);
  });

  function open(state) {
    for (const { element } of scripts) if (!element.hidden) element.open = state;
  }
  document.getElementById("open-all").addEventListener("click", () => open(true));
  document.getElementById("close-all").addEventListener("click", () => open(false));

  // A link to a script, or to a part of it, opens it; a filter that hides it is taken back.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const script = target && target.closest("details.script");
    if (!script) return;
    if (script.hidden) {
      form.reset();
      filter();
    }
    script.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  // “Why” shows the help of a rule beside the finding.
  function explain(link) {
    const help = document.getElementById(link.hash.slice(1)).querySelector(".body");
    const copy = help.cloneNode(true);
    copy.hidden = true;
    link.closest(".note").append(copy);
    return copy;
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.why");
    if (!link) return;
    event.preventDefault();
    const copy = link.closest(".note").querySelector(".body") || explain(link);
    copy.hidden = !copy.hidden;
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", String(!copy.hidden));
  });

  // The theme: as the system, light, or dark. Where nothing can be kept, it is chosen anew.
  const themes = [["", "as the system"], ["light", "light"], ["dark", "dark"]];
  const button = document.getElementById("theme");
  let theme = 0;
  function show(number) {
    theme = number % themes.length;
    const [name, label] = themes[theme];
    if (name) root.dataset.theme = name;
    else delete root.dataset.theme;
    button.textContent = `Theme: ${label}`;
    try {
      localStorage.setItem("protolint-theme", name);
    } catch {
      return;
    }
  }
  try {
    show(Math.max(0, themes.findIndex(([name]) => name === localStorage.getItem("protolint-theme"))));
  } catch {
    show(0);
  }
  button.addEventListener("click", () => show(theme + 1));

  document.getElementById("print").addEventListener("click", () => print());
  addEventListener("beforeprint", () => open(true));
})();
