/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.codeliste.Codeliste;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parsed lists in memory, the least recently used leave first. Bounded by the entries of all lists. Thread-safe. */
final class Listenspeicher {

    /** Two lists of the largest size, or some thousand usual ones. */
    static final int MAX_EINTRAEGE = 500_000;

    private final int maxEintraege;
    private final Map<String, Codeliste> listen = new LinkedHashMap<>(16, 0.75f, true);
    private int eintraege;

    Listenspeicher(int maxEintraege) {
        this.maxEintraege = maxEintraege;
    }

    /** The list under a key, or what the source gives; two threads may ask the source at once. */
    Codeliste hole(String schluessel, Supplier<Codeliste> quelle) {
        Codeliste bekannt = bekannte(schluessel);
        if (bekannt != null) {
            return bekannt;
        }
        Codeliste neu = quelle.get();
        merke(schluessel, neu);
        return neu;
    }

    synchronized @Nullable Codeliste bekannte(String schluessel) {
        return listen.get(schluessel);
    }

    synchronized void merke(String schluessel, Codeliste liste) {
        Codeliste alt = listen.put(schluessel, liste);
        eintraege += liste.groesse() - (alt == null ? 0 : alt.groesse());
        for (Iterator<Codeliste> i = listen.values().iterator(); eintraege > maxEintraege && i.hasNext(); ) {
            eintraege -= i.next().groesse();
            i.remove();
        }
    }

    synchronized int eintraege() {
        return eintraege;
    }
}
