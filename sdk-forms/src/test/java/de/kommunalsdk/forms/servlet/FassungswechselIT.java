/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.Hundeanmeldung.NACHWEIS;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisHund;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.hund;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdkBuilder;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.entwurf.Entwurfsmigration;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft and the versions of its Dienst: side by side, at their end, gone. */
class FassungswechselIT {

    private static final MandantId STADT = new MandantId("musterstadt");
    private static final String FARBE = "F05999000007";
    private static final String FARBE_NEU = "F05999000777";
    private static final String MIGRATION =
            "  migration:\n    - von: 1.0.0\n      umbenennen: {F05999000007: F05999000777}\n";
    private static final String ENDE = "  ablauf: \"2026-12-01\"\n  schonfrist_tage: \"10\"\n";

    @TempDir
    private Path ordner;

    private final JdbcDataSource quelle = new JdbcDataSource();
    private final List<Testportal> portale = new ArrayList<>();
    private Schluesselbund bund;

    FassungswechselIT() {
        quelle.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    @AfterEach
    void stop() {
        portale.forEach(Testportal::close);
    }

    private Path eins(String entwurf) {
        return Fassungen.von(ordner, "1.0.0", entwurf, text -> text);
    }

    private Path zwei(String entwurf) {
        return Fassungen.von(ordner, "2.0.0", entwurf, text -> text.replace(FARBE, FARBE_NEU)
                .replace("umbenennen: {" + FARBE_NEU + ":", "umbenennen: {" + FARBE + ":"));
    }

    /** A node with these versions, all on one database. */
    private Testportal portal(UnaryOperator<KommunalSdkBuilder> anders, Path... fassungen) throws Exception {
        if (bund == null) {
            bund = Schluesselbund.ausDateiOderNeu(ordner.resolve("schluessel.yaml"));
        }
        Dienstbibliothek.Builder dienste = Dienstbibliothek.builder();
        for (Path fassung : fassungen) {
            dienste.verzeichnis(fassung);
        }
        Testportal portal = Testportal.starte(
                b -> anders.apply(b.datenquelle(quelle).schluessel(bund).dienste(dienste.lade())));
        assertThat(portal.sdk().probleme()).isEmpty();
        portale.add(portal);
        return portal;
    }

    /** The same browser at another node. */
    private static Testbrowser beim(Testportal portal, Testbrowser browser) {
        Testbrowser anderer = portal.browser();
        anderer.cookies().putAll(browser.cookies());
        anderer.pfade().putAll(browser.pfade());
        return anderer;
    }

    private static String pfad(Seite seite) {
        return seite.url().getPath().substring("/ozg".length());
    }

    private static AntragId antrag(Seite seite) {
        return new AntragId(seite.url().getPath().split("/")[4]);
    }

    private String version(Testportal portal, Seite seite) {
        return portal.sdk()
                .datenhaltung()
                .antraege()
                .entwurf(STADT, antrag(seite))
                .orElseThrow()
                .dienst()
                .version();
    }

    @Test
    void versionsRunSideBySideAndADraftStaysOnItsOwn() throws Exception {
        Testbrowser b = portal(x -> x, eins("")).browser();
        Seite alt = bisHund(b);
        Testportal beide = portal(x -> x, eins(""), zwei(MIGRATION));
        Testbrowser b2 = beim(beide, b);

        Seite weiter = b2.hole(pfad(alt));
        assertThat(weiter.felder("weiter")).containsKey("G05999000003-1." + FARBE);
        assertThat(version(beide, alt)).isEqualTo("1.0.0");
        assertThat(bisHund(beide.browser()).felder("weiter")).containsKey("G05999000003-1." + FARBE_NEU);
    }

    @Test
    void aVersionPastItsEndTakesNoNewDraftsAndMovesItsOwnAfterTheGrace() throws Exception {
        Testportal beide = portal(x -> x, eins(ENDE));
        Testbrowser b = beide.browser();
        Seite alt = bisHund(b);
        alt = b.druecke(
                alt,
                "hochladen:" + NACHWEIS,
                hund(1, "Waldi", true),
                Map.of(NACHWEIS + ".datei", Hundeanmeldung.pdf()));
        Seite katalog = b.hole("/hund-anmelden");
        beide.spaeter(Duration.ofDays(9));

        assertThat(b.hole("/hund-anmelden").text()).contains("nimmt keine neuen Anträge mehr an", "OZG-ENTWURF-0003");
        Map<String, String> start = katalog.felder("Jetzt online beantragen");
        start.put(
                "csrf",
                b.hole("/hund-anmelden/fortsetzen")
                        .felder("Begonnenen Antrag fortsetzen")
                        .get("csrf"));
        assertThat(b.sende(katalog.url().resolve("hund-anmelden/start"), start).code())
                .isEqualTo("OZG-ENTWURF-0003");
        assertThat(b.hole(pfad(alt)).felder("weiter")).containsEntry("G05999000003-1." + FARBE, "braun");

        Testportal neu = portal(x -> x, eins(ENDE), zwei(MIGRATION));
        neu.spaeter(Duration.ofDays(9));
        Testbrowser b2 = beim(neu, b);
        b2.hole(pfad(alt));
        assertThat(version(neu, alt)).isEqualTo("1.0.0");
        neu.spaeter(Duration.ofDays(10));

        Seite bericht = b2.hole(pfad(alt));
        assertThat(bericht.h1()).isEqualTo("Das Formular wurde erneuert");
        assertThat(bericht.text()).contains("Fassung 1.0.0", "Bitte prüfen Sie jede Seite");
        assertThat(version(neu, alt)).isEqualTo("2.0.0");
        assertThat(b2.hole(pfad(alt)).h1()).as("until it was read").isEqualTo("Das Formular wurde erneuert");
        Seite danach = b2.druecke(bericht, "Weiter zum Antrag", Map.of());
        assertThat(danach.felder("weiter")).containsEntry("G05999000003-1." + FARBE_NEU, "braun");
        assertThat(danach.text()).contains("Nachweis größer.pdf");
    }

    @Test
    void whatTheNewVersionCalculatesIsThereFromItsFirstPageOn() throws Exception {
        Testbrowser b = portal(x -> x, eins("")).browser();
        Seite alt = b.druecke(bisHund(b), "unterbrechen", hund(1, "Waldi", false));
        Path zwei = zwei(MIGRATION);
        Path yaml = zwei.resolve("dienst.yaml");
        Files.writeString(yaml, Files.readString(yaml) + "berechnungen: {" + FARBE_NEU + ": '\"gescheckt\"'}\n");
        Testportal neu = portal(x -> x, zwei);

        beim(neu, b).hole(pfad(alt).replaceFirst("/unterbrechen|/seite/.*", ""));

        assertThat(version(neu, alt)).isEqualTo("2.0.0");
        byte[] inhalt = neu.sdk()
                .datenhaltung()
                .antraege()
                .entwurf(STADT, antrag(alt))
                .orElseThrow()
                .inhalt();
        assertThat(AntwortenFormat.lies(inhalt).wert("G05999000003-1." + FARBE_NEU))
                .isEqualTo("gescheckt");
    }

    @Test
    void anAnswerWithoutAPlaceStaysInTheDraftAndIsShown() throws Exception {
        Testbrowser b = portal(x -> x, eins("")).browser();
        Seite alt = bisHund(b);
        b.druecke(alt, "weiter", hund(1, "Waldi", false));
        Testportal neu = portal(x -> x, zwei("  migration:\n    - von: 1.0.0\n"));
        Testbrowser b2 = beim(neu, b);

        Seite bericht = b2.hole(pfad(alt));
        assertThat(bericht.text()).contains("Angaben, die in der neuen Fassung keinen Platz haben", "braun");
        Seite danach = b2.druecke(bericht, "Weiter zum Antrag", Map.of());
        Seite unterbrochen = b2.druecke(danach, "unterbrechen", Map.of());
        assertThat(unterbrochen.text()).contains("Angaben aus der früheren Fassung ansehen");
        assertThat(b2.hole(pfad(alt).replaceAll("/seite/.*", "/umgestellt")).text())
                .contains("braun");
    }

    /** The page was filled in before the old version went: what was typed meets the moved draft as a second tab would. */
    @Test
    void aPageOfTheOldVersionThatIsSentAfterTheMoveLosesNothing() throws Exception {
        Testbrowser b = portal(x -> x, eins("")).browser();
        Seite alt = bisHund(b);
        Testportal neu = portal(x -> x, zwei(MIGRATION));
        Testbrowser b2 = beim(neu, b);
        Map<String, String> felder = alt.felder("weiter");
        felder.putAll(hund(1, "Waldi", false));

        Seite konflikt = b2.sendeTeile(java.net.URI.create(neu.basis() + pfad(alt)), felder, Map.of());

        assertThat(konflikt.status()).isEqualTo(409);
        assertThat(konflikt.text()).contains("Waldi", "Dackel", "Nicht zuzuordnende Eingaben", FARBE, "braun");
        Seite danach = b2.druecke(konflikt, "Alle meine Eingaben übernehmen", Map.of());
        Seite hund = b2.druecke(danach, "Weiter zum Antrag", Map.of());
        assertThat(b2.hole(pfad(alt)).felder("weiter")).containsEntry("G05999000003-1.F05999000002", "Waldi");
        assertThat(hund.status()).isEqualTo(200);
    }

    @Test
    void aVersionThatVanishedWithoutAWayIsExplainedAndTheDraftIsKept() throws Exception {
        Testbrowser b = portal(x -> x, eins("")).browser();
        Seite alt = bisHund(b);
        alt = b.druecke(
                alt,
                "hochladen:" + NACHWEIS,
                hund(1, "Waldi", true),
                Map.of(NACHWEIS + ".datei", Hundeanmeldung.pdf()));
        Testportal neu = portal(x -> x, zwei(""));
        Testbrowser b2 = beim(neu, b);

        Seite verwaist = b2.hole(pfad(alt));
        assertThat(verwaist.status()).isEqualTo(409);
        assertThat(verwaist.code()).isEqualTo("OZG-ENTWURF-0002");
        assertThat(verwaist.text())
                .contains("Fassung 1.0.0", "bis zum 23.12.2026", "Waldi", "03.04.2024", "braun", "Nachweis größer.pdf");
        Map<String, String> felder = alt.felder("weiter");
        felder.put("G05999000003-1.F05999000002", "Hasso");
        assertThat(b2.sendeTeile(java.net.URI.create(neu.basis() + pfad(alt)), felder, Map.of())
                        .text())
                .contains("Das haben Sie gerade eingegeben", "Hasso", "Waldi");
        assertThat(version(neu, alt)).isEqualTo("1.0.0");

        // the version comes back: the draft goes on
        Testportal wieder = portal(x -> x, eins(""), zwei(""));
        assertThat(beim(wieder, b).hole(pfad(alt)).felder("weiter")).containsEntry("G05999000003-1." + FARBE, "braun");
        // or the citizen wants it deleted
        b2.druecke(b2.hole(pfad(alt)), "Entwurf löschen", Map.of());
        assertThat(neu.sdk().datenhaltung().antraege().entwurf(STADT, antrag(alt)))
                .isEmpty();
    }

    @Test
    void thePortalsOwnMigrationIsAskedAndItsFaultChangesNothing() throws Exception {
        Testbrowser b = portal(x -> x, eins("")).browser();
        Seite alt = bisHund(b);
        b.druecke(alt, "weiter", hund(1, "Waldi", false));
        Testportal kaputt = portal(
                x -> x.entwurfsmigration((von, nach, antworten) -> {
                    throw new IllegalStateException("Waldi");
                }),
                zwei(""));

        Seite fehler = beim(kaputt, b).hole(pfad(alt));
        assertThat(fehler.status()).isEqualTo(409);
        assertThat(fehler.code()).isEqualTo("OZG-ENTWURF-0004");
        assertThat(version(kaputt, alt)).isEqualTo("1.0.0");

        Testportal gut = portal(
                x -> x.entwurfsmigration((von, nach, antworten) -> Optional.of(new Entwurfsmigration.Ergebnis(
                        antworten.mit("G05999000003-1." + FARBE_NEU, antworten.wert("G05999000003-1." + FARBE)),
                        List.of("Die Farbe wurde übernommen.")))),
                zwei(""));
        Testbrowser b3 = beim(gut, b);
        Seite bericht = b3.hole(pfad(alt));
        assertThat(bericht.text()).contains("Die Farbe wurde übernommen.");
        b3.druecke(bericht, "Weiter zum Antrag", Map.of());
        assertThat(b3.hole(pfad(alt)).felder("weiter"))
                .containsEntry("G05999000003-1." + FARBE_NEU, "braun")
                .containsEntry("G05999000003-1.F05999000002", "Waldi");
    }
}
