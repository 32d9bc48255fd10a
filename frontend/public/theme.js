// Before the first paint, so that nobody who prefers the dark sees a white flash. A file of its own: the page's policy allows no inline script.
(function () {
  var wanted = null;
  try {
    wanted = localStorage.getItem('phonepay.theme');
  } catch {
    wanted = null;
  }
  var dark = wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
