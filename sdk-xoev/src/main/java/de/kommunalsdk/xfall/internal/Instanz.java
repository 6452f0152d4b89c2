/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall.internal;

import de.kommunalsdk.xfall.Wertart;
import java.util.List;

/** A part of an instance in the order of the schema, checked and without what is empty. */
public sealed interface Instanz {

    /** All uses of one element inside its parent; at least one. */
    record Eintrag(String name, boolean mehrfach, List<Instanz> werte) {}

    /** A group; without entries only where the schema demands a group in which nothing is demanded. */
    record Gruppe(List<Eintrag> eintraege) implements Instanz {}

    /** The text of a field in its lexical form. */
    record Text(Wertart art, String text) implements Instanz {}
}
