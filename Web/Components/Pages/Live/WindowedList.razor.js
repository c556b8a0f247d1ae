// Keeps the few rendered rows of a long list under the reader's eyes. The server renders rows; this file only measures,
// asks for other rows when the reader scrolls to them, and moves the focus.
const spare = 12;

export function attach(scroller, list) {
  const state = { first: 0, count: 0, asked: "", atTop: true, gone: false };
  const size = () => scroller.firstElementChild;
  const number = name => Number(size().dataset[name]);
  const rowHeight = () => size().querySelector(".windowed-ruler").offsetHeight || 60;
  const panel = () => size().querySelector("[data-open-panel]");
  let panelHeight = 0;

  // The open row's panel has its own height; every row below it stands that much lower.
  const topOf = index => index * rowHeight() + (number("open") >= 0 && index > number("open") ? panelHeight : 0);
  const indexAt = y => {
    const open = number("open"), height = rowHeight();
    if (open < 0 || y < (open + 1) * height) return Math.floor(y / height);
    return Math.max(open, Math.floor((y - panelHeight) / height));
  };

  const look = () => {
    if (state.gone) return;
    const from = indexAt(scroller.scrollTop), to = indexAt(scroller.scrollTop + scroller.clientHeight);
    const first = Math.max(0, from - spare), count = to - first + 1 + spare;
    const atTop = scroller.scrollTop < 8;
    const covered = from >= number("first") && to < number("first") + number("count");
    const settled = covered && atTop === state.atTop && Math.abs(first - number("first")) < spare;
    const asking = `${first} ${count} ${atTop}`;
    if (settled || asking === state.asked) return;
    state.asked = asking;
    state.atTop = atTop;
    list.invokeMethodAsync("LookAsync", first, count, atTop).catch(() => { state.gone = true; });
  };

  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; look(); });
  };

  const sizes = new ResizeObserver(() => {
    const height = panel()?.offsetHeight ?? 0;
    if (height !== panelHeight) {
      panelHeight = height;
      scroller.style.setProperty("--panel", `${height}px`);
    }
    soon();
  });
  // An opened row moves up as far as it must for its panel to be seen, and no further than to the top edge.
  const show = open => {
    const row = open.parentElement.getBoundingClientRect(), frame = scroller.getBoundingClientRect();
    const hidden = row.bottom - frame.bottom;
    if (hidden > 0) scroller.scrollTop += Math.min(hidden, row.top - frame.top);
  };
  const rows = new MutationObserver(() => {
    const open = panel();
    if (open && open !== rows.seen) {
      sizes.observe(rows.seen = open);
      show(open);
    }
    if (!open && panelHeight > 0 && number("open") < 0) {
      panelHeight = 0;
      scroller.style.setProperty("--panel", "0px");
    }
    state.asked = "";
    soon();
  });

  // j and k belong to the page; arrows move the focus only when it is in the list already, so that elsewhere they scroll.
  const keys = event => {
    const rows = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (rows && !modified && !event.target.closest("[data-open-panel]")) {
      event.preventDefault();
      list.invokeMethodAsync("StepAsync", rows);
    } else if (event.key === "Escape" && number("open") >= 0) {
      list.invokeMethodAsync("CloseAsync");
    }
  };

  scroller.addEventListener("scroll", soon, { passive: true });
  scroller.addEventListener("keydown", keys);
  sizes.observe(scroller);
  rows.observe(size(), { childList: true, subtree: true, attributes: true, attributeFilter: ["data-open", "data-total"] });
  soon();

  return {
    // "top", "middle", "bottom"
    jump: place => {
      const whole = scroller.scrollHeight - scroller.clientHeight;
      scroller.scrollTo({ top: place === "top" ? 0 : place === "bottom" ? whole : whole / 2 });
    },
    // Shows the row and gives it the focus, once it is rendered.
    reveal: index => {
      const top = topOf(index), bottom = top + rowHeight();
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
      let tries = 60;
      const focus = () => {
        const row = size().querySelector(`[data-index="${index}"] .row-toggle`);
        if (row) row.focus({ preventScroll: true });
        else if (tries-- > 0) requestAnimationFrame(focus);
      };
      focus();
    },
    dispose: () => {
      state.gone = true;
      scroller.removeEventListener("keydown", keys);
      sizes.disconnect();
      rows.disconnect();
    },
  };
}
