// SPDX-License-Identifier: EUPL-1.2
// What axe leaves out: rules of W3C's ACT Rules and of the facts about forms; the walk by keyboard.

/** Faults of the page as it stands, each a sentence; runs in the browser. */
export function pruefeRegeln(page) {
  return page.evaluate(() => {
    const fehler = [];
    const kurz = (e) => e.outerHTML.slice(0, 140);
    const text = (e) => (e ? e.textContent.replace(/\s+/g, ' ').trim() : '');
    const gezeigt = (e) => {
      const r = e.getBoundingClientRect();
      return r.width > 0 && r.height > 0 && getComputedStyle(e).visibility !== 'hidden';
    };
    const ids = new Map();
    for (const e of document.querySelectorAll('[id]')) ids.set(e.id, (ids.get(e.id) || 0) + 1);
    for (const [id, anzahl] of ids) if (anzahl > 1) fehler.push(`id ${id} stands ${anzahl} times`);
    for (const name of ['aria-describedby', 'aria-labelledby', 'aria-controls', 'aria-owns', 'aria-activedescendant', 'aria-errormessage', 'for', 'list']) {
      for (const e of document.querySelectorAll(`[${name}]`)) {
        for (const id of e.getAttribute(name).split(/\s+/)) if (!ids.has(id)) fehler.push(`${name} leads nowhere: ${kurz(e)}`);
      }
    }
    for (const e of document.querySelectorAll('a[href^="#"]')) if (!ids.has(decodeURIComponent(e.getAttribute('href').slice(1)))) fehler.push(`link leads nowhere: ${kurz(e)}`);
    for (const e of document.querySelectorAll('.ozg input:not([type=hidden]), .ozg select, .ozg textarea')) {
      if (e.hidden) continue;
      if (!e.labels || !e.labels.length || !text(e.labels[0])) fehler.push(`no label: ${kurz(e)}`);
      if (e.required) fehler.push(`required: ${kurz(e)}`);
    }
    // 2.5.3: who speaks what stands there must reach it
    for (const e of document.querySelectorAll('.ozg [aria-label]')) {
      const sichtbar = e.labels && e.labels.length ? text(e.labels[0]) : text(e);
      if (e.matches('a, button, input, select, textarea') && !e.getAttribute('aria-label').includes(sichtbar)) fehler.push(`label is not in the name: ${kurz(e)}`);
    }
    // 2.5.8, inline links of a sentence excepted
    for (const e of document.querySelectorAll('.ozg :is(a, button, input:not([type=hidden]), select, textarea, summary)')) {
      const r = e.getBoundingClientRect();
      if (gezeigt(e) && e.tabIndex >= 0 && !e.closest('p, dd') && (r.width < 23.5 || r.height < 23.5)) fehler.push(`target of ${Math.round(r.width)} x ${Math.round(r.height)}: ${kurz(e)}`);
    }
    // 3.3.1: each link of the list of errors says what stands at its control, and the control knows it
    for (const a of document.querySelectorAll('.ozg-fehlerliste a')) {
      const ziel = document.getElementById(decodeURIComponent(a.getAttribute('href').slice(1)));
      if (!ziel) continue;
      const beschrieben = [ziel, ziel.closest('fieldset')].flatMap((e) => (e ? (e.getAttribute('aria-describedby') || '').split(/\s+/) : []));
      const meldung = beschrieben.map((id) => document.getElementById(id)).find((e) => e && e.classList.contains('ozg-meldung'));
      if (!meldung || !text(meldung).includes(text(a))) fehler.push(`error of the list is not at its control: ${text(a)}`);
      if (meldung && !(meldung.compareDocumentPosition(ziel) & Node.DOCUMENT_POSITION_FOLLOWING) && !ziel.contains(meldung)) fehler.push(`error stands behind its control: ${text(a)}`);
      if (meldung && ziel.matches('input:not([type=radio]), select, textarea') && ziel.getAttribute('aria-invalid') !== 'true') fehler.push(`not aria-invalid: ${kurz(ziel)}`);
    }
    const falsch = document.querySelectorAll('.ozg-fehlerliste').length;
    if (document.querySelectorAll('[role=alert]').length !== falsch) fehler.push('role=alert beside the list of errors');
    if (falsch && document.activeElement !== document.querySelector('.ozg-fehlerliste')) fehler.push('the list of errors has no focus');
    if (falsch && document.querySelector('form .ozg-meldung') && !document.title.startsWith('Fehler: ')) fehler.push(`title: ${document.title}`);
    return fehler;
  });
}

/** Presses Tab from the top: every control once, in the order of the document, each with a visible focus. Gives the faults. */
export async function laufePerTastatur(page) {
  await page.evaluate(() => {
    const offen = document.querySelector('dialog[open]');
    const kandidaten = (offen || document).querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]');
    const gruppen = new Set();
    let nummer = 0;
    for (const e of kandidaten) {
      const r = e.getBoundingClientRect();
      if (e.disabled || e.tabIndex < 0 || r.width === 0 || getComputedStyle(e).visibility === 'hidden') continue;
      if (e.type === 'radio') {
        const gewaehlt = document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"]:checked`);
        if (gruppen.has(e.name) || (gewaehlt && gewaehlt !== e)) continue;
        gruppen.add(e.name);
      }
      e.dataset.tab = String(nummer++);
    }
    document.documentElement.dataset.tabs = String(nummer);
    if (!offen) {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
      scrollTo(0, 0);
    }
  });
  const erwartet = Number(await page.evaluate(() => document.documentElement.dataset.tabs));
  const offen = await page.evaluate(() => Boolean(document.querySelector('dialog[open]')));
  const fehler = [];
  for (let n = offen ? 1 : 0; n < erwartet; n++) {
    await page.keyboard.press('Tab');
    const stand = await page.evaluate(() => {
      const e = document.activeElement;
      e.scrollIntoView({ behavior: 'instant', block: 'nearest' });
      const s = getComputedStyle(e);
      const r = e.getBoundingClientRect();
      // an offset in front of the element may cover it: what lies in its middle has to be itself or in it
      const oben = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, r.left + r.width / 2)), Math.min(innerHeight - 1, Math.max(0, r.top + r.height / 2)));
      return { nummer: e.dataset.tab, unser: Boolean(e.closest('.ozg')), html: e.outerHTML.slice(0, 120), rand: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
        verdeckt: Boolean(oben) && !e.contains(oben) && !oben.contains(e) && !(e.labels && [...e.labels].some((l) => l.contains(oben))) };
    });
    if (stand.nummer !== String(n)) {
      fehler.push(`Tab ${n + 1} of ${erwartet} leads to ${stand.nummer}: ${stand.html}`);
      break;
    }
    if (stand.unser && !stand.rand) fehler.push(`focus is not visible: ${stand.html}`);
    if (stand.unser && stand.verdeckt) fehler.push(`focus is covered: ${stand.html}`);
  }
  return fehler;
}
