// SPDX-License-Identifier: EUPL-1.2
// Checks that hold on every page: axe, no horizontal scroll, Wappen and responsible unit, no third party, no console error.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axeQuelle = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Collects what a page says on the console and what it asks other hosts for. */
export function beobachte(page, basis) {
  const beobachtet = { konsole: [], fremde: [], html: '' };
  const herkunft = new URL(basis).origin;
  page.on('console', (m) => {
    if (m.type() === 'error' || /content security policy/i.test(m.text())) {
      // Chromium reports an expected 4xx answer of the page itself as an error of loading.
      if (!/Failed to load resource.*status of 4\d\d/.test(m.text())) beobachtet.konsole.push(m.text());
    }
  });
  page.on('pageerror', (e) => beobachtet.konsole.push(String(e)));
  page.on('response', (r) => {
    if (r.request().isNavigationRequest() && r.status() !== 303) beobachtet.html = r.text().catch(() => '');
  });
  page.on('request', (r) => {
    const url = new URL(r.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== herkunft) beobachtet.fremde.push(url.origin);
  });
  return beobachtet;
}

/** What a page names as responsible: the unit of the Dienst once that is known, of the Mandant before; the town its address. */
function zustaendig(pfad) {
  if (!pfad.startsWith('/ozg')) return 'Rathausplatz 1';
  return pfad.startsWith('/ozg/hund-anmelden') ? 'Steueramt Musterstadt' : 'Bürgerbüro Musterstadt';
}

/** One result for the page as it stands now. */
export async function pruefe(page, beobachtet, angaben) {
  const pfad = new URL(page.url()).pathname;
  const sichtbar = await page.evaluate(({ vomSdk, stelle }) => {
    const gezeigt = (e) => {
      const r = e.getBoundingClientRect();
      return r.width > 0 && r.height > 0 && getComputedStyle(e).visibility !== 'hidden';
    };
    // The town's own header and footer name the town as well: on a page of the SDK only what the SDK wrote counts.
    const bilder = vomSdk ? document.querySelectorAll('.ozg-kopf img') : document.images;
    const nennung = (auswahl) => [...document.querySelectorAll(auswahl)].some((e) => gezeigt(e) && e.innerText.includes(stelle));
    return {
      titel: document.title,
      sprache: document.documentElement.lang,
      h1: document.querySelectorAll('h1').length,
      breite: document.documentElement.clientWidth,
      inhaltsbreite: document.documentElement.scrollWidth,
      wappen: [...bilder].some((b) => /wappen/i.test(b.alt) && gezeigt(b) && b.naturalWidth > 0),
      stelle: vomSdk ? nennung('.ozg-kopf') && nennung('.ozg-fuss') : nennung('body'),
    };
  }, { vomSdk: pfad.startsWith('/ozg'), stelle: zustaendig(pfad) });
  return { ...angaben, pfad, ...sichtbar, axe: await axe(page, angaben.javascript), konsole: [...beobachtet.konsole], fremde: [...beobachtet.fremde] };
}

const sitzungen = new WeakMap();

/** Whether scripts run: of pages that come from now on, and ours on this one. By one session, as none takes back what another one set. */
export async function erlaubeSkript(page, ja) {
  if (!sitzungen.has(page)) sitzungen.set(page, await page.context().newCDPSession(page));
  await sitzungen.get(page).send('Emulation.setScriptExecutionDisabled', { value: !ja });
}

/** What axe finds on the page as it stands. axe needs timers: where scripts are off they run for it, when those of the page have had no chance. */
export async function axe(page, javascript) {
  if (javascript) return axeAuf(page);
  await erlaubeSkript(page, true);
  try {
    return await axeAuf(page);
  } finally {
    await erlaubeSkript(page, false);
  }
}

async function axeAuf(page) {
  await page.evaluate(`${axeQuelle};undefined`);
  return page.evaluate(() =>
    window.axe.run(document, { resultTypes: ['violations'] }).then((e) =>
      e.violations.map((v) => ({ regel: v.id, hilfe: v.help, orte: v.nodes.map((n) => n.target.join(' ') + ' ' + n.html.slice(0, 160)) })),
    ),
  );
}
