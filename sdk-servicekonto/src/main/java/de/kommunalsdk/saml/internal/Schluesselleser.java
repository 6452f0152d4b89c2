/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.saml.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.http.Schluesselspeicher;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.Schluesselpaar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads own keys. No message says more about a key than the name of its file. */
public final class Schluesselleser {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----\\s+([A-Za-z0-9+/=\\s]+?)-----END \\1-----");
    private static final byte[] RSA_KENNUNG = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");
    private static final byte[] PROBE = "Probe".getBytes(StandardCharsets.US_ASCII);

    private Schluesselleser() {}

    public static Schluesselpaar ausPem(Path schluessel, Path zertifikat) {
        try {
            X509Certificate x509 = zertifikat(Files.readAllBytes(zertifikat));
            PrivateKey privat = KeyFactory.getInstance(x509.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8(Files.readString(schluessel))));
            return geprueft(privat, x509, String.valueOf(schluessel.getFileName()));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unlesbar(String.valueOf(schluessel.getFileName()), e);
        }
    }

    public static Schluesselpaar aus(Schluesselspeicher quelle) {
        char[] passwort = quelle.passwort().get();
        try (InputStream datei = Files.newInputStream(quelle.datei())) {
            KeyStore speicher = KeyStore.getInstance(quelle.typ());
            speicher.load(datei, passwort);
            List<String> namen = new ArrayList<>();
            for (String name : Collections.list(speicher.aliases())) {
                if (speicher.isKeyEntry(name)) {
                    namen.add(name);
                }
            }
            if (namen.size() == 1
                    && speicher.getKey(namen.get(0), passwort) instanceof PrivateKey privat
                    && speicher.getCertificate(namen.get(0)) instanceof X509Certificate x509) {
                return geprueft(privat, x509, quelle.name());
            }
            throw new InvalidInput(SamlFehler.SP_SCHLUESSEL, quelle.name() + ": nicht genau ein Schlüssel");
        } catch (IOException | GeneralSecurityException e) {
            throw unlesbar(quelle.name(), e);
        } finally {
            Arrays.fill(passwort, '\0');
        }
    }

    /** A certificate in DER, PEM, or Base64 alone as in metadata. */
    static X509Certificate zertifikat(byte[] bytes) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    private static byte[] pkcs8(String text) {
        Matcher block = PEM.matcher(text);
        while (block.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
            if (block.group(1).equals("PRIVATE KEY")) {
                return bytes;
            } else if (block.group(1).equals("RSA PRIVATE KEY")) {
                return huelle(0x30, RSA_KENNUNG, huelle(0x04, bytes));
            }
        }
        throw new IllegalArgumentException("kein PKCS#8");
    }

    /** DER: a key of PKCS#1 is what PKCS#8 has in its third part. */
    private static byte[] huelle(int art, byte[]... teile) {
        ByteArrayOutputStream inhalt = new ByteArrayOutputStream();
        for (byte[] teil : teile) {
            inhalt.writeBytes(teil);
        }
        ByteArrayOutputStream ganz = new ByteArrayOutputStream();
        ganz.write(art);
        ganz.write(0x82); // the length in two bytes: no RSA key is shorter than 256 bytes
        ganz.write(inhalt.size() >> 8);
        ganz.write(inhalt.size());
        ganz.writeBytes(inhalt.toByteArray());
        return ganz.toByteArray();
    }

    /** Key and certificate belong together: what the one signs the other verifies. */
    private static Schluesselpaar geprueft(PrivateKey privat, X509Certificate x509, String name)
            throws GeneralSecurityException {
        String art = privat.getAlgorithm().toUpperCase(Locale.ROOT).startsWith("EC") ? "ECDSA" : "RSA";
        Signature probe = Signature.getInstance("SHA256with" + art);
        probe.initSign(privat);
        probe.update(PROBE);
        byte[] wert = probe.sign();
        probe.initVerify(x509.getPublicKey());
        probe.update(PROBE);
        if (!probe.verify(wert)) {
            throw new InvalidInput(SamlFehler.SP_SCHLUESSEL, name + ": Zertifikat eines anderen Schlüssels");
        }
        return new Schluesselpaar(privat, x509);
    }

    private static InvalidInput unlesbar(String name, Exception e) {
        return new InvalidInput(
                SamlFehler.SP_SCHLUESSEL, name + ": " + e.getClass().getSimpleName());
    }
}
