/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.testkit.konformitaet.Bericht;
import de.kommunalsdk.testkit.konformitaet.Bericht.Eintrag;
import de.kommunalsdk.testkit.konformitaet.Ergebnis;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtGeprueft;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.NichtPruefbar;
import de.kommunalsdk.testkit.konformitaet.Ergebnis.Verletzt;
import de.kommunalsdk.testkit.konformitaet.Verstoss;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** The report for people: one file, German, readable with a screen reader and in print. */
public final class HtmlBericht {

    private static final DateTimeFormatter ZEIT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));

    private static final String CSS = "body{font-family:sans-serif;line-height:1.5;color:#1a1a1a;background:#fff;"
            + "max-width:60rem;margin:1rem auto;padding:0 1rem;overflow-wrap:anywhere}"
            + "table{border-collapse:collapse;width:100%}th,td{border:1px solid #6b7280;padding:.4rem .6rem;"
            + "text-align:left;vertical-align:top}caption{text-align:left;font-weight:bold;padding:.4rem 0}"
            + ".erfuellt{color:#14532d}.verletzt{color:#8f1018}.nicht-pruefbar{color:#713f00}.nicht-geprueft{color:#374151}"
            + "dt{font-weight:bold}dd{margin:0 0 .5rem}";

    private HtmlBericht() {}

    public static byte[] schreibe(Bericht bericht) {
        Document dokument = Document.createShell("");
        dokument.outputSettings(
                new OutputSettings().charset(StandardCharsets.UTF_8).prettyPrint(false));
        dokument.prependChild(new DocumentType("html", "", ""));
        dokument.select("html").attr("lang", "de");
        dokument.head().appendElement("meta").attr("charset", "utf-8");
        dokument.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        dokument.title((bericht.konform() ? "Konform" : "Nicht konform") + ": "
                + bericht.pruefling().dienst());
        dokument.head().appendElement("style").appendChild(new DataNode(CSS));
        Element main = dokument.body().appendElement("main");
        main.appendElement("h1").text("Konformität des Portals");
        kopf(main, bericht);
        tabelle(main, bericht);
        main.appendElement("h2").text("Einzelne Regeln");
        bericht.eintraege().forEach(e -> regel(main, e));
        return dokument.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private static void kopf(Element main, Bericht bericht) {
        long erfuellt = bericht.zaehle(Ergebnis.Erfuellt.class);
        long ohne = bericht.zaehle(NichtGeprueft.class);
        main.appendElement("p")
                .appendElement("strong")
                .text((bericht.konform() ? "Das Portal ist konform" : "Das Portal ist nicht konform") + ": " + erfuellt
                        + " von " + bericht.eintraege().size() + " Regeln sind erfüllt"
                        + (ohne == 0 ? "." : ", " + ohne + " nicht geprüft."));
        Element liste = main.appendElement("dl");
        punkt(liste, "Adresse", bericht.pruefling().basis().toString());
        punkt(liste, "Dienst", bericht.pruefling().dienst().wert());
        punkt(liste, "Geprüft am", ZEIT.format(bericht.begonnen()) + " (Europe/Berlin)");
    }

    private static void tabelle(Element main, Bericht bericht) {
        Element tabelle = main.appendElement("table");
        tabelle.appendElement("caption").text("Ergebnis je Regel");
        Element kopf = tabelle.appendElement("thead").appendElement("tr");
        for (String spalte : new String[] {"Eckpunkt", "Regel", "Ergebnis"}) {
            kopf.appendElement("th").attr("scope", "col").text(spalte);
        }
        Element zeilen = tabelle.appendElement("tbody");
        for (Eintrag e : bericht.eintraege()) {
            Element zeile = zeilen.appendElement("tr");
            zeile.appendElement("td").text(String.valueOf(e.regel().eckpunkt()));
            zeile.appendElement("th")
                    .attr("scope", "row")
                    .appendElement("a")
                    .attr("href", "#" + e.regel().id())
                    .text(e.regel().titel());
            zeile.appendElement("td")
                    .addClass(Ergebnisname.technisch(e.ergebnis()))
                    .text(Ergebnisname.lesbar(e.ergebnis()));
        }
    }

    private static void regel(Element main, Eintrag e) {
        Element abschnitt = main.appendElement("section").id(e.regel().id());
        abschnitt.appendElement("h3").text(e.regel().id() + ": " + Ergebnisname.lesbar(e.ergebnis()));
        abschnitt.appendElement("p").text(e.regel().verlangt());
        abschnitt.appendElement("p").text("Mehr dazu: " + e.regel().dokument());
        if (e.ergebnis() instanceof NichtPruefbar offen) {
            abschnitt.appendElement("p").text("Nicht prüfbar: " + offen.grund() + " [" + offen.code() + "]");
        } else if (e.ergebnis() instanceof NichtGeprueft ohne) {
            abschnitt.appendElement("p").text("Nicht geprüft: " + ohne.grund() + " [" + ohne.code() + "]");
        } else if (e.ergebnis() instanceof Verletzt verletzt) {
            Element liste = abschnitt.appendElement("ul");
            for (Verstoss v : verletzt.verstoesse()) {
                Element punkt = liste.appendElement("li");
                punkt.appendElement("strong").text(v.wo());
                punkt.appendText(": " + v.was() + " [" + v.code() + "]");
                punkt.appendElement("br");
                punkt.appendText("Abhilfe: " + v.abhilfe());
            }
        }
    }

    private static void punkt(Element liste, String name, String wert) {
        liste.appendElement("dt").text(name);
        liste.appendElement("dd").text(wert);
    }
}
