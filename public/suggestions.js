// Suggestions below a field inside `[data-suggestions]`, as one types. The server draws the field and its empty list; without
// this file the form works as it stands. Listens on the document, so that it does not matter when the field comes.
(() => {
  const pause = 120;
  let asked = null;
  let timer;

  const partsOf = (target) => {
    const box = target instanceof Element ? target.closest("[data-suggestions]") : null;
    const input = box?.querySelector("input[role=combobox]");
    return input ? { box, input, list: box.querySelector("[role=listbox]"), status: box.querySelector("[role=status]"), words: JSON.parse(box.dataset.suggestions) } : null;
  };

  const choose = ({ input, list }, active) => {
    [...list.children].forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === active));
      if (index === active) option.scrollIntoView({ block: "nearest" });
    });
    if (list.children[active]) input.setAttribute("aria-activedescendant", list.children[active].id);
    else input.removeAttribute("aria-activedescendant");
  };

  const show = (parts, open) => {
    const { input, list, status, words } = parts;
    list.hidden = !open || list.children.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = open ? words.found[Math.min(list.children.length, words.found.length - 1)] : "";
    choose(parts, -1);
  };

  const close = (parts) => {
    clearTimeout(timer);
    asked?.abort();
    show(parts, false);
  };

  const draw = (parts, suggestions) => {
    const { input, list, words } = parts;
    list.replaceChildren(...suggestions.map(({ path, kind, title, lang }, index) => {
      const option = document.createElement("li");
      Object.assign(option, { id: `${list.id}-${index}`, className: words.option });
      option.setAttribute("role", "option");
      option.dataset.path = `/${words.locale}${path}`;
      const [told, name] = [document.createElement("span"), document.createElement("span")];
      told.textContent = words.kinds[kind] ?? "";
      name.textContent = title;
      name.lang = lang;
      option.append(told, name);
      return option;
    }));
    // Left meanwhile: nothing is put over what is read now.
    show(parts, document.activeElement === input);
  };

  const ask = async (parts) => {
    asked?.abort();
    asked = new AbortController();
    try {
      const { locale } = parts.words;
      const answer = await fetch(`/api/search/suggestions?${new URLSearchParams({ q: parts.input.value, locale })}`, { signal: asked.signal });
      if (answer.ok) draw(parts, await answer.json());
    } catch {
      // Typed on, or no connection: the field works without.
    }
  };

  document.addEventListener("input", (event) => {
    const parts = partsOf(event.target);
    if (!parts || event.isComposing) return;
    clearTimeout(timer);
    if (parts.input.value.trim().length < 2) close(parts);
    else timer = setTimeout(() => void ask(parts), pause);
  });

  document.addEventListener("keydown", (event) => {
    const parts = partsOf(event.target);
    if (!parts || event.target !== parts.input || event.isComposing) return;
    const options = [...parts.list.children];
    const at = parts.list.hidden ? -1 : options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const move = (step) => {
      if (parts.list.hidden) show(parts, true);
      choose(parts, Math.max(-1, Math.min(at + step, options.length - 1)));
    };
    const keys = { ArrowDown: () => move(1), ArrowUp: () => move(-1) };
    if (!parts.list.hidden) keys.Escape = () => close(parts);
    if (options[at]) keys.Enter = () => location.assign(options[at].dataset.path);
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  document.addEventListener("focusout", (event) => {
    const parts = partsOf(event.target);
    if (parts) close(parts);
  });

  // The focus stays in the field, or the list would close before it is chosen from.
  document.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-suggestions] [role=option]")) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const option = event.target instanceof Element ? event.target.closest("[data-suggestions] [role=option]") : null;
    if (option) location.assign(option.dataset.path);
  });
})();
