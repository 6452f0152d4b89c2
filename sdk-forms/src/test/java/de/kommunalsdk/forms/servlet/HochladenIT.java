/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.Hundeanmeldung.NACHWEIS;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.PDF;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisHund;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.hund;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.audit.Protokoll;
import de.kommunalsdk.blob.Anlagenstand;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.servlet.Testbrowser.Datei;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.virenscan.Virenscanner.Befund;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files from the browser to the delivery, through quarantine, and everything that goes wrong with them. */
class HochladenIT {

    private static final MandantId STADT = new MandantId("musterstadt");
    private static final String ZWEITER = "G05999000003-2.F05999000010";

    private static final Pattern NACHWEISSTRUKTUR = Pattern.compile(
            "(?s)(<xdf3:struktur>\\s*)<xdf3:anzahl>[^<]*</xdf3:anzahl>((?:(?!</?xdf3:struktur>).)*<xdf3:id>F05999000010</xdf3:id>)");

    private final AtomicReference<Befund> befund = new AtomicReference<>(Befund.SAUBER);
    private final ConcurrentLinkedQueue<String> temporaere = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Runnable> waehrenddessen = new AtomicReference<>(() -> {});
    private final Testportal portal = Testportal.mitScanner(inhalt -> {
        inhalt.transferTo(java.io.OutputStream.nullOutputStream());
        String[] da = new File(System.getProperty("java.io.tmpdir")).list((ordner, name) -> name.contains("MultiPart"));
        temporaere.addAll(Arrays.asList(da == null ? new String[0] : da));
        waehrenddessen.getAndSet(() -> {}).run();
        if (befund.get() == Befund.UNBEKANNT) {
            throw new IOException("Scanner aus");
        }
        return befund.get();
    });
    private final Testbrowser b = portal.browser();

    @AfterEach
    void stop() {
        portal.close();
    }

