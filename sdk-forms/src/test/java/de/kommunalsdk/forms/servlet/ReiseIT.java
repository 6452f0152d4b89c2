/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.probe.Probeschema.feld;
import static de.kommunalsdk.forms.probe.Probeschema.gruppe;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdkBuilder;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.haken.EigeneSeite;
import de.kommunalsdk.forms.haken.EigenerBaustein;
import de.kommunalsdk.forms.haken.NachSpeichern;
import de.kommunalsdk.forms.haken.VorEinreichen;
import de.kommunalsdk.forms.haken.VorSeite;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.seiten.Formularansicht;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantFinder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way through a form: one entry at a time, long lists, skipped and forged steps, hooks of the host. */
class ReiseIT {

    private static final String NAME = "F05999000101";
    private static final String LAND = "F05999000102";
    private static final String KIND = "G05999000101";
    private static final String VORNAME = "F05999000103";
    private static final String SCHULE = "G05999000102";
    private static final String SCHULNAME = "F05999000104";
    private static final String TELEFON = "F05999000105";
    private static final String BEMERKUNG = "F05999000106";

    private static final String SCHEMA = Probeschema.schema(
            feld("1:1", NAME, "Name", "text"),
            feld("0:1", LAND, "Land", "text")
                    .werte(IntStream.rangeClosed(1, 300).mapToObj(i -> "L" + i).toArray(String[]::new)),
            gruppe(
                    "0:*",
                    KIND,
                    "Kind",
                    feld("1:1", VORNAME, "Vorname", "text"),
                    gruppe("0:3", SCHULE, "Schule", feld("1:1", SCHULNAME, "Schulname", "text"))),
            feld("0:*", TELEFON, "Telefon", "text"),
            feld("0:1", BEMERKUNG, "Bemerkung", "text"));

    private static final String SEITEN =
            """
            schriftform: papier
            seiten:
              - {id: person, titel: Person, felder: [F05999000101, F05999000102]}
              - {id: kinder, titel: Kinder, felder: [G05999000101]}
              - {id: rest, titel: Rest, felder: [F05999000105, F05999000106]}
            """;

    @TempDir
    private Path ordner;

    private Testportal portal(UnaryOperator<KommunalSdkBuilder> anders) throws IOException {
        Probedienst probe = new Probedienst(SEITEN, SCHEMA);
        Files.writeString(ordner.resolve("dienst.yaml"), probe.yaml());
        Files.writeString(ordner.resolve("probe.xdf3.xml"), probe.schema());
        return Testportal.starte(b -> anders.apply(
                b.dienste(Dienstbibliothek.builder().verzeichnis(ordner).lade())
                        .mandanten(MandantFinder.fest(Testportal.mandant("musterstadt", "dienste: {probe: {}}\n")))));
    }

    private static Seite bisKinder(Testbrowser b) {
        Seite start = b.druecke(b.hole("/probe"), "Jetzt online beantragen", Map.of());
        return b.druecke(start, "weiter", Map.of(NAME, "Erika"));
    }

