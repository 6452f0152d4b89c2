/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.kommunalsdk.error.Problem;

/** Whatever the bytes are, reading ends with a list or with an error that says why not, never with an exception. */
class GenericodeFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) {
        GenericodeErgebnis ergebnis = GenericodeLeser.lies("fuzz.xml", bytes);
        boolean fehler = ergebnis.probleme().stream().anyMatch(Problem::istFehler);
        if (ergebnis.liste().isPresent() == fehler) {
            throw new IllegalStateException("a list and an error, or neither");
        }
        ergebnis.liste().ifPresent(GenericodeFuzzTest::benutze);
    }

    private static void benutze(Codeliste liste) {
        if (liste.groesse() == 0 || !liste.eintraege().stream().allMatch(e -> liste.enthaelt(e.code()))) {
            throw new IllegalStateException("an entry that its code does not find");
        }
        liste.eintraege().forEach(Codeliste.Eintrag::name);
    }
}
