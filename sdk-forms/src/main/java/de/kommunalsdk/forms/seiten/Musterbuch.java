/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.hilfe.Hilfeangebot;
import de.kommunalsdk.mandant.Mandant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The patterns of fields and pages. Thread-safe. */
final class Musterbuch {

    private final Vorrat<Schluessel, Feldmuster> felder = new Vorrat<>(m -> 1);
    private final Vorrat<Seitenschluessel, Seitenmuster> seiten = new Vorrat<>(Seitenmuster::groesse);
    private final Vorrat<Fussschluessel, String> fuesse = new Vorrat<>(m -> 1);

    /** Whether a field says what it always says, beside its answer. */
    static boolean istSchlicht(Formularansicht f, FeldPlatz platz, String wert) {
        Feld feld = platz.feld();
        return !feld.berechnet()
                && !feld.suchbar()
                && !f.istBesonders(platz)
                && !f.ansicht().vorlagen().ersetztFelder()
                && istMoeglich(feld, wert);
    }

    /** The pattern of such a field with what is chosen; null when it has none yet, or cannot have one. */
    @Nullable
    Feldmuster zu(Formularansicht f, FeldPlatz platz, @Nullable String wahl) {
        Ansicht ansicht = f.ansicht();
        Schluessel schluessel = new Schluessel(
                platz.feld(), platz.pflicht(), platz.ort(), ansicht.einbettung().praefix(), ansicht.sprache(), wahl);
        return felder.zu(schluessel, () -> Feldmuster.von(f, platz, wahl));
    }

    /** The pattern of a page without errors; null when it has none. */
    @Nullable
    Seitenmuster zu(Formularansicht f) {
        if (!f.fehler().isEmpty()) {
            return null;
        }
        Ansicht ansicht = f.ansicht();
        return seiten.zu(
                new Seitenschluessel(
                        f.seite(), f.plaetze(), ansicht.einbettung().praefix(), ansicht.sprache()),
                () -> Seitenmuster.von(f));
    }

    /** Help and contact of a Kommune, which say the same on each page of a Dienst; null when they have no pattern yet. */
    @Nullable
    String fuss(Ansicht a) {
        return fuesse.zu(
                new Fussschluessel(a.mandant(), a.stelle(), a.hilfe(), a.sprache()),
                () -> a.teil("fuss", Map.of("a", a)));
    }

    /** What is chosen, which decides how the choices look; null when the field is typed. */
    static @Nullable String wahl(Feld feld, String wert) {
        return switch (feld.anzeige()) {
            case JA_NEIN, RADIO, AUSWAHL -> wert;
            default -> null;
        };
    }

    private static boolean istMoeglich(Feld feld, String wert) {
        return switch (feld.anzeige()) {
            case JA_NEIN -> wert.isEmpty() || wert.equals("true") || wert.equals("false");
            case RADIO, AUSWAHL -> istGewaehlt(feld, wert);
            default -> true;
        };
    }

    private static boolean istGewaehlt(Feld feld, String wert) {
        if (feld.werte().size() > Feldtext.LANGE_LISTE) {
            return false;
        }
        boolean gefunden = wert.isEmpty();
        for (int i = 0; i < feld.werte().size() && !gefunden; i++) {
            gefunden = feld.werte().get(i).code().equals(wert);
        }
        return gefunden;
    }

    /** A field is itself: its record would be compared part by part. */
    private record Schluessel(
            Feld feld, boolean pflicht, String ort, String praefix, Locale sprache, @Nullable String wahl) {

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Schluessel s
                    && s.feld == feld
                    && s.pflicht == pflicht
                    && s.ort.equals(ort)
                    && s.praefix.equals(praefix)
                    && s.sprache.equals(sprache)
                    && Objects.equals(s.wahl, wahl);
        }

        @Override
        public int hashCode() {
            int stelle = System.identityHashCode(feld) * 31 + ort.hashCode();
            return (stelle * 31 + Boolean.hashCode(pflicht)) * 31 + Objects.hashCode(wahl);
        }
    }

    /** Where the fields of a page are, is the quick part of what it is. */
    private record Seitenschluessel(Formularseite seite, List<Platz> plaetze, String praefix, Locale sprache) {

        @Override
        public int hashCode() {
            return orte(1, plaetze) * 31 + sprache.hashCode();
        }

        private static int orte(int bisher, List<Platz> plaetze) {
            int summe = bisher;
            for (Platz platz : plaetze) {
                summe = orte(summe * 31 + platz.ort().hashCode(), Seitenmuster.kinder(platz));
            }
            return summe;
        }
    }

    private record Fussschluessel(Mandant mandant, Mandant.Stelle stelle, Hilfeangebot hilfe, Locale sprache) {

        @Override
        public int hashCode() {
            return (mandant.id().hashCode() * 31 + stelle.name().hashCode()) * 31 + sprache.hashCode();
        }
    }
}
