/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import java.util.Optional;
import org.jsoup.nodes.Element;

/** A word that the kit types into a free text field, to know its own draft again. */
public final class Probeeingabe {

    public static final String WERT = "Konformitaetspruefung";

    /** What is typed into the first of two tabs. */
    public static final String ERSTER_TAB = "Erster Tab";

    /** What is typed into the second. */
    public static final String ZWEITER_TAB = "Zweiter Tab";

    private Probeeingabe() {}

    /** The first field of the page that takes free text. */
    public static Optional<Element> feld(Seite seite) {
        return Rundgang.antragsformular(seite)
                .map(f -> f.selectFirst("input[type=text][name]:not([inputmode]):not([disabled]):not([readonly])"));
    }
}
