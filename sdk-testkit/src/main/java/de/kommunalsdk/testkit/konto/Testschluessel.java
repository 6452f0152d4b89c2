/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.saml.Schluesselpaar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** New keys with certificates that they signed themselves. */
public final class Testschluessel {

    private static final byte[] RSA_SHA256 = hex("300d06092a864886f70d01010b0500");
    private static final byte[] ECDSA_SHA256 = hex("300a06082a8648ce3d040302");
    private static final DateTimeFormatter ZEIT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Testschluessel() {}

    /** An RSA key of so many bits. */
    public static Schluesselpaar rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return mitZertifikat(generator.generateKeyPair(), "SHA256withRSA", RSA_SHA256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key on the curve P-256. */
    public static Schluesselpaar ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return mitZertifikat(generator.generateKeyPair(), "SHA256withECDSA", ECDSA_SHA256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate after RFC 5280, which the JDK can read but not make: valid from 2020 to 2049, "CN=Test". */
    private static Schluesselpaar mitZertifikat(KeyPair paar, String verfahren, byte[] kennung)
            throws GeneralSecurityException {
        byte[] name = der(0x30, der(0x31, der(0x30, hex("0603550403"), der(0x0c, ascii("Test")))));
        byte[] inhalt = der(
                0x30,
                hex("a003020102"), // version 3
                der(0x02, new BigInteger(120, new SecureRandom()).setBit(120).toByteArray()),
                kennung,
                name,
                der(0x30, zeit("2020-01-01T00:00:00Z"), zeit("2049-12-31T00:00:00Z")),
                name,
                paar.getPublic().getEncoded());
        Signature signatur = Signature.getInstance(verfahren);
        signatur.initSign(paar.getPrivate());
        signatur.update(inhalt);
        byte[] ganz = der(0x30, inhalt, kennung, der(0x03, new byte[] {0}, signatur.sign()));
        return new Schluesselpaar(paar.getPrivate(), (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(ganz)));
    }

    private static byte[] zeit(String iso) {
        return der(0x18, ascii(ZEIT.format(Instant.parse(iso))));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] der(int art, byte[]... teile) {
        ByteArrayOutputStream inhalt = new ByteArrayOutputStream();
        for (byte[] teil : teile) {
            inhalt.writeBytes(teil);
        }
        ByteArrayOutputStream ganz = new ByteArrayOutputStream();
        ganz.write(art);
        if (inhalt.size() < 128) {
            ganz.write(inhalt.size());
        } else {
            byte[] laenge = BigInteger.valueOf(inhalt.size()).toByteArray();
            int ab = laenge[0] == 0 ? 1 : 0;
            ganz.write(0x80 | (laenge.length - ab));
            ganz.write(laenge, ab, laenge.length - ab);
        }
        ganz.writeBytes(inhalt.toByteArray());
        return ganz.toByteArray();
    }

    private static byte[] hex(String text) {
        return java.util.HexFormat.of().parseHex(text);
    }
}
