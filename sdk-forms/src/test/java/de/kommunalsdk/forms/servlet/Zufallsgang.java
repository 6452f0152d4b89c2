/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.probe.Antwortgeber;
import de.kommunalsdk.forms.probe.Antwortgeber.Antwort;
import de.kommunalsdk.forms.servlet.Testbrowser.Datei;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A citizen who does with one draft what comes to mind: answers rightly and wrongly, goes back, leaves and comes back, has a
 * page open twice. Beside it a model says after each step what must be stored.
 */
final class Zufallsgang {

    private static final MandantId MANDANT = new MandantId("musterstadt");
    private static final Set<Schritt> KNOEPFE = EnumSet.range(Schritt.HINZUFUEGEN, Schritt.SUCHEN);

    private final Testportal portal;
    private final Runnable neustart;
    private final Formular formular;
    private final Random zufall;
    private final Antwortgeber geber;
    private final Antwortmodell modell = new Antwortmodell();
    private final Map<String, byte[]> inhalte = new HashMap<>();
    private final Map<Schritt, Integer> bilanz = new EnumMap<>(Schritt.class);
    private final List<String> verlauf = new ArrayList<>();
    private final String antrag; // below the portal
    private Testbrowser browser;
    private Seite seite;

    Zufallsgang(Testportal portal, Runnable neustart, Formular formular, long saat) {
        this.portal = portal;
        this.neustart = neustart;
        this.formular = formular;
        this.zufall = new Random(saat);
        this.geber = new Antwortgeber(zufall, LocalDate.of(2026, 11, 23));
        this.browser = portal.browser();
        this.seite = browser.druecke(browser.hole("/" + dienst()), "Jetzt online beantragen", Map.of());
        this.antrag = seite.url().getPath().replaceFirst("^/ozg(.*/antrag/[^/]*).*", "$1");
    }

    /** What can happen. */
    enum Schritt {
        WEITER(69),
        HINZUFUEGEN(0),
        ENTFERNEN(0),
        BEARBEITEN(0),
        HOCHLADEN(0),
        LOESCHEN(0),
        SUCHEN(0),
        ZURUECK(6),
        SPRINGEN(6),
        UNTERBRECHEN(4),
        ZWEI_FENSTER(14),
        NEUSTART(1);

        private final int haeufigkeit; // of 100

        Schritt(int haeufigkeit) {
            this.haeufigkeit = haeufigkeit;
        }
    }

    /** How often what was done. */
    Map<Schritt, Integer> bilanz() {
        return bilanz;
    }

    /** What was done, by place; no answers. */
    List<String> verlauf() {
        return verlauf;
    }

    void gehe(int schritte) {
        for (int i = 0; i < schritte; i++) {
            Schritt schritt = naechster();
            verlauf.add(schritt + " " + seite.url().getPath().replaceFirst(".*/antrag/[^/]*", ""));
            tue(schritt);
            pruefe();
        }
    }

    /** Mostly one that the page has a button for: few pages have entries or files. */
    private Schritt naechster() {
        List<Schritt> mitKnopf = KNOEPFE.stream()
                .filter(schritt -> knopf(schritt, seite).isPresent())
                .toList();
        if (!mitKnopf.isEmpty() && zufall.nextInt(2) == 0) {
            return mitKnopf.get(zufall.nextInt(mitKnopf.size()));
        }
        int wurf = zufall.nextInt(100);
        for (Schritt schritt : Schritt.values()) {
            wurf -= schritt.haeufigkeit;
            if (wurf < 0) {
                return schritt;
            }
        }
        throw new AssertionError("the frequencies add up to less than 100");
    }

    private void tue(Schritt gewollter) {
        Optional<String> knopf = knopf(gewollter, seite);
        Schritt schritt = knopf.isEmpty() ? Schritt.WEITER : gewollter;
        bilanz.merge(schritt, 1, Integer::sum);
        switch (schritt) {
            case ZWEI_FENSTER -> zweiFenster();
            case NEUSTART -> neustart.run();
            case SPRINGEN -> springe();
            case UNTERBRECHEN -> unterbrich();
            default -> {
                sende(seite, knopf.orElse("weiter"), antworten(seite));
                zurueckAufEineSeite();
            }
        }
    }

