// SPDX-License-Identifier: EUPL-1.2
// Logs in over https hosts that only this browser knows: portal.test, idp.test and muk.test; FeldanmeldungIT asserts on it.
// Environment: WAS (wege or viele), PORT and SPKI of the proxy of all hosts, LAEUFE, BILDER (folder for screenshots).
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { HUND } from './antworten.mjs';
import { druecke } from './buerger.mjs';
import { fuelle } from './formular.mjs';
import { beobachte, erlaubeSkript, pruefe } from './pruefung.mjs';

const { WAS, PORT, SPKI, LAEUFE, BILDER } = process.env;
const BASIS = 'https://portal.test';
const KARTE = 'Erika Mustermann (Personalausweis)';
const PASSWORT = 'Erika Mustermann (Benutzername und Passwort)';
const GAST = 'Gast ohne Konto';
const FIRMA = 'Beispiel AG (ELSTER)';
const KONTEN = { bundid: 'BundID', muk: 'Mein Unternehmenskonto' };

mkdirSync(BILDER, { recursive: true });
// trust in the test's CA, and nothing else weaker than it is: certificates, Secure and SameSite count as in the field
const START = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
  `--host-resolver-rules=MAP *.test 127.0.0.1:${PORT}`, `--ignore-certificate-errors-spki-list=${SPKI}`] };
const browser = await chromium.launch(START);
const seiten = [];

/** Somebody new at a browser of their own; `fenster` in CSS pixels. */
async function buerger(javascript, fenster) {
  return an(await browser.newContext({ viewport: { width: fenster, height: 900 }, locale: 'de-DE' }), javascript, fenster);
}

