/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.forms.antworten.Antworten;
import java.util.List;
import java.util.Optional;

/**
 * What a portal or a Dienst knows about the way of a draft from one version to another beyond renamed paths: values that
 * are split, joined or coded anew. A pure function: called when a citizen opens the draft, perhaps several times, on any
 * node. Thread-safe.
 *
 * <p>Nothing can be lost by a mistake: an answer or file that is in the result at no place is set aside in the draft and
 * shown to the citizen, and so is what fits nowhere in the new form.
 */
@FunctionalInterface
public interface Entwurfsmigration {

    /** The answers in the new version; empty when this one does not know the way. */
    Optional<Ergebnis> stelleUm(DienstRef von, DienstRef nach, Antworten alt);

    /**
     * The answers with what the citizen should know.
     *
     * @param hinweise sentences in German, at most 20 of 500 characters each; more is cut off
     */
    record Ergebnis(Antworten antworten, List<String> hinweise) {
        public Ergebnis {
            hinweise = List.copyOf(hinweise);
        }
    }
}
