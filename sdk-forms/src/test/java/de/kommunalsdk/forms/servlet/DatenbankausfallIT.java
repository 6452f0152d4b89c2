/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static de.kommunalsdk.forms.servlet.Hundeanmeldung.VORNAME;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.bisPruefen;
import static de.kommunalsdk.forms.servlet.Hundeanmeldung.starte;
import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database is gone for a while: what the citizen typed is not. */
class DatenbankausfallIT {

    private final AtomicBoolean weg = new AtomicBoolean();
    private final Testportal portal = Testportal.starte(b -> b.datenquelle(quelle()));
    private final Testbrowser b = portal.browser();

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void aPageSentMeanwhileIsKeptInTheBrowserAndSentAgain() {
        Seite person = starte(b);
        weg.set(true);

        Seite stoerung = b.druecke(person, "weiter", Hundeanmeldung.PERSON);
        assertThat(stoerung.status()).isEqualTo(503);
        assertThat(stoerung.code()).isEqualTo("OZG-STORE-0001");
        assertThat(stoerung.kopf().firstValue("Retry-After")).contains("30");
        assertThat(stoerung.text()).contains("Ihre Eingaben stehen noch in dieser Seite", "Zuständige Stelle");
        assertThat(stoerung.felder("Erneut versuchen")).containsEntry(VORNAME, "Erika");

        weg.set(false);
        assertThat(b.druecke(stoerung, "Erneut versuchen", Map.of()).h1()).isEqualTo("Ihre Anschrift");
        assertThat(b.hole(person.url().toString()).felder("weiter")).containsEntry(VORNAME, "Erika");
    }

    @Test
    void aSubmissionMeanwhileSucceedsWhenItIsRepeated() {
        Seite pruefen = bisPruefen(b);
        weg.set(true);
        Seite stoerung = b.druecke(pruefen, "Verbindlich absenden", Map.of());
        assertThat(stoerung.status()).isEqualTo(503);

        weg.set(false);
        assertThat(b.druecke(stoerung, "Erneut versuchen", Map.of()).h1()).isEqualTo("Ihr Antrag ist eingegangen");
        assertThat(portal.pakete()).hasSize(1);
    }

    @Test
    void theCatalogueNeedsNoDatabase() {
        weg.set(true);

        assertThat(b.hole("/hund-anmelden").status()).isEqualTo(200);
        assertThat(b.hole("/_/wappen").status()).isEqualTo(200);
    }

    private DataSource quelle() {
        JdbcDataSource echte = new JdbcDataSource();
        echte.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, methode, angaben) -> {
                    if (weg.get() && methode.getName().equals("getConnection")) {
                        throw new SQLException("Verbindung abgelehnt", "08001");
                    }
                    try {
                        return methode.invoke(echte, angaben);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
