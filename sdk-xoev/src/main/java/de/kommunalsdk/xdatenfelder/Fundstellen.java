/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import de.kommunalsdk.error.Fundstelle;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Where the parts of a model stand in the file that it was read from. They are known by identity, not by content: only
 * the very objects of that model have a place. Immutable, thread-safe.
 */
public final class Fundstellen {

    private final String datei;
    private final Map<Object, Fundstelle> stellen;

    /** Takes what a reader has noted. */
    public Fundstellen(String datei, IdentityHashMap<Object, Fundstelle> stellen) {
        this.datei = datei;
        this.stellen = new IdentityHashMap<>(stellen);
    }

    /**
     * The start tag of a schema, group, field, rule or {@link Struktur}; of one that the file repeats the first time.
     * The file without a line when the object is none of them.
     */
    public Fundstelle von(Object teil) {
        return stellen.getOrDefault(teil, Fundstelle.in(datei));
    }
}
