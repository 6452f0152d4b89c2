/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.einbettung;

import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.servlet.Formularfelder;
import de.kommunalsdk.forms.servlet.OzgServlet;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Uebermittlungsergebnis;
import de.kommunalsdk.uebermittlung.Uebermittlungsweg;
import de.kommunalsdk.web.PageShell;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;

/** Builds the SDK when the portal starts and puts it where the declared servlet looks for it. */
public final class Wirt implements ServletContextListener {

    static final Instant JETZT = Instant.parse("2026-11-23T09:00:00Z");

    private static final PageShell HUELLE = (seite, ziel) -> {
        ziel.write("<!DOCTYPE html>\n<html lang=\"" + seite.sprache() + "\"><head><title>x</title>\n");
        seite.kopf().schreibe(ziel);
        ziel.write("</head><body><main>\n");
        seite.inhalt().schreibe(ziel);
        ziel.write("</main></body></html>\n");
    };

    @Override
    public void contextInitialized(ServletContextEvent ereignis) {
        ServletContext anwendung = ereignis.getServletContext();
        try {
            anwendung.setAttribute(OzgServlet.SDK, sdk());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        anwendung.setAttribute(OzgServlet.FELDER, (Formularfelder) Wirtsfilter::felder);
    }

    @Override
    public void contextDestroyed(ServletContextEvent ereignis) {
        if (ereignis.getServletContext().getAttribute(OzgServlet.SDK) instanceof KommunalSdk sdk) {
            sdk.close();
        }
    }

    private static KommunalSdk sdk() throws IOException {
        JdbcDataSource quelle = new JdbcDataSource();
        quelle.setURL("jdbc:h2:mem:wirt;DB_CLOSE_DELAY=-1");
        return KommunalSdk.builder()
                .datenquelle(quelle)
                .schluessel(Schluesselbund.ausDateiOderNeu(
                        Files.createTempDirectory("wirt").resolve("schluessel.yaml")))
                .mandanten(MandantFinder.fest(mandant()))
                .dienste(Dienstbibliothek.builder()
                        .verzeichnis(Path.of(System.getProperty("wirt.dienst")))
                        .lade())
                .huelle(HUELLE)
                .weg(new Nirgendwohin())
                .ohneVirenscanner()
                .clock(Clock.fixed(JETZT, ZoneOffset.UTC))
                .arbeiterVomWirt(true)
                .starte();
    }

    private static Mandant mandant() {
        String yaml =
                """
                id: musterstadt
                name: Musterstadt
                ars: "051110000000"
                basis_url: http://localhost/stadt/ozg
                stelle: {name: Bürgerbüro, strasse: Rathausplatz 1, postleitzahl: "99999", ort: Musterstadt, telefon: "+49 30 23125 000", email: buero@musterstadt.example}
                wappen: {datei: wappen.svg, alternativtext: Wappen}
                verweise: {impressum: /impressum, datenschutz: /datenschutz, barrierefreiheit: /barrierefreiheit}
                dienste:
                  hund-anmelden: {}
                """;
        byte[] wappen = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>"
                .getBytes(StandardCharsets.UTF_8);
        return MandantConfig.lies("mandant.yaml", yaml.getBytes(StandardCharsets.UTF_8), name -> Optional.of(wappen));
    }

    private static final class Nirgendwohin implements Uebermittlungsweg {

        @Override
        public String id() {
            return "ablage";
        }

        @Override
        public Uebermittlungsergebnis uebermitteln(Paket paket) {
            return new Uebermittlungsergebnis.Uebermittelt("B", JETZT);
        }
    }
}
