/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.store.StoreFehler;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions with a bounded number of repetitions, and one translation of database faults. Thread-safe. */
public final class Datenbank {

    private static final int VERSUCHE = 5;
    private static final Set<String> WIEDERHOLBAR = Set.of("40001", "40P01");

    private static final Logger LOG = LoggerFactory.getLogger(Datenbank.class);

    private final Jdbi jdbi;

    /** Over the host's pool. */
    public Datenbank(DataSource quelle) {
        this.jdbi = Jdbi.create(quelle);
    }

    /**
     * Runs in one transaction; again when the database asks for it (serialization failure, deadlock).
     *
     * @throws ServiceUnavailable OZG-STORE-0001 when there is no connection
     */
    public <T extends @Nullable Object> T transaktion(HandleCallback<T, RuntimeException> arbeit) {
        for (int versuch = 1; ; versuch++) {
            try {
                return jdbi.inTransaction(arbeit);
            } catch (OzgException e) {
                throw e;
            } catch (RuntimeException e) {
                String zustand = sqlstate(e);
                if (!WIEDERHOLBAR.contains(zustand) || versuch == VERSUCHE) {
                    throw uebersetze(e, zustand);
                }
            }
        }
    }

    /** Runs a statement that another node may have run at the same moment; then its failure does not matter. */
    public void versuche(HandleCallback<?, RuntimeException> arbeit) {
        try {
            transaktion(h -> {
                arbeit.withHandle(h);
                return null;
            });
        } catch (StoreFault e) {
            LOG.debug("Ein anderer Knoten war schneller: {}", e.getMessage());
        }
    }

    private static RuntimeException uebersetze(RuntimeException e, String zustand) {
        // The cause stays away from the message and the log: drivers quote values in their texts.
        boolean programmfehler = zustand.startsWith("22") || zustand.startsWith("23") || zustand.startsWith("42");
        return programmfehler
                ? new StoreFault("SQLSTATE " + zustand)
                : new ServiceUnavailable(StoreFehler.NICHT_ERREICHBAR, "SQLSTATE " + zustand);
    }

    private static String sqlstate(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /** A statement that can never succeed. */
    private static final class StoreFault extends OzgException {
        private static final long serialVersionUID = 1L;

        StoreFault(String detail) {
            super(StoreFehler.ANWEISUNG, detail, false, null);
        }
    }
}
