/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition.internal;

import de.kommunalsdk.config.Knoten;
import de.kommunalsdk.forms.definition.Datenquellen;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.definition.QuellenFehler;
import de.kommunalsdk.forms.definition.Seitenabfrage;
import de.kommunalsdk.forms.definition.Vorbelegung;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads {@code vorbelegung} and {@code abfragen} of a dienst.yaml. Whether the ports exist is the portal's business. */
public final class Quellenleser {

    private static final String ID = "[a-z][a-z0-9-]{0,39}";
    private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,59}";
    private static final String KONTO = Vorbelegung.NUTZERKONTO + ".";

    private final Bausteinbauer elemente;
    private final List<Formularseite> seiten;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> belegte = new HashSet<>();

    /** For one form. */
    public Quellenleser(Bausteinbauer elemente, List<Formularseite> seiten) {
        this.elemente = elemente;
        this.seiten = seiten;
    }

    /** All sources; what is wrong with one is a problem at its place, and it is left out. */
    public Datenquellen lies(Knoten wurzel) {
        List<Vorbelegung> vorbelegungen = new ArrayList<>();
        wurzel.liste("vorbelegung").forEach(k -> vorbelegung(k).ifPresent(vorbelegungen::add));
        List<Seitenabfrage> abfragen = new ArrayList<>();
        wurzel.liste("abfragen").forEach(k -> abfrage(k).ifPresent(abfragen::add));
        return new Datenquellen(vorbelegungen, abfragen);
    }

    private Optional<Vorbelegung> vorbelegung(Knoten k) {
        k.erlaubt("quelle", "zweck", "rechtsgrundlage", "felder", "eingaben", "frist_ms");
        Optional<String> quelle = k.pflichtwert("quelle", this::id);
        Optional<String> zweck = k.pflichttext("zweck");
        Optional<String> grundlage = k.pflichttext("rechtsgrundlage");
        List<Vorbelegung.Ziel> ziele = new ArrayList<>();
        felder(k, (feld, angabe) -> {
            angabe.erlaubt("attribut", "niveau", "aenderbar");
            Optional<String> attribut = angabe.pflichtwert("attribut", Quellenleser::name);
            Optional<Vertrauensniveau> niveau = angabe.wert("niveau", Vertrauensniveau::lies);
            boolean aenderbar = angabe.wahrheitswert("aenderbar").orElse(true);
            attribut.filter(a -> istFrei(feld, angabe))
                    .ifPresent(a ->
                            ziele.add(new Vorbelegung.Ziel(feld, a, niveau.orElse(Vertrauensniveau.OHNE), aenderbar)));
        });
        Map<String, Vorbelegung.Eingabe> eingaben = new LinkedHashMap<>();
        eingaben(k, (name, angabe) -> eingabe(angabe).ifPresent(e -> eingaben.put(name, e)));
        if (ziele.isEmpty()) {
            k.fehler(QuellenFehler.ANGABE, "\"felder\" nennt kein Feld.");
        }
        if (quelle.filter(Vorbelegung.NUTZERKONTO::equals).isPresent() && !eingaben.isEmpty()) {
            k.fehler(QuellenFehler.ANGABE, "Das Nutzerkonto braucht keine \"eingaben\".");
        }
        Duration frist = frist(k, 5000);
        return quelle.isEmpty() || zweck.isEmpty() || grundlage.isEmpty()
                ? Optional.empty()
                : Optional.of(new Vorbelegung(
                        quelle.get(), zweck.get(), grundlage.get(), ziele, eingaben, frist, k.stelle()));
    }

    private Optional<Vorbelegung.Eingabe> eingabe(Knoten angabe) {
        String text = angabe.text().strip();
        if (text.startsWith(KONTO)) {
            return Optional.of(new Vorbelegung.Eingabe.Kontoattribut(text.substring(KONTO.length())));
        }
        return feld(text, angabe).map(Vorbelegung.Eingabe.Antwort::new);
    }

    private Optional<Seitenabfrage> abfrage(Knoten k) {
        k.erlaubt(
                "id",
                "abfrage",
                "titel",
                "seite",
                "eingaben",
                "felder",
                "text",
                "automatisch",
                "frist_ms",
                "bei_stoerung");
        Optional<String> id = k.pflichtwert("id", this::id);
        Optional<String> port = k.pflichttext("abfrage");
        Optional<String> titel = k.pflichttext("titel");
        Optional<String> seite = k.pflichtwert("seite", text -> {
            if (seiten.stream().noneMatch(s -> s.id().equals(text))) {
                throw new IllegalArgumentException("id einer Seite");
            }
            return text;
        });
        Map<String, Feld> eingaben = new LinkedHashMap<>();
        eingaben(k, (name, angabe) -> feld(angabe.text().strip(), angabe).ifPresent(feld -> eingaben.put(name, feld)));
        List<Seitenabfrage.Ziel> ziele = new ArrayList<>();
        felder(k, (feld, angabe) -> {
            angabe.erlaubt("ergebnis", "aenderbar");
            Optional<String> ergebnis = angabe.pflichtwert("ergebnis", Quellenleser::name);
            boolean aenderbar = angabe.wahrheitswert("aenderbar").orElse(true);
            if (eingaben.containsValue(feld)) {
                angabe.fehler(QuellenFehler.FELD, "\"" + feld.pfad() + "\" ist zugleich Eingabe dieser Abfrage.");
            } else if (ergebnis.isPresent() && istFrei(feld, angabe)) {
                ziele.add(new Seitenabfrage.Ziel(feld, ergebnis.get(), aenderbar));
            }
        });
        boolean text = k.wahrheitswert("text").orElse(false);
        if (ziele.isEmpty() && !text) {
            k.fehler(
                    QuellenFehler.ANGABE, "\"felder\" oder \"text: ja\" angeben; sonst bleibt die Abfrage ohne Folge.");
        }
        boolean automatisch = k.wahrheitswert("automatisch").orElse(false);
        boolean hinweis = k.wert("bei_stoerung", wort -> switch (wort) {
                    case "weiter" -> false;
                    case "hinweis" -> true;
                    default -> throw new IllegalArgumentException("weiter oder hinweis");
                })
                .orElse(true);
        Duration frist = frist(k, 3000);
        return id.isEmpty() || port.isEmpty() || titel.isEmpty() || seite.isEmpty()
                ? Optional.empty()
                : Optional.of(new Seitenabfrage(
                        id.get(),
                        port.get(),
                        titel.get(),
                        seite.get(),
                        eingaben,
                        ziele,
                        text,
                        automatisch,
                        frist,
                        hinweis,
                        k.stelle()));
    }

    private String id(String text) {
        if (!text.matches(ID) || !ids.add(text)) {
            throw new IllegalArgumentException(
                    "1 bis 40 Zeichen aus a-z, 0-9 und -, beginnend mit einem Buchstaben; jede Quelle und Abfrage einmal");
        }
        return text;
    }

    private static String name(String text) {
        if (!text.matches(NAME)) {
            throw new IllegalArgumentException("Name aus Buchstaben, Ziffern, _ und -");
        }
        return text;
    }

    private static Duration frist(Knoten k, int sonst) {
        return Duration.ofMillis(k.zahl("frist_ms", 50, 30_000).orElse(sonst));
    }

    private void felder(Knoten k, BiConsumer<Feld, Knoten> ziel) {
        k.abbildung("felder").ifPresent(felder -> felder.eintraege()
                .forEach((pfad, angabe) -> feld(pfad, angabe).ifPresent(feld -> ziel.accept(feld, angabe))));
    }

    private static void eingaben(Knoten k, BiConsumer<String, Knoten> ziel) {
        k.abbildung("eingaben").ifPresent(eingaben -> eingaben.eintraege().forEach(ziel));
    }

    /** A field that has one place, whatever the answers are. */
    private Optional<Feld> feld(String pfad, Knoten stelle) {
        return elemente.aufgeloest(pfad, stelle).map(elemente::bei).flatMap(baustein -> {
            boolean einzeln = baustein instanceof Feld f
                    && !f.anzahl().mehrfach()
                    && switch (f.anzeige()) {
                        case DATEI, FEST, VERBORGEN -> false;
                        default -> true;
                    };
            for (int i = baustein.pfad().lastIndexOf('.');
                    i > 0;
                    i = baustein.pfad().lastIndexOf('.', i - 1)) {
                einzeln &= !((Gruppe) elemente.bei(baustein.pfad().substring(0, i)))
                        .anzahl()
                        .mehrfach();
            }
            if (!einzeln) {
                stelle.fehler(QuellenFehler.FELD, "\"" + baustein.pfad() + "\": " + QuellenFehler.FELD.abhilfe());
                return Optional.empty();
            }
            return Optional.of((Feld) baustein);
        });
    }

    private boolean istFrei(Feld feld, Knoten stelle) {
        if (!belegte.add(feld.pfad())) {
            stelle.fehler(QuellenFehler.FELD, "\"" + feld.pfad() + "\" wird schon aus einer anderen Quelle gefuellt.");
            return false;
        }
        return true;
    }
}
