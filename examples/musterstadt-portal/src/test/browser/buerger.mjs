// SPDX-License-Identifier: EUPL-1.2
// A person in a browser of their own.
import { fuelle } from './formular.mjs';
import { beobachte } from './pruefung.mjs';

/** Asks the page until it says yes; from outside, as timers of the page may be stopped. */
export async function warte(page, frage, angabe) {
  for (let n = 0; n < 600; n++) {
    if (await page.evaluate(frage, angabe).catch(() => false)) return;
    await new Promise((weiter) => setTimeout(weiter, 50));
  }
  throw new Error(`Waited in vain for ${frage} at ${page.url()}`);
}

/** Presses a button and waits for the page that comes then, which may have the address of this one. */
export async function druecke(page, name) {
  await page.evaluate(() => { document.documentElement.dataset.alt = 'ja'; });
  await page.getByRole('button', { name, exact: true }).first().click();
  await warte(page, () => document.readyState === 'complete' && !document.documentElement.dataset.alt);
}

export class Buerger {
  static async in(browser, basis, einstellungen) {
    const kontext = await browser.newContext({ locale: 'de-DE', ...einstellungen });
    const page = await kontext.newPage();
    return Object.assign(new Buerger(), { basis, kontext, page, beobachtet: beobachte(page, basis), skript: einstellungen.javaScriptEnabled !== false });
  }

  pfad() {
    return new URL(this.page.url()).pathname;
  }

  /** The page as the server sent it; a promise. */
  dokument() {
    return this.beobachtet.html;
  }

  gehe(pfad) {
    return this.page.goto(this.basis + pfad);
  }

  async starte(dienst) {
    await this.gehe(dienst);
    await this.druecke('Jetzt online beantragen');
  }

  fuelle(regeln) {
    return fuelle(this.page, regeln);
  }

  druecke(name) {
    return druecke(this.page, name);
  }
}