    @Test
    void entriesAreFilledInOneAtATimeDownToTheDeepest() throws IOException {
        try (Testportal portal = portal(p -> p)) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(bisKinder(b), "hinzufuegen:" + KIND, Map.of(KIND + "-1." + VORNAME, "Ada"));
            assertThat(seite.url().getPath()).endsWith("/seite/kinder/" + KIND + "-2");
            assertThat(seite.text()).contains("Kind 2");

            String zweites = KIND + "-2." + SCHULE;
            seite = b.druecke(
                    seite,
                    "hinzufuegen:" + zweites,
                    Map.of(KIND + "-2." + VORNAME, "Bea", zweites + "-1." + SCHULNAME, "Erste"));
            seite = b.druecke(
                    seite, "weiter", Map.of(KIND + "-2." + VORNAME, "", zweites + "-2." + SCHULNAME, "Zweite"));
            assertThat(seite.url().toString()).contains("/seite/kinder/" + KIND + "-2?pruefen=1");
            assertThat(seite.html().select(".ozg-fehlerliste a")).hasSize(1);
            Seite vonDerListe = b.druecke(seite, "zurueck", Map.of());
            vonDerListe = b.druecke(vonDerListe, "weiter", Map.of());
            String verweis = vonDerListe.html().select(".ozg-fehlerliste a").attr("href");
            assertThat(verweis).contains("/seite/kinder/" + KIND + "-2?pruefen=1");
            seite = b.druecke(
                    b.hole(vonDerListe.url().resolve(verweis).toString()),
                    "weiter",
                    Map.of(KIND + "-2." + VORNAME, "Bea"));

            assertThat(seite.url().getPath()).endsWith("/seite/kinder");
            assertThat(seite.text()).contains("Ada", "Bea, Erste");
            seite = b.druecke(seite, "entfernen:" + KIND + "-1", Map.of());
            assertThat(seite.felder("weiter"))
                    .as("one entry stands on the page itself")
                    .containsEntry(KIND + "-1." + VORNAME, "Bea")
                    .containsEntry(KIND + "-1." + SCHULE + "-2." + SCHULNAME, "Zweite");
            assertThat(b.hole(seite.url() + "/" + KIND + "-7").status()).isEqualTo(404);
        }
    }

    @Test
    void aLongRepetitionIsPagedAndWhatIsNotShownIsNotChanged() throws IOException {
        try (Testportal portal = portal(p -> p)) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(bisKinder(b), "weiter", Map.of());
            for (int i = 1; i <= 20; i++) {
                seite = b.druecke(seite, "hinzufuegen:" + TELEFON, Map.of(TELEFON + "-" + i, "0" + i));
            }
            assertThat(seite.text()).contains("Einträge 21 bis 21 von 21");
            assertThat(seite.felder("weiter")).containsKey(TELEFON + "-21").doesNotContainKey(TELEFON + "-20");
            seite = b.druecke(seite, "blaettern:" + TELEFON + "-1", Map.of(TELEFON + "-21", "021"));
            assertThat(seite.felder("weiter"))
                    .containsEntry(TELEFON + "-20", "020")
                    .doesNotContainKey(TELEFON + "-21");
            seite = b.druecke(seite, "blaettern:" + TELEFON + "-21", Map.of());
            assertThat(seite.felder("weiter")).containsEntry(TELEFON + "-21", "021");
        }
    }

    @Test
    void aLongListIsSearchedWithoutScriptsAndTheTermIsInNoAddress() throws IOException {
        try (Testportal portal = portal(p -> p)) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(b.hole("/probe"), "Jetzt online beantragen", Map.of());
            assertThat(seite.html().select("select option")).hasSize(1);

            seite = b.druecke(seite, "suche:" + LAND, Map.of(NAME, "Erika", LAND + ".suche", "name l29"));

            assertThat(seite.url().toString()).endsWith("?suche=" + LAND).doesNotContain("l29");
            assertThat(seite.html().select("select option")).hasSize(1 + 11);
            assertThat(seite.text()).contains("11 Treffer");
            assertThat(seite.felder("weiter")).containsEntry(NAME, "Erika");
            seite = b.druecke(seite, "weiter", Map.of(LAND, "L295"));
            seite = b.druecke(seite, "zurueck", Map.of());
            assertThat(seite.felder("weiter")).containsEntry(LAND, "L295");
            seite = b.druecke(seite, "suche:" + LAND, Map.of(LAND + ".suche", "Atlantis"));
            assertThat(seite.text()).contains("Nichts gefunden");
            assertThat(seite.felder("weiter")).containsEntry(LAND, "L295");
        }
    }

    @Test
    void aSkippedPageLeadsBackAndTheReviewBringsOnlyWhatIsNew() throws IOException {
        try (Testportal portal = portal(p -> p)) {
            Testbrowser b = portal.browser();
            Seite start = b.druecke(b.hole("/probe"), "Jetzt online beantragen", Map.of());
            String antrag = start.url().toString().replaceFirst("/seite/.*", "");

            Seite zurueck = b.hole(antrag + "/seite/rest");
            assertThat(zurueck.url().getPath()).endsWith("/seite/person");
            assertThat(zurueck.code()).isEqualTo(FormFehler.UEBERSPRUNGEN.code());
            assertThat(b.hole(antrag + "/pruefen").url().getPath()).endsWith("/seite/person");

            Seite seite = b.druecke(start, "weiter", Map.of(NAME, "Erika"));
            assertThat(b.hole(antrag + "/seite/rest").url().getPath()).endsWith("/seite/kinder");
            seite = b.druecke(b.druecke(seite, "weiter", Map.of()), "weiter", Map.of());
            assertThat(seite.url().getPath()).endsWith("/pruefen");
            Seite geaendert = b.druecke(b.hole(antrag + "/seite/person?danach=pruefen"), "weiter", Map.of(NAME, "Max"));
            assertThat(geaendert.url().getPath()).endsWith("/pruefen");
            assertThat(geaendert.text()).contains("Max");
        }
    }

    @Test
    void forgedNamesAreRefusedAndNothingIsLost() throws IOException {
        try (Testportal portal = portal(p -> p)) {
            Testbrowser b = portal.browser();
            Seite seite = bisKinder(b);
            Map<String, FormFehler> falsche = Map.of(
                    "F99999999999",
                    FormFehler.FELD_FREMD,
                    KIND + "-1.F05999000101",
                    FormFehler.FELD_FREMD,
                    KIND + "-99999999999." + VORNAME,
                    FormFehler.EINTRAG_FREMD,
                    KIND + "--99999999999." + VORNAME,
                    FormFehler.EINTRAG_FREMD,
                    KIND + "-0." + VORNAME,
                    FormFehler.EINTRAG_FREMD,
                    KIND + "-10001." + VORNAME,
                    FormFehler.EINTRAG_FREMD,
                    NAME + "-2",
                    FormFehler.EINTRAG_FREMD);
            for (Map.Entry<String, FormFehler> e : falsche.entrySet()) {
                Seite antwort = b.druecke(seite, "weiter", Map.of(e.getKey(), "x"));
                assertThat(antwort.status()).as(e.getKey()).isEqualTo(400);
                assertThat(antwort.code()).as(e.getKey()).isEqualTo(e.getValue().code());
                assertThat(antwort.text()).contains("Ihre gespeicherten Angaben sind noch da");
            }
            Seite gut = b.druecke(
                    seite,
                    "weiter",
                    Map.of(KIND + "-1." + VORNAME, "Ada", "host_csrf", "x", KIND + "-9." + VORNAME, "x"));
            assertThat(gut.h1()).isEqualTo("Rest");
            assertThat(b.druecke(gut, "zurueck", Map.of()).felder("weiter"))
                    .containsEntry(KIND + "-1." + VORNAME, "Ada")
                    .doesNotContainKey(KIND + "-9." + VORNAME);
        }
    }

    @Test
    void tenMegabytesInOneFieldChangeNothing() throws IOException {
        try (Testportal portal = portal(p -> p)) {
            Testbrowser b = portal.browser();
            Seite seite = bisKinder(b);

            Seite zuGross = b.druecke(seite, "weiter", Map.of(KIND + "-1." + VORNAME, "x".repeat(10 << 20)));

            assertThat(zuGross.status()).isEqualTo(413);
            assertThat(zuGross.code()).isEqualTo("OZG-WEB-0008");
            assertThat(b.druecke(seite, "zurueck", Map.of()).felder("weiter")).containsEntry(NAME, "Erika");
        }
    }

    @Test
    void nothingIsAddedBeyondTheLimitOfTheSchema() throws IOException {
        try (Testportal portal = portal(p -> p)) {
            Testbrowser b = portal.browser();
            Seite seite = bisKinder(b);
            String schule = KIND + "-1." + SCHULE;
            for (int i = 0; i < 2; i++) {
                seite = b.druecke(seite, "hinzufuegen:" + schule, Map.of(KIND + "-1." + VORNAME, "Ada"));
            }
            assertThat(seite.html().select("button[value=hinzufuegen:" + schule + "]"))
                    .isEmpty();

            Map<String, String> felder = seite.felder("weiter");
            felder.put("aktion", "hinzufuegen:" + schule);
            Seite abgelehnt =
                    b.sendeTeile(seite.url().resolve(seite.formular("weiter").attr("action")), felder, Map.of());

            assertThat(abgelehnt.status()).isEqualTo(422);
            assertThat(abgelehnt.text()).contains("höchstens 3 Einträge");
            assertThat(abgelehnt.felder("weiter")).containsKey(schule + "-3." + SCHULNAME);
        }
    }

    @Test
    void thePaperFormIsSaidBeforeAndAfter() throws IOException {
        try (Testportal portal = portal(p -> p)) {
            Testbrowser b = portal.browser();
            assertThat(b.hole("/probe").text()).contains("Unterschrift auf Papier");

            Seite seite = b.druecke(b.druecke(bisKinder(b), "weiter", Map.of()), "weiter", Map.of());

            assertThat(b.druecke(seite, "Verbindlich absenden", Map.of()).text())
                    .contains("unterschreiben Sie ihn");
        }
    }

    @Test
    void aHostTakesPartByHooks() throws IOException {
        AtomicInteger gespeichert = new AtomicInteger();
        AtomicInteger versuche = new AtomicInteger();
        try (Testportal portal = portal(p -> p.haken((VorSeite) (kontext, seite) ->
                        seite.id().equals("person") ? Optional.of("Hinweis der <Stadt>") : Optional.empty())
                .haken((NachSpeichern) kontext ->
                        gespeichert.addAndGet(kontext.antworten().werte().size()))
                .haken((NachSpeichern) kontext -> {
                    throw new IllegalStateException("a faulty hook stops nobody");
                })
                .haken((VorEinreichen) kontext -> versuche.incrementAndGet() == 1
                        ? Optional.of("Bitte rufen Sie uns vorher an.")
                        : Optional.empty())
                .haken(new Karte())
                .haken(new Kurzseite()))) {
            Testbrowser b = portal.browser();
            Seite start = b.druecke(b.hole("/probe"), "Jetzt online beantragen", Map.of());
            assertThat(start.text()).contains("Hinweis der <Stadt>");
            Seite seite = b.druecke(start, "weiter", Map.of(NAME, "Erika"));
            assertThat(gespeichert).hasValue(1);
            assertThat(seite.html().select("#karte input[name=" + KIND + "-1." + VORNAME + "]"))
                    .hasSize(1);
            seite = b.druecke(seite, "weiter", Map.of(KIND + "-1." + VORNAME, "Ada"));
            assertThat(seite.html().select("form input[type=text]"))
                    .as("the page of the host")
                    .hasSize(1);
            seite = b.druecke(seite, "weiter", Map.of(BEMERKUNG, "kurz"));
            assertThat(seite.text()).contains("Ada", "kurz");

            Seite abgelehnt = b.druecke(seite, "Verbindlich absenden", Map.of());
            assertThat(abgelehnt.status()).isEqualTo(422);
            assertThat(abgelehnt.code()).isEqualTo(FormFehler.ABGELEHNT.code());
            assertThat(abgelehnt.text()).contains("Bitte rufen Sie uns vorher an.");
            assertThat(b.druecke(abgelehnt, "Verbindlich absenden", Map.of()).h1())
                    .contains("eingegangen");
        }
    }

    private static final class Karte implements EigenerBaustein {

        @Override
        public boolean zeigt(Feld feld) {
            return feld.pfad().endsWith(VORNAME);
        }

        @Override
        public void schreibe(Formularansicht ansicht, FeldPlatz platz, Writer ziel) throws IOException {
            ziel.write("<div id=\"karte\"><label for=\"" + platz.ort() + "\">Vorname</label><input type=\"text\" id=\""
                    + platz.ort() + "\" name=\"" + platz.ort() + "\"></div>");
        }
    }

    private static final class Kurzseite implements EigeneSeite {

        @Override
        public boolean zeigt(Formular formular, Formularseite seite) {
            return seite.id().equals("rest");
        }

        @Override
        public void schreibe(Formularansicht ansicht, Writer ziel) throws IOException {
            ziel.write("<label for=\"b\">Kurz</label><input type=\"text\" id=\"b\" name=\"" + BEMERKUNG + "\">");
        }
    }
}
