/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.http.internal;

import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.http.HttpFehler;
import de.kommunalsdk.http.HttpZiel;
import de.kommunalsdk.http.Schluesselspeicher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Gives a client the keys and the trust of its peer. */
public final class TlsEinrichter {

    private TlsEinrichter() {}

    /** Reads the key stores; each one that cannot be used is a problem. */
    public static void richteEin(OkHttpClient.Builder client, HttpZiel ziel, List<Problem> probleme) {
        Schluesselspeicher schluessel = ziel.schluessel();
        Schluesselspeicher vertrauen = ziel.vertrauen();
        if (schluessel == null && vertrauen == null) {
            return;
        }
        KeyManager @Nullable [] eigene = null;
        try {
            eigene = schluessel == null ? null : eigene(schluessel);
        } catch (IOException | GeneralSecurityException e) {
            probleme.add(problem(schluessel, e));
        }
        try {
            X509TrustManager fremde = vertrauen == null ? pruefer(null) : fremde(vertrauen);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(eigene, new TrustManager[] {fremde}, null);
            client.sslSocketFactory(tls.getSocketFactory(), fremde);
        } catch (IOException | GeneralSecurityException e) {
            probleme.add(problem(vertrauen, e));
        }
    }

    private static KeyManager[] eigene(Schluesselspeicher quelle) throws IOException, GeneralSecurityException {
        char[] passwort = quelle.passwort().get();
        try {
            KeyStore speicher = lies(quelle, passwort);
            boolean leer = true;
            for (String alias : Collections.list(speicher.aliases())) {
                leer &= !speicher.isKeyEntry(alias);
            }
            if (leer) {
                throw new KeyStoreException("kein privater Schluessel");
            }
            KeyManagerFactory fabrik = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            fabrik.init(speicher, passwort);
            return fabrik.getKeyManagers();
        } finally {
            Arrays.fill(passwort, '\0');
        }
    }

    private static X509TrustManager fremde(Schluesselspeicher quelle) throws IOException, GeneralSecurityException {
        KeyStore alle = KeyStore.getInstance(KeyStore.getDefaultType());
        alle.load(null, null);
        for (X509Certificate zertifikat : pruefer(null).getAcceptedIssuers()) {
            alle.setCertificateEntry("laufzeit-" + alle.size(), zertifikat);
        }
        int vorher = alle.size();
        char[] passwort = quelle.passwort().get();
        try {
            KeyStore speicher = lies(quelle, passwort);
            for (String alias : Collections.list(speicher.aliases())) {
                if (speicher.isCertificateEntry(alias)) {
                    alle.setCertificateEntry("eigen-" + alle.size(), speicher.getCertificate(alias));
                }
            }
        } finally {
            Arrays.fill(passwort, '\0');
        }
        if (alle.size() == vorher) {
            throw new KeyStoreException("kein vertrautes Zertifikat");
        }
        return pruefer(alle);
    }

    private static X509TrustManager pruefer(@Nullable KeyStore speicher) throws GeneralSecurityException {
        TrustManagerFactory fabrik = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        fabrik.init(speicher);
        return (X509TrustManager) fabrik.getTrustManagers()[0];
    }

    private static KeyStore lies(Schluesselspeicher quelle, char[] passwort)
            throws IOException, GeneralSecurityException {
        KeyStore speicher = KeyStore.getInstance(quelle.typ());
        try (InputStream datei = Files.newInputStream(quelle.datei())) {
            speicher.load(datei, passwort);
        }
        return speicher;
    }

    private static Problem problem(@Nullable Schluesselspeicher quelle, Exception e) {
        return Problem.fehler(
                HttpFehler.SCHLUESSELSPEICHER,
                Fundstelle.in(quelle == null ? "Java-Laufzeit" : quelle.name()),
                "Nicht brauchbar (" + e.getClass().getSimpleName() + "). " + HttpFehler.SCHLUESSELSPEICHER.abhilfe());
    }
}
