/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import static de.kommunalsdk.testkit.konformitaet.Stoerungen.fall;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.seite;
import static de.kommunalsdk.testkit.konformitaet.Stoerungen.wenn;

import de.kommunalsdk.testkit.konformitaet.Stoerportal.Anfrage;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Antwort;
import de.kommunalsdk.testkit.konformitaet.Stoerportal.Stoerung;
import de.kommunalsdk.testkit.konformitaet.Stoerungen.Fall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Damages to paper: the blank form, and the document of what was submitted. */
final class StoerungenPapier {

    private static final String VORDRUCK = "EP04_Vordruck";
    private static final String EINGANG = "EP04_Eingangsdokument";
    private static final String STRUKTUR = "/StructTreeRoot /Marked true ";
    private static final String TEXTE = "(Angabe) Tj\n".repeat(500);
    private static final Predicate<Anfrage> BLANKO = a -> a.pfad().endsWith("/blanko.pdf");
    private static final Predicate<Anfrage> ZUSAMMENFASSUNG =
            a -> a.imEntwurf() && a.pfad().endsWith(".pdf");

    private StoerungenPapier() {}

    static List<Fall> alle() {
        List<Fall> faelle = new ArrayList<>(dokument(VORDRUCK, "Katalogseite", BLANKO));
        faelle.addAll(dokument(EINGANG, "Eingangsbestätigung", ZUSAMMENFASSUNG));
        faelle.add(fall(VORDRUCK, "kein-vordruck", "Katalogseite", ohneVerweis(a -> !a.imEntwurf())));
        faelle.add(fall(VORDRUCK, "andere-version", "Katalogseite", pdf(BLANKO, p -> p.replace("1.0.0", "0.9.0"))));
        faelle.add(fall(EINGANG, "keine-zusammenfassung", "Eingangsbestätigung", ohneVerweis(Anfrage::imEntwurf)));
        faelle.add(fall(EINGANG, "fuer-alle", "Eingangsbestätigung", zwischenspeicher()));
        return faelle;
    }

    private static List<Fall> dokument(String regel, String wo, Predicate<Anfrage> welches) {
        return List.of(
                fall(regel, "kein-pdf", wo, wenn(welches, a -> a.mitStatus(503))),
                fall(regel, "kein-pdf", wo, wenn(welches, a -> a.mitText("Formular"))),
                fall(regel, "ohne-struktur", wo, pdf(welches, p -> andererSatz(p, "/Lang (de)", TEXTE))),
                fall(regel, "ohne-struktur", wo, pdf(welches, p -> andererSatz(p, STRUKTUR, TEXTE))),
                fall(regel, "kommune-fehlt", wo, pdf(welches, p -> p.replace("Stadt Musterstadt", "Stadt Irgendwoxx"))),
                fall(regel, "leer", wo, pdf(welches, p -> andererSatz(p, STRUKTUR + "/Lang (de)", ""))));
    }

    /** The document as another typesetter would write it: what the catalogue says, what is shown, and its metadata. */
    private static String andererSatz(String pdf, String katalog, String inhalt) {
        int xmp = pdf.indexOf("<x:xmpmeta");
        return "%PDF-1.7\n" + katalog + "\n" + inhalt + pdf.substring(xmp, pdf.indexOf("</x:xmpmeta>", xmp))
                + "</x:xmpmeta>\n%%EOF";
    }

    private static Stoerung ohneVerweis(Predicate<Anfrage> wo) {
        return seite(wo, s -> s.select("a[type=application/pdf]").remove());
    }

    private static Stoerung pdf(Predicate<Anfrage> welches, UnaryOperator<String> aenderung) {
        return wenn(
                welches,
                a -> a.mitBytes(aenderung
                        .apply(new String(a.koerper(), StandardCharsets.ISO_8859_1))
                        .getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** A cache in front of the portal that gives a document to everybody who knows its address. */
    private static Stoerung zwischenspeicher() {
        Map<String, Antwort> gemerkt = new HashMap<>();
        return (a, portal) -> {
            Antwort antwort = portal.frage(a);
            if (antwort.status() == 200 && ZUSAMMENFASSUNG.test(a)) {
                gemerkt.put(a.pfad(), antwort);
            }
            return gemerkt.getOrDefault(a.pfad(), antwort);
        };
    }
}
