/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.klaerung.Klaerungsfaelle;
import de.kommunalsdk.store.Datenhaltung;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that lead to the store of an installation. Secrets are given by reference only. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class Datenbankzugang {

    private static final int WARTEN_S = 10;
    private static final String H2 = "jdbc:h2:";

    /** States that a person can do something about, of PostgreSQL and H2. */
    private static final Map<String, String> GRUENDE = Map.of(
            "08001", "der Server antwortet nicht",
            "28P01", "Benutzer oder Passwort falsch",
            "28000", "Benutzer oder Passwort falsch",
            "3D000", "die Datenbank gibt es nicht",
            "90146", "die Datenbankdatei gibt es nicht",
            "90020", "die Datenbankdatei gehoert gerade einem anderen Prozess, etwa dem Portal");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec befehl;

    @Option(
            names = "--jdbc-url",
            required = true,
            paramLabel = "URL",
            description = "jdbc:postgresql:... oder jdbc:h2:..., ohne Passwort.")
    private String url;

    @Option(names = "--user", paramLabel = "NAME", description = "Benutzer der Datenbank.")
    private @Nullable String benutzer;

    @ArgGroup
    private @Nullable Passwort passwort;

    @Option(
            names = "--schluessel",
            required = true,
            paramLabel = "FILE",
            description = "Schluesseldatei der Installation.")
    private Path schluessel;

    /** Where the password is. */
    private static final class Passwort {

        @Option(names = "--password-env", paramLabel = "NAME", description = "Umgebungsvariable mit dem Passwort.")
        private @Nullable String variable;

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "Datei, deren erste Zeile das Passwort ist.")
        private @Nullable Path datei;
    }

    /**
     * Connects. Creates neither a database nor tables.
     *
     * @throws ServiceUnavailable OZG-CLI-0003 without a connection
     * @throws de.kommunalsdk.error.ConfigurationError when the key file or the tables do not fit
     */
    Klaerungsfaelle klaerungsfaelle() {
        return datenhaltung().klaerungsfaelle();
    }

    /** As {@link #klaerungsfaelle}, the whole store. */
    Datenhaltung datenhaltung() {
        DataSource quelle = quelle();
        Schluesselbund bund = Schluesselbund.ausDatei(schluessel);
        try {
            quelle.getConnection().close();
        } catch (SQLException e) {
            // The driver's own text stays away: it quotes the address and the user.
            String zustand = String.valueOf(e.getSQLState());
            String grund =
                    Optional.ofNullable(GRUENDE.get(zustand)).map(g -> ": " + g).orElse("");
            throw new ServiceUnavailable(CliFehler.DATENBANK, "SQLSTATE " + zustand + grund, e);
        }
        return Datenhaltung.builder(quelle, bund).migrieren(false).oeffnen();
    }

    private DataSource quelle() {
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            throw falscherAufruf("--jdbc-url: kein Passwort in der URL; --password-env oder --password-file verwenden");
        }
        if (url.startsWith(H2)) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=") ? url : url + ";IFEXISTS=TRUE");
            h2.setUser(benutzer == null ? "" : benutzer);
            h2.setPassword(passwort());
            return h2;
        }
        try {
            PGSimpleDataSource postgresql = new PGSimpleDataSource();
            postgresql.setUrl(url);
            postgresql.setLoginTimeout(WARTEN_S);
            if (benutzer != null) {
                postgresql.setUser(benutzer);
            }
            if (passwort != null) {
                postgresql.setPassword(passwort());
            }
            return postgresql;
        } catch (IllegalArgumentException e) {
            throw falscherAufruf("--jdbc-url: jdbc:postgresql://HOST/DATENBANK oder jdbc:h2:file:PFAD");
        }
    }

    private String passwort() {
        if (passwort == null) {
            return "";
        }
        if (passwort.datei != null) {
            return new String(Eingabe.lies(passwort.datei), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
        String wert = System.getenv(passwort.variable);
        if (wert == null) {
            throw falscherAufruf("--password-env: die Umgebungsvariable " + passwort.variable + " ist nicht gesetzt");
        }
        return wert;
    }

    private ParameterException falscherAufruf(String meldung) {
        return new ParameterException(befehl.commandLine(), meldung);
    }
}
