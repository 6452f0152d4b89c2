/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kommunalsdk.error.OzgException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatenbankTest {

    private final Datenbank datenbank = new Datenbank(h2());

    @ParameterizedTest
    @CsvSource({
        "08006, OZG-STORE-0001",
        "57P01, OZG-STORE-0001",
        "57014, OZG-STORE-0001",
        "53300, OZG-STORE-0001",
        "40001, OZG-STORE-0001",
        "55P03, OZG-STORE-0001",
        "HYT00, OZG-STORE-0001",
        "23505, OZG-STORE-0006",
        "42P01, OZG-STORE-0006",
        "22001, OZG-STORE-0006",
        "0A000, OZG-STORE-0006",
        "XX000, OZG-STORE-0006"
    })
    void aFaultOfTheDatabaseIsToldByItsState(String zustand, String code) {
        OzgException fehler = fehler(new SQLException("Geheim", zustand));

        assertThat(fehler.code()).isEqualTo(code);
        assertThat(fehler.retryable()).isEqualTo(code.equals("OZG-STORE-0001"));
        assertThat(fehler)
                .hasMessageContaining(zustand)
                .hasMessageNotContaining("Geheim")
                .hasNoCause();
    }

    @Test
    void aPoolWithoutAFreeConnectionIsADeadDatabase() {
        assertThat(fehler(new SQLTransientConnectionException("Zeit um")).code())
                .isEqualTo("OZG-STORE-0001");
        assertThat(ohneVerbindung(new SQLTransientConnectionException("Zeit um")))
                .isEqualTo("OZG-STORE-0001");
        assertThat(ohneVerbindung(new SQLException("falsches Passwort", "28P01")))
                .isEqualTo("OZG-STORE-0001");
        assertThat(ohneVerbindung(new IllegalStateException("Pool zu"))).isEqualTo("OZG-STORE-0001");
    }

    @Test
    void whatTheWorkThrowsByItselfComesOutUnchanged() {
        RuntimeException fehler = new NullPointerException("Programmfehler");

        assertThatThrownBy(() -> datenbank.transaktion(h -> {
                    throw fehler;
                }))
                .isSameAs(fehler);
    }

    private OzgException fehler(SQLException grund) {
        return catchThrowableOfType(
                OzgException.class,
                () -> datenbank.transaktion(h -> {
                    throw new UnableToExecuteStatementException(grund, null);
                }));
    }

    private static String ohneVerbindung(Exception grund) {
        return catchThrowableOfType(OzgException.class, () -> new Datenbank(new OhneVerbindung(grund))
                        .transaktion(h -> h.execute("select 1")))
                .code();
    }

    private static DataSource h2() {
        JdbcDataSource quelle = new JdbcDataSource();
        quelle.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        return quelle;
    }

    private record OhneVerbindung(Exception grund) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            if (grund instanceof SQLException sql) {
                throw sql;
            }
            throw (RuntimeException) grund;
        }

        @Override
        public Connection getConnection(String name, String passwort) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLogWriter(PrintWriter ziel) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLoginTimeout(int sekunden) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> art) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isWrapperFor(Class<?> art) {
            return false;
        }
    }
}
