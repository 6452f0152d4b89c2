/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.probe.Probequellen.EMAIL;
import static de.kommunalsdk.forms.probe.Probequellen.GEBOREN;
import static de.kommunalsdk.forms.probe.Probequellen.HALTER;
import static de.kommunalsdk.forms.probe.Probequellen.HUBRAUM;
import static de.kommunalsdk.forms.probe.Probequellen.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.nutzerkonto.Attribut;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page that asks for more than the login has: in the middle of the form the level is raised, and the draft stays. */
class AufstiegIT {

    private static final Map<String, String> PERSON =
            Map.of(NAME, "Mustermann", GEBOREN + ".tag", "3", GEBOREN + ".monat", "2", GEBOREN + ".jahr", "1985");

    /** The page "Fahrzeug" asks for a level; the account fills the keeper only when it is sure. */
    private static final String STUFE =
            Probequellen.NUR_KONTO.replace("titel: Fahrzeug,", "titel: Fahrzeug, vertrauensniveau: substanziell,")
                    + "      F05999000931: {attribut: halter, niveau: substanziell}\n";

    private final Probekonto konto = new Probekonto(Vertrauensniveau.HOCH);

    private Testportal portal(String niveau) {
        return Testportal.starte(
                Quellenportal.mit(niveau, STUFE, b -> b.nutzerkonto(konto)), anfrage -> konto.angemeldet());
    }

    private static Nutzer erika(String subjekt, Vertrauensniveau niveau) {
        return new Nutzer(
                "Testkonto",
                subjekt,
                niveau,
                List.of(
                        new Attribut("email", "erika@example.org", Vertrauensniveau.NIEDRIG, ""),
                        new Attribut("halter", "Erika Mustermann", niveau, "")));
    }

    private Seite kommeZurueck(Testportal portal, Testbrowser b, Nutzer nutzer) {
        konto.meldeAn(nutzer);
        return b.hole(portal.basis().resolve(konto.wunsch().zurueck()).toString());
    }

    private static String wert(Seite seite, String ort) {
        return seite.html().select("input[name=" + ort + "]").attr("value");
    }

    @Test
    void theLevelRisesInTheMiddleAndWhatTheAccountMayTellThenIsFilledIn() {
        try (Testportal portal = portal("niedrig")) {
            assertThat(portal.sdk().probleme()).isEmpty();
            Testbrowser b = portal.browser();
            assertThat(b.hole("/probe").text())
                    .contains("Nötig ist das Vertrauensniveau „niedrig", "Für einen Teil der Angaben");
            konto.meldeAn(erika("4711", Vertrauensniveau.NIEDRIG));
            Seite seite = b.druecke(Quellenportal.starte(b), "weiter", Map.of(Quellenportal.KONTO, "ja"));
            assertThat(wert(seite, EMAIL)).isEqualTo("erika@example.org");
            assertThat(konto.wuensche).isEmpty();

            assertThat(b.druecke(seite, "weiter", PERSON).url().getPath()).isEqualTo(Probekonto.ADRESSE);
            assertThat(konto.wunsch().niveau()).isEqualTo(Vertrauensniveau.SUBSTANZIELL);
            assertThat(konto.wunsch().attribute()).containsExactlyInAnyOrder("email", "halter");

            Seite fahrzeug = kommeZurueck(portal, b, erika("4711", Vertrauensniveau.SUBSTANZIELL));
            assertThat(fahrzeug.h1()).isEqualTo("Fahrzeug");
            assertThat(wert(b.hole(Quellenportal.antrag(fahrzeug) + "/seite/person"), NAME))
                    .isEqualTo("Mustermann");
            Seite halter = b.druecke(fahrzeug, "weiter", Map.of(HUBRAUM, "1390"));
            assertThat(wert(halter, HALTER)).isEqualTo("Erika Mustermann");
            assertThat(b.druecke(halter, "weiter", Map.of()).text()).contains("Verbindlich absenden");
        }
    }