    /** The button of a step on a page, if it has one; steps without a button have an empty one. */
    private Optional<String> knopf(Schritt schritt, Seite hier) {
        return switch (schritt) {
            case WEITER -> Optional.of("weiter");
            case ZURUECK -> Optional.of("zurueck");
            case HINZUFUEGEN -> einer(hier, w -> w.startsWith("hinzufuegen:"));
            case ENTFERNEN -> einer(hier, w -> w.startsWith("entfernen:"));
            case BEARBEITEN -> einer(hier, w -> w.startsWith("bearbeiten:") || w.startsWith("blaettern:"));
            case HOCHLADEN -> einer(hier, w -> w.startsWith("hochladen:"));
            case LOESCHEN -> einer(hier, w -> w.startsWith("loeschen:"));
            case SUCHEN -> einer(hier, w -> w.startsWith("suche:"));
            case SPRINGEN, UNTERBRECHEN, ZWEI_FENSTER, NEUSTART -> Optional.of("");
        };
    }

    private Optional<String> einer(Seite hier, Predicate<String> welcher) {
        List<String> knoepfe = hier.html().select("button[name=aktion]").eachAttr("value").stream()
                .filter(welcher)
                .distinct()
                .toList();
        return knoepfe.isEmpty() ? Optional.empty() : Optional.of(knoepfe.get(zufall.nextInt(knoepfe.size())));
    }

    /** What is said on a page: mostly all of it and right, else some of it, of which some is wrong or taken back. */
    private Map<Feldstelle, Antwort> antworten(Seite hier) {
        boolean alles = zufall.nextInt(10) < 6;
        Map<String, String> gewaehlte = new HashMap<>();
        Map<Feldstelle, Antwort> antworten = new LinkedHashMap<>();
        for (Feldstelle stelle : Feldstelle.von(formular, hier)) {
            int w = zufall.nextInt(10);
            if (stelle.feld().anzeige() == Feld.Anzeige.DATEI || (alles ? !istWaehlbar(stelle, gewaehlte) : w < 6)) {
                continue;
            }
            boolean frei = !stelle.feld().anzeige().name().matches("JA_NEIN|RADIO|AUSWAHL");
            Optional<Antwort> antwort = alles || w < 8 || !frei
                    ? geber.richtige(stelle.feld())
                    : w < 9 ? geber.falsche(stelle.feld()) : Optional.of(Antwortgeber.keine(stelle.feld()));
            antwort.ifPresent(a -> antworten.put(stelle, a));
        }
        return antworten;
    }

    private boolean istWaehlbar(Feldstelle stelle, Map<String, String> gewaehlte) {
        String ort = stelle.ort();
        for (int punkt = ort.indexOf('.'); punkt > 0; punkt = ort.indexOf('.', punkt + 1)) {
            Gruppe gruppe = formular.gruppen().get(Feldstelle.pfad(ort.substring(0, punkt)));
            String kind = ort.substring(punkt + 1).replaceFirst("\\..*", "");
            if (gruppe != null
                    && gruppe.auswahl()
                    && !gewaehlte
                            .computeIfAbsent(ort.substring(0, punkt), g -> kind)
                            .equals(kind)) {
                return false;
            }
        }
        return true;
    }

    /** Presses a button of the page that is up to date, and writes down what is said by that. */
    private void sende(Seite hier, String knopf, Map<Feldstelle, Antwort> antworten) {
        Map<String, String> felder = new LinkedHashMap<>();
        antworten.forEach((stelle, antwort) -> {
            felder.putAll(antwort.an(stelle.ort()));
            modell.sage(stelle.ort(), antwort.wert());
        });
        Map<String, Datei> dateien = dateien(hier, knopf);
        String[] teile = knopf.split(":");
        String datei = knopf.startsWith("loeschen:") ? name(teile[2]) : "";
        seite = browser.druecke(hier, knopf, felder, dateien);
        assertThat(seite.status()).as("%s", seite.url()).isIn(200, 422);
        dateien.forEach((feld, d) -> modell.legeDazu(feld.replaceFirst("\\.datei$", ""), d.name()));
        if (knopf.startsWith("loeschen:")) {
            modell.nimmWeg(teile[1], datei);
        } else if (knopf.startsWith("entfernen:")) {
            modell.entferne(teile[1]);
        }
    }

