/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.probe.EchteDienste;
import de.kommunalsdk.forms.servlet.Zufallsgang.Schritt;
import de.kommunalsdk.mandant.MandantFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random walks over random real schemas: no answer is ever lost or changed. A walk is known by its seed: run one with
 * {@code -Dgaenge.saat=17 -Dgaenge=1}; {@code -Plang} runs 20,000.
 */
class ZufallsgaengeIT {

    private static final int SCHRITTE = 8;

    @TempDir
    private Path ordner;

    private final Map<Schritt, Integer> bilanz = Collections.synchronizedMap(new EnumMap<>(Schritt.class));
    private final List<String> fehlgaenge = Collections.synchronizedList(new ArrayList<>());

    @Test
    void noAnswerIsEverLostOrChanged() throws IOException {
        long gaenge = Long.getLong("gaenge", Boolean.getBoolean("lang") ? 20_000 : 1_000);
        long ab = Long.getLong("gaenge.saat", 1);
        List<String> schemata = EchteDienste.schemata();
        Map<String, List<Long>> saaten = new TreeMap<>();
        LongStream.range(ab, ab + gaenge).forEach(saat -> saaten.computeIfAbsent(
                        schemata.get((int) (saat % schemata.size())), s -> new ArrayList<>())
                .add(saat));

        saaten.entrySet().parallelStream().forEach(e -> gehe(e.getKey(), e.getValue()));

        String bericht =
                "ZufallsgaengeIT: " + gaenge + " Gaenge ab " + ab + " durch " + saaten.size() + " Schemata, " + bilanz;
        System.out.println(bericht);
        Files.writeString(Path.of("target/zufallsgaenge.txt"), bericht + "\n");
        assertThat(fehlgaenge).isEmpty();
        if (gaenge >= 1_000) {
            assertThat(saaten).hasSize(16);
            assertThat(bilanz).containsOnlyKeys(Schritt.values());
        }
    }

    /** The walks over one schema, on one node that is started anew now and then, and a last time at the end. */
    private void gehe(String schema, List<Long> saaten) {
        String id = EchteDienste.schreibe(ordner.resolve(schema), schema, "");
        String datenbank = "jdbc:h2:file:" + ordner.resolve(id) + ";DB_CLOSE_DELAY=-1";
        AtomicReference<JdbcConnectionPool> vorrat = new AtomicReference<>();
        Dienstbibliothek dienste =
                Dienstbibliothek.builder().verzeichnis(ordner.resolve(schema)).lade();
        List<Zufallsgang> gaenge = new ArrayList<>();
        try (Testportal portal = Testportal.starte(b -> b.datenquelle(neuer(vorrat, datenbank))
                .testmodus(true)
                .dienste(dienste)
                .mandanten(MandantFinder.fest(Testportal.mandant("musterstadt", EchteDienste.angebot(List.of(id))))))) {
            Runnable neustart = () -> portal.starteNeu(() -> schliesse(vorrat.get()));
            Formular formular = portal.sdk()
                    .formular(portal.sdk()
                            .dienste()
                            .dienst(new DienstId(id))
                            .orElseThrow()
                            .ref())
                    .orElseThrow();
            for (long saat : saaten) {
                portal.spaeter(Duration.ofMinutes(1));
                versuche(schema, saat, () -> {
                    Zufallsgang gang = new Zufallsgang(portal, neustart, formular, saat);
                    gaenge.add(gang);
                    try {
                        gang.gehe(SCHRITTE);
                        gang.pruefeDateien();
                    } catch (AssertionError | RuntimeException e) {
                        gaenge.remove(gang);
                        throw new AssertionError(gang.verlauf() + "\n" + e, e);
                    }
                    gang.bilanz().forEach((schritt, wieOft) -> bilanz.merge(schritt, wieOft, Integer::sum));
                });
            }
            neustart.run();
            gaenge.forEach(gang -> versuche(schema, 0, () -> {
                gang.pruefe();
                gang.pruefeDateien();
            }));
        }
    }

    private void versuche(String schema, long saat, Runnable was) {
        try {
            was.run();
        } catch (AssertionError | RuntimeException e) {
            fehlgaenge.add(schema + ", Saat " + saat + ": " + e.getMessage());
        }
    }

    private static DataSource neuer(AtomicReference<JdbcConnectionPool> vorrat, String datenbank) {
        vorrat.set(JdbcConnectionPool.create(datenbank, "", ""));
        return vorrat.get();
    }

    /** What a stopped process does: nothing of the database stays in memory. */
    private static void schliesse(JdbcConnectionPool vorrat) {
        try (Connection c = vorrat.getConnection();
                Statement s = c.createStatement()) {
            s.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            vorrat.dispose();
        }
    }
}
