/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.forms.definition.Baustein;
import de.kommunalsdk.forms.definition.Bedingung;
import de.kommunalsdk.forms.definition.Beteiligter;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compiles {@code beteiligte} of dienst.yaml. What a person may see is an allow-list that is cut out here, once. */
public final class Beteiligtenbauer {

    private static final int FRIST = 14;

    private final Bausteinbauer elemente;
    private final Knoten wurzel;
    private final List<Formularseite> seiten;
    private final Set<String> vergebene = new HashSet<>();

    /** For one form with these pages. */
    public Beteiligtenbauer(Bausteinbauer elemente, Knoten wurzel, List<Formularseite> seiten) {
        this.elemente = elemente;
        this.wurzel = wurzel;
        this.seiten = List.copyOf(seiten);
    }

    /** All roles. */
    public List<Beteiligter> baue() {
        List<Knoten> knoten = wurzel.liste("beteiligte");
        knoten.forEach(k -> k.liste("seiten").forEach(this::nimmSeite));
        if (!vergebene.isEmpty() && seiten.stream().allMatch(s -> vergebene.contains(s.id()))) {
            wurzel.kind("beteiligte")
                    .orElse(wurzel)
                    .fehler(FormFehler.BETEILIGTE_SEITEN, "Es bleibt keine Seite fuer die antragstellende Person.");
        }
        List<Beteiligter> gebaute = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        knoten.forEach(k -> baue(k, ids).ifPresent(gebaute::add));
        return gebaute;
    }

    private void nimmSeite(Knoten stelle) {
        String id = stelle.text().strip();
        Optional<Formularseite> seite =
                seiten.stream().filter(s -> s.id().equals(id)).findFirst();
        if (seite.isEmpty()) {
            stelle.fehler(FormFehler.BETEILIGTE_SEITEN, "Eine Seite \"" + id + "\" gibt es nicht.");
        } else if (!vergebene.add(id)) {
            stelle.fehler(FormFehler.BETEILIGTE_SEITEN, "Die Seite \"" + id + "\" hat schon jemand anderes.");
        } else if (seite.get().bausteine().stream().anyMatch(Beteiligtenbauer::hatDatei)) {
            stelle.fehler(FormFehler.BETEILIGTE_SEITEN, "Auf der Seite \"" + id + "\" wird eine Datei hochgeladen.");
        }
    }

    private static boolean hatDatei(Baustein baustein) {
        return baustein instanceof Gruppe gruppe
                ? gruppe.kinder().stream().anyMatch(Beteiligtenbauer::hatDatei)
                : baustein instanceof Feld feld && feld.anzeige() == Feld.Anzeige.DATEI;
    }

    private Optional<Beteiligter> baue(Knoten k, Set<String> ids) {
        k.erlaubt(
                "id",
                "titel",
                "wenn",
                "je",
                "name",
                "email",
                "sieht",
                "art",
                "seiten",
                "vertrauensniveau",
                "frist_tage",
                "erklaerung");
        Optional<String> id = k.pflichtwert("id", text -> {
            if (!text.matches("[a-z0-9-]{1,40}") || !ids.add(text)) {
                throw new IllegalArgumentException("eindeutig, 1 bis 40 Zeichen aus a-z, 0-9 und -");
            }
            return text;
        });
        Optional<String> titel = k.pflichttext("titel");
        Optional<String> erklaerung = k.pflichttext("erklaerung");
        Optional<Boolean> angaben = k.pflichtwert("art", text -> switch (text) {
            case "zustimmung" -> false;
            case "angaben" -> true;
            default -> throw new IllegalArgumentException("zustimmung oder angaben");
        });
        Optional<Vertrauensniveau> niveau = k.pflichtwert("vertrauensniveau", Vertrauensniveau::lies);
        int frist = k.zahl("frist_tage", 1, 90).orElse(FRIST);
        List<String> eigene = k.texte("seiten");
        if (angaben.isPresent() && angaben.get() == eigene.isEmpty()) {
            k.fehler(FormFehler.BETEILIGTE, "\"seiten\" gehoert zu \"art: angaben\" und nur dazu.");
        }
        Optional<String> je = k.text("je").flatMap(name -> elemente.aufgeloest(name, k));
        if (je.isPresent() && !(istMehrfach(je.get()) && istEinfach(eltern(je.get())) && eigene.isEmpty())) {
            k.fehler(
                    FormFehler.BETEILIGTE,
                    "\"je\" nennt eine wiederholte Gruppe, die in keiner anderen steht, und passt nicht zu \"seiten\".");
        }
        Optional<Bedingung> wenn = elemente.bedingung(k, "wenn", je.orElse(""));
        List<String> name = orte(k, "name", je);
        List<String> email = orte(k, "email", je);
        if (name.isEmpty() || email.size() > 1) {
            k.fehler(FormFehler.BETEILIGTE, "\"name\" nennt mindestens ein Feld, \"email\" hoechstens eines.");
        }
        List<Formularseite> sicht = sicht(k);
        if (id.isEmpty() || titel.isEmpty() || erklaerung.isEmpty() || niveau.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Beteiligter(
                id.get(),
                titel.get(),
                wenn,
                je,
                name,
                email.stream().findFirst(),
                sicht,
                eigene,
                niveau(niveau.get(), eigene),
                Duration.ofDays(frist),
                erklaerung.get()));
    }

