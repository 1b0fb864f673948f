// All text and every link is there without this script, which has at most 3 kB without its comments.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const named = (id) => document.getElementById(decodeURIComponent(id));
  const on = document.addEventListener.bind(document);

  // Cards: what a link leads to, shown beside it, and the way to the other places that lead there.
  const kinds = ".citation a,.tied,.footnote-ref,.xref,.abbr";
  const card = named("card");
  const [body, bar] = card.children;
  let owner, timer, steps;

  const later = (act, delay) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  const hide = () => {
    clearTimeout(timer);
    card.hidden = true;
    owner?.removeAttribute("aria-describedby");
    owner = 0;
  };
  const show = (link) => {
    // A number may rest on several rows; of a table, a figure or a section the title is enough.
    const ids = link.dataset.rows?.replace(/^|\s/g, "$&ev-") ?? link.hash.slice(1);
    const found = ids.split(" ").flatMap((id) => named(id) ?? []);
    const parts = found.map((part) => all("figcaption,h2,h3,h4", part)[0] ?? part);
    if (!parts[0] || link === owner) return;
    hide();
    body.className = parts[0].className;
    body.replaceChildren(...parts.flatMap((part) => [...part.cloneNode(true).childNodes]));
    all(".cited,.paragraph-link", body).forEach((part) => part.remove());
    all("[id]", body).forEach((part) => part.removeAttribute("id"));

    const same = all(kinds).filter((a) => a.hash === link.hash && !a.closest(".evidence-row"));
    const at = same.indexOf(link);
    steps = { p: same[at - 1], n: same[at + 1] };
    bar.hidden = !same[1];
    bar.children[1].textContent = at + 1 + "/" + same.length;
    all("a", card).forEach((a) => {
      a.tabIndex = -1;
      if (!a.rel) return;
      const to = steps[a.rel[0]];
      a.hidden = !to;
      a.href = "#" + to?.closest("[id]").id;
    });

    card.hidden = false;
    const { left, top, bottom } = link.getBoundingClientRect();
    const low = top > innerHeight / 2;
    card.style.top = (low ? top - card.offsetHeight - 6 : bottom + 6) + scrollY + "px";
    card.style.left = Math.max(8, Math.min(left, innerWidth - card.offsetWidth - 24)) + "px";
    owner = link;
    link.setAttribute("aria-describedby", "card");
  };

  on("pointerover", ({ target, pointerType }) => {
    const link = target.closest(kinds);
    if (pointerType !== "mouse") return;
    if (card.contains(target)) clearTimeout(timer);
    else if (link) later(() => show(link), 150);
    else if (owner !== document.activeElement) later(hide, 250);
  });
  on("focusin", ({ target }) => target.matches(`:is(${kinds}):focus-visible`) && show(target));
  on("focusout", () => later(hide));
  on("click", hide);
  on("keydown", ({ key }) => {
    if (key === "Escape") hide();
    if (owner && owner === document.activeElement) steps[key]?.focus();
  });

  // Search: the passages that have all the words.
  const [, field, count, list] = named("find").children;
  field.oninput = () => {
    const words = field.value.toLowerCase().match(/\S+/g) ?? [];
    const hits = all(":is(p,li,dd,figure,.csl-entry,.evidence-row)[id]").flatMap((part) => {
      const text = part.textContent;
      const at = words.map((word) => text.toLowerCase().indexOf(word));
      const a = document.createElement("a");
      a.href = "#" + part.id;
      a.textContent = text.slice(at[0], at[0] + 90) + "…";
      return at[0] < 0 || at.includes(-1) ? [] : a;
    });
    count.textContent = words[0] ? hits.length : "";
    list.replaceChildren(...(words[0] ? hits.slice(0, 40) : []));
  };

  // Contents: the line of the section that is being read.
  const [nav] = all(".contents");
  let here;
  on("scroll", () => {
    here?.removeAttribute("aria-current");
    here = all("a", nav).findLast((a) => named(a.hash.slice(1)).getBoundingClientRect().top < 150);
    here?.setAttribute("aria-current", "true");
    if (!field.value) nav.scrollTop = here?.offsetTop - 200;
  });
})();
