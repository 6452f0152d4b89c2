// SPDX-License-Identifier: EUPL-1.2
// Logs in at the simulated account in Debian's Chromium and writes what it saw to ergebnis.json; AnmeldungIT asserts on it.
// Environment: BASIS (URL), BILDER (folder for screenshots).
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { jaeger } from './antworten.mjs';
import { druecke } from './buerger.mjs';
import { fuelle } from './formular.mjs';
import { beobachte, erlaubeSkript, pruefe } from './pruefung.mjs';

const { BASIS, BILDER } = process.env;
const KARTE = 'Erika Mustermann (Personalausweis)';
const PASSWORT = 'Erika Mustermann (Benutzername und Passwort)';

mkdirSync(BILDER, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const seiten = [];
const laeufe = [];

async function buerger(javascript, fenster) {
  const kontext = await browser.newContext({ viewport: { width: fenster, height: 900 }, locale: 'de-DE' });
  const page = await kontext.newPage();
  await erlaubeSkript(page, javascript);
  const beobachtet = beobachte(page, BASIS);
  const sieh = async (schritt, bild) => {
    seiten.push(await pruefe(page, beobachtet, { geschichte: 'anmeldung', javascript, fenster, schritt }));
    if (bild) await page.screenshot({ path: `${BILDER}/anmeldung-${bild}-${fenster}.png`, fullPage: true });
  };
  return { kontext, page, sieh };
}

const h1 = (page) => page.locator('h1').innerText();

/** From the page of choice to the page of the account with its persons. */
async function zumKonto(page, javascript) {
  await page.getByRole('button', { name: 'Anmelden mit BundID' }).click();
  if (!javascript) await page.getByRole('button', { name: 'Weiter zu BundID' }).click();
  await page.getByRole('button', { name: KARTE }).waitFor();
}

/** Chooses who one is, and comes back to the portal. */
async function waehle(page, javascript, wer) {
  await page.getByRole('button', { name: wer }).click();
  if (!javascript) await page.getByRole('button', { name: 'Weiter' }).click();
  await page.waitForURL(`${BASIS}/**`);
  await page.locator('h1').waitFor();
}

for (const [javascript, fenster] of [[true, 1280], [false, 320]]) {
  const lauf = { javascript };
  const dienst = jaeger(false);
  let { kontext, page, sieh } = await buerger(javascript, fenster);
  await page.goto(`${BASIS}/ozg/${dienst.id}`);
  await sieh('katalog', 'katalog');
  await page.getByRole('button', { name: 'Jetzt online beantragen' }).click();
  lauf.wahl = await h1(page);
  await sieh('wahl', 'wahl');

  // the back button leads to the choice, not in a circle
  await zumKonto(page, javascript);
  if (javascript) {
    await page.goBack();
    lauf.zurueck = await h1(page);
    await zumKonto(page, javascript);
  }
  await waehle(page, javascript, 'Abbrechen');
  lauf.abbruch = await h1(page);
  await sieh('abbruch', 'abbruch');
  await page.getByRole('link', { name: 'Noch einmal anmelden' }).click();
  await zumKonto(page, javascript);
  await waehle(page, javascript, PASSWORT);
  lauf.zuSchwach = await h1(page);
  await sieh('zu schwach', 'schwach');
  await page.getByRole('link', { name: 'Noch einmal anmelden' }).click();
  await zumKonto(page, javascript);
  await waehle(page, javascript, KARTE);

  // the same form, filled with what the account knows
  lauf.einwilligung = await h1(page);
  await sieh('einwilligung');
  await page.getByRole('checkbox').first().check();
  await druecke(page, 'Weiter');
  lauf.vorname = await page.getByLabel(/Vornamen/).inputValue();
  lauf.herkunft = await page.getByText('aus: eID').count();
  await sieh('vorbelegt', 'vorbelegt');
  for (let schritt = 1; !page.url().includes('/pruefen'); schritt++) {
    if (schritt > 20) throw new Error('Die Geschichte endet nicht: ' + page.url());
    await fuelle(page, dienst.regeln);
    await druecke(page, 'Weiter');
  }
  await page.getByRole('button', { name: 'Verbindlich absenden' }).click();
  await page.waitForURL('**/quittung');
  lauf.nummer = (await page.locator('dd.ozg-code').innerText()).trim();
  await kontext.close();

  // another day, another browser
  ({ kontext, page, sieh } = await buerger(javascript, fenster));
  await page.goto(`${BASIS}/ozg/_konto`);
  await zumKonto(page, javascript);
  await waehle(page, javascript, KARTE);
  lauf.meine = await h1(page);
  lauf.gefunden = await page.getByText(lauf.nummer).count();
  await sieh('meine', 'meine');
  await page.getByRole('link', { name: 'Abmelden' }).click();
  await sieh('abmelden', 'abmelden');
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.goto(`${BASIS}/ozg/_konto`);
  lauf.abgemeldet = await h1(page);
  await kontext.close();
  laeufe.push(lauf);
}
await browser.close();
writeFileSync('ergebnis.json', JSON.stringify({ seiten, laeufe }, null, 1));