    /** Fields of the applicant that stand once, or once in each entry of {@code je}. */
    private List<String> orte(Knoten k, String schluessel, Optional<String> je) {
        List<String> gefundene = new ArrayList<>();
        for (Knoten stelle : k.liste(schluessel)) {
            elemente.aufgeloest(stelle.text().strip(), stelle).ifPresent(pfad -> {
                boolean imEintrag = je.isPresent() && pfad.startsWith(je.get() + ".");
                String rest = imEintrag ? pfad.substring(je.get().length() + 1) : pfad;
                boolean einmal = imEintrag ? istEinfachUnter(je.get(), rest) : istEinfach(pfad);
                if (einmal && elemente.bei(pfad) instanceof Feld && !istFremd(pfad)) {
                    gefundene.add(pfad);
                } else {
                    stelle.fehler(
                            FormFehler.BETEILIGTE,
                            "\"" + pfad + "\" ist kein einzelnes Feld der antragstellenden Person.");
                }
            });
        }
        return gefundene;
    }

    private boolean istFremd(String pfad) {
        return seiten.stream()
                .filter(s -> vergebene.contains(s.id()))
                .flatMap(s -> s.bausteine().stream())
                .anyMatch(b -> pfad.equals(b.pfad()) || pfad.startsWith(b.pfad() + "."));
    }

    private boolean istMehrfach(String pfad) {
        return elemente.bei(pfad) instanceof Gruppe gruppe
                ? gruppe.anzahl().mehrfach()
                : elemente.bei(pfad) instanceof Feld feld && feld.anzahl().mehrfach();
    }

    private boolean istEinfach(String pfad) {
        return pfad.isEmpty() || (!istMehrfach(pfad) && istEinfach(eltern(pfad)));
    }

    private boolean istEinfachUnter(String gruppe, String rest) {
        for (String pfad = gruppe + "." + rest; !pfad.equals(gruppe); pfad = eltern(pfad)) {
            if (istMehrfach(pfad)) {
                return false;
            }
        }
        return true;
    }

    private static String eltern(String pfad) {
        int punkt = pfad.lastIndexOf('.');
        return punkt < 0 ? "" : pfad.substring(0, punkt);
    }

    /** Of the role, or of the highest of the person's own pages. */
    private Vertrauensniveau niveau(Vertrauensniveau rolle, List<String> eigene) {
        return seiten.stream()
                .filter(s -> eigene.contains(s.id()))
                .map(Formularseite::vertrauensniveau)
                .reduce(rolle, (a, b) -> a.erfuellt(b) ? a : b);
    }

    private List<Formularseite> sicht(Knoten k) {
        Set<String> ganze = new LinkedHashSet<>();
        Set<String> pfade = new LinkedHashSet<>();
        for (Knoten stelle : k.liste("sieht")) {
            String name = stelle.text().strip();
            if (vergebene.contains(name)) {
                stelle.fehler(FormFehler.BETEILIGTE, "\"" + name + "\" fuellt ein anderer Beteiligter aus.");
            } else if (seiten.stream().anyMatch(s -> s.id().equals(name))) {
                ganze.add(name);
            } else {
                elemente.aufgeloest(name, stelle).ifPresent(pfade::add);
            }
        }
        if (k.liste("sieht").isEmpty()) {
            k.fehler(FormFehler.BETEILIGTE, "\"sieht\" fehlt; mindestens eine Seite oder einen Pfad nennen.");
        }
        List<Formularseite> sicht = new ArrayList<>();
        for (Formularseite seite : seiten) {
            if (vergebene.contains(seite.id())) {
                continue;
            }
            List<Baustein> teile = ganze.contains(seite.id())
                    ? seite.bausteine()
                    : seite.bausteine().stream()
                            .map(b -> ausschnitt(b, pfade))
                            .flatMap(Optional::stream)
                            .toList();
            if (!teile.isEmpty()) {
                sicht.add(seite.mitEinleitung("").mit(teile));
            }
        }
        return sicht;
    }

    private static Optional<Baustein> ausschnitt(Baustein baustein, Set<String> pfade) {
        if (pfade.stream()
                .anyMatch(p -> baustein.pfad().equals(p) || baustein.pfad().startsWith(p + "."))) {
            return Optional.of(baustein);
        }
        if (baustein instanceof Gruppe g) {
            List<Baustein> kinder = g.kinder().stream()
                    .map(kind -> ausschnitt(kind, pfade))
                    .flatMap(Optional::stream)
                    .toList();
            return kinder.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Gruppe(
                            g.pfad(),
                            g.titel(),
                            g.hilfe(),
                            g.anzahl(),
                            g.auswahl(),
                            g.sichtbarWenn(),
                            g.pflichtWenn(),
                            kinder));
        }
        return Optional.empty();
    }
}
