/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import java.util.List;

/**
 * What one rule says about the answers of one entry. Holds no answer.
 *
 * @param schluessel the entry of the rule file
 * @param nummer which rule of that entry, beginning with 1
 * @param ort place of the target with an index behind each repeated group around it, counted from 1 ({@code
 *     G1.G2-2.F3}); empty for a rule without a target
 * @param eingaben places that the condition looks at, in its order, each once
 * @param meldung the rule's message
 */
public record Regelbefund(
        Regelschluessel schluessel, int nummer, Stand stand, String ort, List<String> eingaben, String meldung) {

    public Regelbefund {
        eingaben = List.copyOf(eingaben);
    }

    /** The outcome. */
    public enum Stand {
        ERFUELLT,
        VERLETZT,
        /** An answer (or the Land) that the outcome hangs on is not given, or has not the form of its type. */
        UNBESTIMMT
    }
}
