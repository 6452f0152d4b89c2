/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kommunalsdk.saml.Schluesselpaar;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signed tokens and keys of JOSE by means of the JDK alone, so that the verifier of the SDK is tested with what another code
 * has made. Signs whatever it is told, sense or not.
 */
public final class Testtoken {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> KARTE = new TypeReference<>() {};

    private Testtoken() {}

    /** A token; the header's {@code alg} says how it is signed. */
    public static String signiere(Map<String, ?> kopf, Map<String, ?> angaben, Schluesselpaar paar) {
        String signiert = base64(json(kopf)) + "." + base64(json(angaben));
        try {
            Signature signatur = signatur(String.valueOf(kopf.get("alg")));
            signatur.initSign(paar.schluessel());
            signatur.update(signiert.getBytes(StandardCharsets.US_ASCII));
            return signiert + "." + base64(signatur.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * The claims of a token.
     *
     * @throws IllegalArgumentException when the signature is wrong
     */
    public static Map<String, Object> pruefe(String token, PublicKey schluessel) {
        String[] teile = token.split("\\.", -1);
        try {
            Signature signatur = signatur(String.valueOf(kopf(token).get("alg")));
            signatur.initVerify(schluessel);
            signatur.update((teile[0] + "." + teile[1]).getBytes(StandardCharsets.US_ASCII));
            if (signatur.verify(Base64.getUrlDecoder().decode(teile[2]))) {
                return lies(Base64.getUrlDecoder().decode(teile[1]));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
        throw new IllegalArgumentException("signature");
    }

    /** The header of a token, unverified. */
    public static Map<String, Object> kopf(String token) {
        return lies(Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]));
    }

    /** A public key as it stands in a JWK Set. */
    public static Map<String, Object> jwk(Schluesselpaar paar, String kid) {
        Map<String, Object> jwk = new LinkedHashMap<>();
        PublicKey schluessel = paar.zertifikat().getPublicKey();
        if (schluessel instanceof RSAPublicKey rsa) {
            jwk.put("kty", "RSA");
            jwk.put("n", zahl(rsa.getModulus(), (rsa.getModulus().bitLength() + 7) / 8));
            jwk.put("e", zahl(rsa.getPublicExponent(), 3));
        } else if (schluessel instanceof ECPublicKey ec) {
            jwk.put("kty", "EC");
            jwk.put("crv", "P-256");
            jwk.put("x", zahl(ec.getW().getAffineX(), 32));
            jwk.put("y", zahl(ec.getW().getAffineY(), 32));
        }
        jwk.put("use", "sig");
        jwk.put("kid", kid);
        return jwk;
    }

    /** The public key of a JWK, RSA or on P-256. */
    static PublicKey schluessel(Map<?, ?> jwk) {
        try {
            if ("RSA".equals(jwk.get("kty"))) {
                return KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(zahl(jwk.get("n")), zahl(jwk.get("e"))));
            }
            AlgorithmParameters kurve = AlgorithmParameters.getInstance("EC");
            kurve.init(new ECGenParameterSpec("secp256r1"));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(
                            new ECPoint(zahl(jwk.get("x")), zahl(jwk.get("y"))),
                            kurve.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static byte[] json(Object wert) {
        try {
            return JSON.writeValueAsBytes(wert);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Map<String, Object> lies(byte[] json) {
        try {
            return JSON.readValue(json, KARTE);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String sha256(String text) {
        return base64(sha("SHA-256", text));
    }

    /** Value of {@code at_hash}: the left half of the hash that belongs to the algorithm. */
    static String hash(String text, String alg) {
        byte[] hash = sha("SHA-" + alg.substring(2), text);
        return base64(Arrays.copyOf(hash, hash.length / 2));
    }

    private static byte[] sha(String name, String text) {
        try {
            return MessageDigest.getInstance(name).digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signature signatur(String alg) throws GeneralSecurityException {
        if (!alg.matches("[PRE]S(256|384|512)")) {
            throw new IllegalArgumentException("alg " + alg);
        }
        String bits = alg.substring(2);
        if (alg.startsWith("PS")) {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(new PSSParameterSpec(
                    "SHA-" + bits,
                    "MGF1",
                    new MGF1ParameterSpec("SHA-" + bits),
                    Integer.parseInt(bits) / 8,
                    PSSParameterSpec.TRAILER_FIELD_BC));
            return pss;
        }
        return Signature.getInstance(
                alg.startsWith("RS") ? "SHA" + bits + "withRSA" : "SHA" + bits + "withECDSAinP1363Format");
    }

    private static String zahl(BigInteger zahl, int laenge) {
        byte[] bytes = zahl.toByteArray();
        byte[] genau = new byte[laenge];
        int ueber = Math.max(0, bytes.length - laenge);
        System.arraycopy(bytes, ueber, genau, laenge - bytes.length + ueber, bytes.length - ueber);
        return base64(genau);
    }

    private static BigInteger zahl(@Nullable Object wert) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(String.valueOf(wert)));
    }
}
