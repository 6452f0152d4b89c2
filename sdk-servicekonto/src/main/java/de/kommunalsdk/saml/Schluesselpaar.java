/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.http.Schluesselspeicher;
import de.kommunalsdk.saml.internal.Schluesselleser;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * An own private key with the certificate that is published for it.
 *
 * @param schluessel RSA or EC
 * @param zertifikat of the same key
 */
public record Schluesselpaar(PrivateKey schluessel, X509Certificate zertifikat) {

    /**
     * Reads PEM files, a key in PKCS#8 or PKCS#1 without password and its certificate.
     *
     * @throws InvalidInput {@link SamlFehler#SP_SCHLUESSEL}
     */
    public static Schluesselpaar ausPem(Path schluessel, Path zertifikat) {
        return Schluesselleser.ausPem(schluessel, zertifikat);
    }

    /**
     * Reads the one key of a key store.
     *
     * @throws InvalidInput {@link SamlFehler#SP_SCHLUESSEL}
     */
    public static Schluesselpaar aus(Schluesselspeicher speicher) {
        return Schluesselleser.aus(speicher);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "Schluesselpaar[" + schluessel.getAlgorithm() + "]";
    }
}
