/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.oidc.internal;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The algorithms of signatures that there are here, each with the one kind of key that it takes. */
public enum Verfahren {
    PS256(0, "SHA-256"),
    PS384(0, "SHA-384"),
    PS512(0, "SHA-512"),
    RS256(0, "SHA-256"),
    RS384(0, "SHA-384"),
    RS512(0, "SHA-512"),
    ES256(256, "SHA-256"),
    ES384(384, "SHA-384"),
    ES512(521, "SHA-512");

    private final int kurve;
    private final String hash;

    Verfahren(int kurve, String hash) {
        this.kurve = kurve;
        this.hash = hash;
    }

    static Optional<Verfahren> von(String name) {
        return Arrays.stream(values()).filter(v -> v.name().equals(name)).findFirst();
    }

    /** All by name. */
    public static Set<String> namen() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    boolean passt(PublicKey schluessel) {
        return kurve == 0
                ? schluessel instanceof RSAPublicKey
                : schluessel instanceof ECPublicKey ec
                        && ec.getParams().getOrder().bitLength() == kurve;
    }

    /** Of {@code at_hash} and {@code c_hash}. */
    String hash() {
        return hash;
    }
}
