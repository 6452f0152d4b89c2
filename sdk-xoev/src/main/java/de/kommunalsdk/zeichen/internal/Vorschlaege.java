/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen.internal;

import de.kommunalsdk.zeichen.ZeichenFehler;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the nearest allowed spelling of a passage; what it finds passes the scan. */
final class Vorschlaege {

    /** Longer passages have no spelling to be looked for. */
    static final int MAX_LAENGE = 64;

    private static final Map<Integer, String> ERSATZ = new HashMap<>();

    static {
        ersetze("-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2022\u2043\u2212");
        ersetze("'", "\"\u02bb\u02bc\u02bd\u2018\u201a\u201b\u2032\u2035\u2039\u203a");
        ersetze("\"", "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u2036\u301d\u301e\u301f");
        ersetze("/", "\u2044\u2215");
        ersetze("x", "\u00d7");
        ersetze("*", "\u2217");
        ersetze("~", "\u223c");
        ersetze(" ", "\t\n\r\u00a0\u1680");
        ersetze("\n", "\u000b\f\u0085\u2028\u2029");
    }

    private Vorschlaege() {}

    private static void ersetze(String ersatz, String zeichen) {
        zeichen.chars().forEach(z -> ERSATZ.put(z, ersatz));
    }

    static Optional<String> fuer(Scan scan, ZeichenFehler grund, String stelle) {
        if (stelle.length() < MAX_LAENGE) {
            String vertraeglich = Normalizer.normalize(stelle, Normalizer.Form.NFKC);
            Optional<String> ersetzt = ersetzt(scan, stelle).or(() -> ersetzt(scan, vertraeglich));
            if (ersetzt.isPresent()) {
                return ersetzt;
            }
        }
        return ohneMarken(scan, stelle).or(() -> weggelassen(grund));
    }

    /** Typographic variants, step by step: low quotation mark, quotation mark, apostrophe. */
    private static Optional<String> ersetzt(Scan scan, String stelle) {
        String kandidat = stelle;
        for (int stufe = 0; stufe < 3 && !scan.istSauber(kandidat); stufe++) {
            StringBuilder naechster = new StringBuilder();
            kandidat.codePoints().forEach(z -> {
                String ersatz = ERSATZ.get(z);
                if (ersatz == null || scan.istSauber(Character.toString(z))) {
                    naechster.appendCodePoint(z);
                } else {
                    naechster.append(ersatz);
                }
            });
            kandidat = naechster.toString();
        }
        return scan.istSauber(kandidat) ? Optional.of(kandidat) : Optional.empty();
    }

    /** The letter with as many of its marks as are allowed, the last ones dropped first. */
    private static Optional<String> ohneMarken(Scan scan, String stelle) {
        String zerlegt = Normalizer.normalize(
                stelle.substring(0, Math.min(stelle.length(), Normalform.MAX_MARKEN)), Normalizer.Form.NFD);
        for (int ende = zerlegt.length(); ende > 0; ende--) {
            String kandidat = Normalizer.normalize(zerlegt.substring(0, ende), Normalizer.Form.NFC);
            if (scan.istSauber(kandidat)) {
                return Optional.of(kandidat);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> weggelassen(ZeichenFehler grund) {
        return switch (grund) {
            case EMOJI, KOMBINATION, STEUERZEICHEN, HALBES_ZEICHEN, SCHREIBRICHTUNG, UNSICHTBAR -> Optional.of("");
            default -> Optional.empty();
        };
    }
}
