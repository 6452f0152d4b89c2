/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.probe.Antwortgeber;
import de.kommunalsdk.forms.servlet.Testbrowser.Datei;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One citizen's way through a form, of which nothing is known but what the pages say and how a field of this type is
 * answered: each page is first sent with wrong answers, then with right ones.
 */
final class Schemagang {

    private static final int EINTRAEGE = 30; // that are added, in all

    private final Testportal portal;
    private final Formular formular;
    private final Antwortgeber geber;
    private final SortedMap<String, String> gegeben = new TreeMap<>();
    private final SortedMap<String, String> dateien = new TreeMap<>();
    private final Map<String, String> gewaehlte = new HashMap<>();
    private final Set<String> bedient = new HashSet<>();
    private Testbrowser browser;
    private int seiten;
    private int ablehnungen;
    private int falsche;
    private int eintraege;
    private int unterbrochen;

    Schemagang(Testportal portal, Formular formular) {
        this.portal = portal;
        this.formular = formular;
        this.geber = new Antwortgeber(new Random(formular.felder().size()), LocalDate.of(2026, 11, 23));
        this.browser = portal.browser();
    }

    /** What was done; counts only. */
    record Bilanz(
            int seiten, int ablehnungen, int falsche, int antworten, int dateien, int eintraege, int unterbrochen) {

        static final Bilanz KEINE = new Bilanz(0, 0, 0, 0, 0, 0, 0);

        Bilanz plus(Bilanz b) {
            return new Bilanz(
                    seiten + b.seiten,
                    ablehnungen + b.ablehnungen,
                    falsche + b.falsche,
                    antworten + b.antworten,
                    dateien + b.dateien,
                    eintraege + b.eintraege,
                    unterbrochen + b.unterbrochen);
        }
    }

    Bilanz bilanz() {
        return new Bilanz(seiten, ablehnungen, falsche, gegeben.size(), dateien.size(), eintraege, unterbrochen);
    }

    /** What was answered, as it must be kept, by place. */
    SortedMap<String, String> gegeben() {
        return gegeben;
    }

    /** Names of the uploaded files by place. */
    SortedMap<String, String> dateien() {
        return dateien;
    }

    /** From the catalogue to the receipt. */
    Seite gehe() {
        String dienst = formular.dienst().id().wert();
        Seite seite = browser.druecke(browser.hole("/" + dienst), "Jetzt online beantragen", Map.of());
        int mitte = formular.seiten().size() / 2;
        while (seite.url().getPath().contains("/seite/")) {
            if (seiten >= mitte && unterbrochen == 0) {
                unterbrochen++;
                seite = unterbrich(seite);
            }
            seite = besuche(seite);
            assertThat(seiten).as("pages of %s", dienst).isLessThan(500);
        }
        assertThat(seite.url().getPath()).endsWith("/pruefen");
        assertThat(seite.html().select(".ozg-fehlerliste")).isEmpty();
        return browser.druecke(seite, "Verbindlich absenden", Map.of());
    }

    /** Leaves with a code, and goes on in another browser where the first one left. */
    private Seite unterbrich(Seite seite) {
        Seite code = browser.druecke(seite, "unterbrechen", Map.of());
        String text = code.html().text().replaceAll("(?s).*?((?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}).*", "$1");
        String dienst = formular.dienst().id().wert();
        browser = portal.browser();
        Seite danach = browser.druecke(
                browser.hole("/" + dienst + "/fortsetzen"), "Begonnenen Antrag fortsetzen", Map.of("code", text));
        assertThat(danach.url()).as("where %s goes on", dienst).isEqualTo(seite.url());
        return danach;
    }

    /** Answers a page, with the pages of its entries; gives the page that comes next. */
    private Seite besuche(Seite hier) {
        Seite seite = hier;
        String pfad = hier.url().getPath();
        for (Optional<String> knopf = naechsterKnopf(seite); knopf.isPresent(); knopf = naechsterKnopf(seite)) {
            boolean neu = knopf.get().startsWith("hinzufuegen:");
            if (neu && eintraege >= EINTRAEGE) {
                continue;
            }
            eintraege += neu ? 1 : 0;
            seite = druecke(seite, knopf.get(), richtige(seite));
            while (!seite.url().getPath().equals(pfad)) { // an entry's own page, then perhaps that of the one around it
                assertThat(seite.url().getPath())
                        .as("an entry of %s", pfad)
                        .startsWith(pfad.replaceFirst("(/seite/[^/]*).*", "$1/"));
                bedient.add("bearbeiten:" + seite.url().getPath().replaceFirst(".*/", ""));
                seite = besuche(seite);
            }
        }
        seiten++;
        seite = mitFalschen(seite);
        Seite danach = druecke(seite, "weiter", richtige(seite));
        assertThat(danach.html().select(".ozg-fehlerliste").text())
                .as("right answers on %s", seite.url())
                .isEmpty();
        assertThat(danach.url().getPath()).isNotEqualTo(pfad);
        return danach;
    }

