/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.servlet.Testbrowser.Datei;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input that has no test elsewhere; docs/forms.md names all. */
class SchlechteEingabenIT {

    private static final String NAME = "F05999000101";
    private static final String GANZES = "F05999000102";
    private static final String TEILE = "F05999000103";
    private static final String ANTEIL = "F05999000104";
    private static final String KIND = "G05999000105";
    private static final String VORNAME = "F05999000106";
    private static final String NACHWEIS = "F05999000107";

    @TempDir
    private Path ordner;

    private Testportal portal;
    private Testbrowser b;
    private Seite seite;

    @BeforeEach
    void starte() throws IOException {
        Probedienst probe = new Probedienst(
                """
                seiten:
                  - {id: alles, titel: Alles, felder: [%s, %s, %s, %s, %s, %s]}
                  - {id: schluss, titel: Schluss, felder: [F05999000108]}
                berechnungen: {%s: %s / %s}
                """
                        .formatted(NAME, GANZES, TEILE, ANTEIL, KIND, NACHWEIS, ANTEIL, GANZES, TEILE),
                Probeschema.schema(
                        feld("1:1", NAME, "Name", "text"),
                        feld("0:1", GANZES, "Ganzes", "num"),
                        feld("0:1", TEILE, "Teile", "num"),
                        feld("0:1", ANTEIL, "Anteil", "num"),
                        gruppe("0:*", KIND, "Kind", feld("0:1", VORNAME, "Vorname", "text")),
                        feld("0:1", NACHWEIS, "Nachweis", "file"),
                        feld("0:1", "F05999000108", "Bemerkung", "text")));
        Files.writeString(ordner.resolve("dienst.yaml"), probe.yaml());
        Files.writeString(ordner.resolve("probe.xdf3.xml"), probe.schema());
        portal = Testportal.starte(
                p -> p.dienste(Dienstbibliothek.builder().verzeichnis(ordner).lade())
                        .mandanten(MandantFinder.fest(Testportal.mandant("musterstadt", "dienste: {probe: {}}\n"))));
        assertThat(portal.sdk().probleme()).isEmpty();
        b = portal.browser();
        Seite erste = b.druecke(b.hole("/probe"), "Jetzt online beantragen", Map.of());
        b.druecke(erste, "unterbrechen", Map.of(NAME, "Erika"));
        seite = b.hole(erste.url().toString());
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private Map<String, String> gespeichert() {
        return b.hole(seite.url().toString()).felder("weiter");
    }

    @Test
    void aHundredThousandEntriesAtOnceAreRefusedAndNothingIsLost() {
        Map<String, String> felder = new LinkedHashMap<>(Map.of(NAME, "Erna"));
        for (int i = 1; i <= 100_000; i++) {
            felder.put(KIND + "-" + i + "." + VORNAME, "x");
        }

        Seite abgelehnt = b.druecke(seite, "weiter", felder);

        assertThat(abgelehnt.status()).isEqualTo(413);
        assertThat(abgelehnt.code()).isEqualTo("OZG-WEB-0008");
        assertThat(abgelehnt.text()).contains("zu groß");
        assertThat(gespeichert()).containsEntry(NAME, "Erika").doesNotContainKey(KIND + "-2." + VORNAME);
    }

    @Test
    void answersBeyondWhatADraftHoldsAreShownAgainToBeShortened() {
        for (int i = 2; i <= 19; i++) {
            seite = b.druecke(seite, "hinzufuegen:" + KIND, Map.of());
        }
        Map<String, String> felder = new LinkedHashMap<>(Map.of(NAME, "Erna"));
        for (int i = 1; i <= 19; i++) {
            felder.put(KIND + "-" + i + "." + VORNAME, "€".repeat(20_000));
        }

        Seite abgelehnt = b.druecke(seite, "weiter", felder);

        assertThat(abgelehnt.status()).isEqualTo(413);
        assertThat(abgelehnt.code()).isEqualTo("OZG-STORE-0004");
        assertThat(abgelehnt.text()).contains("zu umfangreich");
        assertThat(abgelehnt.felder("weiter")).containsAllEntriesOf(felder);
        assertThat(gespeichert()).containsEntry(NAME, "Erika");

        for (int i = 2; i <= 19; i++) {
            felder.put(KIND + "-" + i + "." + VORNAME, "Ada");
        }
        felder.put(KIND + "-1." + VORNAME, "Bea");
        assertThat(b.druecke(abgelehnt, "weiter", felder).h1()).isEqualTo("Schluss");
    }

    @Test
    void aFileThatIsTwoKindsAtOnceIsRefusedAndTheAnswersAreKept() {
        byte[] polyglott =
                "%PDF-1.7\n%%EOF\nPK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

        Seite abgelehnt = b.druecke(
                seite,
                "weiter",
                Map.of(NAME, "Erna"),
                Map.of(NACHWEIS + ".datei", new Datei("a.pdf", "application/pdf", polyglott)));

        assertThat(abgelehnt.status()).isEqualTo(422);
        assertThat(abgelehnt.html().select("[data-ozg-fehler]").eachAttr("data-ozg-fehler"))
                .containsExactly("DATEI_GEMISCHT");
        assertThat(abgelehnt.html().select(".ozg-fehlerliste").text())
                .contains("„Nachweis“ enthält außer ihrem eigentlichen Inhalt noch eine Datei anderer Art");
        assertThat(portal.anlagen(seite)).isEmpty();
        assertThat(gespeichert()).containsEntry(NAME, "Erna");
    }

    @Test
    void whatDividesByZeroIsLeftOpenUntilItDoesNot() {
        Seite weiter = b.druecke(seite, "weiter", Map.of(GANZES, "3", TEILE, "0"));
        assertThat(weiter.h1()).isEqualTo("Schluss");
        Seite zurueck = b.druecke(weiter, "zurueck", Map.of());
        assertThat(zurueck.felder("weiter")).containsEntry(GANZES, "3").containsEntry(TEILE, "0");
        assertThat(zurueck.text()).contains("Wird aus Ihren Angaben berechnet.");

        b.druecke(zurueck, "weiter", Map.of(TEILE, "2"));
        assertThat(b.hole(seite.url().toString()).text()).contains("Anteil 1,5");
    }
}
