// Sets colours and language before the first paint, from the cookies the app writes; a file of its own because the page allows no inline script.
(function () {
  const cookies = document.cookie; // Each look asks another process.
  const cookie = (name) => (cookies.match(new RegExp('(?:^|; )' + name + '=([^;]*)')) || [])[1];
  const chosen = cookie('tandem-scheme');
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  // What was chosen on this machine, then what the browser asks for.
  const locale = cookie('tandem-locale') || (navigator.languages.some((one) => /^zh(-|$)/i.test(one)) ? 'zh-TW' : 'en');
  document.documentElement.lang = locale === 'zh-TW' ? 'zh-TW' : 'en';
})();
