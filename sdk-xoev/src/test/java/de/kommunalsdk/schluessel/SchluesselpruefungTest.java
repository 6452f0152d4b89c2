/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schluessel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.mandant.Gemeindeschluessel;
import de.kommunalsdk.mandant.Gemeindeverzeichnis;
import de.kommunalsdk.mandant.Regionalschluessel;
import de.kommunalsdk.pruefung.XoevDaten;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchluesselpruefungTest {

    private static final Fundstelle HIER = Fundstelle.in("test");
    private static final Schluesselpruefung PRUEFUNG =
            new Schluesselpruefung(Map.of("bab", Ziffernform.AGS, "sbb", Ziffernform.ARS));

    private static String befund(List<Problem> probleme) {
        return probleme.isEmpty()
                ? "gut"
                : probleme.get(0).schwere() + " " + probleme.get(0).code().code();
    }

    @ParameterizedTest
    @CsvSource({
        "bab:05913000, gut",
        "kop:05913000, gut",
        "kop:1, gut",
        "ag:1, gut",
        "töj:1, gut",
        "sbb:059130000000, gut",
        "bab:059130000000, FEHLER OZG-SCHLUESSEL-0003",
        "sbb:05913000, FEHLER OZG-SCHLUESSEL-0003",
        "bab:05999999, WARNUNG OZG-SCHLUESSEL-0006",
        "bab:09162000, HINWEIS OZG-SCHLUESSEL-0007",
        "psp:05913000, WARNUNG OZG-SCHLUESSEL-0002",
        "BAB:05913000, WARNUNG OZG-SCHLUESSEL-0002",
        "BAB-05913000, FEHLER OZG-SCHLUESSEL-0001",
        "bab:, FEHLER OZG-SCHLUESSEL-0001",
        "bab:٠٥, FEHLER OZG-SCHLUESSEL-0001",
        "bab:1234567890123456789012345678901, FEHLER OZG-SCHLUESSEL-0001"
    })
    void dvdvKeys(String wert, String erwartet) {
        assertThat(befund(PRUEFUNG.dvdv(wert, HIER))).isEqualTo(erwartet);
    }

    @ParameterizedTest
    @CsvSource({
        "059130000000, gut",
        "053340002002, gut",
        "059139999999, WARNUNG OZG-SCHLUESSEL-0006",
        "091620000000, HINWEIS OZG-SCHLUESSEL-0007",
        "05913000, FEHLER OZG-SCHLUESSEL-0004",
        "59130000000, FEHLER OZG-SCHLUESSEL-0004"
    })
    void regionalKeys(String wert, String erwartet) {
        assertThat(befund(PRUEFUNG.ars(wert, HIER))).isEqualTo(erwartet);
    }

    @ParameterizedTest
    @CsvSource({
        "05913000, gut",
        "05334002, gut",
        "05000000, WARNUNG OZG-SCHLUESSEL-0006",
        "11000000, HINWEIS OZG-SCHLUESSEL-0007",
        "5913000, FEHLER OZG-SCHLUESSEL-0005",
        "059130000000, FEHLER OZG-SCHLUESSEL-0005"
    })
    void municipalKeys(String wert, String erwartet) {
        assertThat(befund(PRUEFUNG.ags(wert, HIER))).isEqualTo(erwartet);
    }

    @ParameterizedTest
    @CsvSource({
        "99050110001000, gut",
        "98050110001000, FEHLER OZG-SCHLUESSEL-0008",
        "9905011000100, FEHLER OZG-SCHLUESSEL-0008"
    })
    void serviceKeys(String wert, String erwartet) {
        assertThat(befund(PRUEFUNG.leistung(wert, HIER))).isEqualTo(erwartet);
    }

    @Test
    void aFindingDoesNotQuoteTheKey() {
        assertThat(PRUEFUNG.dvdv("geheim", HIER).toString()).doesNotContain("geheim");
    }

    @Test
    void everyMunicipalityIsFoundByBothKeys() {
        List<String[]> zeilen = XoevDaten.lies(XoevDaten.ordner("keys").resolve("nrw-gemeinden-2026-06-30.csv"))
                .lines()
                .skip(1)
                .map(z -> z.split(",", 3))
                .toList();

        assertThat(zeilen).hasSize(Gemeindeverzeichnis.anzahl()).allSatisfy(z -> {
            Regionalschluessel ars = new Regionalschluessel(z[0]);
            assertThat(ars.ags()).isEqualTo(z[1]);
            assertThat(Gemeindeverzeichnis.ars(new Gemeindeschluessel(z[1]))).contains(ars);
        });
        assertThatThrownBy(() -> new Gemeindeschluessel("0591300")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTableOfPrefixesIsThatOfTheOfficialList() {
        Codeliste liste = CodelistenStore.ordner(XoevDaten.ordner("xbau-codelists"))
                .finde(DvdvPraefixe.LISTE, DvdvPraefixe.VERSION)
                .orElseThrow();

        assertThat(liste.groesse()).isEqualTo(118).isEqualTo(DvdvPraefixe.anzahl());
        assertThat(liste.eintraege()).allSatisfy(e -> assertThat(DvdvPraefixe.kategorie(e.code()))
                .contains(e.wert("behoerdenkategorie").strip().replaceAll("\\s+", " ")));
    }

    @Test
    void aKeyIsReadAndWritten() {
        assertThat(DvdvSchluessel.lies("bab:05913000")).contains(new DvdvSchluessel("bab", "05913000"));
        assertThat(new DvdvSchluessel("bab", "05913000")).hasToString("bab:05913000");
        assertThatThrownBy(() -> new DvdvSchluessel("b", "1")).isInstanceOf(IllegalArgumentException.class);
    }
}
