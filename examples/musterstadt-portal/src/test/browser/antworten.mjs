// SPDX-License-Identifier: EUPL-1.2
// Synthetic answers: [what stands beside a control, value]. null leaves a control as it is; the first rule that matches counts.
import { writeFileSync } from 'node:fs';

const NACHWEIS = 'nachweis.pdf';
writeFileSync(NACHWEIS, '%PDF-1.7\n% synthetisch\n%%EOF\n');

const DATUM = [
  [/Tag\b/, '3'],
  [/Monat\b/, '4'],
  [/Jahr\b/, '1990'],
];

export const HUND = {
  id: 'hund-anmelden',
  regeln: [
    [/Geburtsdatum des Hundes > Jahr/, '2024'],
    [/Haushalt seit > Jahr/, '2025'],
    ...DATUM,
    [/Postleitzahl/, '99999'],
    [/Hausnummer/, '12 a'],
    [/Chipnummer/, '276098123456789'],
    [/E-Mail/, 'erika@musterstadt.example'],
    [/Haftpflicht/, NACHWEIS],
    [/> (Rüde|Ja)$/, true],
    [/> (Hündin|Nein)$/, null],
    [/Vornamen/, 'Erika'],
    [/Familienname/, 'Mustermann'],
    [/Straße$/, 'Hauptstraße'],
    [/Straßenanschrift > Ort/, 'Musterstadt'],
    [/Zusatzangaben/, 'Hinterhaus'],
    [/Telefon/, '+49 30 23125 777'],
    [/Rufname/, 'Waldi'],
    [/Rasse$/, 'Rauhaardackel'],
    [/Farbe/, 'braun'],
    [/Name der Person/, 'Tierheim Musterstadt'],
    [/Ort der bisherigen/, 'Musterstadt'],
  ],
};

/** A minor, who uploads a consent. Lives abroad when {@code ausland}: another page of the form. */
export const jaeger = (ausland) => ({
  id: 'zulassung-jaegerpruefung',
  regeln: [
    [/Geburtsdatum > Jahr/, '2010'],
    ...DATUM,
    [/außerhalb von Deutschland$/, ausland ? true : null],
    [/in Deutschland$/, ausland ? null : true],
    [/Wert 2 aus/, true],
    [/Wert \d aus/, null],
    [/Postleitzahl/, '99999'],
    [/Hausnummer/, '12a'],
    [/Doktorgrade|Adresszusatz/, null],
    [/Vornamen/, 'Max'],
    [/Familienname/, 'Mustermann'],
    [/Straße$/, 'Hauptstraße'],
    [/Ort$/, 'Musterstadt'],
    [/Anschriftzeile/, '1 Example Road'],
    [/E-Mail/, 'max@musterstadt.example'],
    [/Telefon/, '+49 30 23125 555'],
    [/Einverständnis/, NACHWEIS],
  ],
});
