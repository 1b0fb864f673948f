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

  const fill = (target) => {
    const copy = target.cloneNode(true);
    copy.querySelectorAll(".cited, .footnote-back").forEach((part) => part.remove());
    copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    copy.querySelectorAll("a").forEach((link) => (link.tabIndex = -1));
    card.className = `card ${target.className}`;
    card.replaceChildren(...copy.childNodes);
  };

  const place = (link) => {
    const box = link.getBoundingClientRect();
    const below = box.bottom + 6;
    const fits = below + card.offsetHeight < innerHeight || box.top < card.offsetHeight;
    const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8);
    card.style.top = `${scrollY + (fits ? below : box.top - card.offsetHeight - 6)}px`;
    card.style.left = `${scrollX + Math.max(left, 8)}px`;
  };

  const show = (link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target || link === owner) return;
    hide();
    fill(target);
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
