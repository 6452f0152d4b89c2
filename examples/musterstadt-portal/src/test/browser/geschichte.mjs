// SPDX-License-Identifier: EUPL-1.2
// Walks the portal in Debian's Chromium and writes what it saw to ergebnis.json; BrowserIT asserts on it.
// Environment: BASIS (URL), BILDER (folder for screenshots).
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { beobachte, pruefe } from './pruefung.mjs';

const { BASIS, BILDER } = process.env;
const SCHALTER = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const STADTSEITEN = ['/', '/impressum', '/datenschutz', '/barrierefreiheit', '/gibt-es-nicht'];

mkdirSync(BILDER, { recursive: true });
const seiten = [];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: SCHALTER });

for (const javascript of [true, false]) {
  for (const breite of [1280, 320]) {
    const kontext = await browser.newContext({ viewport: { width: breite, height: 900 }, javaScriptEnabled: javascript, locale: 'de-DE' });
    const page = await kontext.newPage();
    const beobachtet = beobachte(page, BASIS);
    for (const pfad of STADTSEITEN) {
      await page.goto(BASIS + pfad);
      seiten.push(await pruefe(page, beobachtet, { geschichte: 'stadt', javascript, fenster: breite, schritt: pfad }));
    }
    await page.goto(BASIS + '/');
    await page.screenshot({ path: `${BILDER}/start-${breite}.png` });
    await kontext.close();
  }
}
await browser.close();
writeFileSync('ergebnis.json', JSON.stringify({ seiten }, null, 1));
