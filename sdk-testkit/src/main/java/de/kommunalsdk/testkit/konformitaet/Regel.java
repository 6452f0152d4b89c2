/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One rule of the kit.
 *
 * @param id stable, for example {@code EP03_OhneJavaScript}; begins with the number of its Eckpunkt
 * @param eckpunkt number of the Eckpunkt that asks for it, 1 to 36
 * @param titel a few words
 * @param verlangt what the pages must do
 * @param abhilfe what a portal does when they do not
 */
public record Regel(String id, int eckpunkt, String titel, String verlangt, String abhilfe) {

    private static final Pattern FORM = Pattern.compile("EP\\d\\d_[A-Z][A-Za-z]{2,40}");

    /** Checks itself. */
    public Regel {
        if (!FORM.matcher(id).matches() || Integer.parseInt(id.substring(2, 4)) != eckpunkt || eckpunkt > 36) {
            throw new IllegalArgumentException("Regel: die id ist EPnn_Name mit der Nummer des Eckpunkts");
        }
    }

    /** Where the documentation of the kit says more. */
    public String dokument() {
        return "docs/conformance.md#" + id.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id;
    }
}
