// SPDX-License-Identifier: EUPL-1.2
// The kinds of pages that the accessibility gate looks at. A part that brings a page adds a line with its own way to it:
// { name, gueltig: async (b) => {...}, fehler: async (b) => {...} }; after it the browser stands on the page. Without "fehler" there is no such
// state; "nurMitSkript" needs JavaScript. b is a Buerger (buerger.mjs). Environment: BRIEFKASTEN, the folder of simulated mails.
import { druecke } from './buerger.mjs';
import { fuelleRasch } from './formular.mjs';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const pdf = (text) => `%PDF-1.7\n% synthetisch${text}\n%%EOF\n`;
writeFileSync('nachweis.pdf', pdf(''));
writeFileSync('nachweis.txt', 'kein PDF\n');
writeFileSync('wartet.pdf', pdf(': warten')); // the scanner of the test says nothing to this one
writeFileSync('befallen.pdf', pdf(': befallen')); // and this one it refuses

const PERSON = [[/Name$/, 'Erika Mustermann'], [/Tag/, '3'], [/Monat/, '4'], [/Jahr/, '1990']];
const ANGABEN = [[/Ja$/, true], [/Handel/, true]];
const KIND = [[/Vorname des Kindes/, 'Ada']];
const NACHWEIS = [[/Nachweis/, 'nachweis.pdf']];
const WAHL = [[/Aktenzeichen/, '53.01 Ä']];
const DIENST = '/ozg/alle-bausteine';

const gegangen = new Map();

/** Goes a way once. Whoever wants to be there later comes with the same cookies to the same address. Gives what the way gave. */
const einmal = (name, weg) => async (b) => {
  if (!gegangen.has(name)) {
    gegangen.set(name, weg(b).then(async (wert) => ({ wert, url: b.page.url(), cookies: await b.page.context().cookies() })));
    return (await gegangen.get(name)).wert;
  }
  const { wert, url, cookies } = await gegangen.get(name);
  await b.page.context().clearCookies();
  await b.page.context().addCookies(cookies);
  await b.page.goto(url);
  return wert;
};

/** The page after so many steps; with a draft of its own for a case that sends something. */
const aufSeite = (b, wieviele, fuer = 'alle') => einmal(`seite ${wieviele} ${fuer}`, async () => {
  await b.starte(DIENST);
  const schritte = [PERSON, ANGABEN, KIND, NACHWEIS, WAHL];
  for (const regeln of schritte.slice(0, wieviele)) {
    await b.fuelle(regeln);
    await b.druecke('Weiter');
  }
})(b);
const bisPruefen = (b) => aufSeite(b, 5);
const aendern = einmal('aendern', async (b) => {
  await bisPruefen(b);
  await b.page.goto(await b.page.evaluate(() => document.querySelector('.ozg-abschnitt a').href));
});
const mitFehler = (wieviele) => async (b) => {
  await aufSeite(b, wieviele, 'fehler');
  await b.druecke('Weiter');
};

const SONDERNUTZUNG = '/ozg/sondernutzung';
const ANTRAG = [
  [/Vornamen/, 'Erika'], [/Vor- und Familienname/, 'Olaf Beispiel'], [/Familienname/, 'Mustermann'], [/Straße$/, 'Hauptstraße'], [/Hausnummer/, '1'], [/Postleitzahl/, '99999'], [/> Ort$/, 'Musterstadt'],
  [/Außengastronomie/, true], [/Beschreiben/, 'Vier Tische'], [/Wo liegt/, 'Marktplatz 3'], [/Länge/, '4'], [/Breite/, '2,5'], [/Tag$/, '3'], [/Monat$/, '4'], [/Erster.*Jahr$/, '2030'], [/Jahr$/, '2031'],
  [/Lageplan/, 'nachweis.pdf'], [/Nein$/, true], [/E-Mail-Adresse/, 'olaf@beispiel.example'], [/verantwortlich/, 'Erika Mustermann'], [/jederzeit/, '+49 30 23125 777'],
];

/** From the start of the Sondernutzung to one of its pages. The company's address is fetched when "firma" is given. */
const beiSondernutzung = async (b, ziel, { firma, regeln = [] } = {}) => {
  await b.starte(SONDERNUTZUNG);
  if (firma) await b.fuelle([[/willige ein/, true]]);
  await b.druecke('Weiter');
  for (let n = 0; !b.pfad().endsWith(ziel); n++) {
    if (n > 10) throw new Error(`no way to ${ziel}`);
    await b.fuelle([...regeln, [/Firma/, firma || null], ...ANTRAG]);
    await b.druecke('Weiter');
  }
};
const zurZustimmung = (fuer, email = 'olaf@beispiel.example') => einmal(`zur Zustimmung ${fuer}`, async (b) => {
  await beiSondernutzung(b, '/pruefen', { regeln: [[/E-Mail-Adresse/, email]] });
  await b.druecke('Zur Zustimmung weitergeben');
});

