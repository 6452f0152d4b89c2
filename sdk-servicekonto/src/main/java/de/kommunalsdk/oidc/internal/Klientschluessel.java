/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import de.kommunalsdk.saml.Schluesselpaar;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;

/** A key of the portal that signs tokens for the account: PS256 with RSA, ES256 with EC. */
public final class Klientschluessel {

    private final PrivateKey privat;
    private final JWK oeffentlich;

    private Klientschluessel(PrivateKey privat, PublicKey schluessel) {
        this.privat = privat;
        try {
            this.oeffentlich = schluessel instanceof RSAPublicKey rsa
                    ? new RSAKey.Builder(rsa)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.PS256)
                            .keyIDFromThumbprint()
                            .build()
                    : new ECKey.Builder(Curve.P_256, (ECPublicKey) schluessel)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .keyIDFromThumbprint()
                            .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("SHA-256 gibt es immer", e);
        }
    }

    /** The registered one. */
    public static Klientschluessel von(Schluesselpaar paar) {
        return new Klientschluessel(paar.schluessel(), paar.zertifikat().getPublicKey());
    }

    /** One for a single login. */
    static Klientschluessel neu() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair paar = generator.generateKeyPair();
            return new Klientschluessel(paar.getPrivate(), paar.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 gibt es immer", e);
        }
    }

    /** The public part as the account is told. */
    public String jwks() {
        return new JWKSet(oeffentlich).toString();
    }

    static ObjectNode angaben() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A token whose key the account knows by its name. */
    String signiere(ObjectNode angaben) {
        return signiere(kopf().keyID(oeffentlich.getKeyID()).build(), angaben);
    }

    /** A token that brings its key along. */
    String signiereMitSchluessel(String typ, ObjectNode angaben) {
        JWK nackt = oeffentlich instanceof RSAKey rsa
                ? new RSAKey.Builder(rsa.getModulus(), rsa.getPublicExponent()).build()
                : new ECKey.Builder((ECKey) oeffentlich)
                        .keyUse(null)
                        .algorithm(null)
                        .keyID(null)
                        .build();
        return signiere(kopf().type(new JOSEObjectType(typ)).jwk(nackt).build(), angaben);
    }

    private JWSHeader.Builder kopf() {
        return new JWSHeader.Builder(oeffentlich instanceof RSAKey ? JWSAlgorithm.PS256 : JWSAlgorithm.ES256);
    }

    private String signiere(JWSHeader kopf, ObjectNode angaben) {
        try {
            JWSSigner unterschrift = privat instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new RSASSASigner(privat);
            JWSObject token = new JWSObject(kopf, new Payload(angaben.toString()));
            token.sign(unterschrift);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Der Schluessel ist geprueft", e);
        }
    }
}
