/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.dienst.DienstId;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A page of the walk: which one it is, and what the portal answered. */
public record Seite(Art art, Antwort antwort) {

    /** The pages that the kit comes to. */
    public enum Art {
        LISTE("Liste der Dienste"),
        KATALOG("Katalogseite"),
        EINWILLIGUNG("Seite der Einwilligung"),
        FORMULAR("Formularseite"),
        FORMULAR_LEER_GESENDET("Formularseite nach leerem Absenden"),
        UNTERBROCHEN("Seite nach dem Unterbrechen"),
        FORTSETZEN("Seite zum Fortsetzen"),
        FORTGESETZT("Fortgesetzter Antrag"),
        FEHLERSEITE("Fehlerseite"),
        FREMDER_ENTWURF("Fremder Entwurf"),
        KONFLIKT("Seite nach dem Schreiben in zwei Tabs"),
        PRUEFEN("Seite zum Prüfen der Angaben"),
        QUITTUNG("Eingangsbestätigung"),
        KONTOWAHL("Wahl des Nutzerkontos"),
        ZUM_KONTO("Seite vor dem Nutzerkonto"),
        VOM_KONTO("Seite nach dem Nutzerkonto"),
        KONTOSEITE("Seite des Nutzerkontos im Portal");

        private static final Set<Art> OHNE_ANGABEN =
                EnumSet.of(LISTE, KATALOG, FORTSETZEN, FEHLERSEITE, FREMDER_ENTWURF);

        private final String name;

        Art(String name) {
            this.name = name;
        }
    }

    public Document dokument() {
        return antwort.dokument();
    }

    /** What a {@code <meta>} of this name says; empty when there is none. */
    public String meta(String name) {
        return dokument().select("meta[name=" + name + "]").attr("content");
    }

    /** The Dienste of the portal that the page links to. */
    public Stream<DienstId> dienste(URI basis) {
        return dokument().select(".ozg a[href]").stream()
                .map(link -> link.absUrl("href"))
                .filter(ziel -> ziel.startsWith(basis + "/"))
                .map(ziel -> ziel.substring(basis.toString().length() + 1))
                .filter(DienstId::istGueltig)
                .map(DienstId::new)
                .distinct();
    }

    /** The form that sends to an address with this end. */
    public Optional<FormElement> formularNach(String ende) {
        return dokument().forms().stream()
                .filter(f -> f.attr("method").equalsIgnoreCase("post"))
                .filter(f -> f.absUrl("action").endsWith(ende))
                .findFirst();
    }

    /** The link to a PDF. */
    public Optional<Element> pdfVerweis() {
        return Optional.ofNullable(dokument().selectFirst(".ozg a[type=application/pdf][href]"));
    }

    /** Whether it shows a draft, so that nobody may keep a copy. */
    public boolean zeigtEntwurf() {
        return !Art.OHNE_ANGABEN.contains(art);
    }

    /** The page for a message; the id of the draft is left out, so that reports can be compared. */
    public String wo() {
        return art.name + " " + ohneEntwurf(antwort.adresse().getRawPath());
    }

    static String ohneEntwurf(String pfad) {
        return pfad.replaceAll("/antrag/[^/]+", "/antrag/…");
    }
}
