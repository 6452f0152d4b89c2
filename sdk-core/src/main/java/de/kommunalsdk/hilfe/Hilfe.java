/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.hilfe;

import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.mandant.Mandant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Port: what helps people with a Dienst, beside the contact of the responsible unit, which stands on every page anyway.
 * Thread-safe, quick (asked for each page) and without side effects.
 */
@FunctionalInterface
public interface Hilfe {

    /** The help for a Dienst of a Mandant. Texts in {@code sprache} if there are any, else in German. */
    Hilfeangebot zu(Mandant mandant, OzgDienst dienst, Locale sprache);

    /** What {@code hilfe} in the dienst.yaml says. */
    static Hilfe ausDienst() {
        Map<DienstRef, Hilfeangebot> gelesene = new ConcurrentHashMap<>();
        return (mandant, dienst, sprache) -> gelesene.computeIfAbsent(dienst.ref(), ref -> dienst.wurzel()
                .abbildung("hilfe")
                .map(Hilfeangebot::lies)
                .orElse(Hilfeangebot.KEINES));
    }
}
