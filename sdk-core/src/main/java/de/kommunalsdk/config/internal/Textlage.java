/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.config.internal;

import de.kommunalsdk.error.Fundstelle;
import java.util.function.IntFunction;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Where the characters of a YAML text stand in its file. Quoting, folding and indentation change blanks only, so that the
 * n-th other character of the value is the n-th one in the file, but for the escapes of quoted texts.
 *
 * @param dokument the file
 * @param anfang number of the code point at which the text begins
 */
record Textlage(String dokument, int anfang, ScalarStyle stil, String wert, Fundstelle stelle)
        implements IntFunction<Fundstelle> {

    @Override
    public Fundstelle apply(int nummer) {
        int hier = dokument.offsetByCodePoints(0, Math.min(anfang, dokument.codePointCount(0, dokument.length())));
        int zeile = stelle.zeile();
        int spalte = stelle.spalte();
        int gesehen = 0; // characters of the value, blanks left out
        int gesucht = sichtbare(Math.min(nummer, wert.length()));
        boolean dahinter = gesucht > 0 && gesucht == sichtbare(wert.length()); // right behind the last one
        gesucht -= dahinter ? 1 : 0;
        boolean kopf = stil != ScalarStyle.PLAIN; // opening quote, or the line of | and >
        boolean block = stil == ScalarStyle.LITERAL || stil == ScalarStyle.FOLDED;
        while (hier < dokument.length()) {
            char z = dokument.charAt(hier);
            if (!kopf && !Character.isWhitespace(z)) {
                if (gesehen == gesucht) {
                    return new Fundstelle(stelle.datei(), zeile, spalte + (dahinter ? 1 : 0), stelle.pfad());
                }
                gesehen++;
                boolean maskiert = (stil == ScalarStyle.DOUBLE_QUOTED && z == '\\')
                        || (stil == ScalarStyle.SINGLE_QUOTED && z == '\'');
                hier += maskiert ? 1 : 0;
                spalte += maskiert ? 1 : 0;
            }
            kopf = kopf && block && z != '\n';
            spalte = z == '\n' ? 1 : spalte + 1;
            zeile += z == '\n' ? 1 : 0;
            hier++;
        }
        return stelle;
    }

    private int sichtbare(int bis) {
        return (int) wert.substring(0, bis)
                .chars()
                .filter(z -> !Character.isWhitespace(z))
                .count();
    }
}
