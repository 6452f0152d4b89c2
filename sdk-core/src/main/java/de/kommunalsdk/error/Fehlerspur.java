/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a log may say of an unexpected fault: where it happened, without messages, which may hold personal data. */
public final class Fehlerspur {

    private static final int URSACHEN = 10;
    private static final int ZEILEN = 100;

    private Fehlerspur() {}

    /** Classes and stack frames of a fault and of its causes, one to a line. */
    public static String von(Throwable fehler) {
        StringBuilder text = new StringBuilder(fehler.getClass().getName());
        haengeAn(text, fehler);
        @Nullable Throwable ursache = fehler.getCause();
        for (int i = 0; ursache != null && i < URSACHEN; i++) {
            text.append("\nCaused by: ").append(ursache.getClass().getName());
            haengeAn(text, ursache);
            ursache = ursache.getCause();
        }
        return text.toString();
    }

    /** One word where it says enough: the code of a fault of ours, the class of one of a connection; else {@link #von}. */
    public static String kurz(Throwable fehler) {
        if (fehler instanceof OzgException bekannt) {
            return bekannt.code();
        }
        return fehler instanceof IOException ? fehler.getClass().getName() : von(fehler);
    }

    private static void haengeAn(StringBuilder text, Throwable fehler) {
        Arrays.stream(fehler.getStackTrace()).limit(ZEILEN).forEach(zeile -> text.append("\n\tat ")
                .append(zeile));
    }
}
