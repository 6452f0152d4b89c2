/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import de.kommunalsdk.saml.AkdbErweiterung.Verfahren;
import de.kommunalsdk.saml.Schluesselpaar;
import de.kommunalsdk.testkit.konto.Anmeldeserver;
import de.kommunalsdk.testkit.konto.Kontoart;
import de.kommunalsdk.testkit.konto.Testdienst;
import de.kommunalsdk.testkit.konto.Testperson;
import de.kommunalsdk.testkit.konto.Testschluessel;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** BundID and Mein Unternehmenskonto on hosts of their own, and the directory that a portal is registered with at both. */
final class Konten implements AutoCloseable {

    private final Netz netz;
    private final Path ordner;
    private final Anmeldeserver bundId;
    private final Anmeldeserver unternehmen;

    private Konten(Netz netz, Path ordner) {
        Testperson erika = Testperson.erika();
        this.netz = netz;
        this.ordner = ordner;
        this.bundId = Anmeldeserver.starte(
                Kontoart.AKDB,
                Clock.systemUTC(),
                List.of(
                        erika,
                        new Testperson(
                                erika.kennung(),
                                "Erika Mustermann (Benutzername und Passwort)",
                                Verfahren.BENUTZERNAME,
                                false,
                                erika.attribute()),
                        new Testperson("gast", "Gast ohne Konto", Verfahren.EID, true, erika.attribute())),
                Netz.BUNDID);
        this.unternehmen = Anmeldeserver.starte(
                Kontoart.UNTERNEHMENSKONTO,
                Clock.systemUTC(),
                List.of(Testperson.beispielAg()),
                Netz.UNTERNEHMENSKONTO);
    }

    /** Starts both and writes the directory. */
    static Konten starte(Netz netz, Path ordner) throws Exception {
        Konten konten = new Konten(netz, ordner);
        netz.fuehre(Netz.BUNDID, List.of(konten.bundId.port()));
        netz.fuehre(Netz.UNTERNEHMENSKONTO, List.of(konten.unternehmen.port()));
        Files.createDirectories(ordner);
        Schluesselpaar eigener = Testschluessel.rsa(3072);
        schreibePem("sp-key.pem", ordner, "PRIVATE KEY", eigener.schluessel().getEncoded());
        schreibePem("sp-cert.pem", ordner, "CERTIFICATE", eigener.zertifikat().getEncoded());
        Files.write(ordner.resolve("bundid.xml"), konten.bundId.metadatenXml());
        Files.writeString(ordner.resolve("bundid.entityid"), Netz.BUNDID + "/idp\n");
        Files.write(ordner.resolve("unternehmenskonto.xml"), konten.unternehmen.metadatenXml());
        Files.writeString(ordner.resolve("unternehmenskonto.entityid"), Netz.UNTERNEHMENSKONTO + "/idp\n");
        return konten;
    }

    Path ordner() {
        return ordner;
    }

    /** Both get to know the portal by what it says about itself. */
    void registrierePortal() throws IOException, InterruptedException {
        bundId.registriere(Testdienst.lies(metadaten("bundid")));
        unternehmen.registriere(Testdienst.lies(metadaten("unternehmenskonto")));
    }

    private byte[] metadaten(String konto) throws IOException, InterruptedException {
        HttpResponse<byte[]> antwort = HttpClient.newHttpClient()
                .send(
                        netz.anfrage(Netz.PORTAL.resolve("/konto/metadata/" + konto))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (antwort.statusCode() != 200) {
            throw new IllegalStateException(konto + ": " + antwort.statusCode());
        }
        return antwort.body();
    }

    private static void schreibePem(String name, Path ordner, String art, byte[] inhalt) throws IOException {
        Files.writeString(
                ordner.resolve(name),
                "-----BEGIN " + art + "-----\n" + Base64.getMimeEncoder().encodeToString(inhalt) + "\n-----END " + art
                        + "-----\n");
    }

    @Override
    public void close() {
        bundId.close();
        unternehmen.close();
    }
}
