// SPDX-License-Identifier: EUPL-1.2
// What our script adds, and pages from right to left. Writes ergebnis.json: for each statement "ja", or what was seen instead.
// Environment: BASIS, BILDER.
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Buerger, warte } from './buerger.mjs';
import { SEITENARTEN } from './seitenarten.mjs';

const { BASIS, BILDER } = process.env;
const SCHALTER = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
mkdirSync(BILDER, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: SCHALTER });
const ergebnis = {};
const gilt = (aussage, wert, gesehen) => { ergebnis[aussage] = wert ? 'ja' : JSON.stringify(gesehen ?? wert) ?? 'nein'; };
const bei = async (art, zustand, einstellungen, tu) => {
  const b = await Buerger.in(browser, BASIS, { viewport: { width: 1280, height: 900 }, ...einstellungen });
  if (einstellungen && einstellungen.vorher) await einstellungen.vorher(b.page);
  await SEITENARTEN.find((a) => a.name === art)[zustand](b);
  await tu(b.page, b);
  await b.kontext.close();
};

await bei('formular', 'gueltig', { vorher: (page) => page.clock.install() }, async (page) => {
  const dialog = page.locator('dialog');
  gilt('no warning at first', !(await dialog.isVisible()));
  await page.clock.fastForward('11:54:00');
  gilt('no warning six minutes before the end', !(await dialog.isVisible()));
  await page.clock.fastForward('00:01:01');
  gilt('a warning five minutes before the end', await dialog.isVisible());
  gilt('the warning has the focus', await page.evaluate(() => document.querySelector('dialog').contains(document.activeElement)));
  const gefragt = page.waitForResponse('**/verlaengern');
  await page.getByRole('button', { name: 'Sitzung verlängern' }).click();
  const neu = await (await gefragt).json();
  await warte(page, (csrf) => !document.querySelector('dialog').open && document.querySelector('form input[name=csrf]').value === csrf, neu.csrf);
  gilt('extended, the warning goes', !(await dialog.isVisible()));
  await page.clock.fastForward('11:55:01');
  gilt('and comes again', await dialog.isVisible());
  await page.route('**/verlaengern', (weg) => weg.abort());
  await page.getByRole('button', { name: 'Sitzung verlängern' }).click();
  await warte(page, () => /nicht geklappt/.test(document.querySelector('.ozg-frist').textContent));
  gilt('a failure is said', true);
});

await bei('alle-felder', 'gueltig', {}, async (page) => {
  const text = page.locator('textarea').first();
  await text.fill('ä'.repeat(20));
  const zaehler = page.locator('.ozg-zaehler').first();
  gilt('characters are counted', /5\.?980/.test(await zaehler.textContent()), await zaehler.textContent());
  const suche = page.getByRole('combobox', { name: 'Staat' });
  await suche.fill('osterr');
  gilt('a search folds umlauts', (await page.locator('[role=option]').allTextContents()).join() === 'Österreich', await page.locator('[role=option]').allTextContents());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  gilt('a choice is taken over', (await suche.inputValue()) === 'Österreich' && (await page.locator('select[name$="F05999000929"]').inputValue()) !== '');
  await suche.fill('Atlantis');
  await page.keyboard.press('Tab');
  gilt('what is not in the list does not stay', (await suche.inputValue()) === '' && (await page.locator('select[name$="F05999000929"]').inputValue()) === '');
});

await bei('dateien', 'gueltig', {}, async (page, b) => {
  gilt('an uploaded file stands on the page', (await page.locator('.ozg-feld li').first().textContent()).includes('nachweis.pdf'));
  await b.fuelle([[/Nachweis/, 'nachweis.txt']]);
  await b.druecke('Datei hochladen');
  gilt('a refused file is explained', (await page.locator('.ozg-fehlerliste a').count()) === 1);
});

// Right to left: no language of ours is written so yet, so the document is told so.
for (const [art, zustand] of [['alle-felder', 'fehler'], ['pruefen', 'gueltig'], ['katalog', 'gueltig'], ['einwilligung', 'gueltig'], ['zwei-fenster', 'gueltig']]) {
  await bei(art, zustand, {}, async (page) => {
    await page.evaluate(() => Object.assign(document.documentElement, { dir: 'rtl', lang: 'ar' }));
    const lage = await page.evaluate(() => {
      const r = (a) => document.querySelector(a).getBoundingClientRect();
      const ozg = r('.ozg');
      return { wappen: ozg.right - r('.ozg-kopf img').right, titel: getComputedStyle(document.querySelector('.ozg h1')).textAlign + getComputedStyle(document.querySelector('.ozg h1')).direction,
        breite: document.documentElement.scrollWidth - document.documentElement.clientWidth };
    });
    gilt(`${art} is mirrored`, lage.wappen < 1 && lage.titel === 'startrtl' && lage.breite <= 0, lage);
    await page.screenshot({ path: `${BILDER}/${art}-rtl.png`, fullPage: true });
  });
}
await browser.close();
writeFileSync('ergebnis.json', JSON.stringify(ergebnis, null, 1));
