// SPDX-License-Identifier: EUPL-1.2
// Leaves for the account at once. "Back" leads to the choice and not here again, which would leave once more.
(() => {
  const weg = document.querySelector('[data-ozg-weiter]');
  history.replaceState(null, '', weg.dataset.ozgWeiter);
  if (weg.matches('form')) weg.submit();
  else location.assign(weg.href);
})();
