/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.dienst.DienstFehler;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.SdkFehler;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.druck.Blankoformular;
import de.kommunalsdk.grenze.Absendernetz;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.schriftstueck.Pdf;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.uebermittlung.Paket;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is downloaded as PDF: the blank form of a Dienst, and the summary of an Antrag for its owner. Thread-safe. */
final class Druckseiten {

    static final String ZUSAMMENFASSUNG = "zusammenfassung.pdf";

    private static final Logger LOG = LoggerFactory.getLogger(Druckseiten.class);
    private static final int BLANKO = 60; // of one address in ten minutes
    private static final int EIGENE = 20; // of one Antrag in ten minutes
    private static final Duration FENSTER = Duration.ofMinutes(10);
    private static final int GEMERKT = 64; // blank forms of about 60 kB

    private final KommunalSdk sdk;
    private final Map<Blanko, Fertig> fertige = new LinkedHashMap<>(GEMERKT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Blanko, Fertig> aeltester) {
            return size() > GEMERKT;
        }
    };

    private record Blanko(MandantId mandant, DienstRef dienst) {}

    /** A finished form, and the Mandant as it was then. */
    private record Fertig(Mandant mandant, byte[] pdf) {}

    Druckseiten(KommunalSdk sdk) {
        this.sdk = sdk;
    }

    void blanko(Anfrage a, OzgDienst dienst) throws IOException {
        Schriftstueck satz =
                sdk.schriftstueck().orElseThrow(() -> new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda"));
        Formular formular = sdk.formular(a.mandant().id(), dienst.ref())
                .orElseThrow(() -> new Abbruch(503, DienstFehler.GESTOERT, "web.gestoert"));
        begrenze("blanko:" + a.mandant().id() + ":" + Absendernetz.von(a.http().getRemoteAddr()), BLANKO);
        byte[] pdf;
        try {
            pdf = gemerkt(a.mandant(), formular, satz);
        } catch (RuntimeException e) {
            throw nichtErzeugt(e, "web.pdf");
        }
        a.antwort().setHeader("Cache-Control", "public, max-age=300");
        sende(a, dienst.id() + ".pdf", dienst.titel() + ".pdf", pdf);
    }

    private byte[] gemerkt(Mandant mandant, Formular formular, Schriftstueck satz) {
        Blanko schluessel = new Blanko(mandant.id(), formular.dienst().ref());
        synchronized (fertige) {
            Fertig fertig = fertige.get(schluessel);
            if (fertig != null && fertig.mandant().equals(mandant)) {
                return fertig.pdf();
            }
        }
        byte[] pdf = satz.setze(Blankoformular.vorlage(
                        formular,
                        java.util.Optional.of(mandant),
                        sdk.clock().instant().truncatedTo(ChronoUnit.DAYS)))
                .inhalt();
        synchronized (fertige) {
            fertige.put(schluessel, new Fertig(mandant, pdf));
        }
        return pdf;
    }

    /** Only called for the browser that holds the cookie of this Antrag. */
    void zusammenfassung(Anfrage a, Antrag antrag) throws IOException {
        if (sdk.schriftstueck().isEmpty()) {
            throw new Abbruch(404, SdkFehler.NICHT_GEFUNDEN, "web.nichtda");
        }
        begrenze("zusammenfassung:" + antrag.id(), EIGENE);
        byte[] pdf;
        try (InputStream quelle = erzeuge(antrag).inhalt().oeffnen()) {
            pdf = quelle.readAllBytes();
        }
        a.antwort().setHeader("Cache-Control", "no-store");
        String name = "Antrag-" + antrag.vorgangsnummer() + ".pdf";
        sende(a, name, name, pdf);
    }

    private Paket.Teil erzeuge(Antrag antrag) {
        try {
            return sdk.zusammenfassung(antrag).orElseThrow();
        } catch (RuntimeException e) {
            throw nichtErzeugt(e, "web.pdf.spaeter");
        }
    }

    private void begrenze(String zaehler, int hoechstens) {
        if (!sdk.datenhaltung().grenze().erlaubt(zaehler, hoechstens, FENSTER)) {
            throw new Abbruch(429, SdkFehler.ZU_VIELE_VERSUCHE, "web.zuviele");
        }
    }

    private static Abbruch nichtErzeugt(RuntimeException e, String text) {
        LOG.error("{} {}", FormFehler.DRUCK.code(), Fehlerspur.kurz(e));
        return new Abbruch(503, FormFehler.DRUCK, text);
    }

    /** RFC 6266: a plain name for all, the full one in UTF-8 for those that read it. */
    private static void sende(Anfrage a, String einfach, String name, byte[] pdf) throws IOException {
        HttpServletResponse antwort = a.antwort();
        antwort.setContentType(Pdf.MEDIENTYP);
        antwort.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + einfach + "\"; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A"));
        antwort.setContentLength(pdf.length);
        antwort.getOutputStream().write(pdf);
    }
}
