/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import com.zaxxer.hikari.HikariDataSource;
import de.kommunalsdk.ablage.Ablageverzeichnis;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.KommunalSdkBuilder;
import de.kommunalsdk.forms.servlet.OzgServlet;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.pdf.PdfSatz;
import de.kommunalsdk.virenscan.clamav.ClamavScanner;
import de.kommunalsdk.web.PageShell;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/** Embeds the SDK: this is all that a portal writes. */
final class Onlinedienste {

    private Onlinedienste() {}

    static KommunalSdk bette(
            ServletContext anwendung,
            DataSource datenquelle,
            Mandant mandant,
            PageShell huelle,
            Anmeldung anmeldung,
            Einstellungen e) {
        Anschluesse anschluesse = Anschluesse.suche(e.briefkasten());
        // region: einbetten
        KommunalSdkBuilder bau = anschluesse
                .verbinde(KommunalSdk.builder())
                .nutzerkonto(anmeldung.servicekonto())
                .datenquelle(datenquelle)
                .schluessel(schluessel(e))
                .mandanten(MandantFinder.fest(mandant))
                .dienste(dienste(e))
                .huelle(huelle)
                .weg(new Ablageverzeichnis("ablage", e.ablage()))
                .schriftstueck(new PdfSatz())
                .testmodus(true);
        e.clamd().ifPresentOrElse(port -> bau.virenscanner(scanner(port)), bau::ohneVirenscanner);
        KommunalSdk sdk = bau.starte();
        OzgServlet.registriere(anwendung, new OzgServlet(sdk, anmeldung.montiere(anwendung, sdk)), "/ozg/*");
        // endregion
        return sdk;
    }

    /** Made at the first start. */
    static Schluesselbund schluessel(Einstellungen e) {
        return Schluesselbund.ausDateiOderNeu(e.daten().resolve("schluessel.yaml"));
    }

    private static ClamavScanner scanner(int port) {
        return ClamavScanner.tcp(InetAddress.getLoopbackAddress().getHostAddress(), port)
                .baue();
    }

    private static Dienstbibliothek dienste(Einstellungen e) {
        Dienstbibliothek.Builder dienste = Dienstbibliothek.builder().klassenpfad();
        e.dienste().ifPresent(dienste::verzeichnis);
        return dienste.lade();
    }

    /** The town's configuration, under the address that this process has; the town offers further Dienste at its end. */
    static Mandant mandant(URI adresse, Einstellungen e) throws IOException {
        StringBuilder yaml =
                new StringBuilder(new String(klassenpfad("mandant.yaml").orElseThrow(), StandardCharsets.UTF_8));
        e.dienste().ifPresent(ordner -> Dienstbibliothek.builder().verzeichnis(ordner).lade().alle().stream()
                .map(dienst -> "\n  " + dienst.id() + ":")
                .distinct()
                .filter(zeile -> yaml.indexOf(zeile) < 0)
                .forEach(zeile -> yaml.append(zeile).append(" {}")));
        return MandantConfig.lies(
                        "mandant.yaml",
                        yaml.toString().getBytes(StandardCharsets.UTF_8),
                        name -> klassenpfad("oeffentlich/" + name))
                .mitBasisUrl(URI.create(adresse + "/ozg"));
    }

    private static Optional<byte[]> klassenpfad(String name) throws IOException {
        try (InputStream quelle = Onlinedienste.class.getResourceAsStream("/musterstadt/" + name)) {
            return quelle == null ? Optional.empty() : Optional.of(quelle.readAllBytes());
        }
    }

    /** A pool on the database of the settings, by default an H2 file beside the other data. */
    static HikariDataSource datenquelle(Einstellungen e) {
        Path datei = e.daten().resolve("musterstadt").toAbsolutePath();
        HikariDataSource quelle = new HikariDataSource();
        quelle.setJdbcUrl(e.jdbcUrl().orElse("jdbc:h2:file:" + datei + ";DB_CLOSE_ON_EXIT=FALSE"));
        quelle.setMaximumPoolSize(10);
        quelle.setConnectionTimeout(5_000);
        quelle.setInitializationFailTimeout(10_000);
        return quelle;
    }
}
