// SPDX-License-Identifier: EUPL-1.2
// Everything works without this file. It takes the reader to the list of errors, keeps a button from sending twice, warns before the time
// for a page runs out, makes long selects searchable, counts characters and shows how far an upload is.
(() => {
  const alle = (auswahl, ort = document) => [...ort.querySelectorAll(auswahl)];
  const neu = (art, eigenschaften) => Object.assign(document.createElement(art), eigenschaften);

  const liste = document.querySelector('.ozg-fehlerliste');
  if (liste) liste.focus();

  for (const formular of alle('form[data-ozg-einmal]')) {
    formular.addEventListener('submit', (ereignis) => {
      if (formular.dataset.gesendet) ereignis.preventDefault();
      formular.dataset.gesendet = 'ja';
    });
    // The page may come back from the browser's history with the mark still on it.
    addEventListener('pageshow', () => delete formular.dataset.gesendet);
  }

  // Timers stand still while a computer sleeps: what counts is the clock, asked again when the reader comes back.
  for (const dialog of alle('dialog[data-ozg-frist]')) {
    const meldung = dialog.previousElementSibling;
    let ende;
    let uhr;
    const pruefe = () => {
      const rest = ende - Date.now();
      if (rest <= 0 && !dialog.open) dialog.showModal();
      clearTimeout(uhr);
      if (!dialog.open) uhr = setTimeout(pruefe, Math.min(rest, 2 ** 31 - 1));
    };
    const beginne = (sekunden) => {
      ende = Date.now() + (sekunden - Math.min(300, sekunden / 4)) * 1000;
      pruefe();
    };
    dialog.querySelector('button').addEventListener('click', async () => {
      try {
        const antwort = await fetch(dialog.dataset.ozgVerlaengern, { headers: { Accept: 'application/json' }, cache: 'no-store' });
        if (!antwort.ok) throw new Error(antwort.status);
        const { csrf, sekunden, text } = await antwort.json();
        for (const feld of alle('.ozg input[name=csrf]')) feld.value = csrf;
        meldung.textContent = text;
        dialog.close();
        beginne(sekunden);
      } catch {
        meldung.textContent = dialog.dataset.ozgMisslungen;
        dialog.close();
      }
    });
    document.addEventListener('visibilitychange', pruefe);
    beginne(Number(dialog.dataset.ozgFrist));
  }

  for (const zaehler of alle('[data-ozg-hoechstens]')) {
    const feld = document.getElementById(zaehler.id.replace(/_zaehler$/, ''));
    const { ozgHoechstens, ozgNoch, ozgZuviel } = zaehler.dataset;
    // Seen at once, read out only when the typing pauses.
    const gelesen = neu('span', { className: 'ozg-nur-vorgelesen' });
    gelesen.setAttribute('role', 'status');
    zaehler.after(gelesen);
    let uhr;
    const zaehle = () => {
      const rest = ozgHoechstens - [...feld.value].length;
      zaehler.textContent = rest < 0 ? ozgZuviel.replace('{0}', -rest) : ozgNoch.replace('{0}', rest);
      clearTimeout(uhr);
      uhr = setTimeout(() => { gelesen.textContent = zaehler.textContent; }, 1500);
    };
    feld.addEventListener('input', zaehle);
    if (feld.value) zaehle();
  }

  // A select with a list that is too long to read: a combobox in front of it (ARIA Authoring Practices, "Editable Combobox With List
  // Autocomplete"). The select stays what is sent.
  for (const select of alle('select[data-ozg-suche]')) {
    const { id } = select;
    const wahl = [...select.options].filter((o) => o.value);
    const eingabe = neu('input', { type: 'text', id, autocomplete: 'off', value: select.value ? select.selectedOptions[0].text : '' });
    const treffer = neu('ul', { id: `${id}_treffer`, className: 'ozg-treffer', hidden: true });
    const status = neu('span', { className: 'ozg-nur-vorgelesen' });
    const huelle = neu('div', { className: 'ozg-suche' });
    for (const name of ['aria-describedby', 'aria-invalid']) if (select.hasAttribute(name)) eingabe.setAttribute(name, select.getAttribute(name));
    eingabe.setAttribute('role', 'combobox');
    eingabe.setAttribute('aria-autocomplete', 'list');
    eingabe.setAttribute('aria-expanded', 'false');
    eingabe.setAttribute('aria-controls', treffer.id);
    treffer.setAttribute('role', 'listbox');
    treffer.setAttribute('aria-label', select.labels[0] ? select.labels[0].textContent : '');
    status.setAttribute('role', 'status');
    select.id = `${id}_wert`;
    select.hidden = true;
    select.before(huelle);
    huelle.append(eingabe, treffer, status);
    let stelle = -1;
    const schliesse = () => {
      treffer.hidden = true;
      stelle = -1;
      eingabe.setAttribute('aria-expanded', 'false');
      eingabe.removeAttribute('aria-activedescendant');
    };
    const nimm = (option) => {
      select.value = option ? option.value : '';
      eingabe.value = option ? option.text : '';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      schliesse();
    };
    const gehe = (zu) => {
      const zeilen = [...treffer.children];
      if (!zeilen.length) return;
      stelle = (zu + zeilen.length) % zeilen.length;
      zeilen.forEach((z, i) => z.setAttribute('aria-selected', String(i === stelle)));
      eingabe.setAttribute('aria-activedescendant', zeilen[stelle].id);
      zeilen[stelle].scrollIntoView({ block: 'nearest' });
    };
    const falte = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();
    const gefaltet = wahl.map((o) => falte(o.text));
    const zeige = (text) => {
      const gesucht = falte(text.trim());
      const gefunden = wahl.filter((o, i) => gefaltet[i].includes(gesucht));
      gefunden.sort((a, b) => falte(b.text).startsWith(gesucht) - falte(a.text).startsWith(gesucht));
      treffer.replaceChildren(...gefunden.slice(0, 100).map((o, i) => {
        const zeile = neu('li', { id: `${id}_t${i}`, textContent: o.text, lang: o.lang });
        zeile.setAttribute('role', 'option');
        zeile.setAttribute('aria-selected', 'false');
        // Before the input loses the focus, which would close the list.
        zeile.addEventListener('mousedown', (e) => { e.preventDefault(); nimm(o); });
        return zeile;
      }));
      stelle = -1;
      eingabe.removeAttribute('aria-activedescendant');
      treffer.hidden = !gefunden.length;
      eingabe.setAttribute('aria-expanded', String(!treffer.hidden));
      status.textContent = gefunden.length ? select.dataset.ozgSuche.replace('{0}', gefunden.length) : select.dataset.ozgKeine;
      return gefunden;
    };
    let gefunden = [];
    eingabe.addEventListener('input', () => {
      gefunden = zeige(eingabe.value);
      // Only what is in the list can be sent; a text that names an entry is that entry.
      const genau = wahl.find((o) => falte(o.text) === falte(eingabe.value.trim()));
      select.value = genau ? genau.value : '';
    });
    eingabe.addEventListener('keydown', (e) => {
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
        e.preventDefault();
        if (treffer.hidden) gefunden = zeige(select.value ? '' : eingabe.value);
        gehe(stelle < 0 && e.key === 'ArrowUp' ? -1 : stelle + (e.key === 'ArrowDown' ? 1 : -1));
      } else if (e.key === 'Enter' && !treffer.hidden && stelle >= 0) {
        e.preventDefault();
        nimm(gefunden[stelle]);
      } else if (e.key === 'Escape' && !treffer.hidden) {
        e.preventDefault();
        schliesse();
      }
    });
    eingabe.addEventListener('click', () => { if (treffer.hidden) gefunden = zeige(select.value ? '' : eingabe.value); });
    eingabe.addEventListener('blur', () => {
      schliesse();
      // What is not in the list cannot be sent: better seen here than missed on the next page.
      if (!select.value) eingabe.value = '';
    });
  }

  // Files go up with progress; what the server answers then is the page, as without script.
  for (const formular of alle('form[data-ozg-hochladen]')) {
    formular.addEventListener('submit', (ereignis) => {
      if (!alle('input[type=file]', formular).some((f) => f.files.length)) return;
      ereignis.preventDefault();
      const { submitter } = ereignis;
      const balken = neu('progress', { max: 100, value: 0 });
      const status = neu('p', {});
      const text = (prozent) => formular.dataset.ozgHochladen.replace('{0}', prozent);
      status.setAttribute('role', 'status');
      balken.setAttribute('aria-label', text('').trim());
      (submitter || formular.lastElementChild).after(balken, status);
      const daten = new FormData(formular);
      daten.append('aktion', submitter ? submitter.value : 'weiter');
      const knoepfe = alle('button', formular);
      for (const knopf of knoepfe) knopf.disabled = true;
      const sendung = new XMLHttpRequest();
      sendung.open('POST', formular.getAttribute('action'));
      sendung.upload.addEventListener('progress', (e) => {
        const prozent = Math.floor((100 * e.loaded) / e.total);
        if (prozent - balken.value >= 10 || prozent === 100) status.textContent = text(prozent);
        balken.value = prozent;
      });
      sendung.addEventListener('load', () => {
        const hier = location.href.split('#')[0];
        if (sendung.status < 400 && sendung.responseURL !== hier) {
          location.assign(sendung.responseURL);
        } else if (sendung.status < 400) {
          location.reload();
        } else {
          document.open();
          document.write(sendung.responseText);
          document.close();
        }
      });
      sendung.addEventListener('error', () => {
        for (const knopf of knoepfe) knopf.disabled = false;
        formular.append(neu('input', { type: 'hidden', name: 'aktion', value: submitter ? submitter.value : 'weiter' }));
        formular.submit(); // as without script; the browser says what is wrong
      });
      sendung.send(daten);
    });
  }
})();
