// SPDX-License-Identifier: EUPL-1.2
// The kinds of pages that the accessibility gate looks at. A part that brings a page adds a line with its own way to it:
// { name, gueltig: async (b) => {...}, fehler: async (b) => {...} }; after it the browser stands on the page. Without "fehler" there is no such
// state; "nurMitSkript" needs JavaScript. b is a Buerger (buerger.mjs).
import { writeFileSync } from 'node:fs';

writeFileSync('nachweis.pdf', '%PDF-1.7\n% synthetisch\n%%EOF\n');
writeFileSync('nachweis.txt', 'kein PDF\n');

const PERSON = [[/Name$/, 'Erika Mustermann'], [/Tag/, '3'], [/Monat/, '4'], [/Jahr/, '1990']];
const ANGABEN = [[/Ja$/, true], [/Handel/, true]];
const KIND = [[/Vorname des Kindes/, 'Ada']];
const NACHWEIS = [[/Nachweis/, 'nachweis.pdf']];
const WAHL = [[/Aktenzeichen/, '53.01 Ä']];
const DIENST = '/ozg/alle-bausteine';

const aufSeite = async (b, wieviele) => {
  await b.starte(DIENST);
  const schritte = [PERSON, ANGABEN, KIND, NACHWEIS, WAHL];
  for (const regeln of schritte.slice(0, wieviele)) {
    await b.fuelle(regeln);
    await b.druecke('Weiter');
  }
};
const bisPruefen = (b) => aufSeite(b, 5);
const mitFehler = (wieviele) => async (b) => {
  await aufSeite(b, wieviele);
  await b.druecke('Weiter');
};

export const SEITENARTEN = [
  { name: 'liste', gueltig: (b) => b.gehe('/ozg/') },
  { name: 'katalog', gueltig: (b) => b.gehe(DIENST) },
  { name: 'formular', gueltig: (b) => aufSeite(b, 0), fehler: mitFehler(0) },
  { name: 'alle-felder', gueltig: (b) => aufSeite(b, 1), fehler: mitFehler(1) },
  {
    name: 'wiederholung',
    gueltig: async (b) => {
      await aufSeite(b, 2);
      await b.fuelle(KIND);
      await b.druecke('Kind hinzufügen');
    },
    fehler: async (b) => {
      await mitFehler(2)(b);
      await b.druecke('Kind hinzufügen');
      await b.druecke('Weiter');
    },
  },
  {
    name: 'dateien',
    gueltig: async (b) => {
      await aufSeite(b, 3);
      await b.fuelle(NACHWEIS);
      await b.druecke('Datei hochladen');
    },
    fehler: async (b) => {
      await aufSeite(b, 3);
      await b.fuelle([[/Nachweis/, 'nachweis.txt']]);
      await b.druecke('Datei hochladen');
    },
  },
  { name: 'auswahlgruppe', gueltig: (b) => aufSeite(b, 4), fehler: mitFehler(4) },
  {
    name: 'aufgaben',
    gueltig: async (b) => {
      await b.starte('/ozg/alle-aufgaben');
      await b.page.getByRole('link', { name: 'Über Sie' }).click();
      await b.fuelle([[/Name$/, 'Erika Mustermann']]);
      await b.druecke('Weiter');
    },
  },
  {
    name: 'in-einer-aufgabe',
    gueltig: async (b) => {
      await b.starte('/ozg/alle-aufgaben');
      await b.page.getByRole('link', { name: 'Ihr Vorhaben' }).click();
    },
  },
  {
    name: 'pruefen',
    gueltig: bisPruefen,
    fehler: async (b) => {
      await bisPruefen(b);
      await b.gehe(b.pfad() + '?geaendert=1');
    },
  },
  {
    name: 'aendern',
    gueltig: async (b) => {
      await bisPruefen(b);
      await b.page.locator('.ozg-abschnitt a').first().click();
    },
    fehler: async (b) => {
      await bisPruefen(b);
      await b.page.locator('.ozg-abschnitt a').first().click();
      await b.fuelle([[/Name$/, '']]);
      await b.druecke('Speichern und zurück zur Prüfung');
    },
  },
  {
    name: 'quittung',
    gueltig: async (b) => {
      await bisPruefen(b);
      await b.druecke('Verbindlich absenden');
    },
  },
  {
    name: 'unterbrochen',
    gueltig: async (b) => {
      await aufSeite(b, 0);
      await b.druecke('Unterbrechen und später fortsetzen');
    },
  },
  {
    name: 'fortsetzen',
    gueltig: (b) => b.gehe(DIENST + '/fortsetzen'),
    fehler: async (b) => {
      await b.gehe(DIENST + '/fortsetzen');
      await b.page.locator('#code').fill('0000-0000-0000-0000');
      await b.druecke('Begonnenen Antrag fortsetzen');
    },
  },
  { name: 'nicht-gefunden', gueltig: (b) => b.gehe('/ozg/gibt-es-nicht') },
  {
    name: 'sicherheitspruefung',
    gueltig: async (b) => {
      await aufSeite(b, 0);
      await b.fuelle(PERSON);
      await b.page.evaluate(() => document.querySelectorAll('form [name=csrf]').forEach((e) => { e.value = 'abgelaufen'; }));
      await b.druecke('Weiter');
    },
  },
  {
    name: 'zwei-fenster',
    gueltig: async (b) => {
      await aufSeite(b, 0);
      await b.fuelle(PERSON);
      await b.page.evaluate(() => document.querySelectorAll('form [name=stand]').forEach((e) => { e.value = '0'; }));
      await b.druecke('Weiter');
    },
  },
  {
    name: 'zeit-laeuft-ab',
    nurMitSkript: true,
    gueltig: async (b) => {
      await aufSeite(b, 0);
      await b.page.evaluate(() => document.querySelector('dialog').showModal());
    },
  },
  {
    name: 'suche',
    nurMitSkript: true,
    gueltig: async (b) => {
      await aufSeite(b, 1);
      await b.page.getByRole('combobox', { name: 'Staat' }).fill('an');
      await b.page.keyboard.press('ArrowDown');
    },
  },
];
