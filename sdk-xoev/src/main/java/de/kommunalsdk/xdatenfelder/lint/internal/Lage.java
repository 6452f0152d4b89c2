/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import java.util.function.BiConsumer;

/**
 * What a check knows beside its element, and how it reports.
 *
 * @param wurzel the outermost element of the file
 * @param melder takes a place and what exactly is wrong there
 */
record Lage(Bestand bestand, Bauteil wurzel, BiConsumer<Ort, String> melder) {

    void melde(Ort ort) {
        melder.accept(ort, "");
    }

    void melde(Ort ort, String zusatz) {
        melder.accept(ort, zusatz);
    }

    /** A value of the file, short enough for a message. */
    static String kurz(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
