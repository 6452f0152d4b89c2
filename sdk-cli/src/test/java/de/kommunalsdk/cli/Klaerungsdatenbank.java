/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.cli;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Einreichung;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.store.Datenhaltung;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database with submitted Antraege whose delivery was refused, made as a portal makes them. */
record Klaerungsdatenbank(String url, Path schluessel, Datenhaltung daten) {

    static final MandantId STADT = new MandantId("musterstadt");

    /** An H2 file in a folder, of the user {@code portal}. */
    static Klaerungsdatenbank in(Path ordner, String passwort) {
        JdbcDataSource quelle = new JdbcDataSource();
        quelle.setURL("jdbc:h2:file:" + ordner.resolve("portal").toAbsolutePath());
        quelle.setUser("portal");
        quelle.setPassword(passwort);
        return auf(quelle, quelle.getURL(), ordner);
    }

    /** On any database, with the key file in a folder. */
    static Klaerungsdatenbank auf(DataSource quelle, String url, Path ordner) {
        Path schluessel = ordner.resolve("schluessel.yaml");
        return new Klaerungsdatenbank(
                url,
                schluessel,
                Datenhaltung.builder(quelle, Schluesselbund.ausDateiOderNeu(schluessel))
                        .oeffnen());
    }

    /** Makes one case; the answers of the citizen say {@code Erika Geheim}. */
    AntragId fall() {
        Entwurf entwurf = daten.antraege()
                .anlegen(
                        STADT,
                        new DienstRef(new DienstId("hund-anmelden"), "1.0.0"),
                        bytes("Erika Geheim"),
                        Duration.ofDays(30));
        daten.antraege()
                .einreichen(new Einreichung(
                        entwurf,
                        "a".repeat(22),
                        bytes("Erika Geheim"),
                        List.of(),
                        List.of("ablage"),
                        Duration.ofDays(30)));
        lauf(new Uebermittlungsergebnis.Abgewiesen("OZG-ABLAGE-0001", "Ablage voll"));
        return entwurf.id();
    }

    /** Runs the worker once; every delivery ends so. Gives the number of deliveries. */
    int lauf(Uebermittlungsergebnis ergebnis) {
        Uebermittlungsweg weg = new Uebermittlungsweg() {
            @Override
            public String id() {
                return "ablage";
            }

            @Override
            public Uebermittlungsergebnis uebermitteln(Paket paket) {
                return ergebnis;
            }
        };
        return daten.arbeiter(
                        (antrag, schluessel) -> new Paket(
                                schluessel,
                                antrag.mandant(),
                                "051110000000",
                                antrag.id(),
                                antrag.dienst(),
                                "99102013104000",
                                antrag.vorgangsnummer(),
                                antrag.eingegangenAm(),
                                List.of()),
                        List.of(weg))
                .runOnce();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
