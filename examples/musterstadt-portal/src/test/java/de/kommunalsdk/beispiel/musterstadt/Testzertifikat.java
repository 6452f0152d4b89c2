/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate of a CA that lives for one test, made by the keytool of the JDK.
 *
 * @param kontext for a server
 * @param spki SHA-256 of the CA's public key, Base64: a browser that is told so trusts what this CA signed, and no other does
 */
record Testzertifikat(SSLContext kontext, String spki) {

    private static final char[] PASSWORT = "nur-fuer-diesen-test".toCharArray();

    static Testzertifikat fuer(Path ordner, List<String> hosts)
            throws IOException, GeneralSecurityException, InterruptedException {
        Files.createDirectories(ordner);
        Path datei = ordner.resolve("netz.p12");
        Files.deleteIfExists(datei);
        keytool(datei, "ca", "CN=Test-CA", List.of("-ext", "bc:c"));
        String namen = hosts.stream().map(host -> "dns:" + host).collect(Collectors.joining(","));
        keytool(datei, "netz", "CN=" + hosts.get(0), List.of("-signer", "ca", "-ext", "san=" + namen));
        KeyStore beide = KeyStore.getInstance("PKCS12");
        try (InputStream quelle = Files.newInputStream(datei)) {
            beide.load(quelle, PASSWORT);
        }
        KeyStore eines = KeyStore.getInstance("PKCS12"); // without the CA's key, which must not be a server's
        eines.load(null, PASSWORT);
        eines.setKeyEntry("netz", beide.getKey("netz", PASSWORT), PASSWORT, beide.getCertificateChain("netz"));
        KeyManagerFactory schluessel = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        schluessel.init(eines, PASSWORT);
        SSLContext kontext = SSLContext.getInstance("TLS");
        kontext.init(schluessel.getKeyManagers(), null, null);
        byte[] summe = MessageDigest.getInstance("SHA-256")
                .digest(beide.getCertificate("ca").getPublicKey().getEncoded());
        return new Testzertifikat(kontext, Base64.getEncoder().encodeToString(summe));
    }

    private static void keytool(Path datei, String name, String dn, List<String> mehr)
            throws IOException, InterruptedException {
        List<String> befehl = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                datei.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORT),
                "-alias",
                name,
                "-dname",
                dn,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30"));
        befehl.addAll(mehr);
        Process prozess = new ProcessBuilder(befehl)
                .redirectErrorStream(true)
                .redirectOutput(datei.resolveSibling("keytool.log").toFile())
                .start();
        if (prozess.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(datei.resolveSibling("keytool.log")));
        }
    }
}
