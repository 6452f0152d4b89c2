/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.kommunalsdk.error.ConfigurationError;
import de.kommunalsdk.error.OzgException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS with and without client authentication; certificates are synthetic. */
class HttpTlsTest extends HttpPruefstand {

    private static final HeldCertificate FREMDE_CA =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HeldCertificate EIGENE_CA =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final char[] LETZTES = "vorher".toCharArray();

    @TempDir
    private static Path ordner;

    private static Schluesselspeicher schluessel;
    private static Schluesselspeicher vertrauen;

    @BeforeAll
    static void legeAn() throws IOException, GeneralSecurityException {
        HeldCertificate eigen =
                new HeldCertificate.Builder().signedBy(EIGENE_CA).build();
        KeyStore mitSchluessel = leer();
        mitSchluessel.setKeyEntry("a", eigen.keyPair().getPrivate(), "geheim".toCharArray(), new Certificate[] {
            eigen.certificate(), EIGENE_CA.certificate()
        });
        schluessel = schreibe("schluessel.p12", mitSchluessel);
        KeyStore mitZertifikat = leer();
        mitZertifikat.setCertificateEntry("ca", FREMDE_CA.certificate());
        vertrauen = schreibe("vertrauen.p12", mitZertifikat);
    }

    private static KeyStore leer() throws IOException, GeneralSecurityException {
        KeyStore speicher = KeyStore.getInstance("PKCS12");
        speicher.load(null, null);
        return speicher;
    }

    private static Schluesselspeicher schreibe(String name, KeyStore speicher)
            throws IOException, GeneralSecurityException {
        Path datei = ordner.resolve(name);
        try (OutputStream strom = Files.newOutputStream(datei)) {
            speicher.store(strom, "geheim".toCharArray());
        }
        return new Schluesselspeicher(datei, "PKCS12", () -> "geheim".toCharArray());
    }

    private void sichere(String tls, String host) throws GeneralSecurityException {
        HandshakeCertificates zertifikate = new HandshakeCertificates.Builder()
                .heldCertificate(new HeldCertificate.Builder()
                        .signedBy(FREMDE_CA)
                        .addSubjectAlternativeName(host)
                        .build())
                .addTrustedCertificate(EIGENE_CA.certificate())
                .build();
        SSLContext kontext = SSLContext.getInstance("TLS");
        kontext.init(
                new KeyManager[] {zertifikate.keyManager()}, new TrustManager[] {zertifikate.trustManager()}, null);
        server.useHttps(new Protokollwahl(kontext.getSocketFactory(), tls));
    }

    /** Sockets with one version of TLS; a context of that name offers the newer ones, too. */
    private static final class Protokollwahl extends SSLSocketFactory {
        private final SSLSocketFactory fabrik;
        private final String tls;

        Protokollwahl(SSLSocketFactory fabrik, String tls) {
            this.fabrik = fabrik;
            this.tls = tls;
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            SSLSocket gesichert = (SSLSocket) fabrik.createSocket(socket, host, port, autoClose);
            gesichert.setEnabledProtocols(new String[] {tls});
            return gesichert;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return fabrik.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return fabrik.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress ort, int ortsport) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress ort, int ortsport) {
            throw new UnsupportedOperationException();
        }
    }

    private HttpZiel ziel() {
        return HttpZiel.von("pruefstand", uri("/")).mitVertrauen(vertrauen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void showsItsCertificate(String tls) throws GeneralSecurityException {
        sichere(tls, server.getHostName());
        server.requireClientAuth();
        antworte(1, a -> a.body("da"));
        HttpZugang zugang = clients.zugang(ziel().mitSchluessel(schluessel));
        assertThat(zugang.sende(post(Wiederholung.EINMAL)).text()).isEqualTo("da");
    }

    @ParameterizedTest
    @EnumSource
    void failsWithoutACertificate(Wiederholung wiederholung) throws GeneralSecurityException {
        sichere("TLSv1.2", server.getHostName());
        server.requireClientAuth();
        assertCode(HttpFehler.TLS, () -> clients.zugang(ziel()).sende(post(wiederholung)));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void failsWithoutACertificateAlsoWhenTheServerSaysSoLate() throws GeneralSecurityException {
        sichere("TLSv1.3", server.getHostName());
        server.requireClientAuth();
        // the refusal races with the request: the alert says that nothing was processed, a reset says nothing
        assertThat(catchThrowableOfType(
                                OzgException.class, () -> clients.zugang(ziel()).sende(post(Wiederholung.EINMAL)))
                        .fehlercode())
                .isIn(HttpFehler.TLS, HttpFehler.AUSGANG_UNGEWISS);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void trustsOnlyWhatItWasTold() throws GeneralSecurityException {
        sichere("TLSv1.3", server.getHostName());
        HttpZugang zugang = clients.zugang(HttpZiel.von("pruefstand", uri("/")));
        assertCode(HttpFehler.TLS, () -> zugang.sende(post(Wiederholung.EINMAL)));
        assertCode(HttpFehler.TLS, () -> zugang.sende(lesen()));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void refusesACertificateOfAnotherHost() throws GeneralSecurityException {
        sichere("TLSv1.3", "beispiel.invalid");
        assertCode(HttpFehler.TLS, () -> clients.zugang(ziel()).sende(post(Wiederholung.EINMAL)));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void namesAllKeyStoresThatCannotBeUsed() {
        HttpZiel ziel = HttpZiel.von("pruefstand", URI.create("https://beispiel.invalid"))
                .mitSchluessel(new Schluesselspeicher(ordner.resolve("fehlt.p12"), "PKCS12", () -> new char[0]))
                .mitVertrauen(new Schluesselspeicher(vertrauen.datei(), "PKCS12", () -> LETZTES));
        ConfigurationError fehler = catchThrowableOfType(ConfigurationError.class, () -> clients.zugang(ziel));
        assertThat(fehler.problems())
                .extracting(p -> p.code().code() + " " + p.stelle().datei())
                .containsExactly("OZG-HTTP-0001 fehlt.p12", "OZG-HTTP-0001 vertrauen.p12");
        assertThat(LETZTES).containsOnly('\0');
    }

    @Test
    void refusesKeyStoresWithoutKeyOrTrust() {
        HttpZiel vertauscht = HttpZiel.von("pruefstand", URI.create("https://beispiel.invalid"))
                .mitSchluessel(vertrauen)
                .mitVertrauen(schluessel);
        ConfigurationError fehler = catchThrowableOfType(ConfigurationError.class, () -> clients.zugang(vertauscht));
        assertThat(fehler.problems()).hasSize(2);
    }
}
