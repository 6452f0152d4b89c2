/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.Hundeanmeldung.ANSCHRIFT;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.NACHWEIS;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.PERSON;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.VORNAME;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisHund;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisPruefen;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.hund;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.starte;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.servlet.Testbrowser.Datei;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bad input has its reason code and a page that helps on. */
class StoerfaelleIT {

    private final Testportal portal = Testportal.starte();
    private final Testbrowser b = portal.browser();

    @AfterEach
    void stop() {
        portal.close();
    }

    private static void ist(Seite seite, int status, String code, String text) {
        assertThat(seite.status()).isEqualTo(status);
        assertThat(seite.code()).isEqualTo(code);
        assertThat(seite.text()).contains(text, "Zuständige Stelle");
        assertThat(seite.html().select("h1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hund-anmelden/antrag",
                "/hund-anmelden/antrag/x",
                "/hund-anmelden/antrag/../../x",
                "/hund-anmelden/nirgends",
                "/_/../../geheim",
                "/_/unbekannt"
            })
    void anInventedAddressIsNoPage(String pfad) {
        ist(b.hole(pfad.replace("..", "%2e%2e.")), 404, "OZG-WEB-0001", "Diese Seite gibt es nicht");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gibt-es-nicht", "/Hund%20anmelden", "/hund-anmelden%00"})
    void anInventedDienstIsUnknown(String pfad) {
        Seite seite = b.hole(pfad);
        assertThat(seite.status()).isIn(400, 404);
        assertThat(seite.text()).doesNotContain("Exception", "jetty");
    }

    @Test
    void anotherBrowserSeesNothingOfADraft() {
        Seite seite = bisHund(b);

        ist(portal.browser().hole(seite.url().toString()), 403, "OZG-WEB-0004", "gehört nicht zu diesem Browser");
    }

    @Test
    void theSealOfOneDraftOpensNoOther() {
        Seite meine = bisHund(b);
        Testbrowser fremd = portal.browser();
        Seite seine = bisHund(fremd);
        String meineId = meine.url().getPath().split("/")[4];
        String seineId = seine.url().getPath().split("/")[4];
        fremd.cookies().put("ozg-a-" + meineId, fremd.cookies().get("ozg-a-" + seineId));

        ist(fremd.hole(meine.url().toString()), 403, "OZG-WEB-0004", "gehört nicht zu diesem Browser");
    }

    @Test
    void aTamperedCookieCountsAsNone() {
        Seite seite = bisHund(b);
        b.cookies()
                .replaceAll(
                        (name, wert) -> name.startsWith("ozg-a-") ? wert.substring(0, wert.length() - 2) + "xx" : wert);

        ist(b.hole(seite.url().toString()), 403, "OZG-WEB-0004", "gehört nicht zu diesem Browser");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Seite seite = starte(b);
        Map<String, String> felder = seite.felder("weiter");
        felder.remove("csrf");

        ist(b.sendeTeile(seite.url(), felder, Map.of()), 403, "OZG-WEB-0002", "Senden Sie sie noch einmal");
    }

    @Test
    void aTokenOfAnotherBrowserIsRefused() {
        Seite seite = starte(b);
        Map<String, String> felder = seite.felder("weiter");
        felder.put("csrf", starte(portal.browser()).felder("weiter").get("csrf"));

        ist(b.sendeTeile(seite.url(), felder, Map.of()), 403, "OZG-WEB-0002", "Senden Sie sie noch einmal");
    }

    @Test
    void aTokenExpires() {
        Seite seite = starte(b);
        portal.spaeter(Duration.ofHours(13));

        Seite abgelaufen = b.druecke(seite, "weiter", PERSON);
        ist(abgelaufen, 403, "OZG-WEB-0002", "Senden Sie sie noch einmal");
        b.druecke(abgelaufen, "Erneut versuchen", Map.of());
        assertThat(b.hole(seite.url().toString()).felder("weiter")).containsEntry(VORNAME, "Erika");
    }

    @Test
    void aDraftExpires() {
        Seite seite = bisHund(b);
        portal.spaeter(Duration.ofDays(31));

        ist(b.hole(seite.url().toString()), 410, "OZG-ENTWURF-0001", "Sie können neu beginnen");
    }

    @Test
    void twoTabsAreToldApartAndTheCitizenDecides() {
        Seite links = starte(b);
        b.druecke(links, "weiter", PERSON);

        Map<String, String> andere = AntragsgeschichteIT.anders(PERSON, VORNAME, "Erika Maria");
        Seite konflikt = b.druecke(links, "weiter", andere);
        assertThat(konflikt.status()).isEqualTo(409);
        assertThat(konflikt.code()).isEqualTo("OZG-WEB-0013");
        assertThat(konflikt.h1()).isEqualTo("Der Antrag wurde in einem anderen Fenster geändert");
        assertThat(b.hole(links.url().toString()).felder("weiter")).containsEntry(VORNAME, "Erika");

        Seite danach = b.druecke(konflikt, "Alle meine Eingaben übernehmen", Map.of());
        assertThat(danach.url()).isEqualTo(links.url());
        assertThat(b.hole(links.url().toString()).felder("weiter")).containsEntry(VORNAME, "Erika Maria");
    }

    @Test
    void aReplayedSubmissionShowsTheSameReceiptAndDeliversOnce() {
        Seite pruefen = bisPruefen(b);
        Seite erste = b.druecke(pruefen, "Verbindlich absenden", Map.of());
        Seite zweite = b.druecke(pruefen, "Verbindlich absenden", Map.of());

        assertThat(zweite.text()).isEqualTo(erste.text());
        assertThat(portal.pakete()).hasSize(1);
    }

    @Test
    void aPageSentAfterTheSubmissionIsShownAndNotPretendedToBeSaved() {
        Seite hund = bisHund(b);
        Seite pruefen = b.druecke(b.druecke(hund, "weiter", hund(1, "Waldi", false)), "weiter", Map.of());
        b.druecke(pruefen, "Verbindlich absenden", Map.of());

        Seite spaet = b.druecke(hund, "weiter", hund(1, "Hasso", false));
        ist(spaet, 409, "OZG-ENTWURF-0009", "Hasso");
        assertThat(b.hole(spaet.html().select("a[href$=quittung]").attr("abs:href"))
                        .h1())
                .isEqualTo("Ihr Antrag ist eingegangen");
    }

    @Test
    void whatWasChangedAfterTheReviewIsReviewedAgain() {
        Seite pruefen = bisPruefen(b);
        Seite person = b.hole(pruefen.url().toString().replace("pruefen", "seite/person"));
        b.druecke(person, "weiter", AntragsgeschichteIT.anders(PERSON, VORNAME, "Erna"));

        Seite wieder = b.druecke(pruefen, "Verbindlich absenden", Map.of());
        assertThat(wieder.text()).contains("Ihre Angaben wurden seit der letzten Prüfung geändert", "Erna");
        assertThat(portal.pakete()).isEmpty();
    }

    @Test
    void anIncompleteAntragCannotBeSubmittedByForce() {
        Seite seite = bisHund(b);
        Map<String, String> felder = new LinkedHashMap<>(seite.felder("weiter"));
        felder.put("einreichschluessel", "AAAAAAAAAAAAAAAAAAAAAA");

        Seite danach = b.sende(URI.create(seite.url().toString().replace("seite/hund", "einreichen")), felder);
        assertThat(danach.h1()).isEqualTo("Ihr Hund");
        assertThat(danach.html().select(".ozg-fehlerliste")).isNotEmpty();
        assertThat(portal.pakete()).isEmpty();
    }

    @Test
    void aSubmissionWithoutKeyIsRefused() {
        Seite seite = bisPruefen(b);
        Map<String, String> felder = seite.felder("Verbindlich absenden");
        felder.put("einreichschluessel", "../../x");

        ist(
                b.sende(URI.create(seite.url().toString().replace("pruefen", "einreichen")), felder),
                400,
                "OZG-WEB-0003",
                "Diese Anfrage ist nicht verständlich");
    }

    @ParameterizedTest
    @CsvSource({
        "luege.pdf,  application/pdf, MZ-ist-kein-PDF, DATEI_UMBENANNT, passen Endung und Inhalt nicht",
        "bild.png,   image/png,       %PDF-1.7 nur dem Namen nach ein Bild, DATEI_UMBENANNT, Erlaubt: PDF",
        "luege.pdf,  image/png,       %PDF-1.7 anders angegeben, DATEI_UMBENANNT, Speichern Sie sie",
        "spiel.exe,  application/pdf, %PDF-1.7 mit fremder Endung, DATEI_TYP, hat einen Typ",
        "tabelle.csv, text/csv,       a;b, DATEI_TYP, hat einen Typ",
        "leer.pdf,   application/pdf, '', DATEI_LEER, ist leer"
    })
    void theTypeOfAFileIsReadFromItsContent(String name, String typ, String inhalt, String art, String meldung) {
        Datei datei = new Datei(name, typ, inhalt.getBytes(StandardCharsets.UTF_8));

        Seite seite = b.druecke(
                bisHund(b), "hochladen:" + NACHWEIS, hund(1, "Waldi", true), Map.of(NACHWEIS + ".datei", datei));

        assertThat(seite.status()).isEqualTo(422);
        assertThat(seite.html().select("[data-ozg-fehler]").eachAttr("data-ozg-fehler"))
                .containsExactly(art);
        assertThat(seite.html().select(".ozg-fehlerliste").text()).contains(meldung);
        assertThat(seite.felder("weiter")).containsEntry("G05999000003-1.F05999000002", "Waldi");
        assertThat(portal.anlagen(seite)).isEmpty();
    }

    @Test
    void aFileBeyondTheLimitOfItsFieldIsExplained() {
        byte[] gross = new byte[5_000_001];
        System.arraycopy(Hundeanmeldung.PDF, 0, gross, 0, Hundeanmeldung.PDF.length);

        Seite seite = b.druecke(
                bisHund(b),
                "hochladen:" + NACHWEIS,
                hund(1, "Waldi", true),
                Map.of(NACHWEIS + ".datei", new Datei("gross.pdf", "application/pdf", gross)));

        assertThat(seite.status()).isEqualTo(422);
        assertThat(seite.html().select("[data-ozg-fehler]").eachAttr("data-ozg-fehler"))
                .containsExactly("DATEI_ZU_GROSS");
        assertThat(seite.html().select(".ozg-fehlerliste").text()).contains("ist zu groß. Erlaubt sind höchstens 5 MB");
    }

    @Test
    void anUnexpectedFaultHasAnIdToSearchTheLogFor() {
        AtomicBoolean kaputt = new AtomicBoolean();
        try (Testportal anderes = Testportal.starte(b -> b.huelle((seite, ziel) -> {
            if (kaputt.getAndSet(false)) {
                throw new IllegalStateException("Waldi");
            }
            Testportal.HUELLE.schreibe(seite, ziel);
        }))) {
            Testbrowser browser = anderes.browser();
            Seite hund = bisHund(browser);
            kaputt.set(true);

            Seite seite = browser.hole(hund.url().toString());

            ist(seite, 500, "OZG-WEB-0010", "");
            assertThat(seite.text())
                    .containsPattern("OZG-WEB-0010 · [0-9a-f-]{36}")
                    .doesNotContain("Waldi");
        }
    }

    @Test
    void aRequestBeyondAllLimitsIsRefused() {
        Seite seite = bisHund(b);
        Map<String, String> felder = seite.felder("weiter");
        Datei riesig = new Datei("riesig.pdf", "application/pdf", new byte[111 << 20]);

        ist(
                b.sendeTeile(seite.url(), felder, Map.of(NACHWEIS + ".datei", riesig)),
                413,
                "OZG-WEB-0008",
                "Laden Sie kleinere Dateien hoch");
    }

    @Test
    void onlyTheOwnerOfADraftMakesTheServerReadFiles() {
        Datei datei = new Datei("x.pdf", "application/pdf", new byte[1 << 20]);
        String csrf = starte(b).felder("weiter").get("csrf");
        Map<String, String> felder = Map.of("csrf", csrf);

        for (String pfad : new String[] {"/hund-anmelden/start", "/hund-anmelden/fortsetzen"}) {
            ist(
                    b.sendeTeile(URI.create(portal.basis() + pfad), felder, Map.of("x", datei)),
                    400,
                    "OZG-WEB-0003",
                    "Diese Anfrage ist nicht verständlich");
        }
        Seite fremd = portal.browser().sendeTeile(bisHund(b).url(), felder, Map.of("x", datei));
        ist(fremd, 403, "OZG-WEB-0004", "gehört nicht zu diesem Browser");
    }

    @Test
    void whoSendsAllBeforeReadingStillGetsTheAnswer() throws Exception {
        String koerper = "x".repeat(32 << 20); // far more than the buffers of two sockets hold
        String kopf = "Content-Type: %s\r\nContent-Length: " + koerper.length() + "\r\n";

        assertThat(Rohanfrage.sende(
                        portal.basis(),
                        "POST /ozg/hund-anmelden/start HTTP/1.1",
                        "localhost",
                        kopf.formatted("multipart/form-data; boundary=x"),
                        koerper))
                .startsWith("HTTP/1.1 400")
                .contains("OZG-WEB-0003");
        assertThat(Rohanfrage.sende(
                        portal.basis(),
                        "POST /ozg/hund-anmelden/fortsetzen HTTP/1.1",
                        "localhost",
                        kopf.formatted("application/x-www-form-urlencoded"),
                        koerper))
                .startsWith("HTTP/1.1 413")
                .contains("OZG-WEB-0008");
        assertThat(Rohanfrage.sende(
                        portal.basis(),
                        "POST /ozg/ HTTP/1.1",
                        "localhost",
                        kopf.formatted("multipart/form-data; boundary=x"),
                        koerper))
                .as("a page that looks at no form")
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void aFormWithoutFilesIsShort() {
        Seite seite = b.hole("/hund-anmelden/fortsetzen");
        Map<String, String> felder = seite.felder("Begonnenen Antrag fortsetzen");
        felder.put("code", "A".repeat(70_000));

        ist(
                b.druecke(seite, "Begonnenen Antrag fortsetzen", felder),
                413,
                "OZG-WEB-0008",
                "Laden Sie kleinere Dateien hoch");
    }

    @Test
    void aBrokenAddressOrFormIsNoFaultOfTheServer() throws Exception {
        assertThat(Rohanfrage.sende(portal.basis(), "GET /ozg/hund-anmelden?sprache=%zz HTTP/1.1", "localhost", ""))
                .startsWith("HTTP/1.1 ")
                .contains("Zuständige Stelle")
                .doesNotContain("HTTP/1.1 5");
        Seite seite = bisHund(b);
        String cookies = String.join(
                "; ",
                b.cookies().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
        assertThat(Rohanfrage.sende(
                        portal.basis(),
                        "POST " + seite.url().getPath() + " HTTP/1.1",
                        "localhost",
                        "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 0\r\nCookie: " + cookies
                                + "\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("OZG-WEB-0003");
    }

    @Test
    void anotherSiteCannotPutACitizenIntoItsDraft() {
        Testbrowser boese = portal.browser();
        String code = boese.druecke(bisHund(boese), "unterbrechen", Map.of())
                .html()
                .select("#code")
                .text();

        Seite abgelehnt = b.sende(
                URI.create(portal.basis() + "/hund-anmelden/fortsetzen"), Map.of("code", code, "csrf", "gefaelscht"));

        ist(abgelehnt, 403, "OZG-WEB-0002", "Öffnen Sie die Seite neu");
        assertThat(abgelehnt.html().select("form")).isEmpty();
    }

    @Test
    void theCookieOfADraftGoesToItsOwnPagesOnly() throws Exception {
        Seite katalog = b.hole("/hund-anmelden");
        Map<String, String> felder = katalog.felder("Jetzt online beantragen");
        String antwort = Rohanfrage.sende(portal.basis(), "GET /ozg/_/ozg.css HTTP/1.1", "localhost", "");
        assertThat(antwort).doesNotContain("Set-Cookie");
        assertThat(felder).containsKey("csrf");
        Seite seite = starte(b);
        assertThat(seite.url().getPath()).startsWith("/ozg/hund-anmelden/antrag/");
        assertThat(b.pfade()).anySatisfy((name, pfad) -> {
            assertThat(name).startsWith("ozg-a-");
            assertThat(seite.url().getPath()).startsWith(pfad + "/");
        });
    }

    @Test
    void aFileThatLostTheRaceOfTwoTabsIsKeptUntilItIsDeclined() {
        Seite links = bisHund(b);
        b.druecke(links, "weiter", hund(1, "Waldi", false));

        Seite konflikt = b.druecke(
                links,
                "hochladen:" + NACHWEIS,
                hund(1, "Waldi", true),
                Map.of(NACHWEIS + ".datei", Hundeanmeldung.pdf()));

        assertThat(konflikt.status()).isEqualTo(409);
        assertThat(portal.anlagen(links)).hasSize(1);
        b.druecke(konflikt, "Alle gespeicherten Angaben behalten", Map.of());
        assertThat(portal.anlagen(links)).isEmpty();
    }

    @Test
    void aRemovedFileIsGoneFromTheStore() {
        Seite seite = b.druecke(
                bisHund(b),
                "hochladen:" + NACHWEIS,
                hund(1, "Waldi", true),
                Map.of(NACHWEIS + ".datei", Hundeanmeldung.pdf()));
        assertThat(portal.anlagen(seite)).hasSize(1);

        b.druecke(seite, seite.html().select("button[value^=loeschen]").attr("value"), Map.of());

        assertThat(portal.anlagen(seite)).isEmpty();
    }

    @Test
    void aRequestFromAnotherSiteIsRefused() throws Exception {
        Seite seite = b.hole("/hund-anmelden");
        String csrf = "csrf=" + seite.felder("Jetzt online beantragen").get("csrf");
        String kopf = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + csrf.length()
                + "\r\nCookie: ozg-b=" + b.cookies().get("ozg-b") + "\r\n";

        assertThat(Rohanfrage.sende(portal.basis(), "POST /ozg/hund-anmelden/start HTTP/1.1", "localhost", kopf, csrf))
                .startsWith("HTTP/1.1 303");
        assertThat(Rohanfrage.sende(
                        portal.basis(),
                        "POST /ozg/hund-anmelden/start HTTP/1.1",
                        "localhost",
                        kopf + "Sec-Fetch-Site: cross-site\r\n",
                        csrf))
                .startsWith("HTTP/1.1 403")
                .contains("OZG-WEB-0002");
    }

    @Test
    void aTokenThatExpiredCostsNoneOfManyAnswers() {
        Seite seite = bisHund(b);
        for (int i = 1; i < 45; i++) {
            seite = i == 1 ? seite : b.druecke(seite, "weiter", hund(i, "Hund " + i, false));
            seite = b.druecke(seite, "hinzufuegen:G05999000003", i == 1 ? hund(1, "Hund 1", false) : Map.of());
        }
        portal.spaeter(Duration.ofHours(13));

        Seite abgelaufen = b.druecke(seite, "weiter", hund(45, "Hund 45", false));
        b.druecke(abgelaufen, "Erneut versuchen", Map.of());

        assertThat(b.hole(seite.url().toString()).felder("weiter"))
                .containsEntry("G05999000003-45.F05999000002", "Hund 45");
        assertThat(b.hole(seite.url().toString().replaceFirst("/hund/.*", "/hund"))
                        .html()
                        .select("button[value^=bearbeiten]"))
                .hasSize(45);
    }

    @Test
    void draftsOfOneAddressAreCounted() {
        Seite katalog = b.hole("/hund-anmelden");
        Seite letzte = katalog;
        for (int i = 0; i < 501; i++) {
            letzte = b.druecke(katalog, "Jetzt online beantragen", Map.of());
        }

        ist(letzte, 429, "OZG-WEB-0007", "Warten Sie zehn Minuten");
    }

    @Test
    void aPublicDeviceForgetsTheDraft() {
        Seite seite = bisHund(b);
        Seite unterbrochen = b.druecke(seite, "unterbrechen", Map.of());

        b.druecke(unterbrochen, "Auf diesem Gerät beenden", Map.of());

        ist(b.hole(seite.url().toString()), 403, "OZG-WEB-0004", "gehört nicht zu diesem Browser");
    }

    @Test
    void aFileNameCannotLeaveItsPlace() {
        Seite seite = b.druecke(
                bisHund(b),
                "hochladen:" + NACHWEIS,
                hund(1, "Waldi", true),
                Map.of(NACHWEIS + ".datei", new Datei("../../etc/<b>.pdf", "application/pdf", Hundeanmeldung.PDF)));

        assertThat(seite.html().select("li:has(button[value^=loeschen])").text())
                .startsWith("b.pdf");
        seite = b.druecke(b.druecke(seite, "weiter", Map.of()), "weiter", Map.of());
        b.druecke(seite, "Verbindlich absenden", Map.of());
        assertThat(portal.pakete().get(0).teile())
                .allSatisfy(t -> assertThat(t.dateiname()).matches("[A-Za-z0-9._-]{1,120}"));
    }

    @Test
    void markupInAnAnswerStaysText() {
        Seite seite =
                b.druecke(starte(b), "weiter", AntragsgeschichteIT.anders(PERSON, VORNAME, "<img src=x onerror=a()>"));
        seite = b.druecke(seite, "weiter", ANSCHRIFT);
        seite = b.druecke(seite, "weiter", hund(1, "\"><script>x</script>", false));
        seite = b.druecke(seite, "weiter", Map.of());

        assertThat(seite.html().select("img[onerror], main script")).isEmpty();
    }

    @Test
    void guessingResumeCodesIsSlowedDown() {
        Seite seite = b.hole("/hund-anmelden/fortsetzen");
        for (int i = 0; i < 10; i++) {
            ist(
                    b.druecke(seite, "Begonnenen Antrag fortsetzen", Map.of("code", "AAAA-BBBB-CCCC-000" + i)),
                    422,
                    "OZG-WEB-0006",
                    "Dieser Code ist nicht gültig");
        }
        ist(
                b.druecke(seite, "Begonnenen Antrag fortsetzen", Map.of("code", "AAAA-BBBB-CCCC-DDDD")),
                429,
                "OZG-WEB-0007",
                "Warten Sie zehn Minuten");
        portal.spaeter(Duration.ofMinutes(11));
        assertThat(b.druecke(seite, "Begonnenen Antrag fortsetzen", Map.of("code", "AAAA-BBBB-CCCC-DDDD"))
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
    void otherMethodsAreRefused(String methode) throws Exception {
        String antwort = Rohanfrage.sende(portal.basis(), methode + " /ozg/hund-anmelden HTTP/1.1", "localhost", "");

        assertThat(antwort).startsWith("HTTP/1.1 405").contains("Allow: GET, HEAD, POST", "OZG-WEB-0009");
    }

    @Test
    void aForgedHostIsNowhereInTheAnswer() throws Exception {
        Seite seite = starte(b);
        String cookies = String.join(
                "; ",
                b.cookies().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());

        for (String zeile :
                new String[] {"/ozg/hund-anmelden", seite.url().getPath().replaceAll("/seite/.*", "")}) {
            String antwort = Rohanfrage.sende(
                    portal.basis(),
                    "GET " + zeile + " HTTP/1.1",
                    "boese.example",
                    "X-Forwarded-Host: boese.example\r\nX-Forwarded-Proto: gopher\r\nForwarded: host=boese.example\r\nCookie: "
                            + cookies + "\r\n");
            assertThat(antwort).startsWith("HTTP/1.1 ").doesNotContain("boese.example", "gopher");
        }
    }
}
