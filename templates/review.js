// Cards for citations, tied numbers and notes: the entry a link leads to, shown beside the link.
// Without this script every link still leads to its entry.
(() => {
  "use strict";
  const triggers = ".citation a, a.tied, a.footnote-ref";
  const card = document.createElement("div");
  card.id = "card";
  card.hidden = true;
  card.setAttribute("role", "tooltip");
  document.querySelector("main").append(card);
  let owner = null;
  let timer = 0;

  const later = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  const hide = () => {
    clearTimeout(timer);
    card.hidden = true;
    owner?.removeAttribute("aria-describedby");
    owner = null;
  };

  // A number may rest on several rows.
  const targetsOf = ({ dataset, hash }) =>
    (dataset.rows?.replace(/^|\s/g, "$&ev-") ?? decodeURIComponent(hash.slice(1)))
      .split(" ")
      .flatMap((name) => document.getElementById(name) ?? []);

  const fill = (targets) => {
    card.className = `card ${targets[0].className}`;
    card.replaceChildren(...targets.flatMap((target) => [...target.cloneNode(true).childNodes]));
    card.querySelectorAll(".cited").forEach((part) => part.remove());
    card.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    card.querySelectorAll("a").forEach((link) => (link.tabIndex = -1));
  };

  const place = (link) => {
    const box = link.getBoundingClientRect();
    const [above, below] = [box.top - 12, innerHeight - box.bottom - 12];
    const fits = card.offsetHeight <= below || below >= above;
    card.style.maxHeight = `min(60vh, ${fits ? below : above}px)`;
    const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8);
    card.style.top = `${scrollY + (fits ? box.bottom + 6 : box.top - card.offsetHeight - 6)}px`;
    card.style.left = `${scrollX + Math.max(left, 8)}px`;
  };

  const show = (link) => {
    const targets = targetsOf(link);
    if (!targets.length || link === owner) return;
    hide();
    fill(targets);
    card.style.maxHeight = "";
    card.hidden = false;
    place(link);
    owner = link;
    link.setAttribute("aria-describedby", "card");
  };

  const linkOf = (event) => event.target.closest?.(triggers);
  document.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (event.pointerType !== "mouse") return;
    if (link && !card.contains(link)) later(() => show(link), link === owner ? 0 : 150);
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (owner !== document.activeElement) later(hide, 250);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link?.matches(":focus-visible")) show(link);
  });
  document.addEventListener("focusout", () => later(hide, 0));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("click", hide);
})();
