// What the browser does by itself, without asking the server: shortcuts, relative times, the reconnect dialog.
(() => {
  const root = document.documentElement;
  const appearance = window.restaurantAppearance;

  // ---- Another page ----------------------------------------------------------------------------------------------
  // The focus is never taken out of a field in which somebody types already.
  window.restaurantArrive = () => {
    if (document.activeElement?.matches('input, textarea, select')) return;
    const heading = document.querySelector('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  };

  window.restaurantFocus = (selector) => document.querySelector(selector)?.focus();

  // ---- Whether somebody sees this page: where nobody does, the server draws it seldom ------------------------------
  let sight = null;
  const tellSight = () => sight?.invokeMethodAsync('SeeAsync', !document.hidden).catch(() => {});
  window.restaurantSight = (page) => {
    sight = page;
    if (document.hidden) tellSight();
  };
  document.addEventListener('visibilitychange', tellSight);

  // ---- Clicks on the shell's own buttons -------------------------------------------------------------------------
  const acts = {
    'toggle-sidebar': () => appearance.toggleSidebar(),
    'shortcuts': () => openShortcuts(),
    'reconnect': () => retry(),
    'skip': () => document.getElementById('main')?.focus(),
    'copy': (button) => copy(button),
  };

  document.addEventListener('click', (event) => {
    const target = event.target.closest?.('[data-act], [data-set-appearance]');
    if (!target) {
      // A place was chosen in a menu: the menu has done its work.
      const menu = event.target.closest?.('a')?.closest('[popover]');
      menu?.hidePopover();
      return;
    }
    if (target.dataset.setAppearance) appearance.choose(target.dataset.setAppearance);
    else if (acts[target.dataset.act]) {
      event.preventDefault();
      acts[target.dataset.act](target);
    }
  });

  const copy = async (button) => {
    const source = document.getElementById(button.dataset.copyFrom);
    const text = source.value ?? source.textContent;
    try {
      await navigator.clipboard.writeText(text.trim());
      button.dataset.copied = '';
      setTimeout(() => delete button.dataset.copied, 2000);
    } catch {
      // No permission: select it, so that one key press copies.
      source.select?.();
    }
  };

  // ---- Shortcuts: any element may carry data-shortcut="x", "g o" or "Shift+R" ------------------------------------
  let first = '';
  let firstAt = 0;

  const typing = (element) =>
    element?.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]');

  const pressed = (event) =>
    (event.shiftKey && event.key.length === 1 && /[a-z]/i.test(event.key) ? 'Shift+' : '') + event.key;

  const find = (keys) => [...document.querySelectorAll(`[data-shortcut="${CSS.escape(keys)}"]`)]
    .find((element) => !element.disabled && (element.hidden || element.offsetParent || element.closest('.sidebar, .bottombar, .topbar, .more-places')));

  document.addEventListener('keydown', (event) => {
    // The one that works while typing: what was written is done with.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat) {
      const element = find('Control+Enter');
      if (element) { event.preventDefault(); element.click(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (typing(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (document.querySelector('dialog[open]') && event.key !== '?') return;
    // Enter and Space already press whatever has the focus.
    if ((event.key === 'Enter' || event.key === ' ') && event.target.closest?.('a, button, summary, [role=button]')) return;

    const key = pressed(event);
    const element = (first && Date.now() - firstAt < 1500 && find(`${first} ${key}`)) || find(key);
    // A key that is held walks along a list, and does nothing else: nobody decides ten things with one press.
    if (event.repeat && key !== 'j' && key !== 'k') { if (element) event.preventDefault(); return; }
    first = key;
    firstAt = Date.now();
    if (!element) return;
    event.preventDefault();
    first = '';
    if (element.matches('input, textarea, select')) { element.focus(); element.select?.(); }
    else element.click();
  });

  const openShortcuts = () => {
    const sheet = document.getElementById('shortcut-sheet');
    if (!sheet || sheet.open) return sheet?.close();
    const list = sheet.querySelector('[data-shortcut-list]');
    const groups = { 'Go to': [], 'Here': [] };
    const seen = new Set();
    for (const element of document.querySelectorAll('[data-shortcut]')) {
      const keys = element.dataset.shortcut;
      if (seen.has(keys)) continue;
      seen.add(keys);
      const text = element.dataset.shortcutText || element.getAttribute('aria-label') || element.textContent.trim();
      groups[keys.startsWith('g ') ? 'Go to' : 'Here'].push([keys, text]);
    }
    list.replaceChildren(...Object.entries(groups).filter(([, rows]) => rows.length).map(([title, rows]) => {
      const section = document.createElement('section');
      const heading = document.createElement('h3');
      heading.textContent = title;
      const table = document.createElement('dl');
      for (const [keys, text] of rows) {
        const term = document.createElement('dt');
        term.textContent = text;
        const detail = document.createElement('dd');
        for (const key of keys.split(' ')) {
          const cap = document.createElement('kbd');
          cap.textContent = key;
          detail.append(cap);
        }
        table.append(term, detail);
      }
      section.append(heading, table);
      return section;
    }));
    sheet.showModal();
  };

  // ---- The chosen row of a list stays in sight, however long the list ----------------------------------------------
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (target.matches('.list-row[aria-current="true"]')) target.scrollIntoView({ block: 'nearest' });
    }
  }).observe(document.documentElement, { subtree: true, attributeFilter: ['aria-current'] });

  // ---- Relative times (the same rule as Shown.Relative) ----------------------------------------------------------
  const serverAhead = () => {
    const mark = document.querySelector('[data-interactive]');
    if (!mark) return 0;
    mark.ahead ??= Number(mark.dataset.now) - Date.now();
    return mark.ahead;
  };

  const words = (milliseconds) => {
    const seconds = Math.trunc(Math.abs(milliseconds) / 1000);
    if (seconds < 5) return 'now';
    const length = seconds < 60 ? `${seconds} s`
      : seconds < 3600 ? `${Math.trunc(seconds / 60)} min`
      : seconds < 86400 ? `${Math.trunc(seconds / 3600)} h`
      : `${Math.trunc(seconds / 86400)} d`;
    return milliseconds < 0 ? `in ${length}` : `${length} ago`;
  };

  const refreshTimes = () => {
    const now = Date.now() + serverAhead();
    for (const element of document.querySelectorAll('time[data-relative]')) {
      const away = now - Date.parse(element.dateTime);
      if (Math.abs(away) > 7 * 86400_000 || !element.firstChild) continue;
      const text = words(away);
      // The text node is the renderer's own: change its value, never replace it.
      if (element.firstChild.nodeValue !== text) element.firstChild.nodeValue = text;
    }
  };
  setInterval(() => document.hidden || refreshTimes(), 1000);

  // ---- Connection ------------------------------------------------------------------------------------------------
  const modal = document.getElementById('components-reconnect-modal');
  const retry = async () => {
    if (!(await window.Blazor?.reconnect())) reloadOnceUp();
  };

  // A server that is about to stop may still say that it does not know this page. What it answers twice it will answer once more;
  // a reload into nothing would leave the browser's own error, from which no page comes back by itself.
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const isUp = () => fetch('/health/live', { cache: 'no-store' }).then((answer) => answer.ok, () => false);
  let reloading = false;
  const reloadOnceUp = async () => {
    if (reloading) return;
    reloading = true;
    while (!(await isUp()) || !(await pause(500), await isUp())) await pause(1000);
    location.reload();
  };

  const connection = () => {
    const state = !modal ? 'online'
      : modal.classList.contains('components-reconnect-rejected') ? 'rejected'
      : modal.classList.contains('components-reconnect-failed') ? 'failed'
      : modal.classList.contains('components-reconnect-show') ? 'trying' : 'online';
    if (root.dataset.connection === state) return;
    root.dataset.connection = state;
    const text = document.getElementById('reconnect-text');
    if (state === 'trying') text.textContent = "Trying to reach the restaurant's server again. Nothing you sent is lost.";
    if (state === 'failed') text.textContent = 'The server does not answer. Check the network, then try again; the page tries by itself every 5 seconds.';
    // The server was started anew and does not know this page any more: a reload brings everything back.
    if (state === 'rejected') reloadOnceUp();
  };
  if (modal) new MutationObserver(connection).observe(modal, { attributes: true, attributeFilter: ['class'] });
  setInterval(() => root.dataset.connection === 'failed' && retry().catch(() => {}), 5000);
  connection();

  appearance.mark();
})();
