/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.AntragsgeschichteIT.anders;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.ANSCHRIFT;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.NACHWEIS;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.PDF;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.PERSON;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.VORNAME;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisHund;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.hund;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.starte;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.servlet.Testbrowser.Datei;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the keyboard to the packet: DIN 91379. */
class ZeichenIT {

    private static final String HUNDENAME = "G05999000003-1.F05999000002";

    private final Testportal portal = Testportal.starte();
    private final Testbrowser b = portal.browser();

    @AfterEach
    void stop() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Erika \ud83d\udc36, 'an Stelle 7 das Zeichen „\ud83d\udc36“, das hier nicht möglich ist. Lassen Sie es weg.'",
        "Erika \u2013 Maria, 'an Stelle 7 das Zeichen „\u2013“, das hier nicht möglich ist. Schreiben Sie stattdessen „-“.'",
        "Erika\u2009Maria, 'das Zeichen „U+2009“, das hier nicht möglich ist. Schreiben Sie stattdessen ein Leerzeichen.'",
        "Erika\u202e, 'das Zeichen „U+202E“, das hier nicht möglich ist. Lassen Sie es weg.'",
        "\u4e2d\u6587, 'das Zeichen „\u4e2d“, das hier nicht möglich ist. Schreiben Sie es mit lateinischen Buchstaben.'",
        "\u4e2d\u6587, 'Weitere solche Stellen: 1.'"
    })
    void thePageNamesTheCharacterAndItsPlaceAndNothingIsLost(String getippt, String meldung) {
        Seite seite = b.druecke(starte(b), "weiter", anders(PERSON, VORNAME, getippt));

        assertThat(seite.h1()).isEqualTo("Ihre Angaben");
        assertThat(seite.html().select(".ozg-fehlerliste").text()).contains("„Vornamen“", meldung);
        assertThat(seite.html().select("[data-ozg-fehler]").eachAttr("data-ozg-fehler"))
                .containsExactly("ZEICHEN");
        assertThat(seite.felder("weiter")).containsAllEntriesOf(anders(PERSON, VORNAME, getippt));

        assertThat(b.druecke(seite, "weiter", PERSON).h1()).isEqualTo("Ihre Anschrift");
    }

    @Test
    void inEnglishToo() {
        Seite seite = b.druecke(b.hole(starte(b).url() + "?sprache=en"), "weiter", anders(PERSON, VORNAME, "\u2013"));

        assertThat(seite.html().select(".ozg-fehlerliste").text())
                .contains("the character “\u2013” at position 1, which is not possible here. Write “-” instead.");
    }

    @Test
    void whatIsTypedDecomposedIsDeliveredComposed() throws IOException {
        Map<String, String> person = anders(PERSON, VORNAME, "Zoe\u0308 A\u030asa");
        Seite seite = b.druecke(b.druecke(starte(b), "weiter", person), "weiter", ANSCHRIFT);
        seite = b.druecke(seite, "weiter", anders(hund(1, "Mu\u0308sli", false), HUNDENAME, "R\u0325\u0304ex"));
        b.druecke(b.druecke(seite, "weiter", Map.of()), "Verbindlich absenden", Map.of());

        Paket paket = portal.pakete().get(0);
        for (Rolle rolle : List.of(Rolle.FACHDATEN_XML, Rolle.FACHDATEN_JSON)) {
            assertThat(text(paket, rolle)).contains("Zo\u00eb \u00c5sa", "R\u0325\u0304ex");
        }
    }

    @Test
    void theNameOfAFileIsWrittenSoThatItCanTravel() {
        Datei datei = new Datei("Na\u0308chweis\u202e \u2013 \ud83d\udc36\u4e2d.pdf", "application/pdf", PDF);

        Seite seite = b.druecke(
                bisHund(b), "hochladen:" + NACHWEIS, hund(1, "Waldi", true), Map.of(NACHWEIS + ".datei", datei));

        assertThat(portal.anlagen(seite)).singleElement().satisfies(a -> assertThat(a.dateiname())
                .isEqualTo("N\u00e4chweis - _.pdf"));
    }

    private static String text(Paket paket, Rolle rolle) throws IOException {
        Paket.Teil teil = paket.teile().stream()
                .filter(t -> t.rolle() == rolle)
                .findFirst()
                .orElseThrow();
        try (InputStream quelle = teil.inhalt().oeffnen()) {
            return new String(quelle.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
