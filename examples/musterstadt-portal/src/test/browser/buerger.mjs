// SPDX-License-Identifier: EUPL-1.2
// A person in a browser.
import { fuelleRasch } from './formular.mjs';
import { beobachte, erlaubeSkript } from './pruefung.mjs';

/** Asks the page until it says yes; from outside, as timers of the page may be stopped. */
export async function warte(page, frage, angabe) {
  for (const ende = Date.now() + 30_000; Date.now() < ende;) {
    if (await page.evaluate(frage, angabe).catch(() => false)) return;
    await new Promise((weiter) => setTimeout(weiter, 10));
  }
  throw new Error(`Waited in vain for ${frage} at ${page.url()}`);
}

const kommt = (page) => warte(page, () => document.readyState === 'complete' && !document.documentElement.dataset.alt);
const merke = (page) => page.evaluate(() => { document.documentElement.dataset.alt = 'ja'; });

/** Presses a button and waits for the page that comes then, which may have the address of this one. */
export async function druecke(page, name) {
  await merke(page);
  await page.getByRole('button', { name, exact: true }).first().click();
  await kommt(page);
}

/** The same without the hands of a person, for pages that are only on the way. */
async function drueckeRasch(page, name) {
  await merke(page);
  const da = await page.evaluate((name) => {
    const knopf = [...document.querySelectorAll('button')].find((e) => e.textContent.trim() === name && !e.matches('[aria-hidden]') && e.offsetParent !== null);
    if (knopf) knopf.click();
    return Boolean(knopf);
  }, name);
  if (!da) throw new Error(`No button ${name} at ${page.url()}: ${(await page.innerText('main')).slice(0, 400)}`);
  await kommt(page);
}

export class Buerger {
  /** In a browser of their own. */
  static async in(browser, basis, einstellungen) {
    const kontext = await browser.newContext({ locale: 'de-DE', ...einstellungen });
    const page = await kontext.newPage();
    return Object.assign(new Buerger(), { basis, kontext, page, beobachtet: beobachte(page, basis), skript: true });
  }

  /** The next person at the same browser, who knows nothing of the one before and sees in another way. */
  async wechsle({ viewport, forcedColors = 'none', skript = true }) {
    const { page, kontext } = this;
    await page.goto('about:blank');
    await kontext.clearCookies();
    await page.setViewportSize(viewport);
    await page.emulateMedia({ forcedColors });
    await erlaubeSkript(page, skript);
    this.skript = skript;
    for (const liste of [this.beobachtet.konsole, this.beobachtet.fremde]) liste.length = 0;
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
    return fuelleRasch(this.page, regeln);
  }

  druecke(name) {
    return drueckeRasch(this.page, name);
  }

  /** Follows a link by its text. */
  async folge(name) {
    await merke(this.page);
    await this.page.evaluate((name) => [...document.querySelectorAll('main a')].find((e) => e.textContent.trim().startsWith(name)).click(), name);
    await kommt(this.page);
  }
}