let briefe = 0;

/** The Antrag is with the owner, whose link came by mail. The link, and the page of who applied. */
const weitergegeben = (fuer) => einmal(`weitergegeben ${fuer}`, async (b) => {
  const email = `eigentum${(briefe += 1)}-${process.pid}@beispiel.example`;
  await zurZustimmung(fuer, email)(b);
  await b.druecke('Zur Zustimmung weitergeben');
  for (const ende = Date.now() + 60_000; Date.now() < ende;) {
    const brief = readdirSync(process.env.BRIEFKASTEN).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(`${process.env.BRIEFKASTEN}/${name}`, 'utf8')).find((text) => text.startsWith(`An: ${email}\n`));
    if (brief) return new URL(/\S+\/beteiligt\/link\/\S+/.exec(brief)[0]).pathname;
    await new Promise((weiter) => setTimeout(weiter, 100));
  }
  throw new Error('no mail came');
});
const zumEigentuemer = (fuer) => einmal(`Eigentum ${fuer}`, async (b) => {
  await b.gehe(await weitergegeben(fuer)(b));
  await b.druecke('Weiter');
});
const abgelehnt = einmal('abgelehnt', async (b) => {
  await zumEigentuemer('abgelehnt')(b);
  await b.fuelle([[/Grund/, 'Der Durchgang wäre zu eng.']]);
  await b.druecke('Ablehnen');
});
const mitDatei = async (b, datei) => {
  await aufSeite(b, 3, datei);
  await b.fuelle([[/Nachweis/, datei]]);
  await b.druecke('Datei hochladen');
};

/** Another window has saved this page meanwhile. */
const inZweiFenstern = async (b) => {
  await b.starte(DIENST);
  const seite = b.pfad();
  const zweites = await b.page.context().newPage();
  await zweites.goto(b.basis + seite);
  await fuelleRasch(zweites, [[/Name$/, 'Erik Mustermann'], ...PERSON]);
  await druecke(zweites, 'Weiter');
  await zweites.close();
  await b.fuelle(PERSON);
  await b.druecke('Weiter');
};

