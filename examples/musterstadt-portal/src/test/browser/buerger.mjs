// SPDX-License-Identifier: EUPL-1.2
// A person in a browser of their own.
import { fuelle } from './formular.mjs';
import { beobachte } from './pruefung.mjs';

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

  /** Presses a button and waits for the page that comes then, which may have the address of this one. */
  async druecke(name) {
    await this.page.evaluate(() => { document.documentElement.dataset.alt = 'ja'; });
    await this.page.getByRole('button', { name, exact: true }).first().click();
    await this.page.waitForFunction(() => document.readyState === 'complete' && !document.documentElement.dataset.alt);
  }
}
