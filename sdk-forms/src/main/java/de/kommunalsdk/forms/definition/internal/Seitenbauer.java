/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.forms.definition.Baustein;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lays the elements of a form on pages: as dienst.yaml says, else by the structure of the schema. */
public final class Seitenbauer {

    private static final int FELDER_JE_SEITE = 14;

    private final Bausteinbauer elemente;
    private final Knoten wurzel;
    private final List<Formularseite> seiten = new ArrayList<>();

    /** For one form. */
    public Seitenbauer(Bausteinbauer elemente, Knoten wurzel) {
        this.elemente = elemente;
        this.wurzel = wurzel;
    }

    /** All pages; at least one. */
    public List<Formularseite> baue() {
        if (wurzel.kind("seiten").isPresent()) {
            nachVorgabe();
        } else {
            nachSchema();
        }
        if (seiten.isEmpty()) {
            wurzel.fehler(FormFehler.SEITE, "Das Formular hat keine Seite.");
        } else {
            verborgene();
        }
        return seiten;
    }

    private void nachVorgabe() {
        Set<String> platziert = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Knoten k : wurzel.liste("seiten")) {
            k.erlaubt("id", "titel", "einleitung", "aufgabe", "vertrauensniveau", "felder", "sichtbar_wenn");
            Optional<String> id = k.pflichtwert("id", text -> {
                if (!text.matches("[a-z0-9-]{1,40}") || !ids.add(text)) {
                    throw new IllegalArgumentException("eindeutig, 1 bis 40 Zeichen aus a-z, 0-9 und -");
                }
                return text;
            });
            Optional<String> titel = k.pflichttext("titel");
            Vertrauensniveau niveau =
                    k.wert("vertrauensniveau", Vertrauensniveau::lies).orElse(Vertrauensniveau.OHNE);
            List<Baustein> bausteine = new ArrayList<>();
            for (Knoten feld : k.liste("felder")) {
                elemente.aufgeloest(feld.text().strip(), feld)
                        .filter(pfad -> istEinzelnErlaubt(pfad, feld))
                        .filter(pfad -> istNeu(pfad, feld, platziert))
                        .ifPresent(pfad -> bausteine.add(elemente.bei(pfad)));
            }
            if (bausteine.isEmpty()) {
                k.fehler(FormFehler.SEITE, FormFehler.SEITE.abhilfe());
            } else if (id.isPresent() && titel.isPresent()) {
                seiten.add(new Formularseite(
                        id.get(),
                        titel.get(),
                        k.text("einleitung").orElse(""),
                        k.text("aufgabe").orElse(""),
                        niveau,
                        elemente.bedingung(k, "sichtbar_wenn"),
                        bausteine));
            }
        }
        uebrige(platziert, ids);
    }

    private boolean istEinzelnErlaubt(String pfad, Knoten stelle) {
        for (int i = pfad.lastIndexOf('.'); i > 0; i = pfad.lastIndexOf('.', i - 1)) {
            Gruppe gruppe = (Gruppe) elemente.bei(pfad.substring(0, i));
            if (gruppe.anzahl().mehrfach() || gruppe.auswahl()) {
                stelle.fehler(
                        FormFehler.NICHT_TEILBAR,
                        "\"" + pfad + "\" gehoert zu " + gruppe.pfad() + ", die nicht teilbar ist.");
                return false;
            }
        }
        return true;
    }

    private static boolean istNeu(String pfad, Knoten stelle, Set<String> platziert) {
        boolean doppelt = platziert.stream()
                .anyMatch(p -> p.equals(pfad) || p.startsWith(pfad + ".") || pfad.startsWith(p + "."));
        if (doppelt) {
            stelle.fehler(FormFehler.DOPPELT_PLATZIERT, "\"" + pfad + "\" steht schon auf einer Seite.");
        }
        return !doppelt && platziert.add(pfad);
    }

    private void uebrige(Set<String> platziert, Set<String> ids) {
        List<Baustein> rest = new ArrayList<>();
        elemente.oberste().forEach(pfad -> sammleUebrige(elemente.bei(pfad), platziert, rest));
        if (!rest.isEmpty()) {
            wurzel.kind("seiten")
                    .orElse(wurzel)
                    .warnung(
                            FormFehler.NICHT_PLATZIERT,
                            "Auf keiner Seite: "
                                    + String.join(
                                            ", ",
                                            rest.stream().map(Baustein::pfad).toList()) + ".");
            String id = "weitere-angaben";
            for (int n = 2; ids.contains(id); n++) {
                id = "weitere-angaben-" + n;
            }
            seiten.add(new Formularseite(
                    id, "Weitere Angaben", "", letzterAbschnitt(), Vertrauensniveau.OHNE, Optional.empty(), rest));
        }
    }

    /** With tasks every page belongs to one. */
    private String letzterAbschnitt() {
        return seiten.isEmpty() ? "" : seiten.get(seiten.size() - 1).abschnitt();
    }

    private static void sammleUebrige(Baustein baustein, Set<String> platziert, List<Baustein> rest) {
        if (platziert.contains(baustein.pfad()) || istVerborgen(baustein)) {
            return;
        }
        boolean geteilt = platziert.stream().anyMatch(p -> p.startsWith(baustein.pfad() + "."));
        if (geteilt && baustein instanceof Gruppe gruppe) {
            gruppe.kinder().forEach(kind -> sammleUebrige(kind, platziert, rest));
        } else {
            rest.add(baustein);
        }
    }

    /** Hidden fields without a page are delivered too: they go along with the first page that is never skipped. */
    private void verborgene() {
        Set<String> platziert = new HashSet<>();
        seiten.forEach(s -> s.bausteine().forEach(b -> platziert.add(b.pfad())));
        List<Baustein> rest = new ArrayList<>();
        elemente.oberste().forEach(pfad -> sammleVerborgene(elemente.bei(pfad), platziert, rest));
        Formularseite traeger = seiten.stream()
                .filter(s -> s.sichtbarWenn().isEmpty())
                .findFirst()
                .orElse(seiten.get(0));
        rest.addAll(0, traeger.bausteine());
        seiten.set(seiten.indexOf(traeger), traeger.mit(rest));
    }

    private static void sammleVerborgene(Baustein baustein, Set<String> platziert, List<Baustein> rest) {
        if (platziert.contains(baustein.pfad())) {
            return;
        }
        if (istVerborgen(baustein)) {
            rest.add(baustein);
        } else if (baustein instanceof Gruppe gruppe) {
            gruppe.kinder().forEach(kind -> sammleVerborgene(kind, platziert, rest));
        }
    }

    private static boolean istVerborgen(Baustein baustein) {
        return baustein instanceof Feld feld && feld.anzeige() == Feld.Anzeige.VERBORGEN;
    }

    private void nachSchema() {
        teile("Angaben", "", elemente.oberste().stream().map(elemente::bei).toList());
    }

    /**
     * A small group is a page; of a large one, each sub-group is, and what stands between them, so many fields at a
     * time. A repetition and an Auswahlgruppe stay whole: what holds for their entries or children is said there.
     */
    private void teile(String titel, String einleitung, List<Baustein> bausteine) {
        int anfang = seiten.size();
        List<Baustein> lose = new ArrayList<>();
        for (Baustein baustein : bausteine) {
            if (baustein instanceof Gruppe gruppe) {
                lose = seite(titel, lose);
                if (felder(gruppe) <= FELDER_JE_SEITE || gruppe.anzahl().mehrfach() || gruppe.auswahl()) {
                    seite(gruppe.titel(), List.of(gruppe));
                } else {
                    teile(gruppe.titel(), gruppe.hilfe(), gruppe.kinder());
                }
            } else {
                lose.add(baustein);
                if (lose.size() == FELDER_JE_SEITE) {
                    lose = seite(titel, lose);
                }
            }
        }
        seite(titel, lose);
        if (anfang < seiten.size() && !einleitung.isBlank()) {
            seiten.set(anfang, seiten.get(anfang).mitEinleitung(einleitung));
        }
    }

    private List<Baustein> seite(String titel, List<Baustein> bausteine) {
        if (bausteine.stream().anyMatch(b -> !istVerborgen(b))) {
            seiten.add(new Formularseite(
                    "seite-" + (seiten.size() + 1), titel, "", "", Vertrauensniveau.OHNE, Optional.empty(), bausteine));
        }
        return new ArrayList<>();
    }

    private static int felder(Baustein baustein) {
        return baustein instanceof Gruppe gruppe
                ? gruppe.kinder().stream().mapToInt(Seitenbauer::felder).sum()
                : 1;
    }
}
