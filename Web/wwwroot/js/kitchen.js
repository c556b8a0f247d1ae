// The kitchen's bell. A browser makes no sound before somebody has touched the page, so the first tap turns it on.
const remembered = 'kitchen-sound';
let audio;
let timer;
let lock;

const tone = (frequency, at) => {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.6, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.4);
};

const bell = () => {
  tone(880, audio.currentTime);
  tone(1174.7, audio.currentTime + 0.18);
};

// A display that goes dark shows no tickets.
const stayAwake = async () => {
  try {
    lock = await navigator.wakeLock?.request('screen');
  } catch {
    // Not allowed (no secure connection, low battery): the device's own setting decides.
  }
};
document.addEventListener('visibilitychange', () => audio && document.visibilityState === 'visible' && stayAwake());

export const enable = async () => {
  audio ??= new AudioContext();
  await audio.resume();
  if (audio.state !== 'running') return false;
  localStorage.setItem(remembered, 'on');
  await stayAwake();
  return true;
};

// After a reload: on again by itself where the browser lets us, else with the first touch of anything.
export const resume = async () => {
  if (localStorage.getItem(remembered) !== 'on') return false;
  audio ??= new AudioContext();
  await Promise.race([audio.resume(), new Promise((late) => setTimeout(late, 300))]);
  if (audio.state === 'running') return enable();
  document.addEventListener('click', (event) => event.target.closest('[data-sound]') || document.querySelector('[data-sound]')?.click(), { once: true });
  document.documentElement.dataset.bell = 'armed';
  return false;
};

export const ring = (on) => {
  clearInterval(timer);
  timer = undefined;
  if (!on || !audio) return;
  bell();
  timer = setInterval(bell, 2500);
};

export const disable = (forget = true) => {
  ring(false);
  if (forget) localStorage.removeItem(remembered);
  lock?.release();
  lock = undefined;
};

// Columns that do not fit lie to the right, where nobody looks who has no hand free: a button says how many, and brings them in.
const beyond = (row) => [...row.querySelectorAll('.kds-ticket')].filter((ticket) => ticket.offsetLeft + ticket.offsetWidth > row.scrollLeft + row.clientWidth + 8);

// Only what is another text than before is written: writing is what the watch below hears of, too.
const tell = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

const countRight = (row, button) => {
  const more = beyond(row).length;
  button.hidden = more === 0 && row.scrollLeft < 8;
  button.classList.toggle('kds-back', more === 0);
  tell(button.querySelector('[data-beyond]'), more === 0 ? 'Back to the first' : `${more} more`);
};

// Nobody may call a ticket done without knowing that it goes on below its edge.
const countBelow = (ticket) => {
  const lines = ticket.querySelector('ul');
  const more = [...lines.children].filter((line) => line.offsetTop + line.offsetHeight > lines.scrollTop + lines.clientHeight + 8).length;
  const told = ticket.querySelector('[data-below]');
  told.hidden = more === 0;
  tell(told, `▼ ${more} more ${more === 1 ? 'line' : 'lines'} below`);
  if (lines.scrollHeight > lines.clientHeight + 1) lines.setAttribute('tabindex', '0');
  else lines.removeAttribute('tabindex');
};

// Counts again whenever tickets come, go, change or are moved, without a word to the server.
export const watchHidden = (row, button) => {
  const count = () => {
    countRight(row, button);
    row.querySelectorAll('.kds-ticket').forEach(countBelow);
  };
  button.onclick = () => row.scrollTo({ left: beyond(row)[0]?.offsetLeft ?? 0, behavior: 'smooth' });
  row.addEventListener('scroll', count, { passive: true, capture: true });
  new ResizeObserver(count).observe(row);
  new MutationObserver(count).observe(row, { childList: true, subtree: true, characterData: true });
  count();
};