    private Optional<String> naechsterKnopf(Seite seite) {
        return seite.html().select("button[name=aktion]").eachAttr("value").stream()
                .filter(wert -> wert.startsWith("hinzufuegen:") || wert.startsWith("bearbeiten:"))
                .filter(bedient::add)
                .findFirst();
    }

    /** Everything that can be wrong is, and nothing else is given: each of them must be named, and what is missing. */
    private Seite mitFalschen(Seite seite) {
        Map<String, String> felder = new LinkedHashMap<>();
        Set<String> falsch = new HashSet<>();
        boolean dateiFehlt = false;
        for (Feldstelle stelle : waehlbare(seite)) {
            Optional<Antwortgeber.Antwort> antwort = geber.falsche(stelle.feld());
            antwort.ifPresent(a -> felder.putAll(a.an(stelle.ort())));
            antwort.ifPresent(a -> falsch.add(stelle.ort()));
            dateiFehlt |= stelle.pflicht() && fehltDatei(stelle);
        }
        if (falsch.isEmpty() && !dateiFehlt) {
            return seite; // nothing is asked here that could be wrong
        }
        Seite danach = browser.druecke(seite, "weiter", felder);
        assertThat(danach.url().getPath()).as("refused").isEqualTo(seite.url().getPath());
        Set<String> erwartet = new HashSet<>(falsch);
        for (Feldstelle stelle : waehlbare(danach)) {
            if (stelle.pflicht() && fehltDatei(stelle)) {
                erwartet.add(stelle.ort());
            }
        }
        List<String> gemeldet = Feldstelle.gemeldete(danach);
        assertThat(gemeldet).as("%s", danach.url()).containsAll(erwartet).doesNotHaveDuplicates();
        assertThat(gemeldet)
                .allMatch(ort -> erwartet.contains(ort) || formular.gruppen().containsKey(Feldstelle.pfad(ort)));
        ablehnungen++;
        falsche += erwartet.size();
        return danach;
    }

    private Map<Feldstelle, Antwortgeber.Antwort> richtige(Seite seite) {
        Map<Feldstelle, Antwortgeber.Antwort> antworten = new LinkedHashMap<>();
        for (Feldstelle stelle : waehlbare(seite)) {
            if (stelle.feld().anzeige() != Feld.Anzeige.DATEI) {
                Optional<Antwortgeber.Antwort> antwort = geber.richtige(stelle.feld());
                assertThat(antwort).as("an answer to %s", stelle.feld().pfad()).isPresent();
                antworten.put(stelle, antwort.get());
            }
        }
        return antworten;
    }

    private Seite druecke(Seite seite, String knopf, Map<Feldstelle, Antwortgeber.Antwort> antworten) {
        Map<String, String> felder = new LinkedHashMap<>();
        antworten.forEach((stelle, antwort) -> {
            felder.putAll(antwort.an(stelle.ort()));
            gegeben.put(stelle.ort(), antwort.wert());
        });
        Map<String, Datei> neue = new LinkedHashMap<>();
        for (Feldstelle stelle : waehlbare(seite)) {
            if (fehltDatei(stelle)) {
                String name = "Nachweis " + (dateien.size() + 1) + ".pdf";
                neue.put(stelle.ort() + ".datei", new Datei(name, "application/pdf", Hundeanmeldung.PDF));
                dateien.put(stelle.ort(), name);
            }
        }
        return browser.druecke(seite, knopf, felder, neue);
    }

    private boolean fehltDatei(Feldstelle stelle) {
        return stelle.feld().anzeige() == Feld.Anzeige.DATEI && !dateien.containsKey(stelle.ort());
    }

    /** The fields of a page but those of an Auswahlgruppe of which another child was chosen: the first that came. */
    private List<Feldstelle> waehlbare(Seite seite) {
        return Feldstelle.von(formular, seite).stream()
                .filter(this::istWaehlbar)
                .toList();
    }

    private boolean istWaehlbar(Feldstelle stelle) {
        String ort = stelle.ort();
        for (int punkt = ort.indexOf('.'); punkt > 0; punkt = ort.indexOf('.', punkt + 1)) {
            Gruppe gruppe = formular.gruppen().get(Feldstelle.pfad(ort.substring(0, punkt)));
            if (gruppe != null && gruppe.auswahl()) {
                String kind = ort.substring(punkt + 1).replaceFirst("\\..*", "");
                if (!gewaehlte
                        .computeIfAbsent(ort.substring(0, punkt), g -> kind)
                        .equals(kind)) {
                    return false;
                }
            }
        }
        return true;
    }
}
