// SPDX-License-Identifier: EUPL-1.2
// Walks the portal in Debian's Chromium and writes what it saw to ergebnis.json; BrowserIT asserts on it.
// Environment: BASIS (URL), BILDER (folder for screenshots), GANZ (ja: each Dienst in each of the four ways, else in two of them).
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { druecke } from './buerger.mjs';
import { fuelle } from './formular.mjs';
import { beobachte, erlaubeSkript, pruefe } from './pruefung.mjs';
import { HUND, jaeger } from './antworten.mjs';

const { BASIS, BILDER, GANZ } = process.env;
const SCHALTER = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const STADTSEITEN = ['/', '/impressum', '/datenschutz', '/barrierefreiheit', '/gibt-es-nicht', '/ozg/', '/ozg/gibt-es-nicht'];

mkdirSync(BILDER, { recursive: true });
const seiten = [];
const quittungen = [];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: SCHALTER });

/** Pictures are made of the town and of one Dienst; of the other there would be nothing new to see. */
const dienstImBild = (geschichte) => geschichte !== 'zulassung-jaegerpruefung';

/** One citizen in a fresh browser. */
async function buerger(javascript, fenster) {
  const kontext = await browser.newContext({ viewport: { width: fenster, height: 900 }, locale: 'de-DE' });
  const page = await kontext.newPage();
  await erlaubeSkript(page, javascript);
  const beobachtet = beobachte(page, BASIS);
  const sieh = async (geschichte, schritt, bild) => {
    seiten.push(await pruefe(page, beobachtet, { geschichte, javascript, fenster, schritt }));
    if (bild && javascript && dienstImBild(geschichte)) await page.screenshot({ path: `${BILDER}/${geschichte}-${bild}-${fenster}.png`, fullPage: true });
  };
  return { kontext, page, sieh };
}

const weiter = (page) => druecke(page, 'Weiter');

/** From the catalogue page to the receipt; leaves once and comes back in another browser by the code. */
async function antrag(dienst, javascript, fenster) {
  let { kontext, page, sieh } = await buerger(javascript, fenster);
  await page.goto(`${BASIS}/ozg/${dienst.id}`);
  await sieh(dienst.id, 'katalog', 'katalog');
  await page.getByRole('button', { name: 'Jetzt online beantragen' }).click();
  const unbekannt = [];
  for (let schritt = 1; !page.url().includes('/pruefen'); schritt++) {
    if (schritt > 40) throw new Error('Die Geschichte endet nicht: ' + page.url());
    await weiter(page);
    if (await page.locator('.ozg-fehlerliste').count()) {
      await sieh(dienst.id, `fehler ${schritt}`, schritt === 1 ? 'fehler' : undefined);
    } else {
      await page.goBack();
    }
    unbekannt.push(...(await fuelle(page, dienst.regeln)));
    await sieh(dienst.id, `seite ${schritt}`);
    if (schritt === 2) {
      await page.getByRole('button', { name: 'Unterbrechen und später fortsetzen' }).click();
      const code = await page.locator('#code').innerText();
      await sieh(dienst.id, 'unterbrochen', 'unterbrochen');
      await kontext.close();
      ({ kontext, page, sieh } = await buerger(javascript, fenster));
      await page.goto(`${BASIS}/ozg/${dienst.id}/fortsetzen`);
      await page.locator('#code').fill('0000-0000-0000-0000');
      await page.getByRole('button', { name: 'Begonnenen Antrag fortsetzen' }).click();
      await sieh(dienst.id, 'falscher code');
      await page.locator('#code').fill(code);
      await page.getByRole('button', { name: 'Begonnenen Antrag fortsetzen' }).click();
    }
    await weiter(page);
    const fehler = await page.locator('.ozg-fehlerliste').allInnerTexts();
    if (fehler.length) throw new Error(`${page.url()}: ${fehler} - ohne Regel: ${unbekannt}`);
  }
  await sieh(dienst.id, 'pruefen', 'pruefen');
  await page.getByRole('button', { name: 'Verbindlich absenden' }).click();
  await page.waitForURL('**/quittung');
  await sieh(dienst.id, 'quittung', 'quittung');
  quittungen.push({ dienst: dienst.id, javascript, fenster, nummer: (await page.locator('dd.ozg-code').innerText()).trim(), unbekannt });
  await kontext.close();
}

for (const javascript of [true, false]) {
  for (const fenster of [1280, 320]) {
    const { kontext, page, sieh } = await buerger(javascript, fenster);
    for (const pfad of STADTSEITEN) {
      await page.goto(BASIS + pfad);
      await sieh('stadt', pfad, pfad === '/' ? 'start' : undefined);
    }
    await kontext.close();
    const gerade = javascript === (fenster === 1280);
    if (GANZ === 'ja' || gerade) await antrag(HUND, javascript, fenster);
    if (GANZ === 'ja' || !gerade) await antrag(jaeger(fenster === 320), javascript, fenster);
  }
}
await browser.close();
writeFileSync('ergebnis.json', JSON.stringify({ seiten, quittungen }, null, 1));