export const SEITENARTEN = [
  { name: 'liste', gueltig: (b) => b.gehe('/ozg/') },
  { name: 'katalog', gueltig: (b) => b.gehe(DIENST) },
  { name: 'formular', gueltig: (b) => aufSeite(b, 0), fehler: mitFehler(0) },
  { name: 'alle-felder', gueltig: (b) => aufSeite(b, 1), fehler: mitFehler(1) },
  {
    name: 'wiederholung',
    gueltig: einmal('wiederholung', async (b) => {
      await aufSeite(b, 2, 'wiederholung');
      await b.fuelle(KIND);
      await b.druecke('Kind hinzufügen');
    }),
    fehler: async (b) => {
      await einmal('wiederholung fehler', async () => {
        await aufSeite(b, 2, 'wiederholung fehler');
        await b.druecke('Kind hinzufügen');
      })(b);
      await b.druecke('Weiter');
    },
  },
  {
    name: 'dateien',
    gueltig: einmal('datei', (b) => mitDatei(b, 'nachweis.pdf')),
    fehler: (b) => mitDatei(b, 'nachweis.txt'),
  },
  { name: 'auswahlgruppe', gueltig: (b) => aufSeite(b, 4), fehler: mitFehler(4) },
  {
    name: 'aufgaben',
    gueltig: einmal('aufgaben', async (b) => {
      await b.starte('/ozg/alle-aufgaben');
      await b.folge('Über Sie');
      await b.fuelle([[/Name$/, 'Erika Mustermann']]);
      await b.druecke('Weiter');
    }),
  },
  {
    name: 'in-einer-aufgabe',
    gueltig: einmal('in einer Aufgabe', async (b) => {
      await b.starte('/ozg/alle-aufgaben');
      await b.folge('Ihr Vorhaben');
    }),
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
    gueltig: aendern,
    fehler: async (b) => {
      await aendern(b);
      await b.fuelle([[/Name$/, '']]);
      await b.druecke('Speichern und zurück zur Prüfung');
    },
  },
  {
    name: 'quittung',
    gueltig: einmal('quittung', async (b) => {
      await aufSeite(b, 5, 'quittung');
      await b.druecke('Verbindlich absenden');
    }),
  },
  {
    name: 'unterbrochen',
    gueltig: async (b) => {
      await aufSeite(b, 0, 'unterbrochen');
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
    gueltig: inZweiFenstern,
    fehler: async (b) => {
      await inZweiFenstern(b);
      await b.druecke('Auswahl übernehmen');
    },
  },
  {
    name: 'quarantaene',
    gueltig: einmal('wartet', (b) => mitDatei(b, 'wartet.pdf')),
    fehler: async (b) => {
      await einmal('wartet bis zuletzt', async () => {
        await aufSeite(b, 3, 'wartet bis zuletzt');
        for (const regeln of [[[/Nachweis/, 'wartet.pdf']], WAHL]) {
          await b.fuelle(regeln);
          await b.druecke('Weiter');
        }
      })(b);
      await b.druecke('Verbindlich absenden');
    },
  },
  { name: 'befallen', gueltig: (b) => mitDatei(b, 'befallen.pdf') },
  {
    name: 'einwilligung',
    gueltig: (b) => b.starte(SONDERNUTZUNG),
    fehler: async (b) => {
      await b.starte(SONDERNUTZUNG);
      await b.fuelle([[/willige ein/, true]]);
      await b.page.evaluate(() => { document.querySelector('form [name^=fassung]').value = 'veraltet'; });
      await b.druecke('Weiter');
    },
  },
  {
    name: 'eingewilligt',
    gueltig: einmal('eingewilligt', async (b) => {
      await beiSondernutzung(b, '/seite/anschrift', { firma: 'Muster GmbH' });
      await b.druecke('Abruf von Angaben ansehen oder widerrufen');
    }),
    fehler: einmal('eingewilligt, gestört', async (b) => {
      await beiSondernutzung(b, '/seite/anschrift', { firma: 'Störung GmbH' });
      await b.druecke('Abruf von Angaben ansehen oder widerrufen');
    }),
  },
  {
    name: 'vorbelegt',
    gueltig: einmal('vorbelegt', (b) => beiSondernutzung(b, '/seite/anschrift', { firma: 'Muster GmbH' })),
    fehler: async (b) => {
      await einmal('vorbelegt, falsch', () => beiSondernutzung(b, '/seite/anschrift', { firma: 'Muster GmbH' }))(b);
      await b.fuelle([[/> Ort$/, '']]);
      await b.druecke('Weiter');
    },
  },
  {
    name: 'auskunft',
    gueltig: einmal('auskunft', async (b) => {
      await beiSondernutzung(b, '/seite/vorhaben');
      await b.fuelle(ANTRAG);
      await b.druecke('Jetzt abfragen');
    }),
    fehler: async (b) => {
      await einmal('auskunft, leer', () => beiSondernutzung(b, '/seite/vorhaben'))(b);
      await b.druecke('Jetzt abfragen');
    },
  },
  {
    name: 'weitergeben',
    gueltig: zurZustimmung('nur bis dahin'),
    fehler: async (b) => {
      await zurZustimmung('nur bis dahin')(b);
      await b.fuelle([[/E-Mail/, 'keine Adresse']]);
      await b.druecke('Zur Zustimmung weitergeben');
    },
  },
  { name: 'weitergegeben', gueltig: weitergegeben('offen') },
  { name: 'einladung', gueltig: async (b) => b.gehe(await weitergegeben('offen')(b)) },
  {
    name: 'zustimmung',
    gueltig: zumEigentuemer('zu sehen'),
    fehler: async (b) => {
      await zumEigentuemer('zu sehen')(b);
      await b.gehe(b.pfad() + '?geaendert=1');
    },
  },
  {
    name: 'zugestimmt',
    gueltig: einmal('zugestimmt', async (b) => {
      await zumEigentuemer('zugestimmt')(b);
      await b.druecke('Verbindlich zustimmen');
    }),
  },
  {
    name: 'abgelehnt',
    gueltig: abgelehnt,
    fehler: async (b) => {
      await b.gehe('/ozg/sondernutzung/beteiligt/link/' + 'x'.repeat(43));
    },
  },
  {
    name: 'abgelehnt-antragsteller',
    gueltig: async (b) => {
      await abgelehnt(b);
      await weitergegeben('abgelehnt')(b);
    },
  },
  {
    name: 'zurueckgezogen',
    gueltig: einmal('zurückgezogen', async (b) => {
      const link = await weitergegeben('zurückgezogen')(b);
      await b.druecke('Zurücknehmen und Angaben ändern');
      await b.gehe(link);
    }),
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
