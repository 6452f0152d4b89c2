/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.ablage.Ablageverzeichnis;
import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.dienst.Dienstbibliothek;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.servlet.Nutzererkennung;
import de.kommunalsdk.forms.servlet.OzgServlet;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.mandant.MandantFinder;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.saml.SpMetadaten;
import de.kommunalsdk.saml.Wiederholungsschutz;
import de.kommunalsdk.servicekonto.Aufbruch;
import de.kommunalsdk.servicekonto.Heimkehr;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.Kontoangaben;
import de.kommunalsdk.servicekonto.Kontobeobachter;
import de.kommunalsdk.servicekonto.SamlKonto;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.servlet.KontoServlet;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcDataSource;

/** A portal whose Dienst asks for a level, with the login of this SDK and a simulated BundID beside it. */
final class Kontoportal implements AutoCloseable {

    private static final Schluesselpaar SP = Testschluessel.rsa(3072);
    private static final Schluesselbund BUND = Schluesselbund.builder()
            .schluessel("test", new byte[32])
            .aktiv("test")
            .baue();

    final Uhr uhr = new Uhr();
    final Anmeldeserver bundId =
            Anmeldeserver.starte(Kontoart.AKDB, uhr, List.of(Testperson.erika(), zweite(), schwache()));
    private final Server server = new Server();
    private final ServerConnector anschluss = new ServerConnector(server);
    private final KommunalSdk sdk;
    final Servicekonto konto;
    final KontoServlet login;
    final List<Kontobeobachter.Ereignis> ereignisse = new CopyOnWriteArrayList<>();
    volatile boolean datenbankWeg;
    /** So many more there are until it is away. */
    final AtomicInteger verbindungen = new AtomicInteger(Integer.MAX_VALUE);

    private Kontoportal(
            Vertrauensniveau niveau,
            Path ordner,
            boolean gesperrt,
            BiFunction<String, Clock, List<Kontoanbieter>> weitere)
            throws Exception {
        anschluss.setHost("127.0.0.1");
        anschluss.open(); // the port is part of what the account knows
        server.addConnector(anschluss);
        Dienstanbieter dienst = new Dienstanbieter(
                "https://portal.musterstadt.example/sp",
                URI.create((gesperrt ? "https://anderswo.example" : basis()) + "/konto/acs/bundid"),
                SP,
                List.of(SP),
                gesperrt);
        bundId.registriere(Testdienst.aus(dienst));
        Servicekonto.Builder konten = Servicekonto.builder()
                .schluessel(BUND)
                .clock(uhr)
                .anbieter(SamlKonto.bundId(
                                dienst,
                                gesperrt ? Kontoportal::echteMetadaten : bundId::metadaten,
                                new SamlKonto.Antragsdienst("Stadt Musterstadt", "BMI-A0000", false),
                                uhr)
                        .mit(new SpMetadaten(
                                "Stadt Musterstadt",
                                "Serviceportal",
                                URI.create("https://musterstadt.example"),
                                "Technik",
                                "technik@musterstadt.example")))
                .beobachter(ereignis -> {
                    ereignisse.add(ereignis);
                    throw new IllegalStateException("a listener that fails");
                });
        if (!gesperrt) {
            konten.anbieter(new Umleiter());
        }
        weitere.apply(basis(), uhr).forEach(konten::anbieter);
        konto = konten.build();
        JdbcDataSource quelle = new JdbcDataSource();
        quelle.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        sdk = KommunalSdk.builder()
                .datenquelle(unterbrechbar(quelle))
                .schluessel(BUND)
                .mandanten(MandantFinder.fest(mandant(basis() + "/ozg")))
                .dienste(Dienstbibliothek.builder().pfad(dienst(ordner, niveau)).lade())
                .huelle((seite, ziel) -> {
                    ziel.write("<!DOCTYPE html><html lang=\"" + seite.sprache() + "\"><head><title>" + seite.titel()
                            + "</title>");
                    seite.kopf().schreibe(ziel);
                    ziel.write("</head><body><main>");
                    seite.inhalt().schreibe(ziel);
                    ziel.write("</main></body></html>");
                })
                .weg(new Ablageverzeichnis("ablage", ordner.resolve("ablage")))
                .nutzerkonto(konto)
                .ohneVirenscanner()
                .clock(uhr)
                .testmodus(true)
                .arbeiterVomWirt(true)
                .starte();
        login = new KontoServlet(
                konto,
                new Kontoumgebung(
                        sdk.mandanten(),
                        sdk.huelle(),
                        sdk.datenhaltung().kurzablage(),
                        sdk.datenhaltung().grenze()));
        ServletContextHandler anwendung = new ServletContextHandler("/");
        anwendung.addServletContainerInitializer((klassen, kontext) -> {
            KontoServlet.registriere(kontext, login, "/konto/*");
            OzgServlet.registriere(
                    kontext, new OzgServlet(sdk, Nutzererkennung.mit(login::angemeldet, login::nachweis)), "/ozg/*");
        });
        server.setHandler(anwendung);
        server.start();
    }

