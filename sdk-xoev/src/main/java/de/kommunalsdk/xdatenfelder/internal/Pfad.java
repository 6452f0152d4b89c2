/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import org.jspecify.annotations.Nullable;

/** The ids from the root to an element. */
final class Pfad {

    static final Pfad WURZEL = new Pfad(null, "");

    final @Nullable Pfad eltern;
    private final String id;
    private @Nullable String text;

    private Pfad(@Nullable Pfad eltern, String id) {
        this.eltern = eltern;
        this.id = id;
    }

    Pfad kind(String kennung) {
        return new Pfad(this, kennung);
    }

    @Override
    public String toString() {
        String fertig = text;
        if (fertig == null) {
            fertig = eltern == null ? "" : eltern + "/" + id;
            text = fertig;
        }
        return fertig;
    }
}
