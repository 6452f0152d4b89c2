/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.codeliste.Codeliste.Spalte;
import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.GenericodeLeser;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows and checks them against columns and keys. Not thread-safe. */
final class Zeilenleser {

    private final Lesestelle hier;
    private final Spaltenbild spalten;
    private final int schluessel;
    private final Meldungen meldungen;
    private final List<@Nullable String[]> zeilen = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final List<Nebenschluessel> weitere;

    /** Another key of the list with the values seen; a key that failed is not looked at again. */
    private static final class Nebenschluessel {
        private final String id;
        private final int[] plaetze;
        private final Set<List<String>> gesehen = new HashSet<>();
        private boolean gebrochen;

        private Nebenschluessel(String id, int[] plaetze) {
            this.id = id;
            this.plaetze = plaetze;
        }

        private boolean doppelt(@Nullable String[] zeile) {
            List<String> werte = new ArrayList<>(plaetze.length);
            for (int platz : plaetze) {
                String wert = zeile[platz];
                if (wert == null) {
                    return false; // an undefined value is no value of a key
                }
                werte.add(wert);
            }
            return !gesehen.add(werte);
        }
    }

    Zeilenleser(Lesestelle hier, Spaltenbild spalten, Optional<Schluessel> code, Meldungen meldungen) {
        this.hier = hier;
        this.spalten = spalten;
        this.meldungen = meldungen;
        this.schluessel = code.map(k -> spalten.plaetze.getOrDefault(k.spalten().get(0), -1))
                .orElse(-1);
        this.weitere = spalten.schluessel.stream()
                .filter(k ->
                        !code.equals(Optional.of(k)) && spalten.plaetze.keySet().containsAll(k.spalten()))
                .map(k -> new Nebenschluessel(
                        k.id(),
                        k.spalten().stream().mapToInt(spalten.plaetze::get).toArray()))
                .toList();
    }

    List<@Nullable String[]> zeilen() {
        return zeilen;
    }

    void lies() {
        Fundstelle ort = hier.ort();
        int anzahl = 0;
        while (hier.naechstesKind()) {
            if (!hier.genericode().equals("Row")) {
                hier.ueberspringe();
                continue;
            }
            if (++anzahl > GenericodeLeser.MAX_ZEILEN) {
                throw new InvalidInput(CodelisteFehler.ZU_VIELE_ZEILEN, "");
            }
            zeile(hier.ort());
        }
        if (anzahl == 0) {
            meldungen.fehler(CodelisteFehler.LEER, ort, "");
        }
    }

    private void zeile(Fundstelle ort) {
        @Nullable String[] werte = new String[spalten.spalten.size()];
        boolean[] gesehen = new boolean[werte.length];
        int platz = -1;
        while (hier.naechstesKind()) {
            if (!hier.genericode().equals("Value")) {
                hier.ueberspringe();
                continue;
            }
            String spalte = hier.attribut("ColumnRef");
            // genericode 1.0: without ColumnRef it is the column after that of the value before
            platz = spalte.isEmpty() ? platz + 1 : spalten.plaetze.getOrDefault(spalte, werte.length);
            if (platz >= werte.length) {
                platz = werte.length;
                meldungen.fehler(CodelisteFehler.UNBEKANNTE_SPALTE, hier.ort(), spalte);
                hier.ueberspringe();
            } else if (gesehen[platz]) {
                meldungen.fehler(CodelisteFehler.WERT_DOPPELT, hier.ort(), id(platz));
                hier.ueberspringe();
            } else {
                gesehen[platz] = true;
                werte[platz] = wert(platz);
            }
        }
        pruefe(werte, ort);
    }

    /** The value; null when it is undefined, empty text for an empty SimpleValue. */
    private @Nullable String wert(int platz) {
        @Nullable String wert = null;
        while (hier.naechstesKind()) {
            switch (hier.genericode()) {
                case "SimpleValue" -> wert = hier.text();
                case "ComplexValue" -> {
                    meldungen.warnung(CodelisteFehler.WERT_KEIN_TEXT, hier.ort(), id(platz));
                    hier.ueberspringe();
                }
                default -> hier.ueberspringe();
            }
        }
        return wert;
    }

    private void pruefe(@Nullable String[] werte, Fundstelle ort) {
        for (int i = 0; i < werte.length; i++) {
            if (werte[i] == null && i != schluessel && spalten.spalten.get(i).pflicht()) {
                meldungen.warnung(CodelisteFehler.WERT_FEHLT, ort, id(i));
            }
        }
        if (schluessel < 0) {
            return; // already said once
        }
        String code = werte[schluessel];
        if (code == null || code.isEmpty()) {
            meldungen.fehler(CodelisteFehler.SCHLUESSELWERT_FEHLT, ort, id(schluessel));
        } else if (!codes.add(code)) {
            meldungen.fehler(CodelisteFehler.SCHLUESSEL_DOPPELT, ort, code);
        } else {
            zeilen.add(werte);
        }
        for (Nebenschluessel k : weitere) {
            if (!k.gebrochen && k.doppelt(werte)) {
                k.gebrochen = true;
                meldungen.warnung(CodelisteFehler.NEBENSCHLUESSEL_DOPPELT, ort, "Key " + k.id);
            }
        }
    }

    private String id(int platz) {
        Spalte spalte = spalten.spalten.get(platz);
        return "Spalte " + spalte.id();
    }
}
