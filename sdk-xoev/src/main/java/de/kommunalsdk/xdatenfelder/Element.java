/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import java.util.List;

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

    List<Regel> regeln();
}
