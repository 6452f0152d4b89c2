/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.probe.Probequellen.EMAIL;
import static de.kommunalsdk.forms.probe.Probequellen.GEBOREN;
import static de.kommunalsdk.forms.probe.Probequellen.GEBUEHR;
import static de.kommunalsdk.forms.probe.Probequellen.HALTER;
import static de.kommunalsdk.forms.probe.Probequellen.HUBRAUM;
import static de.kommunalsdk.forms.probe.Probequellen.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdkBuilder;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probequellen;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has to log in does so before the first question, comes back to the same page, and finds all again the next day. */
class KontoIT {

    private static final Map<String, String> PERSON =
            Map.of(NAME, "Mustermann", GEBOREN + ".tag", "3", GEBOREN + ".monat", "2", GEBOREN + ".jahr", "1985");

    @TempDir
    private Path ordner;

    private final Probekonto konto = new Probekonto(Vertrauensniveau.HOCH);

    /** A portal whose Dienst takes the mail address from the account and asks no register. */
    private Testportal portal(String niveau) {
        return Testportal.starte(
                Quellenportal.mit(niveau, Probequellen.NUR_KONTO, b -> b.nutzerkonto(konto)),
                anfrage -> konto.angemeldet());
    }

    /** Back from the login to where the wish says. */
    private Seite kommeZurueck(Testportal portal, Testbrowser b, Nutzer nutzer) {
        konto.meldeAn(nutzer);
        return b.hole(portal.basis().resolve(konto.wunsch().zurueck()).toString());
    }

    private Seite beginne(Testportal portal, Testbrowser b, Nutzer nutzer) {
        Seite seite = Quellenportal.starte(b);
        if (!seite.url().getPath().equals(Probekonto.ADRESSE)) {
            return seite;
        }
        return kommeZurueck(portal, b, nutzer);
    }

    private static String wert(Seite seite, String ort) {
        return seite.html().select("input[name=" + ort + "]").attr("value");
    }

    @Test
    void theWholeStory() {
        try (Testportal portal = portal("substanziell")) {
            assertThat(portal.sdk().probleme()).isEmpty();
            Testbrowser b = portal.browser();
            Seite katalog = b.hole("/probe");
            assertThat(katalog.text()).contains("Nötig ist das Vertrauensniveau „substanziell");

            Seite seite = Quellenportal.starte(b);
            assertThat(seite.url().getPath()).isEqualTo(Probekonto.ADRESSE);
            assertThat(konto.wunsch().niveau()).isEqualTo(Vertrauensniveau.SUBSTANZIELL);
            assertThat(konto.wunsch().anlass()).isEqualTo("Probe");
            assertThat(konto.wunsch().attribute()).containsExactly("email");

            // the same form; the account tells only after it was asked whether it may
            seite = kommeZurueck(portal, b, Probekonto.erika(Vertrauensniveau.SUBSTANZIELL));
            assertThat(seite.h1()).isEqualTo("Angaben abrufen statt eintippen");
            seite = b.druecke(seite, "weiter", Map.of(Quellenportal.KONTO, "ja"));
            assertThat(wert(seite, EMAIL)).isEqualTo("erika@example.org");
            assertThat(seite.text()).contains("aus: Testkonto, 23.11.2026");

            seite = b.druecke(seite, "weiter", PERSON);
            seite = b.druecke(seite, "weiter", Map.of(HUBRAUM, "1390", GEBUEHR, "13,90"));
            seite = b.druecke(seite, "weiter", Map.of(HALTER, "Erika Mustermann"));
            seite = b.druecke(seite, "Verbindlich absenden", Map.of());
            assertThat(seite.url().getPath()).endsWith("/quittung");
            String nummer = seite.html().select(".ozg-code").text();
            assertThat(seite.html().select("a[href$=/_konto]")).hasSize(1);

            // the next day, in another browser
            konto.meldeAb();
            portal.spaeter(Duration.ofDays(1));
            Testbrowser anderer = portal.browser();
            assertThat(anderer.hole("/_konto").url().getPath()).isEqualTo(Probekonto.ADRESSE);
            assertThat(konto.wunsch().niveau()).isEqualTo(Vertrauensniveau.BASISREGISTRIERUNG);
            seite = kommeZurueck(portal, anderer, Probekonto.erika(Vertrauensniveau.SUBSTANZIELL));
            assertThat(seite.h1()).isEqualTo("Meine Anträge");
            assertThat(seite.text()).contains("Angemeldet mit Testkonto", "Vorgangsnummer " + nummer);
            seite = anderer.druecke(seite, "Ansehen: Probe", Map.of());
            assertThat(seite.html().select(".ozg-code").text()).isEqualTo(nummer);
        }
    }

