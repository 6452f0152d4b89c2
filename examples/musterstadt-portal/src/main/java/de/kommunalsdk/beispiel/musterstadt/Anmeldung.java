/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.servlet.Nutzererkennung;
import de.kommunalsdk.saml.AkdbErweiterung.Verfahren;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.IdpMetadaten;
import de.kommunalsdk.saml.Metadatenquelle;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.saml.SpMetadaten;
import de.kommunalsdk.servicekonto.SamlKonto;
import de.kommunalsdk.servicekonto.SamlKonto.Antragsdienst;
import de.kommunalsdk.servicekonto.Servicekonto;
import de.kommunalsdk.servicekonto.servlet.KontoServlet;
import de.kommunalsdk.servicekonto.servlet.Kontoumgebung;
import de.kommunalsdk.testkit.konto.Anmeldeserver;
import de.kommunalsdk.testkit.konto.Kontoart;
import de.kommunalsdk.testkit.konto.Testdienst;
import de.kommunalsdk.testkit.konto.Testperson;
import de.kommunalsdk.testkit.konto.Testschluessel;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The login of the portal: BundID for people, Mein Unternehmenskonto for companies. Without a directory {@code konten} both
 * are simulated beside the portal. In one there are the key of the portal {@code sp-key.pem} with its certificate
 * {@code sp-cert.pem}, and for each account a file with its metadata and one with the entityID they must be of:
 * {@code bundid.xml}, {@code bundid.entityid}, {@code unternehmenskonto.xml}, {@code unternehmenskonto.entityid}.
 *
 * @param servicekonto what the SDK logs in with
 * @param simulatoren to be closed with the portal
 */
record Anmeldung(Servicekonto servicekonto, List<Anmeldeserver> simulatoren) implements AutoCloseable {

    private static final String BUNDID = "bundid";
    private static final String UNTERNEHMENSKONTO = "unternehmenskonto";
    private static final String ENTITYID = "https://portal.musterstadt.example/sp";

    static Anmeldung fuer(URI adresse, Einstellungen e) throws IOException {
        return e.konten().isPresent() ? registriert(adresse, e, e.konten().get()) : simuliert(adresse, e);
    }

    private static Anmeldung registriert(URI adresse, Einstellungen e, Path konten) throws IOException {
        Schluesselpaar eigener = Schluesselpaar.ausPem(konten.resolve("sp-key.pem"), konten.resolve("sp-cert.pem"));
        String entityId = adresse + "/konto/metadata"; // a name, no page: the metadata of each account are below it
        return new Anmeldung(
                servicekonto(
                        e,
                        dienst(entityId, adresse, BUNDID, eigener),
                        metadaten(konten, BUNDID),
                        dienst(entityId, adresse, UNTERNEHMENSKONTO, eigener),
                        metadaten(konten, UNTERNEHMENSKONTO)),
                List.of());
    }

    private static Metadatenquelle metadaten(Path konten, String konto) throws IOException {
        IdpMetadaten metadaten = IdpMetadaten.lies(
                Files.readAllBytes(konten.resolve(konto + ".xml")),
                Files.readString(konten.resolve(konto + ".entityid")).strip(),
                List.of(),
                Instant.now());
        return () -> metadaten;
    }

    private static Anmeldung simuliert(URI adresse, Einstellungen e) {
        Clock uhr = Clock.systemUTC();
        Testperson erika = Testperson.erika();
        Testperson mitPasswort = new Testperson(
                erika.kennung(),
                "Erika Mustermann (Benutzername und Passwort)",
                Verfahren.BENUTZERNAME,
                false,
                erika.attribute());
        Anmeldeserver bundId = Anmeldeserver.starte(Kontoart.AKDB, uhr, List.of(erika, mitPasswort));
        Anmeldeserver unternehmen =
                Anmeldeserver.starte(Kontoart.UNTERNEHMENSKONTO, uhr, List.of(Testperson.beispielAg()));
        Schluesselpaar eigener = Testschluessel.rsa(3072);
        Dienstanbieter beiBundId = dienst(ENTITYID, adresse, BUNDID, eigener);
        Dienstanbieter beiUnternehmen = dienst(ENTITYID, adresse, UNTERNEHMENSKONTO, eigener);
        bundId.registriere(Testdienst.aus(beiBundId));
        unternehmen.registriere(Testdienst.aus(beiUnternehmen));
        return new Anmeldung(
                servicekonto(e, beiBundId, bundId::metadaten, beiUnternehmen, unternehmen::metadaten),
                List.of(bundId, unternehmen));
    }

    private static Dienstanbieter dienst(String entityId, URI adresse, String konto, Schluesselpaar eigener) {
        return new Dienstanbieter(
                entityId, URI.create(adresse + "/konto/acs/" + konto), eigener, List.of(eigener), false);
    }

    private static Servicekonto servicekonto(
            Einstellungen e,
            Dienstanbieter beiBundId,
            Metadatenquelle bundId,
            Dienstanbieter beiUnternehmen,
            Metadatenquelle unternehmen) {
        Clock uhr = Clock.systemUTC();
        SpMetadaten eigene = new SpMetadaten(
                "Stadt Musterstadt",
                "Serviceportal Musterstadt",
                URI.create("https://www.musterstadt.example"),
                "Technik des Serviceportals",
                "technik@musterstadt.example");
        return Servicekonto.builder()
                .schluessel(Onlinedienste.schluessel(e))
                .anbieter(SamlKonto.bundId(
                                beiBundId, bundId, new Antragsdienst("Stadt Musterstadt", "BMI-A0000", false), uhr)
                        .mit(eigene))
                .anbieter(SamlKonto.unternehmenskonto(beiUnternehmen, unternehmen, uhr)
                        .mit(eigene))
                .build();
    }

    /** Mounts the pages of the login; gives what tells the forms who is logged in. */
    Nutzererkennung montiere(ServletContext anwendung, KommunalSdk sdk) {
        KontoServlet konto = new KontoServlet(
                servicekonto,
                new Kontoumgebung(
                        sdk.mandanten(),
                        sdk.huelle(),
                        sdk.datenhaltung().kurzablage(),
                        sdk.datenhaltung().grenze()));
        KontoServlet.registriere(anwendung, konto, "/konto/*");
        return Nutzererkennung.mit(konto::angemeldet, konto::nachweis);
    }

    @Override
    public void close() {
        simulatoren.forEach(Anmeldeserver::close);
    }
}