/** The same at a browser whose settings let no site keep a cookie. */
async function ohneCookies(javascript, fenster) {
  const profil = `profil-${javascript}`;
  rmSync(profil, { recursive: true, force: true });
  mkdirSync(`${profil}/Default`, { recursive: true });
  writeFileSync(`${profil}/Default/Preferences`, JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
  return an(await chromium.launchPersistentContext(profil, { ...START, viewport: { width: fenster, height: 900 }, locale: 'de-DE' }), javascript, fenster);
}

async function an(kontext, javascript, fenster) {
  const page = await kontext.newPage();
  await erlaubeSkript(page, javascript);
  const beobachtet = beobachte(page, BASIS);
  const sieh = async (schritt) => {
    seiten.push(await pruefe(page, beobachtet, { javascript, fenster, schritt }));
    await page.screenshot({ path: `${BILDER}/${schritt.replace(/\W+/g, '-')}-${fenster}.png`, fullPage: true });
  };
  return { kontext, page, sieh, javascript };
}

const h1 = (page) => page.locator('h1').innerText();
const text = (page, satz) => page.getByText(satz).first().isVisible().then((da) => (da ? satz : `nicht: ${satz}`));

/** From the page of choice to the page of the account with its persons. */
async function zumKonto({ page, javascript }, konto) {
  await page.getByRole('button', { name: `Anmelden mit ${konto}` }).click();
  if (!javascript) await page.getByRole('button', { name: `Weiter zu ${konto}` }).click();
  await page.getByText('Alle Personen hier sind erfunden').waitFor();
}

/** Chooses who one is, and comes back to the portal. */
async function waehle({ page, javascript }, wer) {
  await page.getByRole('button', { name: wer, exact: true }).click();
  if (!javascript) await page.getByRole('button', { name: 'Weiter' }).click();
  await page.waitForURL(`${BASIS}/**`);
  await page.locator('h1').waitFor();
}

async function meldeAn(b, konto, wer) {
  await zumKonto(b, konto);
  await waehle(b, wer);
}

async function beginne(b, dienst) {
  await b.page.goto(`${BASIS}/ozg/${dienst}`);
  await b.page.getByRole('button', { name: 'Jetzt online beantragen' }).click();
  await b.page.locator('h1').waitFor();
}

/** Agrees that the account tells what it knows. */
async function willigeEin({ page }) {
  await page.getByRole('checkbox').first().check();
  await druecke(page, 'Weiter');
}

/** BundID with a password, and with the card when the form asks for more in its middle. */
async function buergerin(lauf, b) {
  const { page, sieh, kontext } = b;
  await beginne(b, HUND.id);
  lauf.wahl = (await page.locator('main form h2').allInnerTexts()).join(', ');
  await sieh('1 wahl');
  await zumKonto(b, KONTEN.bundid);
  await page.screenshot({ path: `${BILDER}/konto-${b.javascript}.png` });
  await waehle(b, PASSWORT);
  lauf.cookies = (await kontext.cookies(BASIS)).filter((c) => c.name.startsWith('__Host-ozg-') && /bindung|konto/.test(c.name) && c.secure && c.httpOnly)
    .map((c) => `${c.name} ${c.sameSite}`).sort().join(', ');
  await sieh('2 einwilligung');
  await willigeEin(b);
  lauf.vorname = await page.getByLabel(/Vornamen/).inputValue();
  await sieh('3 person');
  await fuelle(page, HUND.regeln.filter(([muster]) => !/Vornamen|Familienname/.test(String(muster))));
  await druecke(page, 'Weiter');

  // the form needs more than a password: breaking off loses nothing, the card leads on
  lauf.stufe = `${await h1(page)}, ${await page.getByText('mindestens das Vertrauensniveau „substanziell').count() === 1 ? 'substanziell' : ''}`;
  await sieh('4 stufe');
  await meldeAn(b, KONTEN.bundid, 'Abbrechen');
  lauf.stufeAbgebrochen = `${await h1(page)}, ${await text(page, 'Was Sie schon eingegeben haben, ist gespeichert')}`;
  await sieh('5 stufe abgebrochen');
  await page.getByRole('link', { name: 'Noch einmal anmelden' }).click();
  await meldeAn(b, KONTEN.bundid, KARTE);
  const hier = page.url();
  lauf.nachStufe = [await h1(page), await page.getByLabel(/Postleitzahl/).inputValue(), await page.getByLabel(/^Ort/).first().inputValue()].join(', ');
  await sieh('6 nach stufe');

  // back leads to the account, which sends its answer once more or not at all; nothing begins anew
  await page.goBack().catch(() => {});
  await page.waitForTimeout(300);
  await page.goto(hier);
  lauf.nachZurueck = await h1(page);
  await page.goto(hier.replace(/seite\/.*/, 'seite/person'));
  const werte = await Promise.all(['Vornamen', 'Familienname', 'Tag', 'Monat', 'Jahr'].map((name) => page.getByLabel(new RegExp(`^${name}`)).first().inputValue()));
  lauf.entwurf = `${werte[0]}, ${werte[1]}, ${werte.slice(2).join('.')}`;
}

async function firma(lauf, b) {
  await beginne(b, 'sondernutzung');
  await meldeAn(b, KONTEN.muk, FIRMA);
  await b.sieh('7 einwilligung firma');
  await willigeEin(b);
  await b.sieh('8 firma');
  lauf.firma = (await Promise.all([/Firma/, /Vornamen/, /Familienname/].map((name) => b.page.getByLabel(name).first().inputValue()))).join(', ');
}

async function misslungenes(lauf, b) {
  const { page, sieh } = b;
  await page.goto(`${BASIS}/ozg/_konto`);
  await meldeAn(b, KONTEN.muk, 'Abbrechen');
  lauf.abbruch = await h1(page);
  await page.getByRole('link', { name: 'Noch einmal anmelden' }).click();
  await meldeAn(b, KONTEN.bundid, GAST);
  lauf.angabeFehlt = await text(page, 'In Ihrem Konto fehlt eine Angabe');
  await sieh('9 angabe fehlt');
  await page.getByRole('link', { name: 'Noch einmal anmelden' }).click();
  await meldeAn(b, KONTEN.bundid, KARTE);
  lauf.danach = await h1(page);
  await sieh('10 meine');
}

/** Two drafts, two logins under way in one browser; each comes back to its own. */
async function zweiTabs(lauf, b) {
  const zweiter = { ...b, page: await b.kontext.newPage() };
  await erlaubeSkript(zweiter.page, b.javascript);
  await beginne(b, HUND.id);
  await zumKonto(b, KONTEN.bundid);
  await beginne(zweiter, HUND.id);
  await meldeAn(zweiter, KONTEN.bundid, KARTE);
  await waehle(b, KARTE);
  lauf.zweiTabs = `${await h1(b.page)}, ${await h1(zweiter.page)}, ${b.page.url() === zweiter.page.url() ? 'gleich' : 'verschieden'}`;
  await zweiter.page.close();
}

/** The account forgot who came: one goes back to where one came from, which is the choice. */
async function abgelaufen(lauf, b) {
  const { page } = b;
  await page.goto(`${BASIS}/ozg/_konto`);
  await zumKonto(b, KONTEN.bundid);
  await page.getByRole('link', { name: 'Die Sitzung ablaufen lassen' }).click();
  const dort = await h1(page);
  // what was posted between is not shown again; without scripts there is one page more of it
  await page.evaluate((zurueck) => history.go(zurueck), b.javascript ? -2 : -3);
  await page.waitForURL(`${BASIS}/konto/anmelden?*`);
  const wahl = await h1(page);
  await meldeAn(b, KONTEN.bundid, KARTE);
  lauf.abgelaufen = `${dort}, ${wahl}, ${await h1(page)}`;
}

/** What page shows after a step, its status, and how often a login began by itself afterwards. */
async function seheAntwort({ page }, schritt, was) {
  const neue = [];
  const zaehle = (r) => { if (/\/konto\/(anmelden|beginnen)|\/sso/.test(r.url())) neue.push(r.url()); };
  const antwort = page.waitForResponse((r) => r.url().includes('/konto/acs/'));
  await schritt();
  const { status } = await antwort.then((r) => ({ status: r.status() }));
  page.on('request', zaehle);
  await page.waitForLoadState('load');
  await page.waitForTimeout(200);
  page.off('request', zaehle);
  return `${status}, ${await was()}, ${neue.length}`;
}

async function verirrte(lauf, b) {
  const { page, sieh } = b;
  await page.goto('https://idp.test/abgelaufen');
  lauf.ohneVorgang = await seheAntwort(b, () => page.evaluate((ziel) => {
    document.body.innerHTML = `<form method="post" action="${ziel}"><input name="SAMLResponse" value="PGEvPg=="><input name="RelayState" value="${'A'.repeat(32)}_musterstadt"></form>`;
    document.forms[0].submit();
  }, `${BASIS}/konto/acs/bundid`), () => h1(page));
  await sieh('11 ohne vorgang');
}

/** Whoever keeps no cookies is told so, and is not sent round. */
async function gesperrt(lauf, b) {
  const { page, kontext, sieh, javascript } = b;
  await page.goto(`${BASIS}/ozg/_konto`);
  await zumKonto(b, KONTEN.bundid);
  if ((await kontext.cookies(BASIS)).length) throw new Error('cookies are not blocked');
  lauf.ohneCookie = await seheAntwort(b, async () => {
    await page.getByRole('button', { name: KARTE, exact: true }).click();
    if (!javascript) await page.getByRole('button', { name: 'Weiter' }).click();
  }, () => text(page, 'Lassen Sie Cookies für diese Seite zu'));
  await sieh('12 ohne cookie');
}

async function wege() {
  const laeufe = [];
  for (const [javascript, fenster] of [[true, 1280], [false, 320]]) {
    const lauf = { javascript };
    for (const weg of [buergerin, firma, misslungenes, zweiTabs, abgelaufen, verirrte, gesperrt]) {
      const b = await (weg === gesperrt ? ohneCookies : buerger)(javascript, fenster);
      try {
        await weg(lauf, b);
      } catch (e) {
        await b.page.screenshot({ path: `${BILDER}/fehler.png` }).catch(() => {});
        throw new Error(`${weg.name} script=${javascript} at ${b.page.url()}: ${e.message}`, { cause: e });
      }
      await b.kontext.close();
    }
    laeufe.push(lauf);
  }
  return { laeufe, seiten };
}

/** One login after the other, with and without scripts, at both accounts; in each case by somebody who was not here before. */
async function viele() {
  const buergerInnen = [await buerger(true, 1280), await buerger(false, 1280)];
  const verloren = [];
  let angemeldet = 0;
  for (let i = 0; i < Number(LAEUFE); i++) {
    const b = buergerInnen[i % 2];
    const bundId = i % 4 < 2;
    try {
      await b.kontext.clearCookies();
      await b.page.goto(`${BASIS}/ozg/_konto`);
      await meldeAn(b, bundId ? KONTEN.bundid : KONTEN.muk, bundId ? KARTE : FIRMA);
      const wo = `${await h1(b.page)}, ${await b.page.getByText(`Angemeldet mit ${bundId ? KONTEN.bundid : KONTEN.muk}`).count()}`;
      if (wo === 'Meine Anträge, 1') angemeldet++;
      else verloren.push(`${i}: ${wo} ${b.page.url()}`);
    } catch (e) {
      verloren.push(`${i}: ${e.message} ${b.page.url()}`);
    }
  }
  return { angemeldet, verloren };
}

const ergebnis = await (WAS === 'viele' ? viele() : wege());
await browser.close();
writeFileSync('ergebnis.json', JSON.stringify(ergebnis, null, 1));
