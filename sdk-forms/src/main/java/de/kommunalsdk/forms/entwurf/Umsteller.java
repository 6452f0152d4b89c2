/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.dienst.Entwurfsregeln.Umstellung;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.Nachweise;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Seitenabfrage;
import de.kommunalsdk.forms.reise.Datum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings the answers of one version of a Dienst into the form of another. Every answer and file of the draft is in the
 * result: at a place of the new form whose field can show it, or set aside ({@link Beiseite}). Thread-safe.
 */
public final class Umsteller {

    private static final int MAX_HINWEISE = 20;
    private static final int MAX_ZEICHEN = 500;

    private final List<Entwurfsmigration> migrationen;

    /** The portal's own migrations are asked first, in this order; then the renamed paths of dienst.yaml. */
    public Umsteller(List<Entwurfsmigration> migrationen) {
        this.migrationen = List.copyOf(migrationen);
    }

    /** The answers in the new form; empty when nobody knows the way from {@code von}. */
    public Optional<Antworten> stelleUm(DienstRef von, Formular nach, Antworten alt) {
        DienstRef ziel = nach.dienst().ref();
        Antworten ohneVermerk = Beiseite.bestaetigt(alt);
        for (Entwurfsmigration migration : migrationen) {
            Optional<Entwurfsmigration.Ergebnis> ergebnis = migration.stelleUm(von, ziel, ohneVermerk);
            if (ergebnis.isPresent()) {
                Lauf lauf = new Lauf(von.version(), nach);
                lauf.uebernimm(
                        ergebnis.get().antworten(), new Umstellung(von.version(), Map.of(), List.of()), ohneVermerk);
                lauf.ergaenze(ohneVermerk);
                return Optional.of(Beiseite.vermerkt(
                        lauf.neu,
                        von.version(),
                        ergebnis.get().hinweise().stream()
                                .limit(MAX_HINWEISE)
                                .map(h -> h.substring(0, Math.min(h.length(), MAX_ZEICHEN)))
                                .toList()));
            }
        }
        return nach.dienst().entwurf().umstellung(von.version()).map(regel -> {
            Lauf lauf = new Lauf(von.version(), nach);
            lauf.uebernimm(ohneVermerk, regel, ohneVermerk);
            return Beiseite.vermerkt(lauf.neu, von.version(), List.of());
        });
    }

    /** One draft on its way. */
    private static final class Lauf {

        private final String version;
        private final Formular nach;
        private final Elementverzeichnis elemente;
        private Antworten neu = Antworten.LEER;

        Lauf(String version, Formular nach) {
            this.version = version;
            this.nach = nach;
            this.elemente = new Elementverzeichnis(nach);
        }

        void uebernimm(Antworten alt, Umstellung regel, Antworten eigene) {
            Set<AnlageId> bekannte = new HashSet<>();
            eigene.anlagen().values().forEach(bekannte::addAll);
            alt.werte().forEach((ort, wert) -> {
                Optional<String> ziel = ziel(ort, regel)
                        .filter(o -> zeigt(o, wert) && neu.wert(o).isEmpty());
                neu = neu.mit(ziel.orElseGet(() -> daneben(ort, regel)), wert);
                ziel.flatMap(o -> alt.nachweise().herkunft(ort).map(h -> neu.nachweise()
                                .mit(o, h)))
                        .ifPresent(nachweise -> neu = neu.mit(nachweise));
            });
            nachweise(alt.nachweise());
            alt.anlagen().forEach((ort, dateien) -> {
                List<AnlageId> echte =
                        dateien.stream().filter(bekannte::contains).toList();
                Optional<String> ziel = ziel(ort, regel)
                        .filter(o -> istDatei(o) && neu.anlagen(o).isEmpty());
                neu = neu.mitAnlagen(ziel.orElseGet(() -> daneben(ort, regel)), echte);
            });
            // A count is no answer: what asks for more entries than there are is kept where it fits, else dropped.
            alt.anzahlen().forEach((ort, anzahl) -> umbenannt(ort, regel)
                    .filter(o -> nach.gruppen().containsKey(Elementverzeichnis.pfad(o))
                            || elemente.passend(o + "-1").isPresent())
                    .ifPresent(o -> neu = neu.mitAnzahl(o, anzahl)));
            nach.seite(alt.seite()).ifPresent(seite -> neu = neu.mitSeite(seite.id()));
            // A page that was sent and is there again need not be sent again; what is new on it is asked for at the
            // review.
            neu = new Antworten.Bauer(neu)
                    .gesendet(alt.gesendete().stream()
                            .filter(seite -> nach.seite(seite).isPresent())
                            .collect(Collectors.toSet()))
                    .baue();
        }

