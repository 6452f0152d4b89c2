/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** Lets something else happen in a database, once, just before a statement with a given beginning. */
final class Zwischenruf {

    private final DataSource quelle;
    private final String anfang;
    private final Callable<?> ruf;
    private final AtomicBoolean gerufen = new AtomicBoolean();

    Zwischenruf(DataSource quelle, String anfang, Callable<?> ruf) {
        this.quelle = quelle;
        this.anfang = anfang;
        this.ruf = ruf;
    }

    boolean gerufen() {
        return gerufen.get();
    }

    /** The database of a node that is interrupted. */
    DataSource quelle() {
        return umhuelle(DataSource.class, quelle);
    }

    private <T> T umhuelle(Class<T> art, T innen) {
        return art.cast(Proxy.newProxyInstance(
                art.getClassLoader() == null ? getClass().getClassLoader() : art.getClassLoader(),
                new Class<?>[] {art},
                (proxy, methode, werte) -> rufe(innen, methode, werte)));
    }

    private Object rufe(Object innen, Method methode, Object[] werte) throws Throwable {
        if (methode.getName().equals("prepareStatement")
                && ((String) werte[0]).startsWith(anfang)
                && gerufen.compareAndSet(false, true)) {
            ruf.call();
        }
        try {
            Object ergebnis = methode.invoke(innen, werte);
            return ergebnis instanceof Connection c ? umhuelle(Connection.class, c) : ergebnis;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
