/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantFinder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** A citizen meets each kind of rule, mends what is wrong and submits. */
class RegelgeschichteIT {

    private static final String G = "G05999000021.";
    private static final String NACHWEIS = G + "F05999000021";
    private static final String NUMMER = G + "F05999000022";
    private static final String BEFRISTET = G + "F05999000023";
    private static final String AKTENZEICHEN = G + "F05999000024";
    private static final String POSTANSCHRIFT = G + "F05999000027";
    private static final String TELEFON = "G05999000022.F05999000025";
    private static final String EMAIL = "G05999000022.F05999000026";

    private static Testportal portal() {
        Path dienst = Path.of(
                System.getProperty("project.root"),
                "sdk-forms/src/test/resources/de/kommunalsdk/forms/servlet/regeldienst");
        return Testportal.starte(b -> b.dienste(
                        Dienstbibliothek.builder().verzeichnis(dienst).lade())
                .mandanten(MandantFinder.fest(Testportal.mandant("musterstadt", "dienste:\n  regeldienst: {}\n"))));
    }

    @Test
    void rulesAreShownWhereTheyCanBeMendedAndHoldBeforeSubmission() {
        try (Testportal portal = portal()) {
            assertThat(portal.sdk().probleme()).isEmpty();
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(b.hole("/regeldienst"), "Jetzt online beantragen", Map.of());

            // Land and forbid: the Mandant is in NW; a radio that is forbidden can be taken back
            seite = b.druecke(seite, "weiter", Map.of(NACHWEIS, "false", BEFRISTET, "true"));
            assertThat(seite.h1()).isEqualTo("Nachweis");
            meldet(seite, BEFRISTET, "„Ist der Nachweis befristet?“: Lassen Sie die Frage offen");
            meldet(seite, AKTENZEICHEN, "„Aktenzeichen“: In Nordrhein-Westfalen wird das Aktenzeichen gebraucht.");
            assertThat(seite.html().select(".ozg-fehlerliste li")).hasSize(2);
            Seite englisch = b.hole(seite.url() + "&sprache=en");
            assertThat(englisch.html().select(".ozg-fehlerliste a").eachAttr("lang"))
                    .containsOnly("de");
            seite = b.hole(seite.url() + "&sprache=de");
            assertThat(seite.html().select(".ozg-fehlerliste [lang]")).isEmpty();
            assertThat(seite.html().select("[name=" + BEFRISTET + "]").eachAttr("value"))
                    .containsExactly("true", "false", "");

            // require, on the same page
            seite = b.druecke(
                    seite, "weiter", Map.of(NACHWEIS, "true", BEFRISTET, "", AKTENZEICHEN, "53.01", NUMMER, ""));
            meldet(seite, NUMMER, "Geben Sie die Nummer an, wenn Sie einen Nachweis haben.");
            assertThat(seite.html().select(".ozg-fehlerliste li")).hasSize(1);

            // a rule that looks at a later page waits for it
            seite = b.druecke(seite, "weiter", Map.of(NUMMER, "4711"));
            assertThat(seite.h1()).isEqualTo("Kontakt");
            assertThat(seite.html().select(".ozg-fehlerliste")).isEmpty();

            // valid, without a target: at the last answer it looks at
            seite = b.druecke(seite, "weiter", Map.of(TELEFON, "a@example.org", EMAIL, "a@example.org"));
            meldet(seite, EMAIL, "Geben Sie nicht als Telefon ein, was bei E-Mail steht.");

            // all asked: back to the target of the rule that waited
            seite = b.druecke(seite, "weiter", Map.of(TELEFON, "", EMAIL, ""));
            assertThat(seite.h1()).isEqualTo("Nachweis");
            meldet(seite, POSTANSCHRIFT, "Geben Sie eine Postanschrift an");

            seite = b.druecke(seite, "weiter", Map.of(POSTANSCHRIFT, "Postfach 1"));
            assertThat(seite.h1()).isEqualTo("Kontakt");
            seite = b.druecke(seite, "weiter", Map.of());
            assertThat(seite.text()).contains("4711", "53.01", "Postfach 1");
            seite = b.druecke(seite, "Verbindlich absenden", Map.of());
            assertThat(seite.url().getPath()).endsWith("/quittung");
            assertThat(portal.pakete()).hasSize(1);
        }
    }

    @Test
    void aBrokenRuleIsNotSubmittedEvenWhenThePageIsPassedBy() {
        try (Testportal portal = portal()) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(b.hole("/regeldienst"), "Jetzt online beantragen", Map.of());
            String antrag = seite.url().toString().replaceAll("/seite/.*", "");
            Seite kontakt = b.druecke(seite, "weiter", Map.of(NACHWEIS, "true", NUMMER, "4711", AKTENZEICHEN, "53.01"));
            Seite pruefen = b.druecke(kontakt, "weiter", Map.of(TELEFON, "0241 1"));
            Map<String, String> einreichung = new HashMap<>(pruefen.felder("Verbindlich absenden"));

            // meanwhile, in another tab
            Seite ohneFehler = b.hole(antrag + "/seite/nachweis");
            assertThat(ohneFehler.html().select("[name=" + NACHWEIS + "]").eachAttr("value"))
                    .as("an optional answer can be taken back without an error on its page")
                    .containsExactly("true", "false", "");
            Seite tab = b.druecke(ohneFehler, "unterbrechen", Map.of(NUMMER, ""));
            assertThat(tab.status()).isEqualTo(200);
            einreichung.put(
                    "stand",
                    b.hole(antrag + "/seite/nachweis")
                            .html()
                            .select("input[name=stand]")
                            .attr("value"));
            Seite nachher = b.sende(
                    pruefen.url()
                            .resolve(pruefen.formular("Verbindlich absenden").attr("action")),
                    einreichung);

            assertThat(nachher.h1()).isEqualTo("Nachweis");
            meldet(nachher, NUMMER, "Geben Sie die Nummer an, wenn Sie einen Nachweis haben.");
            assertThat(portal.pakete()).isEmpty();
        }
    }

    private static void meldet(Seite seite, String ort, String text) {
        Elements meldung = seite.html().select("[id=" + ort + "_fehler]");
        assertThat(meldung.text()).as("error at %s of: %s", ort, seite.text()).contains(text);
        assertThat(meldung.attr("data-ozg-fehler")).isEqualTo("REGEL");
    }
}
