/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import java.util.List;
import java.util.Optional;

/** A Datenfeld or a Datenfeldgruppe. Texts that are absent are empty. */
public sealed interface Element permits Datenfeld, Datenfeldgruppe {

    /** {@code F} or {@code G} and 11 (XDF3) or 8 (XDF2) digits. */
    String id();

    /** Version as written; empty when absent. */
    String version();

    String name();

    String bezeichnungEingabe();

    String bezeichnungAusgabe();

    String hilfetextEingabe();

    String hilfetextAusgabe();

    Metadaten metadaten();

    /** How far the element is harmonised; empty when absent. */
    Optional<Schemaelementart> schemaelementart();

    List<Regel> regeln();

    /** Code list xdatenfelder.schemaelementart 1.0: abstract, harmonised, made for one law. */
    enum Schemaelementart implements Codiert {
        ABS,
        HAR,
        RNG;

        @Override
        public String code() {
            return name();
        }
    }
}
