/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.web;

import de.kommunalsdk.mandant.Mandant;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * A page to be framed.
 *
 * @param titel text of {@code <title>}, not escaped yet
 * @param sprache language of the content; its tag goes into {@code <html lang>}
 * @param mandant the responsible municipality
 * @param basisPfad path of the SDK's servlet with context path, without a slash at the end, for example {@code /ozg}
 * @param kopf trusted HTML for {@code <head>}: style sheet, optional script, JSON-LD
 * @param inhalt trusted HTML for {@code <main>}
 */
public record Seite(String titel, Locale sprache, Mandant mandant, String basisPfad, Html kopf, Html inhalt) {

    /** {@code rtl} or {@code ltr}, for {@code <html dir>}. */
    public String richtung() {
        return switch (sprache.getLanguage()) {
            case "ar", "fa", "he", "ur" -> "rtl";
            default -> "ltr";
        };
    }

    /** Trusted HTML, made by the template engine. */
    @FunctionalInterface
    public interface Html {
        void schreibe(Writer ziel) throws IOException;
    }
}
