/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schema.internal;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.schema.SchemaFehler;
import de.kommunalsdk.xfall.Anlagewert;
import de.kommunalsdk.xfall.Feldwert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.Wert;
import de.kommunalsdk.xfall.Wertart;
import de.kommunalsdk.xml.SecureXml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks one instance. Not thread-safe. */
public final class Pruefer {

    private static final int MAX_BEFUNDE = 100;
    private static final int MAX_PFAD = 200;

    private final String datei;
    private final List<Problem> befunde = new ArrayList<>();

    private Pruefer(String datei) {
        this.datei = datei;
    }

    /** See {@link de.kommunalsdk.schema.Instanzpruefung}. */
    public static List<Problem> pruefe(Plan.Gruppe wurzel, String datei, Gruppenwert werte) {
        Pruefer pruefer = new Pruefer(datei);
        pruefer.gruppe(wurzel, werte, null);
        return List.copyOf(pruefer.befunde);
    }

    /** Where we are; written out only for a finding. */
    private record Ort(@Nullable Ort oben, String id, int nummer) {

        private void schreibe(StringBuilder pfad) {
            if (oben != null) {
                oben.schreibe(pfad);
            }
            pfad.append('/').append(id);
            if (nummer >= 0) {
                pfad.append('[').append(nummer + 1).append(']');
            }
        }
    }

    private void melde(SchemaFehler fehler, @Nullable Ort oben, String id, int nummer) {
        if (befunde.size() > MAX_BEFUNDE) {
            return;
        }
        SchemaFehler was = befunde.size() == MAX_BEFUNDE ? SchemaFehler.ZU_VIELE_BEFUNDE : fehler;
        StringBuilder pfad = new StringBuilder();
        new Ort(oben, id, nummer).schreibe(pfad);
        String kurz = pfad.length() <= MAX_PFAD ? pfad.toString() : "..." + pfad.substring(pfad.length() - MAX_PFAD);
        befunde.add(Problem.fehler(was, new Fundstelle(datei, 0, 0, kurz), was.bedeutung() + " " + was.abhilfe()));
    }

    private void gruppe(Plan.Gruppe gruppe, Gruppenwert werte, @Nullable Ort ort) {
        int gefunden = 0;
        for (Plan.Kind kind : gruppe.kinder()) {
            @Nullable List<Wert> gegeben = werte.kinder().get(kind.id());
            int anzahl = gegeben == null ? 0 : gegeben.size();
            gefunden += gegeben == null ? 0 : 1;
            if (anzahl < kind.min() && (gegeben != null || !gruppe.auswahl())) {
                melde(SchemaFehler.FEHLT, ort, kind.id(), -1);
            } else if (anzahl > kind.max()) {
                melde(SchemaFehler.ZU_VIELE, ort, kind.id(), -1);
            }
            for (int i = 0; i < anzahl && gegeben != null; i++) {
                wert(kind, gegeben.get(i), ort, i);
            }
        }
        if (gruppe.auswahl() && gefunden != 1) {
            melde(SchemaFehler.AUSWAHL, ort, gruppe.kinder().get(0).id(), -1);
        }
        if (gefunden < werte.kinder().size()) {
            unbekannte(gruppe, werte, ort);
        }
    }

    private void unbekannte(Plan.Gruppe gruppe, Gruppenwert werte, @Nullable Ort ort) {
        Set<String> unbekannt = new HashSet<>(werte.kinder().keySet());
        gruppe.kinder().forEach(kind -> unbekannt.remove(kind.id()));
        unbekannt.stream().sorted().forEach(id -> melde(SchemaFehler.UNBEKANNT, ort, id, -1));
    }

    private void wert(Plan.Kind kind, Wert wert, @Nullable Ort ort, int nummer) {
        if (kind.plan() instanceof Plan.Gruppe gruppe) {
            if (wert instanceof Gruppenwert inhalt) {
                gruppe(gruppe, inhalt, new Ort(ort, kind.id(), nummer));
            } else {
                melde(SchemaFehler.FALSCHE_ART, ort, kind.id(), nummer);
            }
        } else if (kind.plan() instanceof Plan.Feld feld) {
            feld(feld, wert).ifPresent(fehler -> melde(fehler, ort, kind.id(), nummer));
        }
    }

    private static Optional<SchemaFehler> feld(Plan.Feld feld, Wert wert) {
        boolean datei = feld.art() == Wertart.ANLAGE;
        String text;
        if (wert instanceof Anlagewert anlage && datei) {
            text = anlage.dateiname();
        } else if (wert instanceof Feldwert feldwert && !datei) {
            text = feldwert.text();
        } else {
            return Optional.of(SchemaFehler.FALSCHE_ART);
        }
        if (text.isEmpty()) {
            return Optional.of(SchemaFehler.LEER);
        }
        if (!SecureXml.istText(text)) {
            return Optional.of(SchemaFehler.VERBOTENES_ZEICHEN);
        }
        return feld.art().kanonisch(text).map(k -> grenzen(feld, k)).orElse(Optional.of(SchemaFehler.FALSCHE_FORM));
    }

    private static Optional<SchemaFehler> grenzen(Plan.Feld feld, String text) {
        return switch (feld.art()) {
            case TEXT -> text(feld, text);
            case CODE -> wenn(!feld.codes().isEmpty() && !feld.codes().containsKey(text), SchemaFehler.NICHT_IN_LISTE);
            case GANZZAHL, ZAHL ->
                wenn(ausserhalb(feld.min(), feld.max(), new BigDecimal(text)), SchemaFehler.WERTEBEREICH);
            case DATUM -> wenn(ausserhalb(feld.ab(), feld.bis(), LocalDate.parse(text)), SchemaFehler.WERTEBEREICH);
            default -> Optional.empty();
        };
    }

    private static Optional<SchemaFehler> text(Plan.Feld feld, String text) {
        int laenge = text.codePointCount(0, text.length());
        if (laenge < feld.minLaenge()) {
            return Optional.of(SchemaFehler.ZU_KURZ);
        }
        if (feld.maxLaenge().isPresent() && laenge > feld.maxLaenge().get()) {
            return Optional.of(SchemaFehler.ZU_LANG);
        }
        return wenn(feld.muster().isPresent() && !feld.muster().get().passt(text), SchemaFehler.MUSTER);
    }

    private static <T extends Comparable<? super T>> boolean ausserhalb(Optional<T> min, Optional<T> max, T wert) {
        return min.isPresent() && wert.compareTo(min.get()) < 0 || max.isPresent() && wert.compareTo(max.get()) > 0;
    }

    private static Optional<SchemaFehler> wenn(boolean verletzt, SchemaFehler fehler) {
        return verletzt ? Optional.of(fehler) : Optional.empty();
    }
}
