/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The patterns of fields, made when they are needed for the second time. Thread-safe. */
final class Musterbuch {

    private static final int HOECHSTENS = 16_384; // patterns of about 1 kB
    private static final String UNBEKANNT = "?";

    private final Set<Schluessel> gesehen = ConcurrentHashMap.newKeySet();
    private final Map<Schluessel, Optional<Feldmuster>> muster = new ConcurrentHashMap<>();

    /** The pattern of a field that says what it always says; null when it does not, or has none. */
    @Nullable
    Feldmuster zu(Formularansicht f, FeldPlatz platz, String wert) {
        Ansicht ansicht = f.ansicht();
        Feld feld = platz.feld();
        if (feld.berechnet()
                || feld.suchbar()
                || f.istBesonders(platz)
                || ansicht.vorlagen().ersetztFelder()) {
            return null;
        }
        String wahl = wahl(feld, wert);
        if (UNBEKANNT.equals(wahl)) {
            return null;
        }
        Schluessel schluessel = new Schluessel(
                feld, platz.pflicht(), platz.ort(), ansicht.einbettung().praefix(), ansicht.sprache(), wahl);
        Optional<Feldmuster> bekannt = muster.get(schluessel);
        return (bekannt == null ? neu(schluessel, f, platz) : bekannt).orElse(null);
    }

    /** A page that is shown once is quicker written by its templates. */
    private Optional<Feldmuster> neu(Schluessel schluessel, Formularansicht f, FeldPlatz platz) {
        if (gesehen.size() >= HOECHSTENS) {
            gesehen.clear();
            muster.clear();
        }
        if (gesehen.add(schluessel)) {
            return Optional.empty();
        }
        Optional<Feldmuster> neu = Optional.ofNullable(Feldmuster.von(f, platz, schluessel.wahl));
        muster.put(schluessel, neu);
        return neu;
    }

    /** What is chosen, which decides how the choices look; null when the field is typed. */
    private static @Nullable String wahl(Feld feld, String wert) {
        return switch (feld.anzeige()) {
            case JA_NEIN -> wert.isEmpty() || wert.equals("true") || wert.equals("false") ? wert : UNBEKANNT;
            case RADIO, AUSWAHL -> istGewaehlt(feld, wert) ? wert : UNBEKANNT;
            default -> null;
        };
    }

    private static boolean istGewaehlt(Feld feld, String wert) {
        if (feld.werte().size() > Formularansicht.LANGE_LISTE) {
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
            return (System.identityHashCode(feld) * 31 + ort.hashCode()) * 31 + (wahl == null ? 0 : wahl.hashCode());
        }
    }
}
