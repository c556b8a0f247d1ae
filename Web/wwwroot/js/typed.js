// What somebody is typing outlives the server. While the connection is lost it is kept in this tab, and after the reload it goes back into the
// same fields. What finds no field any more is offered to be copied. Passwords and other secrets are never kept; signing out forgets all.
// What is clicked together (the lines of an order) lies in the page as data-draft, written by the server at every change; it is kept and given
// back in the same way, as one piece.
(() => {
  const Place = 'restaurant.typed';
  const Longest = 30 * 60_000;
  const Sure = 1500;
  const Patience = 4000;
  const Answer = 700;

  const signedOut = location.pathname.startsWith('/sign-in');
  if (signedOut) sessionStorage.removeItem(Place);

  // ---- While one types -------------------------------------------------------------------------------------------
  const Kinds = ['text', 'search', 'email', 'tel', 'url', 'number', 'date', 'time', 'datetime-local', 'month', 'week', 'textarea', 'select-one', 'checkbox', 'radio'];
  const Choices = ['select-one', 'checkbox', 'radio'];
  const isTick = (field) => field.type === 'checkbox' || field.type === 'radio';
  const valueOf = (field) => isTick(field) ? String(field.checked) : field.value;
  const isKept = (field) => Kinds.includes(field.type) && !field.readOnly
    && (!Choices.includes(field.type) || field.form) // outside of a form a choice is an act, and done
    && !/password|one-time/.test(field.autocomplete) && !field.closest('[data-secret]');

  const began = new WeakMap(); // what stood in a field before somebody typed there
  const changed = (event) => {
    const field = event.target;
    if (!isKept(field) || began.has(field)) return;
    began.set(field, isTick(field) ? String(!field.checked) : before.get(field) ?? field.defaultValue ?? '');
  };
  const before = new WeakMap();
  document.addEventListener('focusin', (event) => {
    if (event.target.value !== undefined) before.set(event.target, event.target.value);
  });
  document.addEventListener('submit', (event) => {
    if (event.target.matches('form[action="/sign-out"]')) {
      [kept, leaving] = [[], true];
      write();
    }
    // What was sent is not being typed any more.
    for (const field of event.target.elements) {
      began.delete(field);
      before.set(field, valueOf(field));
    }
  });
  document.addEventListener('input', changed, true);
  document.addEventListener('change', changed, true);

  // A field is known by its words and by its place among those with the same words.
  const words = (field) =>
    (field.labels?.[0]?.textContent || field.getAttribute('aria-label') || field.placeholder || field.name || field.id).trim().replace(/\s+/g, ' ');
  const alike = (label) => [...document.querySelectorAll('input, textarea, select')].filter((field) => isKept(field) && words(field) === label);

  // ---- When the server goes --------------------------------------------------------------------------------------
  const here = () => location.pathname + location.search;
  let kept = [];
  let leaving = false;

  const read = () => {
    try {
      return JSON.parse(sessionStorage.getItem(Place) ?? '[]').filter((one) => one.url === here() && Date.now() - one.at < Longest);
    } catch {
      return [];
    }
  };

  const write = () => kept.length ? sessionStorage.setItem(Place, JSON.stringify(kept)) : sessionStorage.removeItem(Place);

  const keep = () => {
    if (leaving || document.documentElement.dataset.connection === 'online') return;
    for (const field of document.querySelectorAll('input, textarea, select')) {
      if (!began.has(field) || !isKept(field) || valueOf(field) === began.get(field)) continue;
      const label = words(field);
      const one = { url: here(), at: Date.now(), label, nth: alike(label).indexOf(field), was: began.get(field), value: valueOf(field), focus: field === document.activeElement };
      kept = [...kept.filter((other) => other.label !== label || other.nth !== one.nth), one];
    }
    for (const draft of document.querySelectorAll('[data-draft][data-state]')) {
      const one = { url: here(), at: Date.now(), draft: draft.dataset.draft, value: draft.dataset.state };
      kept = [...kept.filter((other) => other.draft !== one.draft), one];
    }
    write();
  };
  window.addEventListener('pagehide', keep);

  // ---- When it is back -------------------------------------------------------------------------------------------
  const fieldOf = (one) => alike(one.label)[one.nth];

  const put = (one, field) => {
    began.set(field, one.was);
    if (isTick(field)) field.checked = one.value === 'true';
    else field.value = one.value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    if (one.focus && document.activeElement === document.body) field.focus();
  };

  const forget = (one) => {
    kept = kept.filter((other) => other !== one);
    write();
  };

  // To the page's own code, once; what it makes of it stands in data-state then.
  const giveBack = (one) => {
    const draft = [...document.querySelectorAll('[data-draft]')].find((other) => other.dataset.draft === one.draft);
    if (!draft) return;
    if (!one.given && !draft.dataset.state) {
      one.given = Date.now();
      draft.value = one.value;
      draft.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (!one.given || Date.now() - one.given > Sure + Patience) forget(one);
  };

  let since = 0;
  const tick = () => {
    if (!document.querySelector('[data-interactive]')) return;
    since ||= Date.now();
    // Drafts first: the fields that texts go into may be theirs.
    for (const one of kept.filter((other) => other.draft && other.url === here())) giveBack(one);
    if (kept.some((one) => one.given && Date.now() - one.given < Answer)) return;
    for (const one of kept) {
      // Another page is another matter.
      if (one.url !== here()) { forget(one); continue; }
      if (one.draft) continue;
      const field = fieldOf(one);
      if (field && valueOf(field) === one.value) {
        // The page may still be loading what it shows: only what has stood there for a while is sure.
        one.stands ??= Date.now();
        if (Date.now() - one.stands > Sure) forget(one);
      } else {
        one.stands = undefined;
        if (field && valueOf(field) === one.was) put(one, field);
      }
    }
    const left = Date.now() - since > Patience ? kept.filter((one) => !one.stands && !one.draft) : [];
    show(left);
    if (!kept.length) clearInterval(ticking);
  };

  // ---- What found no field ---------------------------------------------------------------------------------------
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const button = (text, act) => {
    const made = element('button', text, 'button');
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  };

  let shown = '';
  const show = (left) => {
    const now = JSON.stringify(left.map((one) => [one.label, one.nth]));
    if (now === shown) return;
    shown = now;
    document.getElementById('typed-kept')?.remove();
    if (!left.length) return;
    const box = element('div', '', 'typed-kept');
    box.id = 'typed-kept';
    box.setAttribute('role', 'status');
    box.append(element('p', 'The connection was lost while you typed. Open the form again and this goes back into it:', 'strong'));
    for (const one of left) {
      const row = element('div', '', 'typed-row');
      const text = element('p');
      text.append(element('span', `${one.label.slice(0, 60)}: `, 'muted'), element('span', one.value === 'true' ? 'yes' : one.value === 'false' ? 'no' : one.value));
      row.append(text, button('Copy', () => navigator.clipboard.writeText(one.value).catch(() => getSelection().selectAllChildren(text.lastChild))));
      if (fieldOf(one)) row.append(button('Put it there', () => put(one, fieldOf(one))));
      box.append(row);
    }
    box.append(button('Not needed any more', () => { kept = kept.filter((one) => !left.includes(one)); write(); show([]); }));
    document.body.append(box);
  };

  if (!signedOut) kept = read();
  const ticking = setInterval(tick, 300);
})();
