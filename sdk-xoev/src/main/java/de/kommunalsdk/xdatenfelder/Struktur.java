/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import java.util.List;

/** One use of an element: how often, by which law, which element. */
public record Struktur(Anzahl anzahl, List<Bezug> bezug, Element element) {
    public Struktur {
        bezug = List.copyOf(bezug);
    }
}