    @Test
    void aDraftOfTheAccountGoesOnInAnotherBrowser() {
        try (Testportal portal = portal("niedrig")) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(beginne(portal, b, Probekonto.erika(Vertrauensniveau.NIEDRIG)), "weiter", Map.of());
            b.druecke(seite, "weiter", PERSON);

            Testbrowser anderer = portal.browser();
            Seite meine = anderer.hole("/_konto");
            assertThat(meine.text()).contains("Begonnen am 23.11.2026");
            seite = anderer.druecke(meine, "Fortsetzen: Probe", Map.of());
            assertThat(seite.h1()).isEqualTo("Person");
            assertThat(wert(seite, NAME)).isEqualTo("Mustermann");
        }
    }

    @Test
    void anotherAccountSeesNothing() {
        try (Testportal portal = portal("niedrig")) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(beginne(portal, b, Probekonto.erika(Vertrauensniveau.NIEDRIG)), "weiter", Map.of());
            String antrag = Quellenportal.antrag(seite);

            for (Nutzer fremd : new Nutzer[] {
                Probekonto.nutzer("Testkonto", "4712", Vertrauensniveau.HOCH),
                Probekonto.nutzer("Anderes Konto", "4711", Vertrauensniveau.HOCH),
                Probekonto.nutzer("Testkonto", "", Vertrauensniveau.HOCH)
            }) {
                konto.meldeAn(fremd);
                Seite abgewiesen = b.hole(antrag + "/seite/person");
                assertThat(abgewiesen.status()).as(fremd.quelle()).isEqualTo(403);
                assertThat(abgewiesen.code()).isEqualTo("OZG-WEB-0014");
                assertThat(abgewiesen.html().select("input[name=" + NAME + "]")).isEmpty();
                assertThat(b.druecke(seite, "weiter", PERSON).status()).isEqualTo(403);
                Seite meine = portal.browser().hole("/_konto");
                assertThat(meine.html().select("button")).isEmpty();
                String csrf = b.hole("/probe").felder("Jetzt online beantragen").get("csrf");
                Seite geraten = b.sende(
                        URI.create(portal.basis() + "/_konto/oeffnen"),
                        Map.of("csrf", csrf, "antrag", antrag.replaceAll(".*/", "")));
                assertThat(geraten.status()).isEqualTo(404);
            }
            konto.meldeAn(Probekonto.erika(Vertrauensniveau.NIEDRIG));
            assertThat(b.hole(antrag + "/seite/person").h1()).isEqualTo("Person");
        }
    }

    @Test
    void whatWasSentAfterTheLoginEndedIsKept() {
        try (Testportal portal = portal("niedrig")) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(beginne(portal, b, Probekonto.erika(Vertrauensniveau.NIEDRIG)), "weiter", Map.of());
            konto.meldeAb();
            assertThat(b.druecke(seite, "weiter", PERSON).url().getPath()).isEqualTo(Probekonto.ADRESSE);

            seite = kommeZurueck(portal, b, Probekonto.erika(Vertrauensniveau.NIEDRIG));
            assertThat(seite.h1()).isEqualTo("Willkommen zurück");
            seite = b.druecke(seite, "Weiter", Map.of());
            assertThat(seite.h1()).isEqualTo("Fahrzeug");
            assertThat(wert(b.hole(Quellenportal.antrag(seite) + "/seite/person"), NAME))
                    .isEqualTo("Mustermann");
        }
    }

    @Test
    void formsOfSeveralTabsAreKeptAndGoWithTheirDraft() {
        try (Testportal portal = portal("niedrig")) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(beginne(portal, b, Probekonto.erika(Vertrauensniveau.NIEDRIG)), "weiter", Map.of());
            AntragId id = new AntragId(Quellenportal.antrag(seite).replaceAll(".*/", ""));
            MandantId stadt = new MandantId("musterstadt");
            Kurzablage ablage = portal.sdk().datenhaltung().kurzablage();
            konto.meldeAb();
            b.druecke(seite, "weiter", Map.of(NAME, "Erstmann"));
            String erste = konto.wunsch().zurueck();
            b.druecke(seite, "weiter", PERSON);
            String zweite = konto.wunsch().zurueck();
            b.druecke(seite, "weiter", PERSON); // the same once more
            assertThat(konto.wunsch().zurueck()).isEqualTo(zweite).isNotEqualTo(erste);

            konto.meldeAn(Probekonto.erika(Vertrauensniveau.NIEDRIG));
            assertThat(b.hole(portal.basis().resolve(erste).toString()).felder("Weiter"))
                    .containsEntry(NAME, "Erstmann");
            assertThat(b.hole(portal.basis().resolve(zweite).toString()).felder("Weiter"))
                    .containsEntry(NAME, "Mustermann");

            konto.meldeAb();
            for (int i = 0; i < 3; i++) {
                b.druecke(seite, "weiter", Map.of(NAME, "Reiter " + i));
            }
            Seite zuViele = b.druecke(seite, "weiter", Map.of(NAME, "Sechster"));
            assertThat(zuViele.status()).isEqualTo(429);
            assertThat(zuViele.felder("Erneut versuchen")).containsEntry(NAME, "Sechster");

            portal.sdk().datenhaltung().antraege().loeschen(stadt, id);
            for (int nummer = 0; nummer < Kurzablage.SENDUNGEN; nummer++) {
                assertThat(ablage.lies(stadt, Kurzablage.SENDUNG, Kurzablage.sendung(id.wert(), nummer)))
                        .isEmpty();
            }
        }
    }

    @Test
    void whatIsSentToADraftWhoseVersionIsGoneIsKeptThroughTheLogin() throws Exception {
        UnaryOperator<KommunalSdkBuilder> ports = mitKonto(dauerhaft());
        Testbrowser alt;
        Seite seite;
        try (Testportal portal = Testportal.starte(
                Quellenportal.mit("niedrig", Probequellen.NUR_KONTO, ports), anfrage -> konto.angemeldet())) {
            alt = portal.browser();
            seite = alt.druecke(beginne(portal, alt, Probekonto.erika(Vertrauensniveau.NIEDRIG)), "weiter", Map.of());
        }
        UnaryOperator<KommunalSdkBuilder> danach = b -> ports.apply(b.dienste(zweiteFassung()));
        try (Testportal portal = Testportal.starte(
                Quellenportal.mit("niedrig", Probequellen.NUR_KONTO, danach), anfrage -> konto.angemeldet())) {
            Testbrowser b = desselben(portal, alt);
            konto.meldeAb();
            Map<String, String> felder = new LinkedHashMap<>(seite.felder("weiter"));
            felder.put(NAME, "Mustermann");
            URI ziel = URI.create(portal.basis() + seite.url().getPath().replaceAll(".*/ozg", ""));
            assertThat(b.sende(ziel, felder).url().getPath()).isEqualTo(Probekonto.ADRESSE);
            Seite wieder = kommeZurueck(portal, b, Probekonto.erika(Vertrauensniveau.NIEDRIG));
            assertThat(wieder.felder("Weiter")).containsEntry(NAME, "Mustermann");
            assertThat(b.druecke(wieder, "Weiter", Map.of()).text()).contains("Mustermann");
        }
    }

    @Test
    void aPortalThatLostItsLoginShowsNoDraftThatNeedsOne() throws Exception {
        UnaryOperator<KommunalSdkBuilder> dauerhaft = dauerhaft();
        Testbrowser alt;
        String antrag;
        try (Testportal portal = Testportal.starte(
                Quellenportal.mit("niedrig", Probequellen.NUR_KONTO, mitKonto(dauerhaft)),
                anfrage -> konto.angemeldet())) {
            alt = portal.browser();
            Seite seite =
                    alt.druecke(beginne(portal, alt, Probekonto.erika(Vertrauensniveau.NIEDRIG)), "weiter", Map.of());
            antrag = Quellenportal.antrag(seite).replaceAll(".*/ozg", "");
        }
        try (Testportal portal = Testportal.starte(Quellenportal.mit("niedrig", Probequellen.NUR_KONTO, dauerhaft))) {
            Testbrowser b = desselben(portal, alt);
            Seite seite = b.hole(antrag + "/seite/person");
            assertThat(seite.status()).isEqualTo(503);
            assertThat(seite.html().select("input[name=" + NAME + "]")).isEmpty();
        }
    }

    @Test
    void whatIsTooMuchToBeKeptIsGivenBack() {
        try (Testportal portal = portal("niedrig")) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(beginne(portal, b, Probekonto.erika(Vertrauensniveau.NIEDRIG)), "weiter", Map.of());
            konto.meldeAb();
            String viel = "x".repeat(1_000_000);
            Seite abgelehnt = b.druecke(seite, "weiter", Map.of(NAME, viel));
            assertThat(abgelehnt.status()).isEqualTo(413);
            assertThat(abgelehnt.code()).isEqualTo("OZG-STORE-0004");
            assertThat(abgelehnt.felder("Erneut versuchen")).containsEntry(NAME, viel);

            konto.meldeAn(Probekonto.erika(Vertrauensniveau.NIEDRIG));
            assertThat(b.druecke(abgelehnt, "Erneut versuchen", PERSON).h1()).isEqualTo("Fahrzeug");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void whatWasKeptIsNotShownToAnotherAccount() {
        try (Testportal portal = portal("niedrig")) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(beginne(portal, b, Probekonto.erika(Vertrauensniveau.NIEDRIG)), "weiter", Map.of());
            konto.meldeAb();
            b.druecke(seite, "weiter", PERSON);

            seite = kommeZurueck(portal, b, Probekonto.nutzer("Testkonto", "4712", Vertrauensniveau.HOCH));
            assertThat(seite.status()).isEqualTo(403);
            assertThat(seite.text()).doesNotContain("Mustermann");
        }
    }

    @Test
    void aLowerLevelIsSentToLogInAgain() {
        try (Testportal portal = portal("hoch")) {
            Testbrowser b = portal.browser();
            konto.meldeAn(Probekonto.erika(Vertrauensniveau.SUBSTANZIELL));
            assertThat(Quellenportal.starte(b).url().getPath()).isEqualTo(Probekonto.ADRESSE);
            assertThat(konto.wunsch().niveau()).isEqualTo(Vertrauensniveau.HOCH);
            Seite seite = kommeZurueck(portal, b, Probekonto.erika(Vertrauensniveau.HOCH));
            assertThat(seite.h1()).isEqualTo("Angaben abrufen statt eintippen");
        }
    }

    @Test
    void aDraftThatNeedsNoLoginIsNotTakenByWhoeverIsLoggedIn() {
        try (Testportal portal = portal("ohne")) {
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(Quellenportal.starte(b), "weiter", PERSON);
            assertThat(seite.h1()).isEqualTo("Fahrzeug");
            assertThat(konto.wuensche).isEmpty();

            konto.meldeAn(Probekonto.erika(Vertrauensniveau.NIEDRIG));
            assertThat(b.hole(Quellenportal.antrag(seite) + "/seite/fahrzeug").h1())
                    .isEqualTo("Fahrzeug");
            assertThat(portal.browser().hole("/_konto").html().select("button")).isEmpty();
            konto.meldeAb();
            assertThat(b.hole(Quellenportal.antrag(seite) + "/seite/fahrzeug").h1())
                    .isEqualTo("Fahrzeug");
        }
    }

    @Test
    void aDraftOfAnAccountWhoseVersionIsGoneAsksForTheLoginToo() throws Exception {
        UnaryOperator<KommunalSdkBuilder> ports = mitKonto(dauerhaft());
        Testbrowser alt;
        String antrag;
        try (Testportal portal = Testportal.starte(
                Quellenportal.mit("niedrig", Probequellen.NUR_KONTO, ports), anfrage -> konto.angemeldet())) {
            alt = portal.browser();
            Seite seite =
                    alt.druecke(beginne(portal, alt, Probekonto.erika(Vertrauensniveau.NIEDRIG)), "weiter", Map.of());
            alt.druecke(seite, "weiter", PERSON);
            antrag = Quellenportal.antrag(seite).replaceAll(".*/ozg", "");
        }
        UnaryOperator<KommunalSdkBuilder> danach = b -> ports.apply(b.dienste(zweiteFassung()));
        try (Testportal portal = Testportal.starte(
                Quellenportal.mit("niedrig", Probequellen.NUR_KONTO, danach), anfrage -> konto.angemeldet())) {
            Testbrowser b = desselben(portal, alt);
            String csrf = b.hole("/probe").felder("Jetzt online beantragen").get("csrf");
            URI verwerfen = URI.create(portal.basis() + antrag + "/verwerfen");

            konto.meldeAb();
            assertThat(b.hole(antrag).url().getPath()).isEqualTo(Probekonto.ADRESSE);
            assertThat(b.sende(verwerfen, Map.of("csrf", csrf)).url().getPath()).isEqualTo(Probekonto.ADRESSE);
            konto.meldeAn(Probekonto.nutzer("Testkonto", "4712", Vertrauensniveau.HOCH));
            assertThat(b.hole(antrag).code()).isEqualTo("OZG-WEB-0014");
            assertThat(b.sende(verwerfen, Map.of("csrf", csrf)).code()).isEqualTo("OZG-WEB-0014");

            konto.meldeAn(Probekonto.erika(Vertrauensniveau.NIEDRIG));
            Seite verwaist = b.hole(antrag);
            assertThat(verwaist.status()).isEqualTo(409);
            assertThat(verwaist.text()).contains("Mustermann");
        }
    }

    /** A database and keys for portals one after the other. */
    private UnaryOperator<KommunalSdkBuilder> dauerhaft() {
        JdbcDataSource quelle = new JdbcDataSource();
        quelle.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Schluesselbund bund = Schluesselbund.ausDateiOderNeu(ordner.resolve("schluessel.yaml"));
        return b -> b.datenquelle(quelle).schluessel(bund);
    }

    private UnaryOperator<KommunalSdkBuilder> mitKonto(UnaryOperator<KommunalSdkBuilder> davor) {
        return b -> davor.apply(b.nutzerkonto(konto));
    }

    /** The browser of somebody who comes back. */
    private static Testbrowser desselben(Testportal portal, Testbrowser alt) {
        Testbrowser b = portal.browser();
        b.cookies().putAll(alt.cookies());
        b.pfade().putAll(alt.pfade());
        return b;
    }

    private Dienstbibliothek zweiteFassung() {
        try {
            Probedienst dienst = new Probedienst(Probequellen.NUR_KONTO, Probequellen.SCHEMA);
            Files.writeString(
                    ordner.resolve("dienst.yaml"), dienst.yaml("niedrig").replace("version: 1.0.0", "version: 2.0.0"));
            Files.writeString(ordner.resolve("probe.xdf3.xml"), dienst.schema());
            return Dienstbibliothek.builder().verzeichnis(ordner).lade();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aGuestNeedsTheBrowserTheyBeganIn() {
        try (Testportal portal = portal("niedrig")) {
            Testbrowser b = portal.browser();
            Nutzer gast = Probekonto.nutzer("Testkonto", "", Vertrauensniveau.NIEDRIG);
            Seite seite = b.druecke(beginne(portal, b, gast), "weiter", Map.of());
            assertThat(b.druecke(seite, "weiter", PERSON).h1()).isEqualTo("Fahrzeug");
            Seite meine = portal.browser().hole("/_konto");
            assertThat(meine.text()).contains("als Gast angemeldet");
            assertThat(meine.html().select("button")).isEmpty();
        }
    }

    @Test
    void aPortalWithoutALoginHasNoPageOfAnAccount() {
        try (Testportal portal = Testportal.starte()) {
            assertThat(portal.browser().hole("/_konto").code()).isEqualTo("OZG-WEB-0001");
            assertThat(portal.browser().hole("/").html().select("a[href$=/_konto]"))
                    .isEmpty();
        }
    }

    @Test
    void aDienstAboveWhatTheLoginReachesIsNotOffered() {
        Probekonto schwach = new Probekonto(Vertrauensniveau.NIEDRIG);
        try (Testportal portal =
                Testportal.starte(Quellenportal.mit("hoch", Probequellen.NUR_KONTO, b -> b.nutzerkonto(schwach)))) {
            assertThat(portal.sdk().probleme()).extracting(p -> p.code().code()).containsExactly("OZG-SDK-0002");
            assertThat(portal.browser().hole("/probe").html().select("form")).isEmpty();
        }
    }
}
