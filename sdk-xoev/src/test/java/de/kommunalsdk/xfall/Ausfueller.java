/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeldgruppe;
import de.kommunalsdk.xdatenfelder.Element;
import de.kommunalsdk.xdatenfelder.Muster;
import de.kommunalsdk.xdatenfelder.Stammdatenschema;
import de.kommunalsdk.xdatenfelder.Struktur;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fills a schema with synthetic values: everything, or only what is demanded. */
final class Ausfueller {

    private final boolean alles;

    Ausfueller(boolean alles) {
        this.alles = alles;
    }

    Gruppenwert fuelle(Stammdatenschema schema) {
        return fuelle(schema.struktur(), false);
    }

    private Gruppenwert fuelle(List<Struktur> struktur, boolean auswahl) {
        Map<String, List<Wert>> kinder = new HashMap<>();
        for (Struktur teil : struktur) {
            int anzahl = teil.anzahl().min();
            if (alles || auswahl) {
                anzahl = Math.max(anzahl, Math.min(teil.anzahl().max(), 2));
            }
            List<Wert> werte = new ArrayList<>();
            for (int i = 0; i < anzahl; i++) {
                werte.add(wert(teil.element()));
            }
            kinder.put(teil.element().id(), werte);
            if (auswahl && !werte.isEmpty()) {
                break;
            }
        }
        return new Gruppenwert(kinder);
    }

    private Wert wert(Element element) {
        if (element instanceof Datenfeldgruppe gruppe) {
            return fuelle(gruppe.struktur(), gruppe.auswahlgruppe());
        }
        Datenfeld feld = (Datenfeld) element;
        if (feld.feldart() == Datenfeld.Feldart.LABEL) {
            return new Feldwert("never written");
        }
        if (!feld.werte().isEmpty()) {
            return new Feldwert(feld.werte().get(0).code());
        }
        return switch (feld.datentyp()) {
            case FILE -> new Anlagewert("anlage-1.pdf", "0".repeat(64), "application/pdf");
            case BOOL -> new Feldwert("true");
            case DATE -> new Feldwert("2026-11-24");
            case NUM_INT, NUM, NUM_CURRENCY ->
                new Feldwert(feld.praezisierung()
                        .minValue()
                        .map(java.math.BigDecimal::toPlainString)
                        .orElse("7"));
            default -> new Feldwert(text(feld));
        };
    }

    private static String text(Datenfeld feld) {
        String muster = feld.praezisierung().pattern();
        if (muster.isEmpty()) {
            return "ä<&>ß"
                    .repeat(30)
                    .substring(0, Math.min(150, feld.praezisierung().maxLength().orElse(40)));
        }
        return Stream.of("52062", "erika@example.org")
                .filter(Muster.von(muster)::passt)
                .findFirst()
                .orElseThrow();
    }
}
