/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is made when it is asked for the second time: what is shown once is quicker written by its template. All is forgotten when
 * there is too much of it. Thread-safe.
 */
final class Vorrat<K, V> {

    private static final int HOECHSTENS = 16_384; // fields, of about 1 kB each

    private final ToIntFunction<V> felder;
    private final Set<Integer> gesehen = ConcurrentHashMap.newKeySet(); // hashes: two keys with one are made early
    private final Map<K, V> fertig = new ConcurrentHashMap<>();
    private final AtomicInteger gewicht = new AtomicInteger();

    /** With the number of fields that something kept is as large as. */
    Vorrat(ToIntFunction<V> felder) {
        this.felder = felder;
    }

    /** What belongs to a key; null the first time, and where nothing can be made, which is not remembered. */
    @Nullable
    V zu(K schluessel, Supplier<@Nullable V> neu) {
        V bekannt = fertig.get(schluessel);
        if (bekannt != null || gesehen.add(schluessel.hashCode())) {
            return bekannt;
        }
        V gemacht = neu.get();
        if (gemacht != null) {
            merke(schluessel, gemacht);
        }
        return gemacht;
    }

    private void merke(K schluessel, V wert) {
        int groesse = felder.applyAsInt(wert);
        if (gesehen.size() > HOECHSTENS || gewicht.addAndGet(groesse) > HOECHSTENS) {
            gesehen.clear();
            fertig.clear();
            gewicht.set(groesse);
        }
        if (groesse <= HOECHSTENS) {
            fertig.put(schluessel, wert);
        }
    }
}
