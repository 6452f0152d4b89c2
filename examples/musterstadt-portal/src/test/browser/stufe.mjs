// SPDX-License-Identifier: EUPL-1.2
// The accessibility gate: every kind of page in both states, each way of seeing, with and without scripts; pairwise, with GANZ=ja all of it.
// Writes ergebnis.json, and each page as the server sent it into HTML for the Nu validator. Environment: BASIS, BILDER, HTML, GANZ.
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Buerger } from './buerger.mjs';
import { axe } from './pruefung.mjs';
import { laufePerTastatur, pruefeRegeln } from './regeln.mjs';
import { SEITENARTEN } from './seitenarten.mjs';

const { BASIS, BILDER, HTML, GANZ } = process.env;
const SCHALTER = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const breit = { width: 1280, height: 900 };
const SICHTEN = [
  { name: '1280', viewport: breit },
  { name: '320', viewport: { width: 320, height: 700 } },
  { name: 'farben', viewport: breit, forcedColors: 'active' },
  { name: 'schrift', viewport: breit, gross: true },
];

/** Of (way of seeing x script x state) for the i-th kind: every pair of two of them and of each with the kind comes about. */
function paarweise(i) {
  return SICHTEN.map((sicht, a) => ({ sicht, skript: (i + a) % 2 === 0, zustand: ((i + a) >> 1) % 2 === 0 ? 'gueltig' : 'fehler' }));
}

function alle() {
  return SICHTEN.flatMap((sicht) => [true, false].flatMap((skript) => ['gueltig', 'fehler'].map((zustand) => ({ sicht, skript, zustand }))));
}

for (const ordner of [BILDER, HTML]) mkdirSync(ordner, { recursive: true });
const start = (...mehr) => chromium.launch({ executablePath: '/usr/bin/chromium', args: [...SCHALTER, ...mehr] });
const browser = await start();
const gross = await start('--blink-settings=defaultFontSize=32,defaultFixedFontSize=26');
const ergebnis = [];
const gesehen = new Set();

/** axe and the checks of this page; the page as the server sent it is kept once. */
async function pruefe(b, { nummer, art, sicht, skript, zustand }) {
  const { page } = b;
  const name = `${art.name}-${zustand}`;
  if (!gesehen.has(name)) {
    gesehen.add(name);
    writeFileSync(`${HTML}/${name}.html`, await b.dokument());
  }
  const breite = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  const regeln = await pruefeRegeln(page);
  const verstoesse = await axe(page, skript);
  const bild = `${BILDER}/${art.name}-${zustand}-${sicht.name}${skript ? '' : '-ohne'}.png`;
  await page.screenshot({ path: bild, fullPage: true });
  const tasten = await laufePerTastatur(page);
  ergebnis.push({ nummer, seitenart: art.name, zustand, sicht: sicht.name, skript, schrift: await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.ozg')).fontSize)),
    breite: breite[1], inhaltsbreite: breite[0], axe: verstoesse, regeln, tasten, konsole: [...b.beobachtet.konsole], fremde: [...b.beobachtet.fremde] });
}

const faelle = SEITENARTEN.flatMap((art, i) => (GANZ === 'ja' ? alle() : paarweise(i)).map((fall) => ({ ...fall, art, zustand: art.fehler ? fall.zustand : 'gueltig', skript: fall.skript || Boolean(art.nurMitSkript) })))
  .map((fall, nummer) => ({ ...fall, nummer }));
// kind after kind in one way of seeing, then in the next: so that no window waits for a way that another one is going
faelle.sort((a, b) => SICHTEN.indexOf(a.sicht) - SICHTEN.indexOf(b.sicht) || a.nummer - b.nummer);

/** One browser window after the other takes the next case. */
async function arbeite() {
  const [klein, weitsichtig] = await Promise.all([browser, gross].map((wo) => Buerger.in(wo, BASIS, { viewport: breit })));
  for (let fall = faelle.shift(); fall; fall = faelle.shift()) {
    const { art, sicht, skript, zustand } = fall;
    const b = sicht.gross ? weitsichtig : klein;
    try {
      await b.wechsle({ ...sicht, skript });
      await art[zustand](b);
      await pruefe(b, fall);
    } catch (e) {
      throw new Error(`${art.name} ${zustand} ${sicht.name} script=${skript} at ${b.page.url()}: ${e.message}`, { cause: e });
    }
  }
}

await Promise.all([arbeite(), arbeite()]);
ergebnis.sort((a, b) => a.nummer - b.nummer);
await Promise.all([browser.close(), gross.close()]);
writeFileSync('ergebnis.json', JSON.stringify({ faelle: ergebnis }, null, 1));
