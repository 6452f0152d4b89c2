/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Optional;

/**
 * Which algorithms are allowed, and how what is allowed for encryption is opened. The product has one instance,
 * {@link StrengeAlgorithmen#REGEL}; no public method takes one. (The test kit's tool for old public test vectors has the
 * other; it is built into no library of the product.)
 */
public interface Algorithmenregel {

    /** Algorithm of the keys for a signature method, {@code RSA} or {@code EC}; empty when the method is not allowed. */
    Optional<String> signatur(String verfahren);

    boolean pruefsumme(String verfahren);

    /** Least bits of an RSA key. */
    int rsaBits();

    /** Whether the JDK's secure validation is on. */
    boolean sichereValidierung();

    /** How the content of EncryptedData is opened; empty when the method is not allowed. */
    Optional<Inhaltsverfahren> inhalt(String verfahren);

    /** How the key in EncryptedKey is opened; empty when the methods are not allowed. */
    Optional<Schluesselverfahren> schluessel(Schluesselangabe angabe);

    /**
     * The methods that an EncryptedKey names.
     *
     * @param verfahren of EncryptionMethod
     * @param pruefsumme of its DigestMethod; empty: none
     * @param maske of its MGF; empty: none
     */
    record Schluesselangabe(String verfahren, String pruefsumme, String maske) {}

    /** Opens the content with its key. */
    interface Inhaltsverfahren {
        int schluesselBytes();

        byte[] oeffne(byte[] schluessel, byte[] geheim) throws GeneralSecurityException;
    }

    /** Opens the key with the own private key. */
    interface Schluesselverfahren {
        byte[] oeffne(PrivateKey schluessel, byte[] geheim) throws GeneralSecurityException;
    }
}
