/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the names of an expression mean. */
public interface Umgebung {

    /**
     * An element that has a name.
     *
     * @param pfad ids joined by dots, from the top, without indices
     * @param typ what it holds
     * @param wiederholte paths of the elements on the way that are repeated, itself included
     * @param codes the codes it can have; empty: anything
     */
    record Element(String pfad, Typ typ, Set<String> wiederholte, Collection<String> codes) {
        public Element {
            wiederholte = Set.copyOf(wiederholte);
            codes = List.copyOf(codes);
        }
    }

    /** The elements that a name can mean; none when it is unknown, one when it is clear. */
    List<Element> finde(String name);

    /** Names to be suggested for a mistyped one. */
    Collection<String> namen();
}
