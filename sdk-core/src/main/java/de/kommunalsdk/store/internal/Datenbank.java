/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.store.StoreFehler;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions with a bounded number of repetitions, and one translation of database faults. Thread-safe. */
public final class Datenbank {

    private static final int VERSUCHE = 5;
    private static final Set<String> WIEDERHOLBAR = Set.of("40001", "40P01");
    // Beginnings of SQLSTATEs: connection; rollback on request; resources; cancelled or stopped by the operator; lock
    // not
    // available (55P03 PostgreSQL, HYT00 H2).
    private static final Set<String> VERGEHT = Set.of("08", "40", "53", "57014", "57P", "55P03", "HYT00");

    private static final Logger LOG = LoggerFactory.getLogger(Datenbank.class);

    private final Jdbi jdbi;

    /** Over the host's pool. */
    public Datenbank(DataSource quelle) {
        this.jdbi = Jdbi.create(() -> verbindung(quelle));
    }

    private static Connection verbindung(DataSource quelle) throws SQLException {
        try {
            return quelle.getConnection();
        } catch (RuntimeException e) { // a pool that was closed says so in its own way
            throw new SQLNonTransientConnectionException(e);
        }
    }

    /**
     * Runs in one transaction; again when the database asks for it (serialization failure, deadlock). What {@code arbeit}
     * throws by itself comes out unchanged.
     *
     * @throws ServiceUnavailable OZG-STORE-0001 when there is no connection, or the database cannot work now
     * @throws OzgException OZG-STORE-0006, not retryable, when a statement can never succeed
     */
    public <T extends @Nullable Object> T transaktion(HandleCallback<T, RuntimeException> arbeit) {
        for (int versuch = 1; ; versuch++) {
            try {
                return jdbi.inTransaction(arbeit);
            } catch (OzgException e) {
                throw e;
            } catch (RuntimeException e) {
                Optional<SQLException> fehler = sqlfehler(e);
                if (fehler.isEmpty() && !(e instanceof JdbiException)) {
                    throw e;
                }
                String zustand = fehler.map(SQLException::getSQLState).orElse("");
                if (!WIEDERHOLBAR.contains(zustand) || versuch == VERSUCHE) {
                    // The cause stays away from the message and the log: drivers quote values in their texts.
                    throw e instanceof ConnectionException
                                    || fehler.filter(Datenbank::vergeht).isPresent()
                            ? new ServiceUnavailable(StoreFehler.NICHT_ERREICHBAR, "SQLSTATE " + zustand)
                            : new StoreFault("SQLSTATE " + zustand);
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

    /** Whether a later call may succeed: no connection, or a database that is overloaded, stopping or locked. */
    private static boolean vergeht(SQLException e) {
        String zustand = e.getSQLState() == null ? "" : e.getSQLState();
        return e instanceof SQLTransientException // includes a pool's time-out
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || VERGEHT.stream().anyMatch(zustand::startsWith);
    }

    /** The first fault of the database among the causes, with a SQLSTATE if one has it. */
    private static Optional<SQLException> sqlfehler(Throwable e) {
        Optional<SQLException> erster = Optional.empty();
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                if (sql.getSQLState() != null) {
                    return Optional.of(sql);
                }
                erster = erster.or(() -> Optional.of(sql));
            }
        }
        return erster;
    }

    /** A statement that can never succeed. */
    private static final class StoreFault extends OzgException {
        private static final long serialVersionUID = 1L;

        StoreFault(String detail) {
            super(StoreFehler.ANWEISUNG, detail, false, null);
        }
    }
}