    /** A file for the button that uploads one; and sometimes for "weiter", at a place that is not full. */
    private Map<String, Datei> dateien(Seite hier, String knopf) {
        Map<String, Datei> dateien = new LinkedHashMap<>();
        for (Feldstelle stelle : Feldstelle.von(formular, hier)) {
            if (stelle.feld().anzeige() != Feld.Anzeige.DATEI) {
                continue;
            }
            boolean voll =
                    modell.dateien().getOrDefault(stelle.ort(), List.of()).size()
                            >= stelle.feld().maxDateien();
            boolean jetzt = knopf.equals("hochladen:" + stelle.ort())
                    || (knopf.equals("weiter") && !modell.dateien().containsKey(stelle.ort()) && zufall.nextInt(3) > 0);
            if (!voll && jetzt) {
                String name = "Datei " + (inhalte.size() + 1) + ".pdf";
                byte[] inhalt = ("%PDF-1.7\n% " + zufall.nextLong() + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
                inhalte.put(name, inhalt);
                dateien.put(stelle.ort() + ".datei", new Datei(name, "application/pdf", inhalt));
            }
        }
        return dateien;
    }

    /** The review and other pages without questions are left for a page of the form. */
    private void zurueckAufEineSeite() {
        if (!seite.url().getPath().contains("/seite/")) {
            springe();
        }
    }

    private void springe() {
        int wohin = zufall.nextInt(formular.seiten().size());
        seite = browser.hole(antrag + "/seite/" + formular.seiten().get(wohin).id());
        if (seite.status() == 404) { // a page that these answers do not lead to
            seite = browser.hole(antrag + "/seite/" + formular.seiten().get(0).id());
        }
        assertThat(seite.status()).isEqualTo(200);
    }

    /** Leaves with a code, and goes on in another browser. */
    private void unterbrich() {
        sende(seite, "unterbrechen", antworten(seite));
        String code = seite.html().select("#code").text();
        assertThat(code).as("the code on %s", seite.h1()).isNotEmpty();
        browser = portal.browser();
        seite = browser.druecke(
                browser.hole("/" + dienst() + "/fortsetzen"), "Begonnenen Antrag fortsetzen", Map.of("code", code));
        assertThat(seite.url().getPath()).contains("/antrag/");
        zurueckAufEineSeite();
    }

    /** A page is open twice: the first window sends it, then the second one sends something else. */
    private void zweiFenster() {
        Seite zweites = seite;
        SortedMap<String, String> gezeigte = new TreeMap<>(modell.werte());
        Schritt im1 = List.of(Schritt.WEITER, Schritt.HINZUFUEGEN, Schritt.ENTFERNEN, Schritt.HOCHLADEN)
                .get(zufall.nextInt(4));
        sende(zweites, knopf(im1, zweites).orElse("weiter"), antworten(zweites));
        pruefe();

        Schritt im2 = List.of(Schritt.WEITER, Schritt.WEITER, Schritt.ZURUECK, Schritt.ENTFERNEN, Schritt.LOESCHEN)
                .get(zufall.nextInt(5));
        String knopf = knopf(im2, zweites).orElse("weiter");
        Map<Feldstelle, Antwort> antworten = zufall.nextInt(4) > 0 ? antworten(zweites) : Map.of();
        Map<String, String> gesendet = new LinkedHashMap<>(zweites.felder(knopf));
        SortedMap<String, String> eigene = new TreeMap<>();
        Map<String, String> felder = new LinkedHashMap<>();
        antworten.forEach((stelle, antwort) -> felder.putAll(antwort.an(stelle.ort())));
        gesendet.putAll(felder);
        for (Feldstelle stelle : Feldstelle.von(formular, zweites)) {
            String ort = stelle.ort();
            if (gesendet.containsKey(ort) || gesendet.containsKey(ort + ".jahr")) {
                eigene.put(
                        ort,
                        antworten.containsKey(stelle) ? antworten.get(stelle).wert() : gezeigte.getOrDefault(ort, ""));
            }
        }
        eigene.entrySet()
                .removeIf(e -> modell.werte().getOrDefault(e.getKey(), "").equals(e.getValue()));
        seite = browser.druecke(zweites, knopf, felder);
        verlauf.add("   " + im1 + ", " + knopf.replaceFirst(":.*", "") + ", " + eigene.size() + " verschieden");
        boolean nimmtWeg = knopf.matches("(entfernen|loeschen):.*");
        if (!eigene.isEmpty()) {
            entscheide(eigene);
        } else if (nimmtWeg) {
            assertThat(seite.code()).isEqualTo("OZG-ENTWURF-0008");
            seite = browser.hole(zweites.url().toString().replace(portal.basis().toString(), ""));
            if (seite.status() == 404) { // the page of an entry that the first window has removed
                springe();
            }
        } else {
            // nothing is said that is not stored already
            assertThat(seite.status()).as("%s", seite.url()).isIn(200, 404, 422);
            if (seite.status() == 404) {
                springe();
            }
        }
        zurueckAufEineSeite();
    }

    /** The page of the conflict names exactly what differs; each version can be had. */
    private void entscheide(SortedMap<String, String> eigene) {
        assertThat(seite.status()).as("%s", seite.url()).isEqualTo(409);
        assertThat(seite.code()).isEqualTo("OZG-WEB-0013");
        pruefe(); // nothing was written
        assertThat(seite.html().select("input[value=EIGEN]").eachAttr("name"))
                .containsExactlyInAnyOrderElementsOf(
                        eigene.keySet().stream().map(ort -> "wahl." + ort).toList());
        switch (zufall.nextInt(3)) {
            case 0 -> {
                eigene.forEach(modell::sage);
                seite = browser.druecke(seite, "Alle meine Eingaben übernehmen", Map.of());
            }
            case 1 -> seite = browser.druecke(seite, "Alle gespeicherten Angaben behalten", Map.of());
            default -> {
                Map<String, String> wahl = new LinkedHashMap<>();
                eigene.forEach((ort, wert) -> {
                    boolean meine = zufall.nextBoolean();
                    wahl.put("wahl." + ort, meine ? "EIGEN" : "GESPEICHERT");
                    if (meine) {
                        modell.sage(ort, wert);
                    }
                });
                seite = browser.druecke(seite, "Auswahl übernehmen", wahl);
            }
        }
        assertThat(seite.status()).as("%s", seite.url()).isIn(200, 422);
    }

    /** No answer is lost, none changed, and there is none that nobody gave. */
    void pruefe() {
        Antworten gespeichert = gespeicherte();
        SortedMap<String, String> gefragte = new TreeMap<>(gespeichert.werte());
        gefragte.keySet().removeIf(ort -> {
            Feld feld = formular.felder().get(Feldstelle.pfad(ort));
            return feld != null && (!feld.fragt() || feld.berechnet());
        });
        assertThat(gefragte).isEqualTo(modell.werte());
        Map<String, List<String>> namen = new TreeMap<>();
        gespeichert
                .anlagen()
                .forEach((ort, ids) ->
                        namen.put(ort, ids.stream().map(id -> name(id.wert())).toList()));
        assertThat(namen).isEqualTo(modell.dateien());
    }

    /** Each file is there, and is what was uploaded; no other is. */
    void pruefeDateien() {
        Map<String, byte[]> gespeicherte = new HashMap<>();
        for (Anlage anlage : anlagen().values()) {
            try (InputStream inhalt = portal.sdk()
                    .datenhaltung()
                    .anlagen()
                    .oeffnen(MANDANT, id(), anlage.id())
                    .orElseThrow()) {
                gespeicherte.put(anlage.dateiname(), inhalt.readAllBytes());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        List<String> namen =
                modell.dateien().values().stream().flatMap(List::stream).toList();
        assertThat(gespeicherte.keySet()).containsExactlyInAnyOrderElementsOf(namen);
        gespeicherte.forEach((name, inhalt) -> assertThat(inhalt).isEqualTo(inhalte.get(name)));
    }

    private Antworten gespeicherte() {
        Entwurf entwurf = portal.sdk()
                .datenhaltung()
                .antraege()
                .entwurf(MANDANT, id())
                .orElseThrow(() -> new AssertionError("the draft is gone"));
        return AntwortenFormat.lies(entwurf.inhalt());
    }

    private String name(String id) {
        return anlagen().get(new AnlageId(id)).dateiname();
    }

    private Map<AnlageId, Anlage> anlagen() {
        return portal.sdk().datenhaltung().anlagen().liste(MANDANT, id()).stream()
                .collect(Collectors.toMap(Anlage::id, a -> a));
    }

    private AntragId id() {
        return new AntragId(antrag.replaceFirst(".*/", ""));
    }

    private String dienst() {
        return formular.dienst().id().wert();
    }
}
