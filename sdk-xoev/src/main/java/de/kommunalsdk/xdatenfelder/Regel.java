/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import java.util.Optional;

/**
 * A rule. FIM publishes rules as free text. Texts that are absent are empty.
 *
 * @param freitext what the rule says: {@code freitextRegel} of XDF3, {@code definition} of XDF2
 * @param typ XDF3; empty when absent
 * @param bezeichnungEingabe XDF2
 * @param script {@code script} of XDF2, {@code skript} of XDF3; never executed
 */
public record Regel(
        String id,
        String version,
        String name,
        String freitext,
        Optional<Typ> typ,
        String bezeichnungEingabe,
        String script,
        Metadaten metadaten) {

    /** Code list xdatenfelder.regeltyp 1.0. The names of the codes were in no source at hand. */
    public enum Typ implements Codiert {
        K,
        M,
        V,
        B;

        @Override
        public String code() {
            return name();
        }
    }
}