    @Test
    void whatWasSentWithALoginThatIsTooLowIsKept() {
        try (Testportal portal = portal("niedrig")) {
            Testbrowser b = portal.browser();
            konto.meldeAn(erika("4711", Vertrauensniveau.SUBSTANZIELL));
            Seite fahrzeug = b.druecke(b.druecke(Quellenportal.starte(b), "weiter", Map.of()), "weiter", PERSON);
            konto.meldeAn(erika("4711", Vertrauensniveau.NIEDRIG));
            assertThat(b.druecke(fahrzeug, "weiter", Map.of(HUBRAUM, "1390"))
                            .url()
                            .getPath())
                    .isEqualTo(Probekonto.ADRESSE);
            Seite nachtrag = kommeZurueck(portal, b, erika("4711", Vertrauensniveau.HOCH));
            assertThat(nachtrag.h1()).isEqualTo("Willkommen zurück");
            assertThat(b.druecke(nachtrag, "Weiter", Map.of()).h1()).isEqualTo("Halter");
        }
    }

    @Test
    void nobodySubmitsBelowTheLevelThatAPageAskedFor() {
        try (Testportal portal = portal("niedrig")) {
            Testbrowser b = portal.browser();
            konto.meldeAn(erika("4711", Vertrauensniveau.SUBSTANZIELL));
            Seite seite = b.druecke(b.druecke(Quellenportal.starte(b), "weiter", Map.of()), "weiter", PERSON);
            seite = b.druecke(seite, "weiter", Map.of(HUBRAUM, "1390"));
            Seite pruefen = b.druecke(seite, "weiter", Map.of(HALTER, "Erika"));

            konto.meldeAn(erika("4711", Vertrauensniveau.NIEDRIG));
            assertThat(b.hole(Quellenportal.antrag(seite) + "/seite/halter").h1())
                    .isEqualTo("Halter");
            assertThat(b.hole(pruefen.url().toString()).url().getPath()).isEqualTo(Probekonto.ADRESSE);
            assertThat(b.druecke(pruefen, "Verbindlich absenden", Map.of())
                            .url()
                            .getPath())
                    .isEqualTo(Probekonto.ADRESSE);
            Seite nachtrag = kommeZurueck(portal, b, erika("4711", Vertrauensniveau.SUBSTANZIELL));
            assertThat(b.druecke(nachtrag, "Weiter", Map.of()).url().getPath()).endsWith("/quittung");
        }
    }

    @Test
    void aDraftWithoutALoginIsTheAccountsFromThenOnAndAnotherOneDoesNotGetIt() {
        try (Testportal portal = portal("ohne")) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(Quellenportal.starte(b), "weiter", PERSON);
            assertThat(seite.url().getPath()).isEqualTo(Probekonto.ADRESSE);
            Seite fahrzeug = kommeZurueck(portal, b, erika("4711", Vertrauensniveau.SUBSTANZIELL));
            assertThat(fahrzeug.h1()).isEqualTo("Fahrzeug");
            assertThat(fahrzeug.html().select("button[value=einwilligung]")).hasSize(1);

            Seite fremd = kommeZurueck(portal, b, erika("4712", Vertrauensniveau.HOCH));
            assertThat(fremd.status()).isEqualTo(403);
            assertThat(fremd.code()).isEqualTo("OZG-WEB-0014");
        }
    }

    @Test
    void aPageAboveWhatTheLoginReachesKeepsTheDienstFromBeingOffered() {
        Probekonto schwach = new Probekonto(Vertrauensniveau.NIEDRIG);
        try (Testportal portal = Testportal.starte(Quellenportal.mit("niedrig", STUFE, b -> b.nutzerkonto(schwach)))) {
            assertThat(portal.sdk().probleme()).extracting(p -> p.code().code()).containsExactly("OZG-SDK-0002");
        }
    }
}
