/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.lieferung.Zusammenfassung;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Einbettung;
import de.kommunalsdk.forms.seiten.Formularansicht;
import de.kommunalsdk.forms.seiten.Vorlagen;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.web.Seite;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One page of "Hund anmelden" with its dogs, beside the same HTML by templates that were written by hand for this one form; and the
 * content of the review page, beside label and input of each field.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SeitenBench {

    private static final int HUNDE = 3;
    private static final Einbettung OZG = new Einbettung() {
        @Override
        public String url(String unten) {
            return "/ozg" + unten;
        }

        @Override
        public String praefix() {
            return "";
        }

        @Override
        public Map<String, String> formularfelder() {
            return Map.of();
        }
    };
    private static final int UEBLICH = 64 * 1024;

    private final Formular formular = Eingaben.hund();
    private final Formularseite seite = formular.seite("hund").orElseThrow();
    private final Mandant mandant = Eingaben.mandant();
    private final Ansicht ansicht = ansicht(mandant);
    private final Vorlagen vorlagen = new Vorlagen();
    private final StringWriter ziel = new StringWriter(UEBLICH); // instead of the container's, the same for all
    private Antworten antworten = Antworten.LEER;
    private Formularansicht formularansicht = entfaltet();
    private Handseite handseite = Handseite.mit(HUNDE);

    static Ansicht ansicht(Mandant mandant) {
        return new Ansicht(mandant, Locale.GERMAN, OZG, "", "csrf-merkmal", mandant.stelle(), false);
    }

    static void rahme(Seite seite, Writer ziel) throws IOException {
        ziel.write("<!DOCTYPE html><html><head>");
        seite.kopf().schreibe(ziel);
        ziel.write("</head><body>");
        seite.inhalt().schreibe(ziel);
        ziel.write("</body></html>");
    }

    /** Answers with three dogs. */
    @Setup
    public void lade() {
        nimm(HUNDE);
    }

    /** Answers with another number of dogs. */
    void nimm(int hunde) {
        antworten = Eingaben.antworten(hunde);
        formularansicht = entfaltet();
        handseite = Handseite.mit(hunde);
    }

    /** Renders the page into the frame; what stands on it is worked out already. */
    @Benchmark
    public StringBuffer renderSdk() throws IOException {
        return schreibe(formularansicht);
    }

    private StringBuffer schreibe(Formularansicht f) throws IOException {
        vorlagen.schreibe(SeitenBench::rahme, "formular", "Ihr Hund", ansicht, "", Map.of("f", f), leeresZiel());
        return ziel.getBuffer();
    }

    private StringWriter leeresZiel() {
        ziel.getBuffer().setLength(0);
        return ziel;
    }

    /** The same page, written by hand for this one form; rendered as a whole before anything of it is written, as ours. */
    @Benchmark
    public StringBuffer renderPeer() throws IOException {
        handseite.mitJte(leeresZiel());
        return ziel.getBuffer();
    }

    /** As {@link #renderSdk}. */
    @Benchmark
    public StringBuffer durchreichenSdk() throws IOException {
        return renderSdk();
    }

    /** The same page, written by hand, that is sent while it is rendered: a fault would leave half a page. */
    @Benchmark
    public StringBuffer durchreichenPeer() {
        handseite.mitJteDirekt(leeresZiel());
        return ziel.getBuffer();
    }

    /** As {@link #renderSdk}. */
    @Benchmark
    public StringBuffer thymeleafSdk() throws IOException {
        return renderSdk();
    }

    /** The same page, written by hand for Thymeleaf, sent while it is rendered. */
    @Benchmark
    public StringBuffer thymeleafPeer() {
        handseite.mitThymeleaf(leeresZiel());
        return ziel.getBuffer();
    }

    /** Unfolds the page, renders it into the frame. */
    @Benchmark
    public StringBuffer seiteSdk() throws IOException {
        return schreibe(entfaltet());
    }

    /** The same page, written by hand for this one form, which has nothing to unfold. */
    @Benchmark
    public StringBuffer seitePeer() throws IOException {
        return renderPeer();
    }

    private Formularansicht entfaltet() {
        return new Formularansicht(
                ansicht,
                "Hund anmelden",
                "/hund-anmelden/antrag/1/seite/hund",
                seite,
                3,
                5,
                7,
                antworten,
                Seitenbaum.von(formular, seite, antworten, Eingaben.HEUTE),
                List.of(),
                Map.of());
    }

    /** All answers for people. */
    @Benchmark
    public Zusammenfassung zusammenfassungSdk() {
        return Zusammenfassung.von(formular, antworten, Eingaben.HEUTE, id -> "");
    }

    /** Unfolds all pages, writes label and input of each field. */
    @Benchmark
    public int zusammenfassungPeer() {
        int zeichen = 0;
        for (Formularseite s : formular.seiten()) {
            zeichen += vonHand(s).length();
        }
        return zeichen;
    }

    private String vonHand(Formularseite s) {
        StringBuilder ziel = new StringBuilder(512);
        Seitenbaum.felder(Seitenbaum.von(formular, s, antworten, Eingaben.HEUTE), p -> {
            ziel.append("<label for=\"").append(p.ort()).append("\">");
            maskiert(p.feld().beschriftung(), ziel);
            ziel.append("</label><input id=\"").append(p.ort()).append("\" name=\"");
            ziel.append(p.ort()).append("\" value=\"");
            maskiert(antworten.wert(p.ort()), ziel);
            ziel.append("\">");
        });
        return ziel.toString();
    }

    private static void maskiert(String text, StringBuilder ziel) {
        for (int i = 0; i < text.length(); i++) {
            char zeichen = text.charAt(i);
            switch (zeichen) {
                case '<' -> ziel.append("&lt;");
                case '&' -> ziel.append("&amp;");
                case '"' -> ziel.append("&#34;");
                default -> ziel.append(zeichen);
            }
        }
    }
}
