// SPDX-License-Identifier: EUPL-1.2
// Our pages inside hosts: one without style, a hostile one (feindlich.css), one that loads KERN. What we draw stays the same, and nothing of
// the host changes. Writes ergebnis.json. Environment: BASIS, BILDER, GANZ (ja: every kind of page).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Buerger } from './buerger.mjs';
import { axe } from './pruefung.mjs';
import { laufePerTastatur } from './regeln.mjs';
import { SEITENARTEN } from './seitenarten.mjs';

const { BASIS, BILDER, GANZ } = process.env;
const SCHALTER = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const RAHMEN = 'body { margin: 0; font: 16px/1.5 sans-serif; } main { width: 900px; padding: 16px; font-family: sans-serif !important; }';
const WIRTE = {
  schlicht: '',
  feindlich: readFileSync('feindlich.css', 'utf8'),
  kern: readFileSync('node_modules/@kern-ux/native/dist/kern.min.css', 'utf8').replace(/@import[^;]+;/g, ''),
};
const EINIGE = [['katalog', 'gueltig'], ['aufgaben', 'gueltig'], ['alle-felder', 'fehler'], ['dateien', 'gueltig'], ['pruefen', 'gueltig'], ['fortsetzen', 'fehler']];
const ALLE = SEITENARTEN.filter((a) => !a.nurMitSkript).flatMap((a) => ['gueltig', 'fehler'].filter((z) => a[z]).map((z) => [a.name, z]));
const SEITEN = GANZ === 'ja' ? ALLE : EINIGE;
/** A host's page with one of everything. */
const FREMDES = `<header><h1>Portal</h1><h2>Zwei</h2><h3>Drei</h3><nav><ul><li><a href="/">Start</a></li></ul></nav><p>Text <strong>fett</strong> <em>betont</em> <code>code</code></p>
<table><caption>Tabelle</caption><tr><th>Kopf</th><td>Zelle</td></tr></table><img alt="" src="/musterstadt/wappen.svg" width="40" height="40"><hr><blockquote>Zitat</blockquote><dl><dt>a</dt><dd>b</dd></dl>
<form action="/"><fieldset><legend>Legende</legend><label for="w1">Feld</label><input id="w1"><input type="radio" aria-label="r"><input type="checkbox" aria-label="c"><input type="file" aria-label="f"><select aria-label="s"><option>1</option></select><textarea aria-label="t"></textarea><button type="button">Knopf</button><progress value="1" max="2" aria-label="p"></progress></fieldset></form>
<details open><summary>Mehr</summary><p>Inhalt</p></details><dialog>Dialog</dialog><address>Adresse</address></header>`;

mkdirSync(BILDER, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: SCHALTER });

/** The fragment of a page in a host's page; theirs only, when we are not there. */
async function zeige(html, wirt, mitUns = true) {
  const kontext = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', reducedMotion: 'reduce' });
  const page = await kontext.newPage();
  const fragment = html.slice(html.indexOf('<div class="ozg"'), html.lastIndexOf('</main>'));
  const verweise = mitUns ? '<link rel="stylesheet" href="/ozg/_/ozg.css"><link rel="stylesheet" href="/ozg/_/theme.css"><script src="/ozg/_/ozg.js" defer></script>' : '';
  const body = `<!DOCTYPE html><html lang="de" dir="ltr"><head><meta charset="utf-8"><title>Wirt</title><link rel="stylesheet" href="/wirt.css">${verweise}</head><body>${FREMDES}<main id="inhalt">${mitUns ? fragment : ''}</main></body></html>`;
  await page.route('**/wirt.html', (weg) => weg.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.route('**/wirt.css', (weg) => weg.fulfill({ contentType: 'text/css', body: WIRTE[wirt] + RAHMEN }));
  await page.goto(`${BASIS}/wirt.html`);
  return { kontext, page };
}

/** Every computed property and the place of every element below a selector; what a reader may set stays out. */
function stile(page, auswahl) {
  return page.evaluate((wurzel) => {
    const frei = /^(--|line-height|letter-spacing|word-spacing|font-family$|text-size-adjust$)/;
    const anfang = document.querySelector(wurzel).getBoundingClientRect();
    return [...document.querySelectorAll(`${wurzel}, ${wurzel} *`)].map((e) => {
      const s = getComputedStyle(e);
      const r = e.getBoundingClientRect();
      const werte = { ort: r.width + r.height === 0 ? '' : [r.left - anfang.left, r.top - anfang.top, r.width, r.height].map((n) => Math.round(n)).join(' ') };
      for (const name of s) if (!frei.test(name)) werte[name] = s.getPropertyValue(name);
      return { element: e.outerHTML.slice(0, 90), werte };
    });
  }, auswahl);
}

const FARBE = /color|background|shadow|outline|^border.*(color|radius)|^(text-emphasis|-webkit-text|text-decoration|column-rule|fill|stroke|caret|accent|border-(block|inline|top|left|right|bottom)(-start|-end)?$|border-image)/;

function unterschiede(vorher, nachher, ausser) {
  if (vorher.length !== nachher.length) return [`${vorher.length} elements became ${nachher.length}`];
  return vorher.flatMap((e, i) => Object.keys(e.werte).filter((n) => !(ausser && ausser.test(n)) && e.werte[n] !== nachher[i].werte[n])
    .map((n) => `${n}: ${e.werte[n]} became ${nachher[i].werte[n]} at ${e.element}`));
}

const faelle = [];
for (const [name, zustand] of SEITEN) {
  const b = await Buerger.in(browser, BASIS, { viewport: { width: 1280, height: 900 } });
  await SEITENARTEN.find((a) => a.name === name)[zustand](b);
  const html = await b.dokument();
  await b.kontext.close();
  let unsere;
  for (const wirt of Object.keys(WIRTE)) {
    const { kontext, page } = await zeige(html, wirt);
    const jetzt = await stile(page, '.ozg');
    unsere = unsere || jetzt;
    await page.screenshot({ path: `${BILDER}/wirt-${name}-${wirt}.png`, fullPage: true });
    const bild = await page.locator('.ozg').screenshot();
    if (wirt === 'schlicht') faelle.bild = bild;
    const ihre = await stile(page, 'header');
    const verstoesse = wirt === 'kern' ? await axe(page, true) : [];
    const tasten = await laufePerTastatur(page);
    const ohne = await zeige(html, wirt, false);
    const ihreAllein = await stile(ohne.page, 'header');
    faelle.push({ seite: name, wirt,
      unsere: unterschiede(unsere, jetzt, wirt === 'kern' ? FARBE : undefined).slice(0, 40),
      bildGleich: wirt === 'kern' ? null : faelle.bild.equals(bild),
      ihre: unterschiede(ihreAllein, ihre).slice(0, 10), axe: verstoesse.filter((v) => v.orte.some((o) => o.includes('ozg'))), tasten });
    await ohne.kontext.close();
    await kontext.close();
  }
}
await browser.close();
writeFileSync('ergebnis.json', JSON.stringify({ faelle: [...faelle] }, null, 1));
