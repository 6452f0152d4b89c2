/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Listeninstallation;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.forms.KommunalSdkBuilder;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A code list that is not installed: generated in test mode, and nothing that comes out hides it. */
class SynthetischIT {

    private static final String URN = "urn:de:beispiel:farbe";
    private static final DienstRef PROBE = new DienstRef(new DienstId("probe"), "1.0.0");

    @TempDir
    private Path ordner;

    @BeforeEach
    void schreibe() throws IOException {
        Probedienst probe = new Probedienst(
                "",
                Probeschema.schema(
                        Probeschema.feld("1:1", "F05999000101", "Farbe", "text").liste(URN),
                        Probeschema.feld("1:1", "F05999000102", "Name", "text")));
        Files.writeString(ordner.resolve("dienst.yaml"), probe.yaml());
        Files.writeString(ordner.resolve("probe.xdf3.xml"), probe.schema());
    }

    @Test
    void everyPageAndEveryOutputSaysSo() {
        try (Testportal portal = portal(b -> b.testmodus(true))) {
            Testbrowser b = portal.browser();
            List<Seite> seiten = new ArrayList<>();
            seiten.add(b.hole("/probe"));
            seiten.add(b.hole("/probe/fortsetzen"));
            Seite seite = b.druecke(seiten.get(0), "Jetzt online beantragen", Map.of());
            seiten.add(seite);
            seiten.add(b.druecke(seite, "unterbrechen", Map.of()));
            seite = b.hole(seite.url().getPath().substring("/ozg".length()));
            seiten.add(b.druecke(seite, "weiter", Map.of()));
            seite = b.druecke(
                    b.hole(seite.url().getPath().substring("/ozg".length())),
                    "weiter",
                    Map.of("F05999000101", "SYNTHETISCH-2", "F05999000102", "Erika"));
            seiten.add(seite);
            seiten.add(b.druecke(seite, "Verbindlich absenden", Map.of()));
            seiten.add(b.hole("/probe/gibtesnicht"));

            assertThat(seiten).hasSize(8).allSatisfy(s -> assertThat(s.text()).contains("SYNTHETISCH:"));
            assertThat(seiten.get(6).h1()).isEqualTo("Ihr Antrag ist eingegangen");

            Paket paket = portal.pakete().get(0);
            assertThat(paket.synthetischeCodelisten()).containsExactly(URN);
            assertThat(paket.teile())
                    .extracting(Paket.Teil::dateiname)
                    .containsExactly("fachdaten-SYNTHETISCH.xml", "fachdaten-SYNTHETISCH.json");
            assertThat(Probeantrag.text(paket, Rolle.FACHDATEN_XML)).contains(">SYNTHETISCH-2<");
            assertThat(Probeantrag.text(paket, Rolle.FACHDATEN_JSON)).contains("\"SYNTHETISCH-2\"");
        }
    }

    @Test
    void inProductionTheDienstIsNotOfferedUntilTheListIsInstalled() {
        JdbcDataSource quelle = new JdbcDataSource();
        quelle.setURL("jdbc:h2:mem:" + ordner.getFileName() + ";DB_CLOSE_DELAY=-1");
        try (Testportal portal = portal(b -> b.datenquelle(quelle))) {
            assertThat(portal.sdk().formular(PROBE)).isEmpty();
            assertThat(portal.sdk().probleme()).extracting(Problem::code).contains(FormFehler.CODELISTE_FEHLT);
            assertThat(portal.browser().hole("/probe").code()).isEqualTo("OZG-DIENST-0006");

            byte[] liste = ("<g:CodeList xmlns:g='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'>"
                            + "<Identification><Version>1</Version><CanonicalUri>" + URN + "</CanonicalUri>"
                            + "</Identification><ColumnSet><Column Id='c'/><Key Id='k'><ColumnRef Ref='c'/></Key>"
                            + "</ColumnSet><SimpleCodeList><Row><Value><SimpleValue>Rot</SimpleValue></Value></Row>"
                            + "</SimpleCodeList></g:CodeList>")
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(Listeninstallation.installiere(
                                    Map.of("farbe.xml", liste),
                                    portal.sdk().datenhaltung().codelisten(),
                                    false,
                                    "test")
                            .istInstalliert())
                    .isTrue();
        }
        try (Testportal portal = portal(b -> b.datenquelle(quelle))) {
            assertThat(portal.sdk().formular(PROBE)).isPresent();
            Testbrowser b = portal.browser();
            Seite seite = b.druecke(b.hole("/probe"), "Jetzt online beantragen", Map.of());
            assertThat(seite.text()).contains("Rot").doesNotContain("SYNTHETISCH");
            seite = b.druecke(seite, "weiter", Map.of("F05999000101", "Rot", "F05999000102", "Erika"));
            b.druecke(seite, "Verbindlich absenden", Map.of());
            assertThat(portal.pakete().get(0).synthetischeCodelisten()).isEmpty();
            assertThat(portal.pakete().get(0).teile())
                    .extracting(Paket.Teil::dateiname)
                    .containsExactly("fachdaten.xml", "fachdaten.json");
        }
        try (Testportal portal = portal(b -> b.datenquelle(quelle).codelisten(CodelistenStore.leer()))) {
            assertThat(portal.sdk().formular(PROBE))
                    .as("a store of the host's own")
                    .isEmpty();
        }
    }

    private Testportal portal(UnaryOperator<KommunalSdkBuilder> anders) {
        return Testportal.starte(b -> anders.apply(
                b.dienste(Dienstbibliothek.builder().verzeichnis(ordner).lade())
                        .mandanten(MandantFinder.fest(Testportal.mandant("musterstadt", "dienste:\n  probe: {}\n")))));
    }
}
