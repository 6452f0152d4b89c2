// SPDX-License-Identifier: EUPL-1.2
// Leaves for the account at once. "Back" leads to the choice and not into the form again, which would leave once more.
(() => {
  const form = document.querySelector('form[data-ozg-weiter]');
  history.replaceState(null, '', form.dataset.ozgWeiter);
  form.submit();
})();