        /** Consents and look-ups of sources that the new form has too, or that a value came from. */
        private void nachweise(Nachweise alte) {
            Set<String> quellen = new HashSet<>();
            nach.quellen().vorbelegungen().forEach(v -> quellen.add(v.quelle()));
            neu.nachweise().herkunft().values().forEach(h -> quellen.add(h.quelle()));
            alte.einwilligungen().values().stream()
                    .filter(e -> quellen.contains(e.quelle()))
                    .forEach(e -> neu = neu.mit(neu.nachweise().mit(e)));
            Set<String> abfragen =
                    nach.quellen().abfragen().stream().map(Seitenabfrage::id).collect(Collectors.toSet());
            alte.abfragen().values().stream()
                    .filter(a -> abfragen.contains(a.abfrage()))
                    .forEach(a -> neu = neu.mit(neu.nachweise().mit(a)));
        }

        /** Sets aside what is at no place of the new answers. */
        void ergaenze(Antworten alt) {
            List<String> werte = new ArrayList<>(neu.werte().values());
            Map<String, String> woanders = new TreeMap<>();
            alt.werte().forEach((ort, wert) -> {
                if (!neu.wert(ort).equals(wert) || !werte.remove(wert)) {
                    woanders.put(ort, wert);
                }
            });
            // Each value of the new answers stands for one of the old.
            woanders.forEach((ort, wert) -> {
                if (!werte.remove(wert)) {
                    neu = neu.mit(daneben(ort), wert);
                }
            });
            Set<AnlageId> dateien = new HashSet<>();
            neu.anlagen().values().forEach(dateien::addAll);
            alt.anlagen().forEach((ort, ids) -> {
                List<AnlageId> fehlende =
                        ids.stream().filter(id -> !dateien.contains(id)).toList();
                if (!fehlende.isEmpty()) {
                    List<AnlageId> alle = new ArrayList<>(neu.anlagen(daneben(ort)));
                    alle.addAll(fehlende);
                    neu = neu.mitAnlagen(daneben(ort), alle);
                }
            });
        }

        private String daneben(String ort) {
            return Beiseite.ist(ort) ? ort : Beiseite.ort(version, ort, false);
        }

        private Optional<String> ziel(String ort, Umstellung regel) {
            return Beiseite.ist(ort) ? Optional.of(ort) : umbenannt(ort, regel).flatMap(elemente::passend);
        }

        private String daneben(String ort, Umstellung regel) {
            return entfaellt(ort, regel) && !Beiseite.ist(ort) ? Beiseite.ort(version, ort, true) : daneben(ort);
        }

        private static boolean entfaellt(String ort, Umstellung regel) {
            return regel.entfaellt().stream().anyMatch(pfad -> Umbenennung.trifft(ort, pfad));
        }

        private Optional<String> umbenannt(String ort, Umstellung regel) {
            return entfaellt(ort, regel)
                    ? Optional.empty()
                    : Umbenennung.wende(ort, regel.umbenennen(), elemente::aufgeloest);
        }

        private boolean istDatei(String ort) {
            return Beiseite.ist(ort)
                    || elemente.feld(ort)
                            .filter(f -> f.anzeige() == Feld.Anzeige.DATEI)
                            .isPresent();
        }

        /** Whether the field's control shows this text; what it cannot show, the next write would wipe out. */
        private boolean zeigt(String ort, String wert) {
            return Beiseite.ist(ort)
                    || elemente.feld(ort).filter(f -> zeigt(f, wert)).isPresent();
        }

        private static boolean zeigt(Feld feld, String wert) {
            return switch (feld.anzeige()) {
                case DATEI, FEST, VERBORGEN -> false;
                case JA_NEIN -> wert.equals("true") || wert.equals("false");
                case RADIO, AUSWAHL ->
                    feld.werte().stream().anyMatch(w -> w.code().equals(wert));
                case DATUM -> Datum.lies(wert).isPresent();
                case TEILDATUM -> Datum.lies(wert).isPresent() || wert.matches("\\d{4}(-\\d{2})?");
                case MEHRZEILIG -> true;
                default -> wert.indexOf('\n') < 0;
            };
        }
    }
}
