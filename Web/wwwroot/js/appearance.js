// Runs before the first paint, so that a dark room is never flashed with a white page.
(() => {
  const root = document.documentElement;
  const year = 365 * 24 * 3600;

  const keep = (name, value) => {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`;
  };

  const show = (name) => {
    root.dataset.appearance = name;
    const theme = document.getElementById('theme');
    const href = name === 'light' ? theme.dataset.light : theme.dataset.dark;
    if (theme.getAttribute('href') !== href) theme.setAttribute('href', href);
    for (const button of document.querySelectorAll('[data-set-appearance]'))
      button.setAttribute('aria-pressed', String(button.dataset.setAppearance === name));
  };

  if (!root.dataset.appearance)
    show(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

  window.restaurantAppearance = {
    mark: () => show(root.dataset.appearance),
    choose: (name) => { keep('appearance', name); show(name); },
    toggleSidebar: () => {
      const slim = root.dataset.sidebar !== 'slim';
      if (slim) root.dataset.sidebar = 'slim'; else delete root.dataset.sidebar;
      keep('sidebar', slim ? 'slim' : 'wide');
    },
  };
})();
