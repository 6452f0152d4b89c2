// SPDX-License-Identifier: EUPL-1.2
// Fills a form as a person does: by what stands beside a control.

/** The controls of the form in main, with label and legends. */
async function bedienelemente(page) {
  return page.evaluate(() => {
    const text = (e) => (e ? e.textContent.replace(/\s+/g, ' ').trim() : '');
    return [...document.querySelectorAll('main form input, main form select, main form textarea')]
      .filter((e) => !['hidden', 'submit', 'button'].includes(e.type) && e.offsetParent !== null)
      .map((e) => {
        const legenden = [];
        for (let f = e.closest('fieldset'); f; f = f.parentElement.closest('fieldset')) legenden.unshift(text(f.querySelector('legend')));
        return { id: e.id, name: e.name, art: e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase(), wert: e.value,
          beschriftung: [...legenden, text(e.labels && e.labels[0])].join(' > ') };
      });
  });
}

const ausgewaehlt = (element) => `[id="${element.id}"]`;

/**
 * Fills every control that a rule knows: [pattern of "legend > label", value]. The first rule that matches counts.
 * Returns the labels of what no rule knows.
 */
export async function fuelle(page, regeln) {
  const unbekannt = [];
  for (const element of await bedienelemente(page)) {
    const regel = regeln.find(([muster]) => muster.test(element.beschriftung));
    if (!regel) {
      unbekannt.push(element.beschriftung);
      continue;
    }
    const [, wert] = regel;
    const ort = page.locator(ausgewaehlt(element));
    if (wert === null) continue;
    if (element.art === 'radio' || element.art === 'checkbox') await ort.check();
    else if (element.art === 'file') await ort.setInputFiles(wert);
    else if (element.art === 'select') await ort.selectOption({ label: wert });
    else await ort.fill(wert);
  }
  return unbekannt;
}
