/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database whose client dies before its n-th statement, or before the commit that follows the last one. */
final class Totenglocke {

    private final DataSource quelle;
    private final int anweisung;
    private final AtomicInteger zaehler = new AtomicInteger();
    private final AtomicBoolean scharf = new AtomicBoolean();

    Totenglocke(DataSource quelle, int anweisung) {
        this.quelle = quelle;
        this.anweisung = anweisung;
    }

    /** Not an exception that anything on the way repeats or translates. */
    static final class Tod extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Counts from here on. */
    void scharf() {
        scharf.set(true);
    }

    DataSource quelle() {
        return umhuelle(DataSource.class, quelle);
    }

    private <T> T umhuelle(Class<T> art, T innen) {
        return art.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {art},
                (proxy, methode, werte) -> rufe(innen, methode, werte)));
    }

    private Object rufe(Object innen, Method methode, Object[] werte) throws Throwable {
        boolean zaehlt = methode.getName().equals("prepareStatement")
                || methode.getName().equals("commit");
        if (scharf.get() && zaehlt && zaehler.incrementAndGet() == anweisung) {
            throw new Tod();
        }
        try {
            Object ergebnis = methode.invoke(innen, werte);
            return ergebnis instanceof Connection c ? umhuelle(Connection.class, c) : ergebnis;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
