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

/** The same at once and without the hands of a person, for pages that are only on the way. Gives the labels of what no rule knows. */
export async function fuelleRasch(page, regeln) {
  const muster = regeln.map(([m, wert]) => [m.source, m.flags, wert]);
  const { dateien, unbekannt } = await page.evaluate(({ elemente, muster }) => {
    const dateien = [];
    const unbekannt = [];
    for (const element of elemente) {
      const regel = muster.find(([quelle, flags]) => new RegExp(quelle, flags).test(element.beschriftung));
      const e = document.getElementById(element.id);
      if (!regel) unbekannt.push(element.beschriftung);
      if (!regel || regel[2] === null) continue;
      if (element.art === 'file') dateien.push([element.id, regel[2]]);
      else if (element.art === 'radio' || element.art === 'checkbox') { if (!e.checked) e.click(); }
      else {
        e.value = element.art === 'select' ? [...e.options].find((o) => o.label === regel[2]).value : regel[2];
        for (const art of ['input', 'change']) e.dispatchEvent(new Event(art, { bubbles: true }));
      }
    }
    return { dateien, unbekannt };
  }, { elemente: await bedienelemente(page), muster });
  for (const [id, datei] of dateien) await page.locator(`[id="${id}"]`).setInputFiles(datei);
  return unbekannt;
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
