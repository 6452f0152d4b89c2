/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import de.kommunalsdk.testkit.konformitaet.internal.Seite.Art;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Fills in a form from outside: sends a page, reads which fields it complains about, and tries another answer for those.
 * So it finds what is required, and what fits. Not thread-safe.
 */
public final class Ausfueller {

    private static final int SEITEN = 60;
    private static final int RUNDEN = 30; // of one page
    private static final List<String> TEXTE = List.of(
            "Probe",
            "1",
            "99999",
            "2",
            "erika.mustermann@example.org",
            "0123456789",
            "+49 30 23125000",
            "DE02120300000000202051",
            "276098123456789",
            "12 a",
            "A",
            "Probe mit mehr als zwanzig Zeichen",
            "2000-02-01");
    private static final List<String[]> TAGE =
            List.of(new String[] {"1", "2", "2000"}, new String[] {"1", "2", "2050"}, new String[] {"1", "2", "2024"});

    private final Browser browser;
    private final Map<String, String> angaben;
    private final Map<String, Integer> versuche = new HashMap<>();

    Ausfueller(Browser browser, Map<String, String> angaben) {
        this.browser = browser;
        this.angaben = angaben;
    }

    /** From a page of the form to the page where the answers are checked. */
    public Seite bisZurPruefung(Seite erste) {
        Seite seite = erste;
        for (int n = 0; n < SEITEN && Rundgang.antragsformular(seite).isPresent(); n++) {
            seite = weiter(seite);
        }
        if (seite.formularNach("/einreichen").isEmpty()) {
            throw new NichtMoeglich("nicht-ausfuellbar", seite.wo() + " ist nicht die Seite zum Absenden.");
        }
        return new Seite(Art.PRUEFEN, seite.antwort());
    }

    /** Fills in one page, as far as it must be, and sends it; gives the page after it. */
    public Seite weiter(Seite erste) {
        return weiter(erste, Map.of());
    }

    /** The same with all its fields for text, also those that may stay empty. */
    public Seite weiterMitAllenTexten(Seite erste) {
        FormElement formular = Rundgang.antragsformular(erste)
                .orElseThrow(() -> new NichtMoeglich("kein-formular", erste.wo() + " hat kein Formular."));
        Map<String, String> texte = new LinkedHashMap<>(alles(formular));
        texte.keySet().retainAll(formular.select("input[type=text]").eachAttr("name"));
        return weiter(erste, texte);
    }

    private Seite weiter(Seite erste, Map<String, String> vorab) {
        String pfad = erste.antwort().adresse().getRawPath();
        Seite seite = erste;
        Map<String, String> gewaehlt = new LinkedHashMap<>(vorab);
        for (int n = 0; n < RUNDEN; n++) {
            Formularsendung sendung = Rundgang.sendung(seite, "weiter");
            for (Map.Entry<String, String> e : gewaehlt.entrySet()) {
                sendung = sendung.mit(e.getKey(), e.getValue());
            }
            seite = new Seite(Art.FORMULAR, browser.sende(sendung));
            if (Rundgang.antragsformular(seite).isEmpty()
                    || !seite.antwort().adresse().getRawPath().equals(pfad)) {
                return seite;
            }
            for (Element verweis : seite.dokument().select(".ozg [role=alert] a[href^=#]")) {
                Element ziel =
                        seite.dokument().getElementById(verweis.attr("href").substring(1));
                if (ziel != null) {
                    gewaehlt.putAll(naechste(ziel, verweis.text()));
                }
            }
        }
        throw unausfuellbar(seite, "die Angaben");
    }

    /** All controls of a page with their first answer, required or not. */
    public Map<String, String> alles(FormElement formular) {
        Map<String, String> werte = new LinkedHashMap<>();
        for (Element feld :
                formular.select("input[type=text][name], input[type=radio][name], select[name], textarea[name]")) {
            if (feld.val().isEmpty() || feld.attr("type").equals("radio")) {
                werte.putAll(erste(feld));
            }
        }
        return werte;
    }

    private Map<String, String> erste(Element feld) {
        String name = feld.attr("name");
        String teil = name.substring(name.lastIndexOf('.') + 1);
        if (List.of("tag", "monat", "jahr").contains(teil)) {
            return Map.of(name, TAGE.get(0)[List.of("tag", "monat", "jahr").indexOf(teil)]);
        }
        List<String> moegliche = moegliche(feld);
        if (feld.attr("inputmode").matches("numeric|decimal")) {
            return Map.of(name, angabe(name, "1"));
        }
        return moegliche.isEmpty() ? Map.of() : Map.of(name, angabe(name, moegliche.get(0)));
    }

    /** The next answer for a field that the page complained about. */
    private Map<String, String> naechste(Element ziel, String meldung) {
        Element feld = ziel.is("input, select, textarea") ? ziel : ziel.selectFirst("input, select, textarea");
        if (feld == null || feld.attr("type").equals("file")) {
            throw new NichtMoeglich("nicht-ausfuellbar", "Ohne Datei oder Eintrag geht es nicht weiter: " + meldung);
        }
        String name = feld.attr("name");
        int versuch = versuche.merge(name, 1, Integer::sum) - 1;
        if (name.endsWith(".tag")) {
            if (versuch >= TAGE.size()) {
                throw unausfuellbar(name, meldung);
            }
            String davor = name.substring(0, name.length() - "tag".length());
            String[] tag = TAGE.get(versuch);
            return Map.of(davor + "tag", tag[0], davor + "monat", tag[1], davor + "jahr", tag[2]);
        }
        List<String> moegliche = new ArrayList<>(moegliche(feld));
        String eigene = angabe(name, "");
        if (!eigene.isEmpty()) {
            moegliche.add(0, eigene);
        }
        if (versuch >= moegliche.size()) {
            throw unausfuellbar(name, meldung);
        }
        return Map.of(name, moegliche.get(versuch));
    }

    private static List<String> moegliche(Element feld) {
        if (feld.normalName().equals("select")) {
            return feld.select("option").eachAttr("value").stream()
                    .filter(w -> !w.isEmpty())
                    .limit(RUNDEN)
                    .toList();
        }
        FormElement formular = (FormElement) feld.closest("form");
        if (feld.attr("type").equals("radio") && formular != null) {
            List<String> werte = new ArrayList<>(formular.select("input[type=radio]").stream()
                    .filter(r -> r.attr("name").equals(feld.attr("name")))
                    .map(Element::val)
                    .toList());
            java.util.Collections.reverse(werte); // "Nein" asks for the least
            return werte;
        }
        return TEXTE;
    }

    private String angabe(String name, String sonst) {
        return angaben.entrySet().stream()
                .filter(e -> name.endsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(sonst);
    }

    private static NichtMoeglich unausfuellbar(String name, String meldung) {
        return new NichtMoeglich(
                "nicht-ausfuellbar",
                "Für das Feld " + name + " gibt es keine passende Antwort (" + meldung
                        + "). Pruefling.mitEinreichung(Map.of(\"" + name + "\", ...)) gibt eine.");
    }

    private static NichtMoeglich unausfuellbar(Seite seite, String was) {
        return new NichtMoeglich("nicht-ausfuellbar", seite.wo() + " nimmt " + was + " nicht an.");
    }
}
