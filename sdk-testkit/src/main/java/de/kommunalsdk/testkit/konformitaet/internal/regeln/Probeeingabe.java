/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** A word that the kit types into a free text field, to know its own draft again. */
final class Probeeingabe {

    static final String WERT = "Konformitaetspruefung";

    private Probeeingabe() {}

    /** The first field of the page that takes free text. */
    static Optional<Element> feld(Seite seite) {
        return Rundgang.antragsformular(seite)
                .map(f -> f.selectFirst("input[type=text][name]:not([inputmode]):not([disabled]):not([readonly])"));
    }
}