    private static Datei pdf(String text) {
        return new Datei(
                text + ".pdf",
                "application/pdf",
                ("%PDF-1.7\n" + text + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Seite lade(Seite seite, Datei datei) {
        return b.druecke(seite, "hochladen:" + NACHWEIS, hund(1, "Waldi", true), Map.of(NACHWEIS + ".datei", datei));
    }

    private static List<String> fehler(Seite seite) {
        return seite.html().select("[data-ozg-fehler]").eachAttr("data-ozg-fehler");
    }

    private static List<String> staende(Seite seite) {
        return seite.html().select("li[data-ozg-datei]").eachAttr("data-ozg-datei");
    }

    private List<Anlagenstand> gespeicherte(Seite seite) {
        return portal.sdk().datenhaltung().anlagen().staende(STADT, antrag(seite));
    }

    private static AntragId antrag(Seite seite) {
        return new AntragId(seite.url().getPath().split("/")[4]);
    }

    private int pruefeNach() {
        return portal.sdk().nachpruefung().orElseThrow().runOnce();
    }

    @Test
    void aCleanFileIsThereAtOnceAndComesBackAsADownload() {
        Seite seite = lade(bisHund(b), Hundeanmeldung.pdf());

        assertThat(staende(seite)).containsExactly("FREI");
        Seite datei = b.hole(seite.url()
                .resolve(seite.html().select("li[data-ozg-datei] a").attr("href"))
                .toString());
        assertThat(datei.status()).isEqualTo(200);
        assertThat(datei.kopf().firstValue("Content-Type")).contains("application/pdf");
        assertThat(datei.kopf().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"Nachweis gr__er.pdf\"; filename*=UTF-8''");
        assertThat(datei.kopf().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(datei.kopf().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(datei.text()).contains("synthetisch");
        assertThat(portal.browser().hole(datei.url().toString()).code()).isEqualTo("OZG-WEB-0004");
    }

    @Test
    void oneAddressFillsNoDiskAndLosesNoAnswer() {
        Seite hund = bisHund(b);
        String zaehler = "hochladen:musterstadt:127.0.0.1";
        befund.set(Befund.BEFALLEN);
        assertThat(fehler(lade(hund, Hundeanmeldung.pdf()))).containsExactly("DATEI_BEFALLEN");
        befund.set(Befund.SAUBER);
        assertThat(portal.sdk().datenhaltung().grenze().erlaubt(zaehler, 0, 0, Duration.ofHours(1)))
                .as("what was not taken counts as well")
                .isFalse();
        portal.sdk().datenhaltung().grenze().erlaubt(zaehler, 4_001, 4_000, Duration.ofHours(1));

        Seite voll = lade(b.hole(hund.url().toString()), Hundeanmeldung.pdf());
        assertThat(fehler(voll)).containsExactly("DATEI_ANDRANG");
        assertThat(voll.text()).contains("4000 MB", "in einer Stunde");
        assertThat(gespeicherte(voll)).isEmpty();
        assertThat(voll.felder("weiter")).containsValue("Waldi");

        portal.spaeter(Duration.ofMinutes(61));
        assertThat(staende(lade(b.hole(hund.url().toString()), pdf("zweite")))).hasSize(1);
    }

    @Test
    void aScannerThatIsDownKeepsTheFileInQuarantineAndTheAntragWaits() {
        befund.set(Befund.UNBEKANNT);
        Seite seite = lade(bisHund(b), Hundeanmeldung.pdf());

        assertThat(staende(seite)).containsExactly("QUARANTAENE");
        assertThat(seite.html().select("li[data-ozg-datei] [role=status]").text())
                .contains("wird geprüft");
        assertThat(seite.html().select("li[data-ozg-datei] a")).isEmpty();
        assertThat(b.hole(seite.url()
                                .resolve("../datei/"
                                        + gespeicherte(seite).get(0).anlage().id())
                                .toString())
                        .status())
                .isEqualTo(404);
        assertThat(portal.anlagen(seite)).isEmpty();

        Seite pruefen = b.druecke(b.druecke(seite, "weiter", Map.of()), "weiter", Map.of());
        assertThat(pruefen.html().select("[role=status]").text())
                .contains("noch auf Viren geprüft", "Laden Sie diese Seite");
        Seite blockiert = b.druecke(pruefen, "Verbindlich absenden", Map.of());
        assertThat(blockiert.h1()).isEqualTo("Angaben prüfen und absenden");
        assertThat(blockiert.html().select("[role=status]").text()).contains("noch auf Viren geprüft");
        assertThat(portal.pakete()).isEmpty();

        assertThat(pruefeNach()).isEqualTo(1);
        befund.set(Befund.SAUBER);
        portal.spaeter(Duration.ofMinutes(1));
        assertThat(pruefeNach()).isEqualTo(1);
        Seite wieder = b.hole(pruefen.url().toString());
        assertThat(wieder.html().select(".ozg-kasten[role=status]")).isEmpty();
        assertThat(b.druecke(wieder, "Verbindlich absenden", Map.of()).h1()).isEqualTo("Ihr Antrag ist eingegangen");
        assertThat(portal.pakete().get(0).teile())
                .filteredOn(t -> t.rolle() == Paket.Rolle.ANLAGE)
                .hasSize(1);
    }

    @Test
    void anInfectedFileIsNotTakenAndTheCitizenIsTold() {
        befund.set(Befund.BEFALLEN);
        Seite seite = lade(bisHund(b), Hundeanmeldung.pdf());

        assertThat(seite.status()).isEqualTo(422);
        assertThat(fehler(seite)).containsExactly("DATEI_BEFALLEN");
        assertThat(seite.html().select(".ozg-fehlerliste").text()).contains("Die Datei wurde gelöscht");
        assertThat(seite.felder("weiter")).containsEntry("G05999000003-1.F05999000002", "Waldi");
        assertThat(gespeicherte(seite)).isEmpty();
        assertThat(portal.sdk().datenhaltung().protokoll().eintraege(STADT, antrag(seite)))
                .extracting(Protokoll.Eintrag::ereignis)
                .contains("ANLAGE_BEFALLEN");
    }

    @Test
    void aFileThatTurnsOutInfectedLaterBlocksUntilTheCitizenHasRemovedIt() {
        befund.set(Befund.UNBEKANNT);
        Seite seite = lade(bisHund(b), Hundeanmeldung.pdf());
        Seite pruefen = b.druecke(b.druecke(seite, "weiter", Map.of()), "weiter", Map.of());
        befund.set(Befund.BEFALLEN);
        assertThat(pruefeNach()).isEqualTo(1);

        Seite danach = b.druecke(pruefen, "Verbindlich absenden", Map.of());
        assertThat(danach.h1()).isEqualTo("Ihr Hund");
        assertThat(fehler(danach)).containsExactly("DATEI_BEFALLEN");
        assertThat(staende(danach)).containsExactly("BEFALLEN");
        assertThat(danach.text()).contains("Nachweis größer.pdf", "wurde gelöscht");
        assertThat(portal.pakete()).isEmpty();

        befund.set(Befund.SAUBER);
        Seite ohne = b.druecke(
                danach, danach.html().select("button[value^=loeschen]").attr("value"), Map.of());
        assertThat(gespeicherte(ohne)).isEmpty();
        Seite mit = lade(ohne, pdf("neu"));
        assertThat(staende(mit)).containsExactly("FREI");
    }

    @Test
    void theSameFileIsNotStoredTwiceInAFieldAndNoneBeyondTheirNumber(@TempDir Path ordner) throws IOException {
        Path dienst = Files.createDirectory(ordner.resolve("hund-anmelden"));
        for (File datei : Objects.requireNonNull(Testportal.hund().toFile().listFiles())) {
            String text = Files.readString(datei.toPath());
            Matcher nachweis = NACHWEISSTRUKTUR.matcher(text);
            Files.writeString(
                    dienst.resolve(datei.getName()), nachweis.replaceFirst("$1<xdf3:anzahl>0:2</xdf3:anzahl>$2"));
        }
        try (Testportal zwei = Testportal.starte(
                p -> p.dienste(Dienstbibliothek.builder().verzeichnis(ordner).lade()))) {
            Testbrowser einer = zwei.browser();
            Seite seite = bisHund(einer);
            List<String> fehler = new ArrayList<>();
            for (Datei datei :
                    List.of(pdf("eins"), new Datei("anders.pdf", "", pdf("eins").inhalt()), pdf("zwei"), pdf("drei"))) {
                seite = einer.druecke(
                        seite, "hochladen:" + NACHWEIS, hund(1, "Waldi", true), Map.of(NACHWEIS + ".datei", datei));
                fehler.add(String.join(",", fehler(seite)));
            }
            assertThat(fehler).containsExactly("", "DATEI_DOPPELT", "", "ZU_VIELE");
            assertThat(zwei.anlagen(seite)).hasSize(2);
            assertThat(seite.html().select("li[data-ozg-datei] a").eachText()).containsExactly("eins.pdf", "zwei.pdf");
        }
    }

    @Test
    void aFileFarBeyondItsLimitLeavesTheAnswersAlone() {
        byte[] gross = Arrays.copyOf(PDF, 30 << 20);
        Seite seite = lade(bisHund(b), new Datei("gross.pdf", "application/pdf", gross));

        assertThat(seite.status()).isEqualTo(422);
        assertThat(fehler(seite)).containsExactly("DATEI_ZU_GROSS");
        assertThat(seite.felder("weiter")).containsEntry("G05999000003-1.F05999000002", "Waldi");
        assertThat(gespeicherte(seite)).isEmpty();
    }

    @Test
    void manyFilesAtOnceLeaveNothingOnDisk() throws Exception {
        byte[] inhalt = Arrays.copyOf(PDF, 4_900_000);
        List<Callable<String>> alle = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            alle.add(() -> {
                Testbrowser einer = portal.browser();
                Seite seite = einer.druecke(
                        bisHund(einer),
                        "hochladen:" + NACHWEIS,
                        hund(1, "Waldi", true),
                        Map.of(NACHWEIS + ".datei", new Datei("a.pdf", "application/pdf", inhalt)));
                return String.join(",", staende(seite));
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (Future<String> f : pool.invokeAll(alle)) {
                assertThat(f.get()).isEqualTo("FREI");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(temporaere)
                .as("files of the container while uploads went on")
                .isEmpty();
    }

    @Test
    void filesMoveWithTheirEntryAndGoWithIt() {
        Seite eins = lade(bisHund(b), pdf("eins"));
        Seite zwei =
                b.druecke(eins, eins.html().select("button[value^=hinzufuegen]").attr("value"), Map.of());
        Seite beide = b.druecke(
                zwei, "hochladen:" + ZWEITER, hund(2, "Hasso", true), Map.of(ZWEITER + ".datei", pdf("zwei")));
        assertThat(staende(beide)).containsExactly("FREI");

        Seite liste = b.hole(eins.url().toString());
        Seite danach = b.druecke(
                liste, liste.html().select("button[value^=entfernen]").first().attr("value"), Map.of());

        assertThat(danach.html().select("li[data-ozg-datei] a").eachText()).containsExactly("zwei.pdf");
        assertThat(gespeicherte(danach)).extracting(Anlagenstand::dateiname).containsExactly("zwei.pdf");
    }

    @Test
    void nothingIsStoredBeforeTheTokenWasChecked() throws Exception {
        Seite seite = bisHund(b);
        String csrf = seite.felder("weiter").get("csrf");
        String antwort = roh(seite, datei("a.pdf", PDF) + feld("csrf", csrf) + feld("stand", "3"));

        assertThat(antwort).startsWith("HTTP/1.1 403").contains("OZG-WEB-0002", "noch einmal auswählen");
        assertThat(gespeicherte(seite)).isEmpty();
    }

    @Test
    void fieldsBehindAFileCount() throws Exception {
        Seite seite = bisHund(b);
        Map<String, String> felder = seite.felder("weiter");
        String antwort = roh(
                seite,
                feld("csrf", felder.get("csrf"))
                        + datei("a.pdf", PDF)
                        + feld("stand", felder.get("stand"))
                        + feld("G05999000003-1.F05999000002", "Waldi")
                        + feld("G05999000003-1.F05999000009", "true")
                        + feld("aktion", "hochladen:" + NACHWEIS));

        assertThat(antwort).startsWith("HTTP/1.1 303");
        Seite danach = b.hole(seite.url().toString());
        assertThat(danach.felder("weiter")).containsEntry("G05999000003-1.F05999000002", "Waldi");
        assertThat(staende(danach)).hasSize(1);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws Exception {
        Seite seite = bisHund(b);
        String anfang = feld("csrf", seite.felder("weiter").get("csrf"))
                + datei("a.pdf", PDF).replace("%%EOF", "x".repeat(600_000));
        try (Socket s = new Socket(portal.basis().getHost(), portal.basis().getPort())) {
            s.getOutputStream().write((kopf(seite, 900_000) + anfang).getBytes(StandardCharsets.ISO_8859_1));
            s.getOutputStream().flush();
            s.shutdownOutput();
            s.setSoTimeout(20_000);
            s.getInputStream().readAllBytes();
        }
        assertThat(gespeicherte(seite)).isEmpty();
    }

    @Test
    void whatALostRequestStoredIsSweptByALaterOne() {
        Seite alt = bisHund(b);
        b.druecke(alt, "hochladen:" + NACHWEIS, hund(1, "Waldi", false), Map.of());
        Seite konflikt = lade(alt, pdf("verloren"));
        assertThat(konflikt.status()).isEqualTo(409);
        assertThat(gespeicherte(alt)).hasSize(1);
        assertThat(konflikt.felder("Alle meine Eingaben übernehmen")).containsKey("neu." + NACHWEIS);

        portal.spaeter(Duration.ofHours(12));
        b.druecke(b.hole(alt.url().toString()), "weiter", Map.of());
        assertThat(gespeicherte(alt)).as("a page may still name it").hasSize(1);
        portal.spaeter(Duration.ofHours(12).plusMillis(1));
        b.druecke(b.hole(alt.url().toString()), "weiter", Map.of());
        assertThat(gespeicherte(alt)).isEmpty();
    }

    @Test
    void whoIsOvertakenBySubmittingWhileAFileArrivesIsToldThatItIsSubmitted() {
        Seite hund = bisHund(b);
        Seite pruefen = b.druecke(b.druecke(hund, "weiter", hund(1, "Waldi", false)), "weiter", Map.of());
        Seite nochmals = b.hole(hund.url().toString());
        waehrenddessen.set(() -> b.druecke(pruefen, "Verbindlich absenden", Map.of()));

        Seite danach = lade(nochmals, Hundeanmeldung.pdf());

        assertThat(danach.status()).isEqualTo(409);
        assertThat(danach.code()).isEqualTo("OZG-ENTWURF-0009");
        assertThat(danach.text()).contains("Waldi").doesNotContain("nicht abgesendet");
    }

    @Test
    void aFileThatCannotBeReadIsAPageThatSaysSo() throws Exception {
        Seite seite = lade(bisHund(b), Hundeanmeldung.pdf());
        portal.fuehreAus("delete from ozg_anlage_stueck");

        Seite datei = b.hole(seite.url()
                .resolve(seite.html().select("li[data-ozg-datei] a").attr("href"))
                .toString());

        assertThat(datei.status()).isEqualTo(500);
        assertThat(datei.code()).isEqualTo("OZG-BLOB-0002");
        assertThat(datei.kopf().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(datei.kopf().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void aPageThatNamesAFileWhichIsGoneSaysSo() {
        Seite seite = bisHund(b);

        Map<String, String> felder = new LinkedHashMap<>(seite.felder("weiter"));
        felder.put(NACHWEIS + ".hochgeladen", AnlageId.neu().wert());
        Seite danach = b.sendeTeile(seite.url(), felder, Map.of());

        assertThat(danach.status()).isEqualTo(422);
        assertThat(danach.text()).contains("ist nicht mehr da. Laden Sie sie noch einmal hoch.");
    }

    @Test
    void aFormThatAFilterOfTheHostHasReadIsTakenFromTheContainer() throws Exception {
        Server server = new Server(0);
        ServletContextHandler anwendung = new ServletContextHandler("/");
        ServletHolder servlet = new ServletHolder(new OzgServlet(portal.sdk()));
        servlet.getRegistration().setMultipartConfig(new MultipartConfigElement("", 50 << 20, 50 << 20, 50 << 20));
        anwendung.addServlet(servlet, "/ozg/*");
        Filter csrfDesWirts = (anfrage, antwort, kette) -> {
            anfrage.getParameter("csrf");
            kette.doFilter(anfrage, antwort);
        };
        anwendung.addFilter(new FilterHolder(csrfDesWirts), "/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(anwendung);
        server.start();
        try {
            Testbrowser anderer = new Testbrowser(URI.create(
                    "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/ozg"));
            Seite seite = anderer.druecke(
                    bisHund(anderer),
                    "hochladen:" + NACHWEIS,
                    hund(1, "Waldi", true),
                    Map.of(NACHWEIS + ".datei", Hundeanmeldung.pdf()));
            assertThat(staende(seite)).containsExactly("FREI");
            assertThat(seite.text()).contains("Nachweis größer.pdf");
            assertThat(seite.felder("weiter")).containsEntry("G05999000003-1.F05999000002", "Waldi");
        } finally {
            server.stop();
        }
    }

    @Test
    void aPortalWithoutScannerIsTold() {
        assertThat(portal.sdk().probleme()).isEmpty();
        try (Testportal ohne = Testportal.starte()) {
            assertThat(ohne.sdk().probleme()).isEmpty();
            assertThat(ohne.sdk().nachpruefung()).isEmpty();
        }
        try (Testportal vergessen = Testportal.ohneAngabeZumVirenscanner(b -> b)) {
            assertThat(vergessen.sdk().probleme()).singleElement().satisfies(p -> {
                assertThat(p.code().code()).isEqualTo("OZG-SDK-0004");
                assertThat(p.schwere()).isEqualTo(Problem.Schwere.WARNUNG);
            });
        }
    }

    private static String feld(String name, String wert) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + wert + "\r\n";
    }

    private static String datei(String name, byte[] inhalt) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + NACHWEIS + ".datei\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + new String(inhalt, StandardCharsets.ISO_8859_1)
                + "\r\n";
    }

    private String kopf(Seite seite, int laenge) {
        String cookies = String.join(
                "; ",
                b.cookies().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
        return "POST " + seite.url().getPath() + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: " + laenge
                + "\r\nConnection: close\r\n\r\n";
    }

    private String roh(Seite seite, String teile) throws IOException {
        String koerper = teile + "--x--\r\n";
        try (Socket s = new Socket(portal.basis().getHost(), portal.basis().getPort())) {
            s.setSoTimeout(20_000);
            s.getOutputStream().write((kopf(seite, koerper.length()) + koerper).getBytes(StandardCharsets.ISO_8859_1));
            s.getOutputStream().flush();
            return new String(s.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
