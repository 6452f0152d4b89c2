/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisPruefen;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.klaerung.Klaerungsfaelle.Klaerungsfall;
import de.kommunalsdk.schriftstueck.Druckvorlage;
import de.kommunalsdk.schriftstueck.Pdf;
import de.kommunalsdk.schriftstueck.SchriftstueckFehler;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is offered as PDF, to whom, and what happens when it cannot be made. */
class DruckseitenIT {

    private enum Laune {
        GUT,
        JETZT_NICHT,
        NIE
    }

    private final AtomicInteger gesetzte = new AtomicInteger();
    private Laune laune = Laune.GUT;
    private final Testportal portal = Testportal.starte(b -> b.schriftstueck(this::setze));
    private final Testbrowser b = portal.browser();

    private Pdf setze(Druckvorlage vorlage) {
        gesetzte.incrementAndGet();
        return switch (laune) {
            case GUT -> new Pdf(("%PDF " + vorlage.xhtml()).getBytes(StandardCharsets.UTF_8), 1, new TreeSet<>());
            case JETZT_NICHT -> throw new IllegalStateException("Erika");
            case NIE -> throw new InvalidInput(SchriftstueckFehler.ZU_VIELE_SEITEN, "");
        };
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private HttpResponse<byte[]> hole(String pfad, Testbrowser wer) throws Exception {
        String cookies = wer.cookies().entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
        HttpRequest.Builder anfrage = HttpRequest.newBuilder(portal.basis().resolve(pfad));
        if (!cookies.isEmpty()) {
            anfrage.header("Cookie", cookies);
        }
        return HttpClient.newHttpClient().send(anfrage.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void theBlankFormIsLinkedMadeOnceAndHasAName() throws Exception {
        String pfad = b.hole("/hund-anmelden")
                .html()
                .select("a[type=application/pdf]")
                .attr("href");
        assertThat(pfad).isEqualTo("/ozg/hund-anmelden/blanko.pdf");
        HttpResponse<byte[]> eins = hole(pfad, b);
        HttpResponse<byte[]> zwei = hole(pfad, portal.browser());

        assertThat(eins.statusCode()).isEqualTo(200);
        assertThat(eins.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(eins.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"hund-anmelden.pdf\"; filename*=UTF-8''")
                .endsWith(".pdf")
                .doesNotContain("+");
        assertThat(zwei.body()).isEqualTo(eins.body());
        assertThat(gesetzte).hasValue(1);
        int letzter = 200;
        for (int i = 0; i < 60 && letzter == 200; i++) {
            letzter = hole(pfad, b).statusCode();
        }
        assertThat(letzter).isEqualTo(429);
    }

    @Test
    void theOwnerGetsTheSummaryThatIsDeliveredAndNobodyElse() throws Exception {
        Seite quittung = b.druecke(bisPruefen(b), "Verbindlich absenden", Map.of());
        String pfad = quittung.html().select("a[type=application/pdf]").attr("href");
        Paket paket = portal.pakete().get(0);
        HttpResponse<byte[]> eigene = hole(pfad, b);

        assertThat(eigene.statusCode()).isEqualTo(200);
        assertThat(eigene.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(eigene.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("filename=\"Antrag-" + paket.vorgangsnummer() + ".pdf\"");
        Paket.Teil teil = paket.teile().stream()
                .filter(t -> t.rolle() == Rolle.ZUSAMMENFASSUNG_PDF)
                .findFirst()
                .orElseThrow();
        try (InputStream geliefert = teil.inhalt().oeffnen()) {
            assertThat(eigene.body()).isEqualTo(geliefert.readAllBytes());
        }
        assertThat(new String(eigene.body(), StandardCharsets.UTF_8)).contains("Waldi", "Erika");
        assertThat(hole(pfad, portal.browser()).statusCode()).isEqualTo(403);
    }

    @Test
    void aFaultKeepsTheAntragAndIsTriedAgain() throws Exception {
        laune = Laune.JETZT_NICHT;
        Seite quittung = b.druecke(bisPruefen(b), "Verbindlich absenden", Map.of());
        assertThat(quittung.h1()).isEqualTo("Ihr Antrag ist eingegangen");
        String pfad = quittung.html().select("a[type=application/pdf]").attr("href");
        HttpResponse<byte[]> spaeter = hole(pfad, b);
        assertThat(spaeter.statusCode()).isEqualTo(503);
        assertThat(new String(spaeter.body(), StandardCharsets.UTF_8))
                .contains("Ihr Antrag ist eingegangen. Nur die PDF-Datei", "OZG-FORM-0070")
                .doesNotContain("IllegalState");
        assertThat(portal.pakete()).isEmpty();

        laune = Laune.GUT;
        portal.spaeter(Duration.ofMinutes(1));
        assertThat(portal.pakete()).hasSize(1);
        assertThat(hole(pfad, b).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCanNeverBeMadeIsForAPerson() {
        laune = Laune.NIE;
        b.druecke(bisPruefen(b), "Verbindlich absenden", Map.of());
        assertThat(portal.pakete()).isEmpty();
        assertThat(portal.sdk().datenhaltung().klaerungsfaelle().offene(10))
                .extracting(Klaerungsfall::code)
                .containsExactly("OZG-PDF-0003");
    }

    @Test
    void aPortalWithoutAMakerOfPdfOffersNone() throws Exception {
        try (Testportal ohne = Testportal.starte()) {
            assertThat(ohne.browser().hole("/hund-anmelden").html().select("a[type=application/pdf]"))
                    .isEmpty();
            assertThat(ohne.browser().hole("/hund-anmelden/blanko.pdf").status())
                    .isEqualTo(404);
        }
    }
}
