/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import de.kommunalsdk.crypto.Schluesselbund;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.servlet.Nutzererkennung;
import de.kommunalsdk.saml.AkdbErweiterung.Verfahren;
import de.kommunalsdk.saml.Dienstanbieter;
import de.kommunalsdk.saml.Schluesselpaar;
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
import java.net.URI;
import java.time.Clock;
import java.util.List;

/**
 * The login of the portal, here with a simulated BundID that runs beside it. A real portal takes the keys that it is
 * registered with from files, and the metadata of the BundID from its address.
 *
 * @param servicekonto what the SDK logs in with
 * @param bundId the simulator, to be closed with the portal
 */
record Anmeldung(Servicekonto servicekonto, Anmeldeserver bundId) {

    static Anmeldung simuliert(URI adresse, Schluesselbund schluessel) {
        Clock uhr = Clock.systemUTC();
        Testperson erika = Testperson.erika();
        Anmeldeserver bundId = Anmeldeserver.starte(
                Kontoart.AKDB,
                uhr,
                List.of(
                        erika,
                        new Testperson(
                                erika.kennung() + "-passwort",
                                "Erika Mustermann (Benutzername und Passwort)",
                                Verfahren.BENUTZERNAME,
                                false,
                                erika.attribute())));
        Schluesselpaar eigener = Testschluessel.rsa(3072);
        Dienstanbieter portal = new Dienstanbieter(
                "https://portal.musterstadt.example/sp",
                URI.create(adresse + "/konto/acs/bundid"),
                eigener,
                List.of(eigener),
                false);
        bundId.registriere(Testdienst.aus(portal));
        Servicekonto servicekonto = Servicekonto.builder()
                .schluessel(schluessel)
                .anbieter(SamlKonto.bundId(
                        portal, bundId::metadaten, new Antragsdienst("Stadt Musterstadt", "BMI-A0000", false), uhr))
                .build();
        return new Anmeldung(servicekonto, bundId);
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
}
