/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.store.StoreFehler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Brings the tables to the state of this version, once, also when several nodes start together. */
public final class Migrator {

    private static final List<String> SKRIPTE = List.of(
            "V001__grundlage.sql",
            "V002__codelisten.sql",
            "V003__entwurf.sql",
            "V004__beteiligte.sql",
            "V005__upload.sql",
            "V006__konto.sql",
            "V007__anmeldenachweis.sql",
            "V008__fortsetzung.sql");
    private static final Pattern ENDE = Pattern.compile(";\\s*(?:\\n|$)");

    private final Datenbank datenbank;
    private final Clock clock;

    /** For one database. */
    public Migrator(Datenbank datenbank, Clock clock) {
        this.datenbank = datenbank;
        this.clock = clock;
    }

    /** Applies what is missing. A script can be applied again after a crash: H2 commits each statement that makes a table. */
    public void wendeAn() {
        synchronized (Migrator.class) { // an H2 file belongs to one process, whose threads wait here
            wendeAllesAn();
        }
        pruefe();
    }

    private void wendeAllesAn() {
        datenbank.versuche(h -> h.execute("create table if not exists ozg_schema (version varchar(100) not null"
                + " primary key, pruefsumme varchar(64) not null, angewendet_am bigint not null)"));
        datenbank.transaktion(h -> {
            sperre(h);
            for (String skript : SKRIPTE) {
                String text = lies(h, skript);
                if (pruefsumme(h, skript).isEmpty()) {
                    for (String anweisung : ENDE.split(text)) {
                        if (!anweisung.isBlank()) {
                            h.execute(anweisung);
                        }
                    }
                    h.execute(
                            "insert into ozg_schema values (?, ?, ?)",
                            skript,
                            Sha256.hex(text.getBytes(StandardCharsets.UTF_8)),
                            clock.millis());
                }
            }
            return null;
        });
    }

    /**
     * Checks that all scripts were applied as they are, by this migrator or by the host's tool. What another tool notes
     * down is its own affair; so each table and column of each script has to be there, under the name by which the store
     * reads it. The checksum is compared where this migrator left one. An index that is missing is not noticed.
     */
    public void pruefe() {
        datenbank.transaktion(h -> {
            boolean eigene = tabelleDa(h, "ozg_schema");
            for (String skript : SKRIPTE) {
                String text = lies(h, skript);
                if (eigene
                        && pruefsumme(h, skript)
                                .filter(s -> !s.equals(Sha256.hex(text.getBytes(StandardCharsets.UTF_8))))
                                .isPresent()) {
                    throw fehler(StoreFehler.SCHEMA_VERAENDERT, skript);
                }
                if (Tabellenbild.aus(text).stream().anyMatch(tabelle -> !tabelle.passtZu(h))) {
                    throw fehler(StoreFehler.SCHEMA_FEHLT, skript);
                }
            }
            return null;
        });
    }

    /** Whether the name of a table stands for one on this connection; a table of another schema does not count. */
    private static boolean tabelleDa(Handle h, String name) {
        return h.createQuery(
                        dialekt(h).equals("postgresql")
                                ? "select to_regclass(:name) is not null"
                                : "select count(*) > 0 from information_schema.tables"
                                        + " where table_schema = current_schema and lower(table_name) = :name")
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    /** One node at a time. */
    private static void sperre(Handle h) {
        if (dialekt(h).equals("postgresql")) {
            h.execute("lock table ozg_schema in exclusive mode");
        }
    }

    private static Optional<String> pruefsumme(Handle h, String skript) {
        return h.createQuery("select pruefsumme from ozg_schema where version = :v")
                .bind("v", skript)
                .mapTo(String.class)
                .findOne();
    }

    private static String lies(Handle h, String skript) {
        String ort = "/de/kommunalsdk/store/sql/" + dialekt(h) + "/" + skript;
        try (InputStream quelle = Migrator.class.getResourceAsStream(ort)) {
            if (quelle == null) {
                throw new IllegalStateException("Im Klassenpfad fehlt " + ort);
            }
            return new String(quelle.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Nicht lesbar: " + ort, e);
        }
    }

    private static String dialekt(Handle h) {
        String produkt;
        try {
            produkt = h.getConnection().getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("Die Datenbank nennt ihren Namen nicht", e);
        }
        if (produkt.equals("postgresql") || produkt.equals("h2")) {
            return produkt;
        }
        throw fehler(StoreFehler.DATENBANK_UNBEKANNT, produkt);
    }

    private static ConfigurationError fehler(Fehlercode code, String stelle) {
        return new ConfigurationError(code, List.of(Problem.fehler(code, Fundstelle.in(stelle), code.abhilfe())));
    }
}
