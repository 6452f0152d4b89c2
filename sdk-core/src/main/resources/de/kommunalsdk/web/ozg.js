// SPDX-License-Identifier: EUPL-1.2
// Everything works without this file. It takes the reader to the list of errors and keeps a button from sending twice.
(() => {
  const liste = document.querySelector('.ozg-fehlerliste');
  if (liste) liste.focus();
  for (const formular of document.querySelectorAll('form[data-ozg-einmal]')) {
    formular.addEventListener('submit', (ereignis) => {
      if (formular.dataset.gesendet) ereignis.preventDefault();
      formular.dataset.gesendet = 'ja';
    });
    // The page may come back from the browser's history with the mark still on it.
    addEventListener('pageshow', () => delete formular.dataset.gesendet);
  }
})();