    /** The same, but there is no connection while {@link #datenbankWeg}. */
    private DataSource unterbrechbar(DataSource quelle) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, methode, werte) -> {
                    if (datenbankWeg || verbindungen.getAndDecrement() <= 0) {
                        throw new SQLException("weg", "08001");
                    }
                    return methode.invoke(quelle, werte);
                });
    }

    static Kontoportal starte(Vertrauensniveau niveau, Path ordner) throws Exception {
        return starte(niveau, ordner, (basis, uhr) -> List.of());
    }

    /**
     * With further accounts.
     *
     * @param weitere makes them when the address of the portal is known
     */
    static Kontoportal starte(
            Vertrauensniveau niveau, Path ordner, BiFunction<String, Clock, List<Kontoanbieter>> weitere)
            throws Exception {
        return new Kontoportal(niveau, ordner, false, weitere);
    }

    /** In production, with one account, whose answers would arrive at another host. */
    static Kontoportal gesperrt(Path ordner) throws Exception {
        return new Kontoportal(Vertrauensniveau.SUBSTANZIELL, ordner, true, (basis, uhr) -> List.of());
    }

    private static IdpMetadaten echteMetadaten() {
        Testkonto konto = new Testkonto("https://id.example/idp", URI.create("https://id.example/sso"), List.of(SP));
        return IdpMetadaten.lies(konto.metadaten(), konto.entityId(), List.of(), Instant.parse("2026-11-23T10:00:00Z"));
    }

    /** Somebody else, with a card. */
    private static Testperson zweite() {
        return new Testperson(
                "max",
                "Max Beispiel (Personalausweis)",
                Testperson.erika().mittel(),
                false,
                Testperson.erika().attribute());
    }

    /** The first one again, with user name and password only. */
    private static Testperson schwache() {
        Testperson erika = Testperson.erika();
        return new Testperson(
                "erika-passwort",
                "Erika Mustermann (Passwort)",
                de.kommunalsdk.saml.AkdbErweiterung.Verfahren.BENUTZERNAME,
                false,
                erika.attribute());
    }

    KommunalSdk sdk() {
        return sdk;
    }

    String basis() {
        return "http://127.0.0.1:" + anschluss.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        sdk.close();
        bundId.close();
    }

    /** "Hund anmelden", which takes the name from the account. */
    private static Path dienst(Path ordner, Vertrauensniveau niveau) throws IOException {
        Path vorlage = Path.of(
                System.getProperty("project.root", ".."),
                "examples/dienst-hund-anmelden/src/main/resources/META-INF/ozg-dienst/hund-anmelden");
        Path dienst = Files.createDirectories(ordner.resolve("hund-anmelden"));
        try (var dateien = Files.list(vorlage)) {
            for (Path datei : dateien.toList()) {
                Files.copy(datei, dienst.resolve(datei.getFileName()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        String yaml = Files.readString(dienst.resolve("dienst.yaml"))
                        .replace(
                                "vertrauensniveau: ohne",
                                "vertrauensniveau: " + niveau.name().toLowerCase(java.util.Locale.ROOT))
                + """
                vorbelegung:
                  - quelle: nutzerkonto
                    zweck: Damit Sie weniger eintippen.
                    rechtsgrundlage: Art. 6 Abs. 1 Buchstabe a DSGVO
                    felder:
                      G05999000001.F60000000228: {attribut: vorname}
                      G05999000001.F60000000227: {attribut: familienname}
                """;
        Files.writeString(dienst.resolve("dienst.yaml"), yaml);
        return dienst;
    }

    static Mandant mandant(String basisUrl) {
        String yaml =
                """
                id: musterstadt
                name: Stadt Musterstadt
                ars: "051110000000"
                basis_url: %s
                stelle:
                  name: Bürgerbüro
                  strasse: Rathausplatz 1
                  postleitzahl: "99999"
                  ort: Musterstadt
                  telefon: "+49 30 23125 000"
                  email: buero@musterstadt.example
                wappen:
                  datei: wappen.svg
                  alternativtext: Wappen
                verweise:
                  impressum: /impressum
                  datenschutz: /datenschutz
                  barrierefreiheit: /barrierefreiheit
                dienste:
                  hund-anmelden: {}
                """
                        .formatted(basisUrl);
        byte[] wappen = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>"
                .getBytes(StandardCharsets.UTF_8);
        return MandantConfig.lies("mandant.yaml", yaml.getBytes(StandardCharsets.UTF_8), name -> Optional.of(wappen));
    }

    /** An account that takes requests by redirect only. */
    private static final class Umleiter implements Kontoanbieter {

        @Override
        public Kontoangaben angaben() {
            return new Kontoangaben("umleiter", "Umleiter", true, Vertrauensniveau.HOCH);
        }

        @Override
        public Aufbruch beginne(Anmeldewunsch wunsch, Locale sprache, String marke) {
            return new Aufbruch(URI.create("https://umleiter.example/sso?RelayState=" + marke), Map.of(), "");
        }

        @Override
        public Heimkehr empfange(String vorgang, Map<String, String[]> felder, Wiederholungsschutz schutz) {
            return new Heimkehr.Abgebrochen();
        }
    }

    /** Moved by tests. */
    static final class Uhr extends Clock {

        private volatile Instant jetzt = Instant.parse("2026-11-23T10:00:00Z");

        void spaeter(Duration dauer) {
            jetzt = jetzt.plus(dauer);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return jetzt;
        }
    }
}
